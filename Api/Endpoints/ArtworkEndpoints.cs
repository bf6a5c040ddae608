using Api.Favourites;
using Api.Http;
using Domain.Items;
using JsonApi;
using JsonApi.Definitions;

namespace Api.Endpoints;

/// <summary>The company's artworks, all of them or those of a user's collection, its artists, and its users.</summary>
internal sealed class ArtworkEndpoints(QueryPipeline pipeline, FavouritesLists lists)
{
    private static readonly PropertyPath Artist = PropertyPath.From((ProductGroup group) => group.Artwork!.ArtistId);

    internal void Map(IEndpointRouteBuilder routes)
    {
        FavouritesRoutes.MapRead(routes, "/artworks", ListAsync);
        MapFetch("/artworks/{id}", FavouritesCatalog.Artworks);
        MapFetch("/artists/{id}", FavouritesCatalog.Artists);
        MapFetch("/users/{id}", FavouritesCatalog.Users);

        void MapFetch(string path, FavouritesResource resource) =>
            FavouritesRoutes.MapRead(routes, path, (request, cancellation) => FetchAsync(request, resource, cancellation));
    }

    private async ValueTask<ApiResult> ListAsync(FavouritesRequest request, CancellationToken cancellation)
    {
        var parameters = request.Parameters;
        var (collection, user) = (parameters.Uuid("collection_id"), parameters.Uuid("user_id"));
        var artist = parameters.Uuid("artist_id");
        if (collection is not null && user is null)
            parameters.RequiredUuid("user_id");
        if (user is not null && collection is null)
            parameters.RequiredUuid("collection_id");
        var page = PageParameters.Read(parameters);
        if (parameters.Errors() is { Count: > 0 } errors)
            return ApiResult.Failed(errors);
        var query = collection is null
            ? new FavouritesQuery(FavouritesCatalog.Artworks, Condition.Always).With(Artist, "artist_id", artist)
            : CollectionQueries.Artworks(request, collection.Value, user!.Value, artist);
        return await lists.ListAsync(request, query, page, cancellation);
    }

    private async ValueTask<ApiResult> FetchAsync(FavouritesRequest request, FavouritesResource resource, CancellationToken cancellation)
    {
        if (request.Parameters.Errors() is { Count: > 0 } errors)
            return ApiResult.Failed(errors);
        return await pipeline.RunAsync(new FavouritesQuery(resource, Condition.Always) { Id = request.Id }.Fetch(request), cancellation);
    }
}
