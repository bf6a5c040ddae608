using System.Buffers;
using JsonApi.Errors;

namespace Api.Http;

/// <summary>Request bodies, whole and bounded.</summary>
internal static class BodyReader
{
    /// <summary>The largest body that is read.</summary>
    internal const int MaxBytes = 1024 * 1024;

    /// <summary>The body's bytes; a mistake where its media type is not one that is read.</summary>
    internal static async ValueTask<Result<ReadOnlyMemory<byte>>> ReadAsync(HttpContext http, string jsonApi = MediaTypes.JsonApi)
    {
        var request = http.Request;
        if (!MediaTypes.IsReadable(request.ContentType, jsonApi))
            return new RequestError(
                ErrorCodes.UnsupportedMediaType,
                $"The body should be {jsonApi}{(jsonApi == MediaTypes.JsonApi ? $" or {MediaTypes.Json}" : "")}, with no other parameters but charset=utf-8 and profile; Content-Type is '{request.ContentType}'.");
        if (request.ContentLength > MaxBytes)
            throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > MaxBytes)
                throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);
            if (read.IsCompleted)
            {
                ReadOnlyMemory<byte> body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
