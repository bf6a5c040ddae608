using Domain.Items;
using JsonApi.Definitions;

namespace Api.Resources;

/// <summary>A product as the store lists it.</summary>
internal sealed class ProductGroupResource : ResourceDefinition<ProductGroup>
{
    public ProductGroupResource()
        : base("product_groups", group => group.Id)
    {
        Id.Filter("eq", "not_eq", "gt");
        Attribute("created_at", group => group.CreatedAt).Filter();
        Attribute("updated_at", group => group.UpdatedAt).Filter();
        Attribute("type", group => group.Kind).Filter();
        Attribute("archived", group => group.Archived).Filter();
        Attribute("archived_at", group => group.ArchivedAt).Filter();
        Attribute("name", group => group.Name).Filter();
        Attribute("group_name", group => group.GroupName).Filter();
        Attribute("slug", group => group.Slug).Filter();
        Attribute("sku", group => group.Sku).Filter();
        Attribute("buffer_time_before", group => group.BufferTimeBefore).Filter();
        Attribute("buffer_time_after", group => group.BufferTimeAfter).Filter();
        Attribute("product_type", group => group.ProductType).OneOf("rental", "sales_item", "service").Filter("eq");
        Attribute("tracking_type", group => group.TrackingType).Filter("eq");
        Attribute("trackable", group => group.Trackable).Filter();
        Attribute("has_variations", group => group.HasVariations).Filter();
        Attribute("variation", group => group.Variation).Filter();
        Attribute("extra_information", group => group.ExtraInformation).Filter();
        Attribute("photo_url", group => group.Photo!.LargeUrl).Url();
        Attribute("description", group => group.Description).Filter();
        Attribute("excerpt", group => group.Excerpt).Filter();
        Attribute("show_in_store", group => group.ShowInStore).Filter();
        Attribute("sorting_weight", group => group.SortingWeight).Filter();
        Attribute("base_price_in_cents", group => group.BasePriceInCents).Filter();
        Attribute("price_type", group => group.PriceType).Filter("eq");
        Attribute("price_period", group => group.PricePeriod).Filter("eq");
        Attribute("deposit_in_cents", group => group.DepositInCents).Filter();
        Attribute("default_purchase_cost_in_cents", group => group.DefaultPurchaseCostInCents).Filter();
        Hash("weight", group => group.Weight);
        Attribute("discountable", group => group.Discountable).Filter();
        Attribute("taxable", group => group.Taxable).Filter();
        Attribute("seo_title", group => group.SeoTitle).Filter();
        Attribute("seo_description", group => group.SeoDescription).Filter();
        Attribute("tag_list", group => group.TagList).Filter().Countable();
        Hash("properties", group => group.Properties);
        Attribute("photo_id", group => group.PhotoId).Filter();
        Attribute("tax_category_id", group => group.TaxCategoryId).Filter().Countable();
        Attribute("price_ruleset_id", group => group.PriceRulesetId).Filter();
        Attribute("price_structure_id", group => group.PriceStructureId).Filter();
        Attribute("allow_shortage", group => group.AllowShortage).Filter();
        Attribute("shortage_limit", group => group.ShortageLimit).Filter();
        Attribute("variation_fields", group => group.VariationFields);
        Attribute("flat_fee_price_in_cents", group => group.FlatFeePriceInCents).Filter();
        Attribute("structure_price_in_cents", group => group.StructurePriceInCents).Filter();
        Attribute("stock_item_properties", group => group.StockItemProperties);

        BelongsTo("photo", group => group.Photo, group => group.PhotoId, "photos");
        HasMany("photos", group => group.Photos, photo => photo.OwnerId, "photos");
        HasMany("collection_items", group => group.CollectionItems, place => place.ItemId, "collection_items");

        Search("q", [.. FilterOperators.Of(WireType.String).Select(op => op.Name)], group => group.Name, group => group.Sku, group => group.TagList);
        Filter("collection_id", WireType.Uuid, ["eq", "not_eq"], ItemFilters.InCollection);
        Filter("product_group_id", WireType.Uuid, ["eq"], ItemFilters.IsProductGroup);

        Scope = Is<ProductGroup>(group => group.Kind, "product_groups");
        HiddenFromLists = Is<ProductGroup>(group => group.Archived, true);
        RevealedBy = ["archived", "archived_at"];

        Offer(Operation.List, "photo");
        Offer(Operation.Search, "photo");
        Offer(Operation.Fetch, "photo");
    }
}
