using Domain.Collections;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Transactions;

namespace Persistence.Writes.Collections;

/// <summary>
/// Adding an item to a collection and taking it out, with rules I1 to I3 held in the same transaction: at most one collection
/// item for a collection and an item, implicit ones in the collections above, the collection's item count. A fixed number of statements,
/// each a look-up by key.
/// </summary>
public sealed class CollectionItemWrites : ResourceWrites
{
    /// <summary>The value that holds the type that a body gives the item; bodies with the item's id alone leave it out.</summary>
    public const string ItemType = "item_type";

    /// <summary>Adds an item explicitly; an implicit one becomes explicit and keeps its id and position.</summary>
    protected override Result<Guid> Create(WriteTransaction transaction, WritePlan plan)
    {
        var items = new CollectionItemStatements(transaction, plan.Uuid("collection_id")!.Value, plan.Uuid("item_id")!.Value);
        return Add(items, plan.Id, plan.Text(ItemType), transaction);
    }

    /// <summary>Collection items change through sortings alone.</summary>
    protected override Result<Guid> Update(WriteTransaction transaction, WritePlan plan) => throw new NotSupportedException();

    /// <summary>Takes an explicit item out; where a descendant still holds it, it stays and becomes implicit.</summary>
    protected override Result<Guid> Delete(WriteTransaction transaction, Guid id) =>
        Remove(transaction, id) is { } error ? error : id;

    private static Result<Guid> Add(CollectionItemStatements items, Guid newId, string? itemType, WriteTransaction transaction)
    {
        var collection = items.ReadCollection();
        var item = items.ReadItem() is { } found && (itemType is null || itemType == found.Kind) ? found : default((bool IsArchived, bool ShowsInStore, string Kind)?);
        var existing = items.ReadCollectionItem();
        var refusals = Placement.CheckAdd(collection?.IsSystem, item?.IsArchived, existing?.IsImplicit);
        if (refusals.Count > 0)
            return refusals.Select(refusal => CollectionItemErrors.Of(refusal, itemType)).ToList();
        var id = existing?.Id ?? newId;
        if (existing is null)
            items.Insert(id, items.CollectionId, isImplicit: false);
        else
            items.SetImplicit(id, false);
        foreach (var above in collection!.Value.Above)
            items.Insert(Guid.CreateVersion7(transaction.Now), above, isImplicit: true);
        if (item!.Value.ShowsInStore)
            items.Count(1);
        return id;
    }

    private static RequestError? Remove(WriteTransaction transaction, Guid id)
    {
        var (collectionId, itemId, isImplicit) = CollectionItemStatements.Find(transaction, id);
        var items = new CollectionItemStatements(transaction, collectionId, itemId);
        var collection = items.ReadCollection()!.Value;
        var sources = items.ReadSources();
        if (Placement.CheckRemove(collection.IsSystem, isImplicit) is { } refusal)
            return refusal == PlacementRefusal.IsImplicit ? CollectionItemErrors.Implicit(sources) : CollectionItemErrors.Of(refusal) with { Pointer = null };
        if (sources.Count > 0)
            items.SetImplicit(id, true);
        else
            items.Delete(id);
        foreach (var above in collection.Above)
            items.DeleteUnheld(above);
        if (items.ReadItem()!.Value.ShowsInStore)
            items.Count(-1);
        return null;
    }
}
