using JsonApi.Errors;
using JsonApi.Rendering;

namespace Api.Http;

/// <summary>Documents of the favourites API to responses.</summary>
internal static class HalResponse
{
    internal static async Task WriteAsync(HttpContext http, int status, Action<HalWriter> write)
    {
        using var buffer = new JsonBuffer(2048);
        var document = new HalWriter(buffer).Open();
        write(document);
        document.Close();
        await ResponseWriter.WriteAsync(http, status, buffer.Written, ContentType(http));
    }

    /// <summary>A document that is written already; the caller disposes it.</summary>
    internal static Task WriteAsync(HttpContext http, int status, JsonBuffer document) =>
        ResponseWriter.WriteAsync(http, status, document.Written, ContentType(http));

    /// <summary>Elsewhere: the address in the header and, for those who do not follow it by themselves, in the document.</summary>
    internal static Task RedirectAsync(HttpContext http, string location)
    {
        http.Response.Headers.Location = location;
        return WriteAsync(http, StatusCodes.Status302Found, document => document.Open("_links").Link("location", location).Close());
    }

    /// <summary>The caller's errors.</summary>
    internal static Task WriteErrorsAsync(HttpContext http, IReadOnlyList<RequestError> errors)
    {
        var status = HalErrorRenderer.Status(errors);
        if (status == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        return ResponseWriter.WriteAsync(http, status, HalErrorRenderer.Render(errors), ContentType(http));
    }

    /// <summary>As negotiated; for an answer to who was not let in, now.</summary>
    private static string ContentType(HttpContext http) =>
        http.Features.Get<FavouritesContext>()?.ContentType ?? HalMediaTypes.Negotiate(http.Request.Headers.Accept!) ?? HalMediaTypes.Hal;
}
