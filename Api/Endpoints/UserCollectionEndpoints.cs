using Api.Favourites;
using Api.Http;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Errors;

namespace Api.Endpoints;

/// <summary>Users' collections of favourites.</summary>
internal sealed class UserCollectionEndpoints(FavouritesRoutes favourites, QueryPipeline pipeline, RandomResource random)
{
    private const int MaxDescription = 65_535;

    internal void Map(IEndpointRouteBuilder routes)
    {
        FavouritesRoutes.MapRead(routes, "/collections", ListAsync);
        FavouritesRoutes.MapRead(routes, "/collections/{id}", FetchAsync);
        favourites.MapWrite(routes, "/collections", Operation.Create, Create);
        favourites.MapWrite(routes, "/collections/{id}", Operation.Update, Update);
        favourites.MapWrite(routes, "/collections/{id}", Operation.Delete, Delete);
    }

    private async ValueTask<ApiResult> ListAsync(FavouritesRequest request, CancellationToken cancellation)
    {
        var parameters = request.Parameters;
        var user = parameters.RequiredUuid("user_id");
        var (withPrivate, isDefault) = (parameters.Flag("private") ?? false, parameters.Flag("default"));
        var page = PageParameters.Read(parameters);
        if (parameters.Errors() is { Count: > 0 } errors)
            return ApiResult.Failed(errors);
        if (withPrivate && user != request.UserId)
            return new RequestError(ErrorCodes.Forbidden, "Only their owner can list private collections.");
        var query = CollectionQueries.Collections(request, user, isDefault, withPrivate);
        return page.IsSample
            ? await random.FindAsync(request, query, cancellation)
            : await pipeline.RunAsync(query.List(request, page), cancellation);
    }

    private async ValueTask<ApiResult> FetchAsync(FavouritesRequest request, CancellationToken cancellation)
    {
        var query = CollectionQueries.Collection(request, request.Id, request.Parameters.Uuid("user_id"));
        return request.Parameters.Errors() is { Count: > 0 } errors
            ? ApiResult.Failed(errors)
            : await pipeline.RunAsync(query.Fetch(request), cancellation);
    }

    private static Result<FavouritesWrite> Create(FavouritesRequest request)
    {
        var parameters = request.Parameters;
        var user = parameters.RequiredUuid("user_id");
        var values = new Dictionary<string, object?>
        {
            ["name"] = parameters.RequiredText("name"),
            ["description"] = parameters.Text("description", MaxDescription),
            ["private"] = parameters.Flag("private") ?? false,
        };
        if (parameters.Errors() is { Count: > 0 } errors)
            return errors;
        if (user != request.UserId)
            return new RequestError(ErrorCodes.Forbidden, "A user makes collections of their own only.");
        return new FavouritesWrite(CollectionQueries.Collection(request, request.Id, user)) { Values = values };
    }

    private static Result<FavouritesWrite> Update(FavouritesRequest request)
    {
        var parameters = request.Parameters;
        var query = CollectionQueries.Collection(request, request.Id, parameters.Uuid("user_id"));
        var values = new Dictionary<string, object?>();
        if (parameters.IsGiven("name"))
            values["name"] = parameters.RequiredText("name");
        if (parameters.IsGiven("description"))
            values["description"] = parameters.Text("description", MaxDescription);
        if (parameters.Flag("private") is { } isPrivate)
            values["private"] = isPrivate;
        return parameters.Errors() is { Count: > 0 } errors ? errors : new FavouritesWrite(query) { Values = values };
    }

    private static Result<FavouritesWrite> Delete(FavouritesRequest request)
    {
        var query = CollectionQueries.Collection(request, request.Id, request.Parameters.Uuid("user_id"));
        return request.Parameters.Errors() is { Count: > 0 } errors ? errors : new FavouritesWrite(query);
    }
}
