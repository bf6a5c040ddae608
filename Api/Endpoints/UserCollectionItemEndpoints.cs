using Api.Favourites;
using Api.Http;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Errors;

namespace Api.Endpoints;

/// <summary>Artworks in users' collections.</summary>
internal sealed class UserCollectionItemEndpoints(FavouritesRoutes favourites, QueryPipeline pipeline, RandomResource random)
{
    internal void Map(IEndpointRouteBuilder routes)
    {
        FavouritesRoutes.MapRead(routes, "/collection_items", ListAsync);
        FavouritesRoutes.MapRead(routes, "/collection_items/{id}", FetchAsync);
        favourites.MapWrite(routes, "/collection_items", Operation.Create, Create);
        favourites.MapWrite(routes, "/collection_items/{id}", Operation.Update, Update);
        favourites.MapWrite(routes, "/collection_items/{id}", Operation.Delete, Delete);
    }

    private async ValueTask<ApiResult> ListAsync(FavouritesRequest request, CancellationToken cancellation)
    {
        var parameters = request.Parameters;
        var (collection, user) = (parameters.RequiredUuid("collection_id"), parameters.RequiredUuid("user_id"));
        var page = PageParameters.Read(parameters);
        if (parameters.Errors() is { Count: > 0 } errors)
            return ApiResult.Failed(errors);
        var query = CollectionQueries.Items(request, collection, user);
        return page.IsSample
            ? await random.FindAsync(request, query, cancellation)
            : await pipeline.RunAsync(query.List(request, page), cancellation);
    }

    private async ValueTask<ApiResult> FetchAsync(FavouritesRequest request, CancellationToken cancellation)
    {
        var query = Item(request);
        return request.Parameters.Errors() is { Count: > 0 } errors
            ? ApiResult.Failed(errors)
            : await pipeline.RunAsync(query.Fetch(request), cancellation);
    }

    private static Result<FavouritesWrite> Create(FavouritesRequest request)
    {
        var parameters = request.Parameters;
        var (collection, user) = (parameters.RequiredUuid("collection_id"), parameters.RequiredUuid("user_id"));
        var artwork = parameters.RequiredUuid("artwork_id");
        if (parameters.Errors() is { Count: > 0 } errors)
            return errors;
        return new FavouritesWrite(CollectionQueries.Item(request, request.Id, collection, user))
        {
            Values = { ["collection_id"] = collection, ["artwork_id"] = artwork },
            Parent = CollectionQueries.Collection(request, collection.ToString("D"), user),
        };
    }

    private static Result<FavouritesWrite> Update(FavouritesRequest request)
    {
        var query = Item(request);
        var position = request.Parameters.RequiredNumber("position");
        return request.Parameters.Errors() is { Count: > 0 } errors
            ? errors
            : new FavouritesWrite(query) { Values = { ["position"] = position } };
    }

    private static Result<FavouritesWrite> Delete(FavouritesRequest request)
    {
        var query = Item(request);
        return request.Parameters.Errors() is { Count: > 0 } errors ? errors : new FavouritesWrite(query);
    }

    private static FavouritesQuery Item(FavouritesRequest request) =>
        CollectionQueries.Item(request, request.Id, request.Parameters.Uuid("collection_id"), request.Parameters.Uuid("user_id"));
}
