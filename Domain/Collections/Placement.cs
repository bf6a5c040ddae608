namespace Domain.Collections;

/// <summary>Why an item cannot be added to a collection, or removed from it.</summary>
public enum PlacementRefusal
{
    /// <summary>The collection does not exist in the caller's company.</summary>
    CollectionMissing,

    /// <summary>The collection is a system collection.</summary>
    CollectionIsSystem,

    /// <summary>The item does not exist in the caller's company, or is archived.</summary>
    ItemMissing,

    /// <summary>The item is already in this collection explicitly.</summary>
    AlreadyTaken,

    /// <summary>The item is here only because a descendant collection has it: it has to be removed there.</summary>
    IsImplicit,
}

/// <summary>
/// The rules for adding an item to a collection and removing it (I1): decided from stored values, and applied by the store in the same
/// transaction.
/// </summary>
public static class Placement
{
    /// <summary>Why an item cannot be added; empty when it can.</summary>
    /// <param name="collection">The collection's system flag, or null when there is no such collection.</param>
    /// <param name="itemArchived">The item's archived flag, or null when there is no such item.</param>
    /// <param name="existingImplicit">The implicit flag of the existing collection item, or null when there is none.</param>
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

    /// <summary>Why an item cannot be removed, or null.</summary>
    public static PlacementRefusal? CheckRemove(bool isSystem, bool isImplicit) =>
        isSystem ? PlacementRefusal.CollectionIsSystem
        : isImplicit ? PlacementRefusal.IsImplicit
        : null;
}
