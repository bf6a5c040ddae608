using Api.Favourites;
using JsonApi.Errors;
using Persistence.Writes;

namespace Api.Endpoints;

/// <summary>Artworks' places in users' collections.</summary>
internal sealed class UserCollectionItemEndpoints(FavouritesReads reads, CatalogWriter writer)
{
    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Read("/collection_items", ListAsync);
        routes.Write("POST", "/collection_items", CreateAsync);
        routes.Read("/collection_items/{id}", FetchAsync);
        routes.Write("PUT", "/collection_items/{id}", UpdateAsync);
        routes.Write("DELETE", "/collection_items/{id}", DeleteAsync);
    }

    private async ValueTask<Result<HalAnswer>> ListAsync(FavouritesRequest request)
    {
        var parameters = request.Parameters;
        var (collection, user) = (parameters.RequiredUuid("collection_id"), parameters.RequiredUuid("user_id"));
        var page = PageParameters.Read(parameters);
        return parameters.Mistakes() is { Count: > 0 } mistakes
            ? mistakes
            : await reads.ListAsync(request, CollectionQueries.Places(request, collection, user, FavouritesCatalog.Items), page);
    }

    private async ValueTask<Result<HalAnswer>> FetchAsync(FavouritesRequest request)
    {
        var query = Place(request);
        return request.Parameters.Mistakes() is { Count: > 0 } mistakes ? mistakes : await reads.FetchAsync(request, query);
    }

    private async ValueTask<Result<HalAnswer>> CreateAsync(FavouritesRequest request)
    {
        var parameters = request.Parameters;
        var (collection, user) = (parameters.RequiredUuid("collection_id"), parameters.RequiredUuid("user_id"));
        var artwork = parameters.RequiredUuid("artwork_id");
        if (parameters.Mistakes() is { Count: > 0 } mistakes)
            return mistakes;
        return await writer.RunAsync(
            request.Scope,
            transaction => reads.Find(CollectionQueries.Collection(request, collection, user), transaction) is { } missing ? missing
                : UserCollectionItemWrites.Add(transaction, request.UserId ?? Guid.Empty, collection, artwork) is var added && added.TryGet(out var id)
                    ? reads.Fetch(request, CollectionQueries.Place(request, id, collection, user), transaction, StatusCodes.Status201Created)
                    : added.As<HalAnswer>(),
            request.Cancellation);
    }

    private async ValueTask<Result<HalAnswer>> UpdateAsync(FavouritesRequest request)
    {
        var query = Place(request);
        var position = request.Parameters.RequiredNumber("position");
        if (request.Parameters.Mistakes() is { Count: > 0 } mistakes)
            return mistakes;
        return await writer.RunAsync(
            request.Scope,
            transaction => reads.Find(query, transaction) is { } missing ? missing
                : UserCollectionItemWrites.Move(transaction, request.UserId ?? Guid.Empty, request.Id, position) is var moved && moved.TryGet(out _)
                    ? reads.Fetch(request, query, transaction)
                    : moved.As<HalAnswer>(),
            request.Cancellation);
    }

    private async ValueTask<Result<HalAnswer>> DeleteAsync(FavouritesRequest request)
    {
        var query = Place(request);
        if (request.Parameters.Mistakes() is { Count: > 0 } mistakes)
            return mistakes;
        return await writer.RunAsync(
            request.Scope,
            transaction => reads.FetchBefore(
                request, query, transaction, () => UserCollectionItemWrites.Delete(transaction, request.UserId ?? Guid.Empty, request.Id)),
            request.Cancellation);
    }

    private static FavouritesQuery Place(FavouritesRequest request) =>
        CollectionQueries.Place(request, request.Id, request.Parameters.Uuid("collection_id"), request.Parameters.Uuid("user_id"));
}
