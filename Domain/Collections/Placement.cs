namespace Domain.Collections;

/// <summary>Why an item cannot be put into, or taken out of, a collection.</summary>
public enum PlacementRefusal
{
    /// <summary>The collection is not there, or not the caller's.</summary>
    CollectionMissing,

    /// <summary>The collection is kept by the server.</summary>
    CollectionIsSystem,

    /// <summary>The item is not there, not the caller's, or archived.</summary>
    ItemMissing,

    /// <summary>Someone added the item to this collection before.</summary>
    AlreadyTaken,

    /// <summary>The item stands here only because a descendant holds it: it has to be taken out there.</summary>
    IsImplicit,
}

/// <summary>
/// The rules for putting an item into a collection and taking it out (I1): decided from what the store holds, carried out by the
/// store in the same transaction.
/// </summary>
public static class Placement
{
    /// <summary>What keeps an item from being added; empty when nothing does.</summary>
    /// <param name="collection">The collection's system flag, or null when there is no such collection.</param>
    /// <param name="itemArchived">The item's archived flag, or null when there is no such item.</param>
    /// <param name="existingImplicit">The implicit flag of the item's place in the collection, or null when it has none.</param>
    public static IReadOnlyList<PlacementRefusal> CheckAdd(bool? collection, bool? itemArchived, bool? existingImplicit)
    {
        var refusals = new List<PlacementRefusal>();
        if (collection is null)
            refusals.Add(PlacementRefusal.CollectionMissing);
        else if (collection.Value)
            refusals.Add(PlacementRefusal.CollectionIsSystem);
        if (itemArchived is not false)
            refusals.Add(PlacementRefusal.ItemMissing);
        else if (existingImplicit is false)
            refusals.Add(PlacementRefusal.AlreadyTaken);
        return refusals;
    }

    /// <summary>What keeps an item from being taken out, or null.</summary>
    public static PlacementRefusal? CheckRemove(bool isSystem, bool isImplicit) =>
        isSystem ? PlacementRefusal.CollectionIsSystem
        : isImplicit ? PlacementRefusal.IsImplicit
        : null;
}
