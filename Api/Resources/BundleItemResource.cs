using Domain.Items;
using JsonApi.Definitions;
using Persistence.Writes.Items;

namespace Api.Resources;

/// <summary>One product group in a bundle.</summary>
internal sealed class BundleItemResource : ResourceDefinition<BundleItem>
{
    public BundleItemResource()
        : base("bundle_items", item => item.Id)
    {
        Id.Filter();
        Attribute("created_at", item => item.CreatedAt).Filter();
        Attribute("updated_at", item => item.UpdatedAt).Filter();
        Attribute("archived", item => item.Archived).Filter();
        Attribute("archived_at", item => item.ArchivedAt).Filter();
        Attribute("quantity", item => item.Quantity).Filter().Write();
        Attribute("discount_percentage", item => item.DiscountPercentage).Filter().Write();
        Attribute("position", item => item.Position).Filter().Write();
        Attribute("photo_id", item => item.PhotoId).Filter().Write();
        Attribute("bundle_id", item => item.BundleId).Filter().WriteOnce();
        Attribute("product_group_id", item => item.ProductGroupId).Filter().WriteOnce();
        Attribute("product_id", item => item.ProductId).Filter().Write();

        BelongsTo("bundle", item => item.Bundle, item => item.BundleId, "bundles");
        BelongsTo("product_group", item => item.ProductGroup, item => item.ProductGroupId, "product_groups");
        BelongsTo("product", item => item.Product, item => item.ProductId, "products");

        HiddenFromLists = Is<BundleItem>(item => item.Archived, true);
        RevealedBy = ["archived", "archived_at"];

        WrittenBy<BundleItemWrites, BundleItemValidator>();

        string[] includes = ["bundle", "product", "product.photo", "product_group", "product_group.photo", "product_group.products"];
        Offer(Operation.List, includes);
        Offer(Operation.Fetch, includes);
        Offer(Operation.Create, includes);
        Offer(Operation.Update, includes);
        Offer(Operation.Delete);
    }
}
