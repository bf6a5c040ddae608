using Api.Favourites;
using JsonApi.Errors;
using Persistence.Writes;

namespace Api.Endpoints;

/// <summary>Artworks' places in users' collections.</summary>
internal sealed class UserCollectionItemEndpoints(FavouritesReads reads, TransactionRunner writer)
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
        return parameters.Errors() is { Count: > 0 } errors
            ? errors
            : await reads.ListAsync(request, CollectionQueries.Items(request, collection, user, FavouritesCatalog.Items), page);
    }

    private async ValueTask<Result<HalAnswer>> FetchAsync(FavouritesRequest request)
    {
        var query = Item(request);
        return request.Parameters.Errors() is { Count: > 0 } errors ? errors : await reads.FetchAsync(request, query);
    }

    private async ValueTask<Result<HalAnswer>> CreateAsync(FavouritesRequest request)
    {
        var parameters = request.Parameters;
        var (collection, user) = (parameters.RequiredUuid("collection_id"), parameters.RequiredUuid("user_id"));
        var artwork = parameters.RequiredUuid("artwork_id");
        if (parameters.Errors() is { Count: > 0 } errors)
            return errors;
        return await writer.RunAsync(
            request.Scope,
            transaction => reads.Find(CollectionQueries.Collection(request, collection, user), transaction) is { } missing ? missing
                : UserCollectionItemWrites.Add(transaction, request.UserId ?? Guid.Empty, collection, artwork) is var added && added.TryGet(out var id)
                    ? reads.Fetch(request, CollectionQueries.Item(request, id, collection, user), transaction, StatusCodes.Status201Created)
                    : added.As<HalAnswer>(),
            request.Cancellation);
    }

    private async ValueTask<Result<HalAnswer>> UpdateAsync(FavouritesRequest request)
    {
        var query = Item(request);
        var position = request.Parameters.RequiredNumber("position");
        if (request.Parameters.Errors() is { Count: > 0 } errors)
            return errors;
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
        var query = Item(request);
        if (request.Parameters.Errors() is { Count: > 0 } errors)
            return errors;
        return await writer.RunAsync(
            request.Scope,
            transaction => reads.FetchBefore(
                request, query, transaction, () => UserCollectionItemWrites.Delete(transaction, request.UserId ?? Guid.Empty, request.Id)),
            request.Cancellation);
    }

    private static FavouritesQuery Item(FavouritesRequest request) =>
        CollectionQueries.Item(request, request.Id, request.Parameters.Uuid("collection_id"), request.Parameters.Uuid("user_id"));
}
