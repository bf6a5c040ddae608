using Api.Favourites;
using JsonApi.Errors;

namespace Api.Endpoints;

/// <summary>The company's artworks, all of them or those of a user's collection, and its users.</summary>
internal sealed class ArtworkEndpoints(FavouritesReads reads)
{
    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Read("/artworks", ListAsync);
        routes.Read("/artworks/{id}", request => FetchAsync(request, FavouritesCatalog.Artworks));
        routes.Read("/users/{id}", request => FetchAsync(request, FavouritesCatalog.Users));
    }

    private async ValueTask<Result<HalAnswer>> ListAsync(FavouritesRequest request)
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
            return errors;
        var query = collection is null
            ? new FavouritesQuery(FavouritesCatalog.Artworks, request.Scope).With("artist_id", "artist_id", artist)
            : CollectionQueries.Items(request, collection.Value, user!.Value, FavouritesCatalog.Artworks).With("artwork.artist_id", "artist_id", artist);
        return await reads.ListAsync(request, query, page);
    }

    private async ValueTask<Result<HalAnswer>> FetchAsync(FavouritesRequest request, FavouritesResource resource) =>
        request.Parameters.Errors() is { Count: > 0 } errors
            ? errors
            : await reads.FetchAsync(request, new FavouritesQuery(resource, request.Scope).With("id", "id", request.Id));
}
