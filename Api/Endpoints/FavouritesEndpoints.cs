using Api.Favourites;
using Api.Health;
using Api.Http;
using JsonApi.Errors;
using JsonApi.Rendering.Hal;
using Persistence.Accounts;

namespace Api.Endpoints;

/// <summary>Where a client of the favourites API begins: the root with its templates, the server's state, the current user.</summary>
internal sealed class FavouritesEndpoints(FavouritesAccounts accounts, CatalogHealth health)
{
    internal void Map(IEndpointRouteBuilder routes)
    {
        MapGet("", (context, _) => ValueTask.FromResult(Root(new FavouritesLinks(context.BaseUrl))));
        MapGet("/status", StatusAsync);
        MapGet("/current_user", (context, _) => ValueTask.FromResult(CurrentUser(context)));

        // None of these takes a parameter.
        void MapGet(string path, Func<ApiContext, CancellationToken, ValueTask<ApiResult>> endpoint) =>
            routes.MapApi(ApiRoutes.Reads, FavouritesPaths.Root + path, async (http, context) =>
            {
                var read = ParameterReader.ReadQuery(http);
                var errors = read.TryGet(out var parameters) ? parameters.Errors() : read.Errors;
                return errors.Count > 0 ? ApiResult.Failed(errors) : await endpoint(context, http.RequestAborted);
            });
    }

    private static ApiResult Root(FavouritesLinks links) => HalResult.Of(StatusCodes.Status200OK, document =>
    {
        document.Open("_links").Link("self", links.Root).Link("status", links.Status).Link("current_user", links.CurrentUser);
        foreach (var (relation, template) in links.Templates)
            document.Template(relation, template);
        document.Close();
    });

    private async ValueTask<ApiResult> StatusAsync(ApiContext context, CancellationToken cancellation)
    {
        var links = new FavouritesLinks(context.BaseUrl);
        var problem = health.FindProblem();
        var status = problem is null && await accounts.CanReadAsync(cancellation) ? "good" : "major";
        return HalResult.Of(StatusCodes.Status200OK, document =>
            (problem is null ? document.Text("status", status) : document.Text("status", status).Text("message", problem)).Open("_links").Link("self", links.Status).Link("root", links.Root).Close());
    }

    private static ApiResult CurrentUser(ApiContext context) => context.Caller.UserId is { } id
        ? HalResult.Redirect(new FavouritesLinks(context.BaseUrl).User(id))
        : new RequestError(ErrorCodes.Forbidden, "The token is not a user's.");
}
