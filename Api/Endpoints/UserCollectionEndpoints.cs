using Api.Favourites;
using Api.Favourites.Validation;
using Api.Http;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Errors;

namespace Api.Endpoints;

/// <summary>Users' collections of favourites.</summary>
internal sealed class UserCollectionEndpoints(FavouritesRoutes favourites, QueryPipeline pipeline, FavouritesLists lists)
{
    internal void Map(IEndpointRouteBuilder routes)
    {
        FavouritesRoutes.MapRead(routes, "/collections", ListAsync);
        FavouritesRoutes.MapRead(routes, "/collections/{id}", FetchAsync);
        favourites.MapWrite<CreateCollectionValidator>(routes, "/collections", FavouritesCatalog.Collections, Operation.Create, Create);
        favourites.MapWrite<UpdateCollectionValidator>(routes, "/collections/{id}", FavouritesCatalog.Collections, Operation.Update, Update);
        favourites.MapWrite<DeleteCollectionValidator>(routes, "/collections/{id}", FavouritesCatalog.Collections, Operation.Delete, Delete);
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
        return await lists.ListAsync(request, query, page, cancellation);
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
        var user = parameters.UuidValue("user_id");
        if (user != request.UserId)
            return new RequestError(ErrorCodes.Forbidden, "A user makes collections of their own only.");
        return new FavouritesWrite(CollectionQueries.Collection(request, request.Id, user))
        {
            Values =
            {
                ["name"] = parameters.Value("name"),
                ["description"] = parameters.Value("description"),
                ["private"] = parameters.FlagValue("private") ?? false,
            },
        };
    }

    private static Result<FavouritesWrite> Update(FavouritesRequest request)
    {
        var parameters = request.Parameters;
        var write = new FavouritesWrite(CollectionQueries.Collection(request, request.Id, parameters.UuidValue("user_id")));
        foreach (var name in (string[])["name", "description"])
            if (parameters.IsGiven(name))
                write.Values[name] = parameters.Value(name);
        if (parameters.FlagValue("private") is { } isPrivate)
            write.Values["private"] = isPrivate;
        return write;
    }

    private static Result<FavouritesWrite> Delete(FavouritesRequest request) =>
        new FavouritesWrite(CollectionQueries.Collection(request, request.Id, request.Parameters.UuidValue("user_id")));
}
