using Domain.Collections;
using JsonApi.Definitions;
using Persistence.Writes;

namespace Api.Resources;

/// <summary>An item in a collection. Never updated: places change through sortings.</summary>
internal sealed class CollectionItemResource : ResourceDefinition<CollectionItem>
{
    public CollectionItemResource()
        : base("collection_items", place => place.Id)
    {
        Id.Filter();
        Attribute("created_at", place => place.CreatedAt).Filter();
        Attribute("updated_at", place => place.UpdatedAt);
        Attribute("item_id", place => place.ItemId).Filter().WriteOnce();
        Attribute("collection_id", place => place.CollectionId).Filter().WriteOnce();
        Attribute("position", place => place.Position).Filter();
        Attribute("implicit", place => place.Implicit).Filter();

        BelongsTo("item", place => place.Item, place => place.ItemId, "items", CollectionItemWrites.ItemType);
        BelongsTo("collection", place => place.Collection, place => place.CollectionId, "collections");

        Filter("exclude_system_collections", WireType.Boolean, ["eq"], (_, values) =>
            values.Items.Contains(true) ? new Not(Is<CollectionItem>(place => place.Collection!.System, true)) : Condition.Always);

        // The strict descendants of the row's collection that hold its item explicitly; the tree is three levels deep.
        Extra<CollectionItem>(
            "source_collections",
            where: new All(
            [
                Same<CollectionItem>(source => source.ItemId, place => place.ItemId),
                Is<CollectionItem>(source => source.Implicit, false),
                new Any(
                [
                    Same<CollectionItem>(source => source.Collection!.ParentId, place => place.CollectionId),
                    Same<CollectionItem>(source => source.Collection!.Parent!.ParentId, place => place.CollectionId),
                ]),
            ]),
            select: [("id", source => source.CollectionId), ("name", source => source.Collection!.Name)],
            source => source.Collection!.Depth, source => source.Collection!.Position, source => source.Collection!.Name, source => source.CollectionId);

        Offer(Operation.List, "collection", "item", "item.photo");
        Offer(Operation.Fetch, "collection", "item", "item.photo");
        Offer(Operation.Create, "collection", "item", "item.photo");
        Offer(Operation.Delete);
    }
}
