using Domain.Favourites;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Transactions;

namespace Persistence.Writes.Favourites;

/// <summary>
/// Artworks in a user's collection: added at its end, moved and deleted by its owner alone. Each writes one row; only a move between two
/// neighbours that have no rank left between them gives new ranks to the whole collection.
/// </summary>
public sealed class UserCollectionItemWrites : ResourceWrites
{
    private const string What = "Collection Item";

    /// <summary>Adds an artwork at the end.</summary>
    protected override Result<Guid> Create(WriteTransaction transaction, WritePlan plan)
    {
        var collectionId = plan.Uuid("collection_id")!.Value;
        var items = new UserCollectionItemStatements(transaction, collectionId);
        var collection = items.FindCollection();
        var artwork = plan.Uuid("artwork_id")!.Value;
        var refusal = Favouring.CheckChange(collection?.Owner, collection?.IsPrivate ?? false, transaction.Caller)
            ?? Favouring.CheckAdd(items.IsVisibleArtwork(artwork), items.IsTaken(artwork));
        if (refusal is not null)
            return FavouritesErrors.Of(refusal.Value);
        items.Insert(plan.Id, artwork, Rank(items, () => (items.LastRank(Guid.Empty), null)));
        return plan.Id;
    }

    /// <summary>Moves an item to a position, 1..n, counted as its owner sees it.</summary>
    protected override Result<Guid> Update(WriteTransaction transaction, WritePlan plan)
    {
        var found = UserCollectionItemStatements.Find(transaction, plan.Id);
        if (Refusal(found, transaction.Caller) is { } error)
            return error;
        var position = (long)plan.Values["position"]!;
        var items = new UserCollectionItemStatements(transaction, found!.Value.CollectionId);
        if (!items.HasPosition(position, plan.Id))
            return FavouritesErrors.Parameter("position", $"must be a whole number from 1 to {items.CountVisible()}");
        var (before, after) = items.Neighbours(position, plan.Id);
        var rank = found.Value.Rank;
        var isThereAlready = (before is null || before < rank) && (after is null || rank < after);
        if (!isThereAlready)
            items.Move(plan.Id, Rank(items, () => items.Neighbours(position, plan.Id)));
        return plan.Id;
    }

    /// <summary>Deletes an item.</summary>
    protected override Result<Guid> Delete(WriteTransaction transaction, Guid id)
    {
        if (Refusal(UserCollectionItemStatements.Find(transaction, id), transaction.Caller) is { } error)
            return error;
        transaction.Run("DELETE FROM user_collection_items WHERE company_id = ?1 AND id = ?2", id);
        return id;
    }

    /// <summary>An item in a collection that the caller cannot see, or of an artwork that nobody sees, does not exist.</summary>
    private static RequestError? Refusal(UserCollectionItemRow? item, Guid caller) =>
        item is not { IsVisible: true } found ? FavouritesErrors.NotFound(What)
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
