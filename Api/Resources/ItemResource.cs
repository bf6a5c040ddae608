using Domain.Items;
using JsonApi.Definitions;

namespace Api.Resources;

/// <summary>Product groups and bundles in one list, each written as its own type.</summary>
internal sealed class ItemResource : ResourceDefinition<Item>
{
    public ItemResource(ProductGroupResource groups, BundleResource bundles)
        : base("items", item => item.Id)
    {
        Id.Filter("eq", "not_eq", "gt");
        foreach (var name in new[]
        {
            "created_at", "updated_at", "type", "archived", "archived_at", "name", "group_name", "slug", "sku", "buffer_time_before",
            "buffer_time_after", "tracking_type", "trackable", "has_variations", "variation", "extra_information", "photo_url",
            "description", "excerpt", "show_in_store", "sorting_weight", "base_price_in_cents", "price_type", "price_period",
            "deposit_in_cents", "default_purchase_cost_in_cents", "discountable", "taxable", "seo_title", "seo_description", "photo_id",
            "price_ruleset_id", "price_structure_id",
        })
            Like(groups, name);
        // Not documented as filters of items, but sortable and counted like every attribute that is written.
        foreach (var name in new[] { "allow_shortage", "shortage_limit", "flat_fee_price_in_cents", "structure_price_in_cents" })
            Like(groups, name).Filter([]);
        Like(groups, "product_type").OneOf("rental", "sales_item", "service", "bundle");
        Like(groups, "tag_list").Countable();
        Like(groups, "tax_category_id").Filter("eq").Countable();

        BelongsTo("photo", item => item.Photo, item => item.PhotoId, "photos");
        HasMany("photos", item => item.Photos, photo => photo.OwnerId, "photos");
        HasMany("collection_items", item => item.CollectionItems, item => item.ItemId, "collection_items");
        HasMany("bundle_items", item => ((Bundle)item).BundleItems, item => item.BundleId, "bundle_items",
            leavingOut: Is<BundleItem>(item => item.Archived, true));
        HasMany("properties", item => ((ProductGroup)item).PropertyRows, property => property.OwnerId, "properties");

        Search("q", ["eq"], item => item.Name, item => ((ProductGroup)item).Sku, item => item.TagList);
        Filter("collection_id", WireType.Uuid, ["eq", "not_eq"], ItemFilters.InCollection);
        Filter("product_group_id", WireType.Uuid, ["eq"], ItemFilters.IsProductGroup);

        Variants = [groups, bundles];
        VariantOf = FindAttribute("type");
        HiddenFromLists = Is<Item>(item => item.Archived, true);
        RevealedBy = ["archived", "archived_at"];

        string[] includes = ["bundle_items", "collection_items", "photo", "properties"];
        Offer(Operation.List, includes);
        Offer(Operation.Search, includes);
        Offer(Operation.Fetch, includes);
    }
}
