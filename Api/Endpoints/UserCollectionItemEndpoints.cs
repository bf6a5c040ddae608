using Api.Favourites;
using Api.Favourites.Validation;
using Api.Http;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Errors;

namespace Api.Endpoints;

/// <summary>Artworks in users' collections.</summary>
internal sealed class UserCollectionItemEndpoints(FavouritesRoutes favourites, QueryPipeline pipeline, FavouritesLists lists)
{
    private const string Reversed = "-position";

    internal void Map(IEndpointRouteBuilder routes)
    {
        FavouritesRoutes.MapRead(routes, "/collection_items", ListAsync);
        FavouritesRoutes.MapRead(routes, "/collection_items/{id}", FetchAsync);
        favourites.MapWrite<CreateCollectionItemValidator>(routes, "/collection_items", FavouritesCatalog.Items, Operation.Create, Create);
        favourites.MapWrite<UpdateCollectionItemValidator>(routes, "/collection_items/{id}", FavouritesCatalog.Items, Operation.Update, Update);
        favourites.MapWrite<DeleteCollectionItemValidator>(routes, "/collection_items/{id}", FavouritesCatalog.Items, Operation.Delete, Delete);
    }

    private async ValueTask<ApiResult> ListAsync(FavouritesRequest request, CancellationToken cancellation)
    {
        var parameters = request.Parameters;
        var (collection, user) = (parameters.RequiredUuid("collection_id"), parameters.RequiredUuid("user_id"));
        var artwork = parameters.Uuid("artwork_id");
        var isReversed = parameters.Choice("sort", "position", Reversed) == Reversed;
        var page = PageParameters.Read(parameters);
        if (parameters.Errors() is { Count: > 0 } errors)
            return ApiResult.Failed(errors);
        var query = CollectionQueries.Items(request, collection, user, artwork, isReversed);
        return await lists.ListAsync(request, query, page, cancellation);
    }

    private async ValueTask<ApiResult> FetchAsync(FavouritesRequest request, CancellationToken cancellation)
    {
        var parameters = request.Parameters;
        var query = CollectionQueries.Item(request, request.Id, parameters.Uuid("collection_id"), parameters.Uuid("user_id"));
        return parameters.Errors() is { Count: > 0 } errors
            ? ApiResult.Failed(errors)
            : await pipeline.RunAsync(query.Fetch(request), cancellation);
    }

    private static Result<FavouritesWrite> Create(FavouritesRequest request)
    {
        var parameters = request.Parameters;
        var (collection, user) = (parameters.UuidValue("collection_id")!.Value, parameters.UuidValue("user_id"));
        return new FavouritesWrite(CollectionQueries.Item(request, request.Id, collection, user))
        {
            Values = { ["collection_id"] = collection, ["artwork_id"] = parameters.UuidValue("artwork_id") },
            Parent = CollectionQueries.Collection(request, collection.ToString("D"), user),
        };
    }

    private static Result<FavouritesWrite> Update(FavouritesRequest request) => new FavouritesWrite(ValidItem(request))
    {
        Values = { ["position"] = request.Parameters.NumberValue("position") },
    };

    private static Result<FavouritesWrite> Delete(FavouritesRequest request) => new FavouritesWrite(ValidItem(request));

    private static FavouritesQuery ValidItem(FavouritesRequest request) => CollectionQueries.Item(
        request, request.Id, request.Parameters.UuidValue("collection_id"), request.Parameters.UuidValue("user_id"));
}
