using System.Globalization;
using JsonApi.Errors;
using JsonApi.Rendering;
using JsonApi.Rendering.JsonApi;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.ResponseCompression;

namespace Api.Http;

/// <summary>Results to responses, with the headers of every answer: nothing else writes a body of either API.</summary>
internal static class ResponseWriter
{
    /// <summary>The headers that do not depend on the answer.</summary>
    internal static void SetCommonHeaders(HttpResponse response)
    {
        response.Headers.Vary = "Accept, Accept-Encoding";
        response.Headers.CacheControl = "max-age=0, private, must-revalidate";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <summary>Writes a result, and disposes its document.</summary>
    internal static Task WriteAsync(HttpContext http, ApiContext context, ApiResult result)
    {
        var response = http.Response;
        if (result.Times is { } times)
        {
            response.Headers["Server-Timing"] = ServerTiming.Format(times, context.Elapsed, isError: result.Errors.Count > 0);
            ServerTiming.Record(times);
        }
        if (result.Errors.Count > 0)
        {
            var type = context.Profile.ErrorType(context.Profile.Errors.Status(result.Errors), context.ContentType);
            return WriteErrorsAsync(http, context.Profile.Errors, type, result.Errors, context.Compression);
        }
        response.StatusCode = result.Status;
        if (result.Location is { } location)
            response.Headers.Location = location;
        if (result.IsSecret)
            response.Headers.CacheControl = "no-store";
        return result.Document is null ? Task.CompletedTask : WriteDocumentAsync(http, context, result);
    }

    /// <summary>The answer to a request that comes no further.</summary>
    internal static Task RefuseAsync(HttpContext http, ApiProfile profile, RequestError error)
    {
        http.Response.Headers["X-Request-Id"] = RequestHeaders.RequestId(http.Request);
        SetCommonHeaders(http.Response);
        return WriteErrorsAsync(http, profile.Errors, profile.ErrorType(http.Request.Path.Value!, http.Request), [error]);
    }

    /// <summary>What a path outside both APIs answers where nothing is found.</summary>
    internal static Task WriteUnroutedAsync(StatusCodeContext unrouted)
    {
        var http = unrouted.HttpContext;
        SetCommonHeaders(http.Response);
        return RoutingError(http, http.Request.Path.Value!) is { } error
            ? WriteErrorsAsync(http, JsonApiErrorRenderer.Instance, MediaTypes.JsonApi, [error])
            : Task.CompletedTask;
    }

    /// <summary>The error of a path, or a method at a path, that does not exist.</summary>
    internal static RequestError? RoutingError(HttpContext http, string path) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new RequestError(ErrorCodes.NotFound, $"There is nothing at '{path}'."),
        StatusCodes.Status405MethodNotAllowed => new RequestError(
            ErrorCodes.MethodNotAllowed, $"{http.Request.Method} is not offered at '{path}'; allowed are {http.Response.Headers.Allow}."),
        _ => null,
    };

    private static async Task WriteDocumentAsync(HttpContext http, ApiContext context, ApiResult result)
    {
        using var document = result.Document!;
        // What is secret is not compressed: its length could tell what it repeats.
        var encoding = result.IsSecret ? null : context.Compression?.Choose(http, document.Written.Length);
        // A document that was read has an ETag, and is not sent again to a caller who has it.
        if (result.Status == StatusCodes.Status200OK && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            var tag = EntityTags.Of(document.Written.Span, context.ContentType);
            http.Response.Headers.ETag = encoding is null ? tag : EntityTags.Encoded(tag, encoding.EncodingName);
            if (EntityTags.Matches(http.Request.Headers.IfNoneMatch, tag, isWeakEnough: true))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }
        await SendAsync(http, context.ContentType, document.Written, encoding);
    }

    private static async Task WriteErrorsAsync(
        HttpContext http, IErrorRenderer renderer, string contentType, IReadOnlyList<RequestError> errors, DocumentCompression? compression = null)
    {
        var response = http.Response;
        response.StatusCode = renderer.Status(errors);
        if (response.StatusCode == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        if (errors[0].RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var document = renderer.Render(errors);
        await SendAsync(http, contentType, document, compression?.Choose(http, document.Length));
    }

    private static ValueTask SendAsync(HttpContext http, string contentType, ReadOnlyMemory<byte> body, ICompressionProvider? encoding)
    {
        if (encoding is not null)
        {
            body = DocumentCompression.Compress(encoding, body);
            http.Response.Headers.ContentEncoding = encoding.EncodingName;
        }
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
