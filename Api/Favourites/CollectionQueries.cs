namespace Api.Favourites;

/// <summary>What a caller sees of users' collections and their places. There is no other way to either.</summary>
internal static class CollectionQueries
{
    /// <summary>A collection, by its id and, where that is told, by its owner.</summary>
    internal static FavouritesQuery Collection(FavouritesRequest request, Guid id, Guid? user) =>
        new FavouritesQuery(FavouritesCatalog.Collections, request.Scope).With("id", "id", id).With("user_id", "user_id", user).SeenBy("", request.UserId);

    /// <summary>The collections of a user.</summary>
    internal static FavouritesQuery Collections(FavouritesRequest request, Guid user) =>
        new FavouritesQuery(FavouritesCatalog.Collections, request.Scope).With("user_id", "user_id", user).SeenBy("", request.UserId);

    /// <summary>A place, by its id and, where they are told, by its collection and owner.</summary>
    internal static FavouritesQuery Item(FavouritesRequest request, Guid id, Guid? collection, Guid? user) =>
        new FavouritesQuery(FavouritesCatalog.Items, request.Scope).With("id", "id", id)
            .With("collection_id", "collection_id", collection).With("user_id", "user_id", user).SeenBy("collection.", request.UserId);

    /// <summary>The places of a collection in their order, or the artworks there.</summary>
    internal static FavouritesQuery Items(FavouritesRequest request, Guid collection, Guid user, FavouritesResource resource)
    {
        var query = resource == FavouritesCatalog.Items
            ? new FavouritesQuery(resource, request.Scope) { Within = Within }
            : FavouritesQuery.Through(FavouritesCatalog.Items, "artwork", resource, request.Scope, Within);
        return query.With("collection_id", "collection_id", collection).With("user_id", "user_id", user).SeenBy("collection.", request.UserId);

        FavouritesQuery Within() => Collection(request, collection, user);
    }
}
