using Domain.Collections;
using JsonApi.Definitions;
using Persistence.Writes.Collections;

namespace Api.Resources;

/// <summary>A curated, nested set of items.</summary>
internal sealed class CollectionResource : ResourceDefinition<Collection>
{
    public CollectionResource()
        : base("collections", collection => collection.Id)
    {
        Id.Filter();
        Attribute("created_at", collection => collection.CreatedAt).Filter();
        Attribute("updated_at", collection => collection.UpdatedAt).Filter();
        Attribute("name", collection => collection.Name).Filter().Write();
        Attribute("slug", collection => collection.Slug).Filter().Write();
        Attribute("description", collection => collection.Description).Filter().Write();
        Attribute("seo_title", collection => collection.SeoTitle).Filter().Write();
        Attribute("seo_description", collection => collection.SeoDescription).Filter().Write();
        Attribute("collection_type", collection => collection.CollectionType).Filter("eq").FilterAlso("manual", "static").WriteOnce();
        Attribute("system", collection => collection.System).Filter();
        Attribute("item_count", collection => collection.ItemCount);
        Attribute("show_in_store", collection => collection.ShowInStore).Filter().Write();
        Attribute("parent_id", collection => collection.ParentId).Filter().Write();
        Attribute("depth", collection => collection.Depth).Filter();
        Attribute("position", collection => collection.Position).Filter();
        Attribute("image_url", collection => collection.ImageUrl).Url();
        Attribute("image_large_url", collection => collection.ImageLargeUrl).Url();

        Input("image_base64", WireType.String);
        Input("remote_image_url", WireType.String);
        Input("external_image_url", WireType.String);
        Input("remove_image", WireType.Boolean);
        Input("create_url_redirect", WireType.Boolean);

        HasMany("collection_items", collection => collection.CollectionItems, item => item.CollectionId, "collection_items");

        Search("q", ["eq"], collection => collection.Name, collection => collection.Description);
        Search("hierarchical_q", ["eq"],
            collection => collection.Name, collection => collection.Parent!.Name, collection => collection.Parent!.Parent!.Name);

        // The tree is three levels deep: descendants are children and grandchildren, ancestors are the parent and the grandparent.
        Extra<Collection>(
            "all_children",
            where: new Any(
            [
                Same<Collection>(child => child.ParentId, collection => collection.Id),
                Same<Collection>(child => child.Parent!.ParentId, collection => collection.Id),
            ]),
            select: Reference,
            child => child.Depth, child => child.Position, child => child.Name, child => child.Id);
        Extra<Collection>("all_parents", Above, Reference, parent => parent.Depth);
        Extra<Collection>(
            "hierarchical_name",
            where: new Any([Same<Collection>(self => self.Id, collection => collection.Id), Above]),
            select: [("", self => self.Name)],
            self => self.Depth);

        WrittenBy<CollectionWrites, CollectionValidator>();

        string[] includes = ["collection_items", "collection_items.item", "collection_items.item.photo"];
        Offer(Operation.List);
        Offer(Operation.Fetch, includes);
        Offer(Operation.Create, includes);
        Offer(Operation.Update, includes);
        Offer(Operation.Delete);
    }

    private static Condition Above => new Any(
    [
        Same<Collection>(parent => parent.Id, collection => collection.ParentId),
        Same<Collection>(parent => parent.Id, collection => collection.Parent!.ParentId),
    ]);

    private static (string, System.Linq.Expressions.Expression<Func<Collection, object?>>)[] Reference =>
        [("id", collection => collection.Id), ("name", collection => collection.Name)];
}
