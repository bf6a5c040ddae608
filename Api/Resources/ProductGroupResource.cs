using Domain.Items;
using JsonApi.Definitions;
using Persistence.Writes.Items;

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
        Attribute("archived", group => group.Archived).Filter().Write();
        Attribute("archived_at", group => group.ArchivedAt).Filter();
        Attribute("name", group => group.Name).Filter().Write();
        Attribute("group_name", group => group.GroupName).Filter();
        Attribute("slug", group => group.Slug).Filter().Write();
        Attribute("sku", group => group.Sku).Filter().Write();
        Attribute("buffer_time_before", group => group.BufferTimeBefore).Filter().Write();
        Attribute("buffer_time_after", group => group.BufferTimeAfter).Filter().Write();
        Attribute("product_type", group => group.ProductType).OneOf("rental", "sales_item", "service").Filter("eq").Write();
        Attribute("tracking_type", group => group.TrackingType).Filter("eq").WriteOnce();
        Attribute("trackable", group => group.Trackable).Filter().WriteOnce();
        Attribute("has_variations", group => group.HasVariations).Filter().Write();
        Attribute("variation", group => group.Variation).Filter();
        Attribute("extra_information", group => group.ExtraInformation).Filter().Write();
        Attribute("photo_url", group => group.Photo!.LargeUrl).Url();
        Attribute("description", group => group.Description).Filter().Write();
        Attribute("excerpt", group => group.Excerpt).Filter().Write();
        Attribute("show_in_store", group => group.ShowInStore).Filter().Write();
        Attribute("sorting_weight", group => group.SortingWeight).Filter().Write();
        Attribute("base_price_in_cents", group => group.BasePriceInCents).Filter();
        Attribute("price_type", group => group.PriceType).Filter("eq").Write();
        Attribute("price_period", group => group.PricePeriod).Filter("eq").Write();
        Attribute("deposit_in_cents", group => group.DepositInCents).Filter().Write();
        Attribute("default_purchase_cost_in_cents", group => group.DefaultPurchaseCostInCents).Filter().Write();
        Hash("weight", group => group.Weight).Write();
        Attribute("discountable", group => group.Discountable).Filter().Write();
        Attribute("taxable", group => group.Taxable).Filter().Write();
        Attribute("seo_title", group => group.SeoTitle).Filter().Write();
        Attribute("seo_description", group => group.SeoDescription).Filter().Write();
        Attribute("tag_list", group => group.TagList).Filter().Countable().Write();
        Hash("properties", group => group.Properties);
        Attribute("photo_id", group => group.PhotoId).Filter();
        Attribute("tax_category_id", group => group.TaxCategoryId).Filter().Countable().Write();
        Attribute("price_ruleset_id", group => group.PriceRulesetId).Filter().Write();
        Attribute("price_structure_id", group => group.PriceStructureId).Filter().Write();
        Attribute("allow_shortage", group => group.AllowShortage).Filter().Write();
        Attribute("shortage_limit", group => group.ShortageLimit).Filter().Write();
        Attribute("variation_fields", group => group.VariationFields).Write();
        Attribute("flat_fee_price_in_cents", group => group.FlatFeePriceInCents).Filter().Write();
        Attribute("structure_price_in_cents", group => group.StructurePriceInCents).Filter().Write();
        Attribute("stock_item_properties", group => group.StockItemProperties).Write();

        BelongsTo("photo", group => group.Photo, group => group.PhotoId, "photos");
        HasMany("photos", group => group.Photos, photo => photo.OwnerId, "photos");
        HasMany("products", group => group.Products, product => product.ProductGroupId, "products");
        HasMany("properties", group => group.PropertyRows, property => property.OwnerId, "properties");
        HasMany("collection_items", group => group.CollectionItems, item => item.ItemId, "collection_items");

        Input("photo_base64", WireType.String);
        Input("remote_photo_url", WireType.String);
        Input("create_url_redirect", WireType.Boolean);

        string[] textOperators = [.. FilterOperators.Of(WireType.String).Select(op => op.Name)];
        Search("q", textOperators, group => group.Name, group => group.Sku, group => group.TagList);
        Filter("collection_id", WireType.Uuid, ["eq", "not_eq"], ItemFilters.InCollection);
        Filter("product_group_id", WireType.Uuid, ["eq"], ItemFilters.IsProductGroup);

        Scope = Is<ProductGroup>(group => group.Kind, "product_groups");
        HiddenFromLists = Is<ProductGroup>(group => group.Archived, true);
        RevealedBy = ["archived", "archived_at"];

        Nested("properties_attributes", "properties", "owner_id");

        WrittenBy<ProductGroupWrites, ProductGroupValidator>();

        Offer(Operation.List, "photo", "products", "properties");
        Offer(Operation.Search, "photo", "products", "properties");
        Offer(Operation.Fetch, "photo", "products", "properties");
        Offer(Operation.Create, "photo", "properties");
        Offer(Operation.Update, "photo", "properties");
        Offer(Operation.Delete);
    }
}
