using Api.Favourites;
using Api.Http;
using JsonApi.Errors;
using JsonApi.Rendering;
using Persistence;

namespace Api.Endpoints;

/// <summary>Where a client of the favourites API begins: the root with its templates, the server's state, who asks.</summary>
internal sealed class FavouritesEndpoints(FavouritesAccounts accounts)
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    internal void Map(IEndpointRouteBuilder routes)
    {
        Get(FavouritesLinks.RootPath, http => HalResponse.WriteAsync(http, StatusCodes.Status200OK, document => WriteRoot(document, Links(http))));
        Get(FavouritesLinks.RootPath + "/status", StatusAsync);
        Get(FavouritesLinks.RootPath + "/current_user", CurrentUserAsync);

        void Get(string path, Func<HttpContext, Task> answer) => routes.MapMethods(path, Reading, async http =>
        {
            // None of these takes a parameter.
            var read = await ParameterReader.ReadAsync(http);
            var errors = read.TryGet(out var parameters) ? parameters.Errors() : read.Errors;
            await (errors.Count > 0 ? HalResponse.WriteErrorsAsync(http, errors) : answer(http));
        });
    }

    private static FavouritesLinks Links(HttpContext http) => FavouritesContext.Of(http).Links;

    private static void WriteRoot(HalWriter document, FavouritesLinks links)
    {
        document.Open("_links").Link("self", links.Root).Link("status", links.Status).Link("current_user", links.CurrentUser);
        foreach (var (relation, template) in links.Templates)
            document.Template(relation, template);
        document.Close();
    }

    private async Task StatusAsync(HttpContext http)
    {
        var status = await accounts.CanReadAsync(http.RequestAborted) ? "good" : "major";
        await HalResponse.WriteAsync(http, StatusCodes.Status200OK, document =>
            document.Text("status", status).Open("_links").Link("self", Links(http).Status).Link("root", Links(http).Root).Close());
    }

    private static Task CurrentUserAsync(HttpContext http) =>
        FavouritesContext.CallerOf(http).UserId is { } id
            ? HalResponse.RedirectAsync(http, Links(http).User(id))
            : HalResponse.WriteErrorsAsync(http, [new RequestError(ErrorCodes.Forbidden, "The token is not a user's.")]);
}
