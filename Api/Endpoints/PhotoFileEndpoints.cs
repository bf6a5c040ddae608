using Api.Photos;
using Microsoft.Net.Http.Headers;

namespace Api.Endpoints;

/// <summary>
/// The files of photos. They need no token, because their URLs cannot be guessed. The files come from users, so the headers make a browser
/// treat them as images and nothing else, even where a file is a page or a script as well.
/// </summary>
internal sealed class PhotoFileEndpoints(PhotoFiles files)
{
    /// <summary>The name of the file is for people; photos of earlier versions have none.</summary>
    internal void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods(PhotoFiles.Prefix + "{name}/{variant}/{file?}", ["GET", "HEAD"], (RequestDelegate)SendAsync);

    private Task SendAsync(HttpContext http)
    {
        var variant = (string)http.Request.RouteValues["variant"]!;
        if (files.Open((string)http.Request.RouteValues["name"]!, variant) is not { } content)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        Span<byte> start = stackalloc byte[ImageHeader.SniffedBytes];
        var format = ImageHeader.Sniff(start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        content.Position = 0;
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        // The file at a URL never changes, so the name of the variant is a sufficient tag.
        return TypedResults.Stream(
            content,
            format is { } known ? ImageHeader.MediaType(known) : "application/octet-stream",
            entityTag: new EntityTagHeaderValue($"\"{variant}\""),
            enableRangeProcessing: true).ExecuteAsync(http);
    }
}
