namespace Domain.Favourites;

/// <summary>Why a user's collection, or an item in it, cannot be changed.</summary>
public enum FavouringRefusal
{
    /// <summary>The collection does not exist, or is private and another user's.</summary>
    CollectionMissing,

    /// <summary>The collection is another user's: public, but read-only.</summary>
    CollectionIsForeign,

    /// <summary>The default collection cannot be deleted.</summary>
    CollectionIsDefault,

    /// <summary>There is no such artwork for users: none at all, an archived or hidden one, or an item that is no artwork.</summary>
    ArtworkMissing,

    /// <summary>The artwork is already in the collection.</summary>
    AlreadyTaken,
}

/// <summary>The rules for changes of users' collections, decided from stored values.</summary>
public static class Favouring
{
    /// <summary>Why a caller cannot change a collection, or null.</summary>
    /// <param name="owner">The collection's owner, or null when there is no such collection.</param>
    /// <param name="isPrivate">Whether it is visible only to its owner.</param>
    /// <param name="caller">The user who makes the change.</param>
    public static FavouringRefusal? CheckChange(Guid? owner, bool isPrivate, Guid caller) =>
        owner == caller ? null
        : owner is null || isPrivate ? FavouringRefusal.CollectionMissing
        : FavouringRefusal.CollectionIsForeign;

    /// <summary>Why an artwork cannot be added to a collection that may be changed, or null.</summary>
    public static FavouringRefusal? CheckAdd(bool isVisibleArtwork, bool isTaken) =>
        !isVisibleArtwork ? FavouringRefusal.ArtworkMissing
        : isTaken ? FavouringRefusal.AlreadyTaken
        : null;
}
