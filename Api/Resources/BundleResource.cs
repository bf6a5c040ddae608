using Domain.Items;
using JsonApi.Definitions;
using Persistence.Writes.Items;

namespace Api.Resources;

/// <summary>Product groups offered together.</summary>
internal sealed class BundleResource : ResourceDefinition<Bundle>
{
    public BundleResource()
        : base("bundles", bundle => bundle.Id)
    {
        Id.Filter();
        Attribute("created_at", bundle => bundle.CreatedAt).Filter();
        Attribute("updated_at", bundle => bundle.UpdatedAt).Filter();
        Attribute("archived", bundle => bundle.Archived).Filter().Write();
        Attribute("archived_at", bundle => bundle.ArchivedAt).Filter();
        Attribute("type", bundle => bundle.Kind).Filter();
        Attribute("name", bundle => bundle.Name).Filter().Write();
        Attribute("slug", bundle => bundle.Slug).Filter().Write();
        Attribute("product_type", bundle => bundle.ProductType).OneOf("bundle").Filter("eq");
        Attribute("extra_information", bundle => bundle.ExtraInformation).Filter().Write();
        Attribute("photo_url", bundle => bundle.Photo!.LargeUrl).Url();
        Attribute("description", bundle => bundle.Description).Filter().Write();
        Attribute("excerpt", bundle => bundle.Excerpt).Filter().Write();
        Attribute("show_in_store", bundle => bundle.ShowInStore).Filter().Write();
        Attribute("sorting_weight", bundle => bundle.SortingWeight).Filter().Write();
        Attribute("discountable", bundle => bundle.Discountable).Filter().Write();
        Attribute("taxable", bundle => bundle.Taxable).Filter().Write();
        Attribute("seo_title", bundle => bundle.SeoTitle).Filter().Write();
        Attribute("seo_description", bundle => bundle.SeoDescription).Filter().Write();
        Attribute("tag_list", bundle => bundle.TagList).Filter().Countable().Write();
        Attribute("photo_id", bundle => bundle.PhotoId).Filter();
        Attribute("tax_category_id", bundle => bundle.TaxCategoryId).Filter().Countable().Write();

        BelongsTo("photo", bundle => bundle.Photo, bundle => bundle.PhotoId, "photos");
        HasMany("photos", bundle => bundle.Photos, photo => photo.OwnerId, "photos");
        HasMany("collection_items", bundle => bundle.CollectionItems, item => item.ItemId, "collection_items");
        HasMany("bundle_items", bundle => bundle.BundleItems, item => item.BundleId, "bundle_items",
            leavingOut: Is<BundleItem>(item => item.Archived, true));

        Input("photo_base64", WireType.String);
        Input("remote_photo_url", WireType.String);
        Input("create_url_redirect", WireType.Boolean);

        Search("q", ["eq"], bundle => bundle.Name, bundle => bundle.TagList);

        Scope = Is<Bundle>(bundle => bundle.Kind, "bundles");
        HiddenFromLists = Is<Bundle>(bundle => bundle.Archived, true);
        RevealedBy = ["archived", "archived_at"];

        Nested("bundle_items_attributes", "bundle_items", "bundle_id");

        WrittenBy<BundleWrites, BundleValidator>();

        string[] includes =
        [
            "bundle_items", "bundle_items.product", "bundle_items.product.photo", "bundle_items.product_group", "bundle_items.product_group.photo", "photo",
        ];
        Offer(Operation.List, "photo");
        Offer(Operation.Search, "photo");
        Offer(Operation.Fetch, [.. includes, "bundle_items.product_group.products", "bundle_items.product_group.products.photo"]);
        Offer(Operation.Create, includes);
        Offer(Operation.Update, includes);
        Offer(Operation.Delete);
    }
}
