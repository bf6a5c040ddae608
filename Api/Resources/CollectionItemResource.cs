using Domain.Collections;
using JsonApi.Definitions;
using Persistence.Writes.Collections;

namespace Api.Resources;

/// <summary>An item in a collection. Never updated: positions change through sortings.</summary>
internal sealed class CollectionItemResource : ResourceDefinition<CollectionItem>
{
    public CollectionItemResource()
        : base("collection_items", item => item.Id)
    {
        Id.Filter();
        Attribute("created_at", item => item.CreatedAt).Filter();
        Attribute("updated_at", item => item.UpdatedAt);
        Attribute("item_id", item => item.ItemId).Filter().WriteOnce();
        Attribute("collection_id", item => item.CollectionId).Filter().WriteOnce();
        Attribute("position", item => item.Position).Filter();
        Attribute("implicit", item => item.Implicit).Filter();

        BelongsTo("item", item => item.Item, item => item.ItemId, "items", CollectionItemWrites.ItemType);
        BelongsTo("collection", item => item.Collection, item => item.CollectionId, "collections");

        Filter("exclude_system_collections", WireType.Boolean, ["eq"], (_, values) =>
            values.Items.Contains(true) ? new Not(Is<CollectionItem>(item => item.Collection!.System, true)) : Condition.Always);

        // The strict descendants of the row's collection that have its item explicitly; the tree is three levels deep.
        Extra<CollectionItem>(
            "source_collections",
            where: new All(
            [
                Same<CollectionItem>(source => source.ItemId, item => item.ItemId),
                Is<CollectionItem>(source => source.Implicit, false),
                new Any(
                [
                    Same<CollectionItem>(source => source.Collection!.ParentId, item => item.CollectionId),
                    Same<CollectionItem>(source => source.Collection!.Parent!.ParentId, item => item.CollectionId),
                ]),
            ]),
            select: [("id", source => source.CollectionId), ("name", source => source.Collection!.Name)],
            source => source.Collection!.Depth,
            source => source.Collection!.Position,
            source => source.Collection!.Name,
            source => source.CollectionId);

        WrittenBy<CollectionItemWrites, CollectionItemValidator>();

        Offer(Operation.List, "collection", "item", "item.photo");
        Offer(Operation.Fetch, "collection", "item", "item.photo");
        Offer(Operation.Create, "collection", "item", "item.photo");
        Offer(Operation.Delete);
    }
}
