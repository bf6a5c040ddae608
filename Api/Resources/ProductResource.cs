using Domain.Items;
using JsonApi.Definitions;
using Persistence.Writes.Items;

namespace Api.Resources;

/// <summary>A variation of a product group, or its only product. What the variations share is read through the group.</summary>
internal sealed class ProductResource : ResourceDefinition<Product>
{
    public ProductResource()
        : base("products", product => product.Id)
    {
        Id.Filter("eq", "not_eq", "gt");
        Attribute("created_at", product => product.CreatedAt).Filter();
        Attribute("updated_at", product => product.UpdatedAt).Filter();
        Attribute("type", product => product.Kind).Filter();
        Attribute("archived", product => product.Archived).Filter();
        Attribute("archived_at", product => product.ArchivedAt).Filter();
        Attribute("name", product => product.Name).Filter();
        Attribute("group_name", product => product.ProductGroup!.Name).NeverNull().Filter();
        Attribute("slug", product => product.ProductGroup!.Slug).NeverNull().Filter();
        Attribute("sku", product => product.ProductGroup!.Sku).NeverNull().Filter();
        Attribute("buffer_time_before", product => product.ProductGroup!.BufferTimeBefore).NeverNull().Filter();
        Attribute("buffer_time_after", product => product.ProductGroup!.BufferTimeAfter).NeverNull().Filter();
        Attribute("product_type", product => product.ProductGroup!.ProductType).NeverNull().OneOf("rental", "sales_item", "service").Filter("eq");
        Attribute("tracking_type", product => product.ProductGroup!.TrackingType).NeverNull().Filter("eq");
        Attribute("trackable", product => product.ProductGroup!.Trackable).NeverNull().Filter();
        Attribute("has_variations", product => product.ProductGroup!.HasVariations).NeverNull().Filter();
        Attribute("variation", product => product.ProductGroup!.HasVariations).NeverNull().Filter();
        Attribute("extra_information", product => product.ProductGroup!.ExtraInformation).Filter();
        Attribute("photo_url", product => product.Photo!.LargeUrl).Url();
        Attribute("description", product => product.ProductGroup!.Description).Filter();
        Attribute("excerpt", product => product.ProductGroup!.Excerpt).Filter();
        Attribute("show_in_store", product => product.ProductGroup!.ShowInStore).NeverNull().Filter();
        Attribute("sorting_weight", product => product.SortingWeight).Filter().Write();
        Attribute("base_price_in_cents", product => product.BasePriceInCents).Filter().Write();
        Attribute("price_type", product => product.ProductGroup!.PriceType).NeverNull().Filter("eq");
        Attribute("price_period", product => product.ProductGroup!.PricePeriod).NeverNull().Filter("eq");
        Attribute("deposit_in_cents", product => product.ProductGroup!.DepositInCents).NeverNull().Filter();
        Attribute("default_purchase_cost_in_cents", product => product.ProductGroup!.DefaultPurchaseCostInCents).Filter();
        Hash("weight", product => product.Weight).Write();
        Attribute("discountable", product => product.ProductGroup!.Discountable).NeverNull().Filter();
        Attribute("taxable", product => product.ProductGroup!.Taxable).NeverNull().Filter();
        Attribute("seo_title", product => product.ProductGroup!.SeoTitle).Filter();
        Attribute("seo_description", product => product.ProductGroup!.SeoDescription).Filter();
        Attribute("tag_list", product => product.ProductGroup!.TagList).NeverNull().Filter().Countable();
        Hash("properties", product => product.ProductGroup!.Properties).NeverNull();
        Attribute("photo_id", product => product.PhotoId).Filter().Write();
        Attribute("tax_category_id", product => product.ProductGroup!.TaxCategoryId).Filter().Countable();
        Attribute("price_ruleset_id", product => product.ProductGroup!.PriceRulesetId).Filter();
        Attribute("price_structure_id", product => product.ProductGroup!.PriceStructureId).Filter();
        Attribute("allow_shortage", product => product.ProductGroup!.AllowShortage).NeverNull().Filter();
        Attribute("shortage_limit", product => product.ProductGroup!.ShortageLimit).NeverNull().Filter();
        Attribute("weight_overridden", product => product.WeightOverridden);
        Attribute("variation_values", product => product.VariationValues).Write();
        Attribute("product_group_id", product => product.ProductGroupId).Filter().WriteOnce();

        BelongsTo("photo", product => product.Photo, product => product.PhotoId, "photos");
        BelongsTo("product_group", product => product.ProductGroup, product => product.ProductGroupId, "product_groups");
        HasMany("properties", product => product.ProductGroup!.PropertyRows, property => property.OwnerId, "properties", product => product.ProductGroupId);

        Search("q", ["eq"], product => product.Name, product => product.ProductGroup!.Sku, product => product.ProductGroup!.TagList);
        Filter("collection_id", WireType.Uuid, ["eq", "not_eq"], ItemFilters.GroupInCollection);

        HiddenFromLists = Is<Product>(product => product.Archived, true);
        RevealedBy = ["archived", "archived_at"];

        WrittenBy<ProductWrites, ProductValidator>();

        string[] includes = ["photo", "product_group", "properties"];
        Offer(Operation.List, includes);
        Offer(Operation.Search, includes);
        Offer(Operation.Fetch, includes);
        Offer(Operation.Create, includes);
        Offer(Operation.Update, includes);
        Offer(Operation.Delete);
    }
}
