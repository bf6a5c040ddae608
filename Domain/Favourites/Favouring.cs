namespace Domain.Favourites;

/// <summary>Why a user's collection, or what is in it, cannot be changed.</summary>
public enum FavouringRefusal
{
    /// <summary>The collection is not there, or another user's and private.</summary>
    CollectionMissing,

    /// <summary>Another user's: it can be seen, not changed.</summary>
    CollectionIsForeign,

    /// <summary>The default collection stays.</summary>
    CollectionIsDefault,

    /// <summary>There is no such artwork that users see: none at all, archived, hidden, or an item that is no artwork.</summary>
    ArtworkMissing,

    /// <summary>The artwork is in the collection already.</summary>
    AlreadyTaken,
}

/// <summary>The rules for changing a user's collections, decided from what the store holds.</summary>
public static class Favouring
{
    /// <summary>What keeps a caller from changing a collection, or null.</summary>
    /// <param name="owner">The collection's owner, or null when there is no such collection.</param>
    /// <param name="isPrivate">Whether only its owner sees it.</param>
    /// <param name="caller">Who wants to change it.</param>
    public static FavouringRefusal? CheckChange(Guid? owner, bool isPrivate, Guid caller) =>
        owner == caller ? null
        : owner is null || isPrivate ? FavouringRefusal.CollectionMissing
        : FavouringRefusal.CollectionIsForeign;

    /// <summary>What keeps an artwork from being added to a collection that may be changed, or null.</summary>
    public static FavouringRefusal? CheckAdd(bool isVisibleArtwork, bool isTaken) =>
        !isVisibleArtwork ? FavouringRefusal.ArtworkMissing
        : isTaken ? FavouringRefusal.AlreadyTaken
        : null;
}
