using System.Buffers;
using JsonApi.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace Api.Http;

/// <summary>Request bodies, whole and bounded.</summary>
internal static class BodyReader
{
    /// <summary>The largest body that is read, except one that may contain an image.</summary>
    internal const int MaxBytes = 1024 * 1024;

    /// <summary>The largest body that names many rows: 10,000 of them with their ids, parents and positions.</summary>
    internal const int MaxBytesWithRows = 2 * MaxBytes;

    /// <summary>The largest body that may contain an image: 10 MB in base64, and room for the rest.</summary>
    internal const int MaxBytesWithImage = 15 * MaxBytes;

    /// <summary>The bytes of a body; an error where its media type is not read.</summary>
    internal static async ValueTask<Result<ReadOnlyMemory<byte>>> ReadAsync(
        HttpContext http, int maxBytes = MaxBytes, string jsonApi = MediaTypes.JsonApi)
    {
        var request = http.Request;
        if (!MediaTypes.IsReadable(request.ContentType, jsonApi))
            return new RequestError(ErrorCodes.UnsupportedMediaType, Unsupported(request)) { Header = "Content-Type" };
        var encoding = request.Headers.ContentEncoding;
        if (encoding.Count > 0 && !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase))
            return new RequestError(ErrorCodes.UnsupportedMediaType, $"The body should be sent as it is; Content-Encoding is '{encoding}'.")
            {
                Header = "Content-Encoding",
            };
        return await ReadAllAsync(http, maxBytes);
    }

    /// <summary>The body's bytes, whatever they are; throws where there are too many.</summary>
    internal static async ValueTask<ReadOnlyMemory<byte>> ReadAllAsync(HttpContext http, int maxBytes = MaxBytes)
    {
        var request = http.Request;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxBytes;
        if (request.ContentLength > maxBytes)
            throw TooLarge(maxBytes);
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > maxBytes)
                throw TooLarge(maxBytes);
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static string Unsupported(HttpRequest request)
    {
        var atomic = StorePaths.IsOperations(request.Path.Value!) ? $" (with atomic operations: {MediaTypes.Atomic})" : "";
        return $"The body should be {MediaTypes.JsonApi} or {MediaTypes.Json}{atomic}, with no other parameters but charset=utf-8 and profile; "
            + $"Content-Type is '{request.ContentType}'.";
    }

    private static BadHttpRequestException TooLarge(int maxBytes) =>
        new($"The body is larger than {maxBytes} bytes.", StatusCodes.Status413PayloadTooLarge);
}
