using Api.Favourites;
using Api.Http;
using JsonApi.Errors;

namespace Api.Endpoints;

/// <summary>Routes of the favourites API whose answers are resources: parameters in, a document or a redirect out.</summary>
internal static class FavouritesRoutes
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    internal static void Read(this IEndpointRouteBuilder routes, string path, Func<FavouritesRequest, ValueTask<Result<HalAnswer>>> answer) =>
        routes.MapMethods(FavouritesLinks.RootPath + path, Reading, http => AnswerAsync(http, answer));

    internal static void Write(this IEndpointRouteBuilder routes, string method, string path, Func<FavouritesRequest, ValueTask<Result<HalAnswer>>> answer) =>
        routes.MapMethods(FavouritesLinks.RootPath + path, [method], http => AnswerAsync(http, answer));

    private static async Task AnswerAsync(HttpContext http, Func<FavouritesRequest, ValueTask<Result<HalAnswer>>> answer)
    {
        var read = await ParameterReader.ReadAsync(http);
        var answered = read.TryGet(out var parameters) ? await answer(Request(http, parameters)) : read.As<HalAnswer>();
        if (!answered.TryGet(out var result))
        {
            await HalResponse.WriteErrorsAsync(http, answered.Errors);
            return;
        }
        if (result.Document is not { } document)
        {
            await HalResponse.RedirectAsync(http, result.Location!);
            return;
        }
        using (document)
        {
            if (result.Location is { } location)
                http.Response.Headers.Location = location;
            await HalResponse.WriteAsync(http, result.Status, document);
        }
    }

    private static FavouritesRequest Request(HttpContext http, Parameters parameters)
    {
        var (caller, links) = (FavouritesContext.CallerOf(http), FavouritesContext.Of(http).Links);
        // An id of any other form is nobody's, and neither is the empty one.
        var id = http.Request.RouteValues["id"] is string text && Guid.TryParseExact(text, "D", out var known) ? known : Guid.Empty;
        var path = http.Request.Path.Value!.TrimEnd('/')[FavouritesLinks.RootPath.Length..];
        return new FavouritesRequest(caller.Scope, caller.UserId, parameters, id, links.Root + path, links.BaseUrl, http.RequestAborted);
    }
}
