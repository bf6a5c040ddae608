using Domain.Favourites;
using JsonApi.Definitions;
using JsonApi.Errors;

namespace Persistence.Writes;

/// <summary>
/// Artworks in a user's collection: added at its end, moved and taken out by its owner alone. Each writes one row; only a move
/// between two neighbours that have no rank left between them gives all of their collection new ranks.
/// </summary>
public static class UserCollectionItemWrites
{
    private const string What = "Collection Item";

    /// <summary>Adds an artwork at the end.</summary>
    public static Result<Guid> Add(WriteTransaction transaction, Guid caller, Guid collectionId, Guid artworkId)
    {
        var items = new UserCollectionItemStatements(transaction, WireText.Write(collectionId));
        var collection = items.FindCollection();
        var artwork = WireText.Write(artworkId);
        var refusal = Favouring.CheckChange(collection?.Owner, collection?.IsPrivate ?? false, caller)
            ?? Favouring.CheckAdd(items.IsVisibleArtwork(artwork), items.IsTaken(artwork));
        if (refusal is not null)
            return FavouritesErrors.Of(refusal.Value);
        var id = Guid.CreateVersion7(transaction.Now);
        items.Insert(WireText.Write(id), artwork, Rank(items, () => (items.LastRank(""), null)));
        return id;
    }

    /// <summary>Moves a place to a position, 1..n, counted as its owner sees it.</summary>
    public static Result<Guid> Move(WriteTransaction transaction, Guid caller, Guid id, long position)
    {
        var key = WireText.Write(id);
        var found = UserCollectionItemStatements.Find(transaction, key);
        if (Refusal(found, caller) is { } error)
            return error;
        var items = new UserCollectionItemStatements(transaction, found!.Value.CollectionId);
        if (!items.HasPosition(position, key))
            return FavouritesErrors.Parameter("position", $"must be a whole number from 1 to {items.CountVisible()}");
        var (before, after) = items.Neighbours(position, key);
        var rank = found.Value.Rank;
        var isThereAlready = (before is null || before < rank) && (after is null || rank < after);
        if (!isThereAlready)
            items.Move(key, Rank(items, () => items.Neighbours(position, key)));
        return id;
    }

    /// <summary>Takes a place away.</summary>
    public static Result<Guid> Delete(WriteTransaction transaction, Guid caller, Guid id)
    {
        var key = WireText.Write(id);
        if (Refusal(UserCollectionItemStatements.Find(transaction, key), caller) is { } error)
            return error;
        transaction.Run("DELETE FROM user_collection_items WHERE company_id = ?1 AND id = ?2", transaction.Company, key);
        return id;
    }

    /// <summary>A place in a collection that the caller cannot see, or of an artwork that nobody sees, is not there.</summary>
    private static RequestError? Refusal(UserCollectionItemRow? place, Guid caller) =>
        place is not { IsVisible: true } found ? FavouritesErrors.NotFound(What)
        : Favouring.CheckChange(found.Owner, found.IsPrivate, caller) switch
        {
            null => null,
            FavouringRefusal.CollectionMissing => FavouritesErrors.NotFound(What),
            { } refusal => FavouritesErrors.Of(refusal),
        };

    private static long Rank(UserCollectionItemStatements items, Func<(long? Before, long? After)> neighbours)
    {
        var (before, after) = neighbours();
        if (Ranking.Between(before, after) is { } rank)
            return rank;
        items.Rebalance();
        (before, after) = neighbours();
        return Ranking.Between(before, after)!.Value;
    }
}
