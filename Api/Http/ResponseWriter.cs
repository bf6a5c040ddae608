using System.Globalization;
using JsonApi.Errors;
using JsonApi.Rendering;

namespace Api.Http;

/// <summary>Documents to responses, with the headers every answer bears.</summary>
internal static class ResponseWriter
{
    /// <summary>The headers that do not depend on the answer.</summary>
    internal static void SetCommonHeaders(HttpResponse response)
    {
        response.Headers.Vary = "Accept, Accept-Encoding, Origin";
        response.Headers.CacheControl = "max-age=0, private, must-revalidate";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <summary>A document; one that was read bears an ETag, and is not sent again to who has it already.</summary>
    internal static Task WriteAsync(HttpContext http, int status, ReadOnlyMemory<byte> document, TimeSpan database, int statements)
    {
        var context = StoreContext.Of(http);
        var response = http.Response;
        response.Headers["Server-Timing"] = string.Create(
            CultureInfo.InvariantCulture,
            $"db;dur={database.TotalMilliseconds:0.###};desc=\"statements: {statements}\", total;dur={context.Elapsed.TotalMilliseconds:0.###}");
        return WriteAsync(http, status, document, context.ContentType);
    }

    /// <summary>The same without the time it took.</summary>
    internal static Task WriteAsync(HttpContext http, int status, ReadOnlyMemory<byte> document, string contentType)
    {
        var response = http.Response;
        response.StatusCode = status;
        if (status == StatusCodes.Status200OK && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            var tag = EntityTags.Of(document.Span, contentType);
            response.Headers.ETag = tag;
            if (EntityTags.Matches(http.Request.Headers.IfNoneMatch, tag, isWeakEnough: true))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }
        response.ContentType = contentType;
        response.ContentLength = document.Length;
        return response.Body.WriteAsync(document, http.RequestAborted).AsTask();
    }

    /// <summary>The caller's errors.</summary>
    internal static Task WriteErrorsAsync(HttpContext http, IReadOnlyList<RequestError> errors)
    {
        var response = http.Response;
        var document = ErrorRenderer.Render(errors);
        response.StatusCode = ErrorRenderer.Status(errors);
        response.ContentType = http.Features.Get<StoreContext>()?.ContentType
            ?? (NestedJson.IsAskedAt(http.Request.Path.Value!) ? MediaTypes.Json : MediaTypes.JsonApi);
        response.ContentLength = document.Length;
        return response.Body.WriteAsync(document, http.RequestAborted).AsTask();
    }
}
