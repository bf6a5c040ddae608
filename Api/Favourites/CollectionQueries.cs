using Domain.Favourites;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Parsing;

namespace Api.Favourites;

/// <summary>The reads of users' collections and their items, each limited to what the caller sees.</summary>
internal static class CollectionQueries
{
    private static readonly PropertyPath Owner = PropertyPath.From((UserCollection collection) => collection.UserId);
    private static readonly PropertyPath IsDefault = PropertyPath.From((UserCollection collection) => collection.Default);
    private static readonly PropertyPath IsPrivate = PropertyPath.From((UserCollection collection) => collection.Private);
    private static readonly PropertyPath ItemCollection = PropertyPath.From((UserCollectionItem item) => item.CollectionId);
    private static readonly PropertyPath ItemOwner = PropertyPath.From((UserCollectionItem item) => item.UserId);
    private static readonly PropertyPath ItemArtwork = PropertyPath.From((UserCollectionItem item) => item.ArtworkId);
    private static readonly PropertyPath ItemArtist = PropertyPath.From((UserCollectionItem item) => item.Artwork!.Artwork!.ArtistId);

    /// <summary>A collection by its id and, where given, its owner.</summary>
    internal static FavouritesQuery Collection(FavouritesRequest request, string id, Guid? user) =>
        new FavouritesQuery(FavouritesCatalog.Collections, Visibility.OfCollections(request.UserId)) { Id = id }
            .With(Owner, "user_id", user);

    /// <summary>The collections of a user.</summary>
    internal static FavouritesQuery Collections(FavouritesRequest request, Guid user, bool? isDefault, bool withPrivate) =>
        new FavouritesQuery(FavouritesCatalog.Collections, Visibility.OfCollections(request.UserId)).With(Owner, "user_id", user)
            .With(IsDefault, isDefault).With(IsPrivate, withPrivate ? null : false);

    /// <summary>A collection item by its id and, where given, its collection and owner.</summary>
    internal static FavouritesQuery Item(FavouritesRequest request, string id, Guid? collection, Guid? user) =>
        new FavouritesQuery(FavouritesCatalog.Items, Visibility.OfItems(request.UserId)) { Id = id }
            .With(ItemCollection, "collection_id", collection).With(ItemOwner, "user_id", user);

    /// <summary>The items of a collection in their order or from the last one, or the one of an artwork.</summary>
    internal static FavouritesQuery Items(
        FavouritesRequest request, Guid collection, Guid user, Guid? artwork = null, bool isReversed = false)
    {
        var items = ItemsAs(FavouritesCatalog.Items, request, collection, user, isReversed ? "-rank" : null);
        return artwork is null ? items : items.WithOnly(ItemArtwork, "artwork_id", artwork.Value);
    }

    /// <summary>The artworks of a collection in their order, all of them or those of one artist.</summary>
    internal static FavouritesQuery Artworks(FavouritesRequest request, Guid collection, Guid user, Guid? artist) =>
        ItemsAs(FavouritesCatalog.Artworks, request, collection, user).With(ItemArtist, "artist_id", artist);

    private static FavouritesQuery ItemsAs(
        FavouritesResource answered, FavouritesRequest request, Guid collection, Guid user, string? sort = null) =>
        new FavouritesQuery(FavouritesCatalog.Items, Visibility.OfItems(request.UserId))
        {
            Answered = answered,
            Sort = sort,
            Parent = Collection(request, collection.ToString("D"), user),
        }.With(ItemCollection, "collection_id", collection).With(ItemOwner, "user_id", user);
}
