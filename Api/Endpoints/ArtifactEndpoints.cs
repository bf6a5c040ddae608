using Api.Operations;

namespace Api.Endpoints;

/// <summary>
/// The files that operations made. They need no token, because their URLs cannot be guessed, and expire; no cache keeps them, and no browser takes
/// them for anything but a download.
/// </summary>
internal sealed class ArtifactEndpoints(ArtifactFiles files)
{
    internal void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods(ArtifactFiles.Prefix + "{name}/{fileName}", ["GET", "HEAD"], (RequestDelegate)SendAsync);

    private Task SendAsync(HttpContext http)
    {
        var fileName = (string)http.Request.RouteValues["fileName"]!;
        if (files.Open((string)http.Request.RouteValues["name"]!, fileName) is not { } content)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        var headers = http.Response.Headers;
        headers.CacheControl = "private, no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["X-Robots-Tag"] = "noindex";
        return TypedResults.Stream(content, "text/csv; charset=utf-8", fileName, enableRangeProcessing: true).ExecuteAsync(http);
    }
}
