using Api.Favourites;
using JsonApi.Errors;
using Persistence.Writes;

namespace Api.Endpoints;

/// <summary>Users' collections of favourites.</summary>
internal sealed class UserCollectionEndpoints(FavouritesReads reads, TransactionRunner writer)
{
    private const int MaxDescription = 65_535;

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Read("/collections", ListAsync);
        routes.Write("POST", "/collections", CreateAsync);
        routes.Read("/collections/{id}", FetchAsync);
        routes.Write("PUT", "/collections/{id}", UpdateAsync);
        routes.Write("DELETE", "/collections/{id}", DeleteAsync);
    }

    private async ValueTask<Result<HalAnswer>> ListAsync(FavouritesRequest request)
    {
        var parameters = request.Parameters;
        var user = parameters.RequiredUuid("user_id");
        var (withPrivate, isDefault) = (parameters.Flag("private") ?? false, parameters.Flag("default"));
        var page = PageParameters.Read(parameters);
        if (parameters.Errors() is { Count: > 0 } errors)
            return errors;
        if (withPrivate && user != request.UserId)
            return new RequestError(ErrorCodes.Forbidden, "Only their owner can list private collections.");
        var query = CollectionQueries.Collections(request, user).With("default", isDefault).With("private", withPrivate ? null : false);
        return await reads.ListAsync(request, query, page);
    }

    private async ValueTask<Result<HalAnswer>> FetchAsync(FavouritesRequest request)
    {
        var user = request.Parameters.Uuid("user_id");
        return request.Parameters.Errors() is { Count: > 0 } errors
            ? errors
            : await reads.FetchAsync(request, CollectionQueries.Collection(request, request.Id, user));
    }

    private async ValueTask<Result<HalAnswer>> CreateAsync(FavouritesRequest request)
    {
        var parameters = request.Parameters;
        var user = parameters.RequiredUuid("user_id");
        var collection = new NewUserCollection(
            parameters.RequiredText("name"), Described(parameters) is { Length: > 0 } description ? description : null, parameters.Flag("private") ?? false);
        if (parameters.Errors() is { Count: > 0 } errors)
            return errors;
        if (user != request.UserId)
            return new RequestError(ErrorCodes.Forbidden, "A user makes collections of their own only.");
        return await writer.RunAsync(
            request.Scope,
            transaction => UserCollectionWrites.Create(transaction, user, collection) is var made && made.TryGet(out var id)
                ? reads.Fetch(request, CollectionQueries.Collection(request, id, user), transaction, StatusCodes.Status201Created)
                : made.As<HalAnswer>(),
            request.Cancellation);
    }

    private async ValueTask<Result<HalAnswer>> UpdateAsync(FavouritesRequest request)
    {
        var parameters = request.Parameters;
        var user = parameters.Uuid("user_id");
        var changes = new UserCollectionChanges(
            parameters.IsGiven("name") ? parameters.RequiredText("name") : null, Described(parameters), parameters.Flag("private"));
        if (parameters.Errors() is { Count: > 0 } errors)
            return errors;
        var query = CollectionQueries.Collection(request, request.Id, user);
        return await writer.RunAsync(
            request.Scope,
            transaction => reads.Find(query, transaction) is { } missing ? missing
                : UserCollectionWrites.Update(transaction, request.UserId ?? Guid.Empty, request.Id, changes) is var done && done.TryGet(out _)
                    ? reads.Fetch(request, query, transaction)
                    : done.As<HalAnswer>(),
            request.Cancellation);
    }

    private async ValueTask<Result<HalAnswer>> DeleteAsync(FavouritesRequest request)
    {
        var user = request.Parameters.Uuid("user_id");
        if (request.Parameters.Errors() is { Count: > 0 } errors)
            return errors;
        return await writer.RunAsync(
            request.Scope,
            transaction => reads.FetchBefore(
                request, CollectionQueries.Collection(request, request.Id, user), transaction,
                () => UserCollectionWrites.Delete(transaction, request.UserId ?? Guid.Empty, request.Id)),
            request.Cancellation);
    }

    /// <summary>The description that is sent: empty where it is to go, null where nothing is said of it.</summary>
    private static string? Described(Parameters parameters) =>
        parameters.IsGiven("description") ? parameters.Text("description", MaxDescription) ?? "" : null;
}
