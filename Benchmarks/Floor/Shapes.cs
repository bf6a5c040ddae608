namespace Benchmarks.Floor;

/// <summary>What the floor reads: default attributes in documented order, and the statements over them.</summary>
internal static class Shapes
{
    internal const string ProductGroups = "product_groups";

    private const string CollectionItemAttributes = "created_at updated_at item_id collection_id position:number implicit:flag";

    private const string CollectionAttributes = """
        created_at updated_at name slug description seo_title seo_description collection_type system:flag item_count:number
        show_in_store:flag parent_id depth:number position:number image_url image_large_url
        """;

    private const string PhotoAttributes = """
        created_at updated_at original_url large_url xlarge_url coordinates:json alt_text preview position:number width:number
        height:number photo:photoFile=p.original_url owner_id owner_type
        """;

    private const string ProductGroupAttributes = """
        created_at updated_at type=i.kind archived:flag archived_at name group_name slug sku buffer_time_before:number
        buffer_time_after:number product_type tracking_type trackable:flag has_variations:flag variation:flag extra_information
        photo_url=p.large_url description excerpt show_in_store:flag sorting_weight:number base_price_in_cents:number price_type
        price_period deposit_in_cents:number default_purchase_cost_in_cents:number weight:json discountable:flag taxable:flag
        seo_title seo_description tag_list:json properties:json photo_id tax_category_id price_ruleset_id price_structure_id
        allow_shortage:flag shortage_limit:number variation_fields:json flat_fee_price_in_cents:number
        structure_price_in_cents:number stock_item_properties:json
        """;

    private const string ProductAttributes = """
        created_at updated_at type=pr.kind archived:flag archived_at name group_name=i.name slug=i.slug sku=i.sku
        buffer_time_before:number=i.buffer_time_before buffer_time_after:number=i.buffer_time_after product_type=i.product_type
        tracking_type=i.tracking_type trackable:flag=i.trackable has_variations:flag=i.has_variations variation:flag=i.has_variations
        extra_information=i.extra_information photo_url=p.large_url description=i.description excerpt=i.excerpt
        show_in_store:flag=i.show_in_store sorting_weight:number base_price_in_cents:number price_type=i.price_type
        price_period=i.price_period deposit_in_cents:number=i.deposit_in_cents
        default_purchase_cost_in_cents:number=i.default_purchase_cost_in_cents weight:json discountable:flag=i.discountable
        taxable:flag=i.taxable seo_title=i.seo_title seo_description=i.seo_description tag_list:json=i.tag_list
        properties:json=i.properties photo_id tax_category_id=i.tax_category_id price_ruleset_id=i.price_ruleset_id
        price_structure_id=i.price_structure_id allow_shortage:flag=i.allow_shortage shortage_limit:number=i.shortage_limit
        weight_overridden:flag variation_values:json product_group_id
        """;

    private const string PropertyAttributes = """
        created_at updated_at name identifier position:number property_type show_on:json validation_required:flag
        meets_validation_requirements:flag value default_property_id owner_id owner_type
        """;

    private const string BundleAttributes = """
        created_at updated_at archived:flag archived_at type=i.kind name slug product_type extra_information photo_url=p.large_url
        description excerpt show_in_store:flag sorting_weight:number discountable:flag taxable:flag seo_title seo_description
        tag_list:json photo_id tax_category_id
        """;

    private const string Columns = "id, created_at, updated_at, item_id, collection_id, position, implicit";

    internal static readonly CollectionItemShape CollectionItem = new(withItem: false);
    internal static readonly CollectionItemShape CollectionItemWithItem = new(withItem: true);

    internal static readonly ProductGroupShape ProductGroup = new();
    internal static readonly ProductGroupShape ProductGroupWithPhoto = new(withPhoto: true);
    internal static readonly PartShape Product = new("pr", ProductAttributes, "pr.product_group_id");
    internal static readonly PartShape Property = new("pp", PropertyAttributes, "pp.owner_id");

    private static readonly SelectList CollectionList = new();
    internal static readonly int CollectionId = CollectionList.Add("c.id");
    internal static readonly Column[] Collection = CollectionList.Attributes("c", CollectionAttributes);

    internal static string CollectionById { get; } = $"SELECT {CollectionList} FROM collections c WHERE c.company_id = ?1 AND c.id = ?2";

    internal static string CollectionItemById { get; } = $"SELECT {Columns} FROM collection_items WHERE company_id = ?1 AND id = ?2";

    internal static string CollectionPage { get; } = Page("collection_id = ?2", "position NULLS LAST, id", "?3", "?4");

    internal static string NewestPage { get; } = Page("TRUE", "created_at DESC, id DESC", "?3", "?4");

    internal static string NewestOfKindPage { get; } = Page("implicit = ?2", "created_at DESC, id DESC", "?3", "?4");

    internal static string NewestPageAfter { get; } =
        $"SELECT {Columns} FROM collection_items WHERE company_id = ?1 AND (created_at, id) < (?2, ?3) ORDER BY created_at DESC, id DESC LIMIT ?4";

    internal static string SearchPage { get; } = $"""
        SELECT {ProductGroup.List} FROM items i LEFT JOIN photos p ON p.company_id = ?1 AND p.id = i.photo_id
        WHERE i.company_id = ?1 AND i.kind = 'product_groups' AND i.show_in_store = 1
          AND (i.base_price_in_cents >= ?2 AND i.buffer_time_before = ?3 OR i.sku_folded >= ?4 AND i.sku_folded < ?4 || char(1114111))
        ORDER BY i.created_at DESC, i.id DESC LIMIT ?5
        """;

    internal static string ProductGroupPage { get; } = $"""
        SELECT {ProductGroupWithPhoto.List} FROM items i LEFT JOIN photos p ON p.company_id = ?1 AND p.id = i.photo_id
        WHERE i.company_id = ?1 AND i.kind = 'product_groups' AND i.archived = 0 ORDER BY i.created_at, i.id LIMIT ?2 OFFSET ?3
        """;

    // In the order of the page, so that all three are read side by side.
    internal static string ProductsOfPage { get; } = $"""
        SELECT {Product.List} FROM ({GroupKeys}) k CROSS JOIN items i ON i.rowid = k.k
        CROSS JOIN products pr ON pr.company_id = ?1 AND pr.product_group_id = i.id
        LEFT JOIN photos p ON p.company_id = ?1 AND p.id = pr.photo_id
        ORDER BY i.created_at, i.id, pr.created_at, pr.id
        """;

    internal static string PropertiesOfPage { get; } = $"""
        SELECT {Property.List} FROM ({GroupKeys}) k CROSS JOIN items i ON i.rowid = k.k
        CROSS JOIN properties pp ON pp.company_id = ?1 AND pp.owner_id = i.id
        ORDER BY i.created_at, i.id, pp.position, pp.created_at, pp.id
        """;

    private static string GroupKeys => """
        SELECT rowid AS k FROM items WHERE company_id = ?1 AND kind = 'product_groups' AND archived = 0
        ORDER BY created_at, id LIMIT ?2 OFFSET ?3
        """;

    internal static string CountOfKind => "SELECT count(*) FROM collection_items WHERE company_id = ?1 AND implicit = ?2";

    internal static string CollectionPageWithItems { get; } = WithItems(CollectionPage);

    internal static string WholeCollectionWithItems { get; } =
        WithItems(Page("collection_id = ?2", "position NULLS LAST, created_at, id", "-1", "0"));

    private static string Page(string condition, string order, string limit, string offset) =>
        $"SELECT {Columns} FROM collection_items WHERE company_id = ?1 AND {condition} ORDER BY {order} LIMIT {limit} OFFSET {offset}";

    // CROSS JOIN keeps the page as the outer loop, so its order is the order of the rows.
    private static string WithItems(string page) => $"""
        SELECT {CollectionItemWithItem.List} FROM ({page}) ci
        CROSS JOIN items i ON i.company_id = ?1 AND i.id = ci.item_id
        LEFT JOIN photos p ON p.company_id = ?1 AND p.id = i.photo_id
        """;

    internal sealed class CollectionItemShape
    {
        internal CollectionItemShape(bool withItem)
        {
            Id = List.Add("ci.id");
            Attributes = List.Attributes("ci", CollectionItemAttributes);
            if (!withItem)
                return;
            PhotoId = List.Add("p.id");
            Photo = List.Attributes("p", PhotoAttributes);
            Kind = List.Add("i.kind");
            ItemId = List.Add("i.id");
            ProductGroup = List.Attributes("i", ProductGroupAttributes);
            Bundle = List.Attributes("i", BundleAttributes);
        }

        internal SelectList List { get; } = new();
        internal int Id { get; }
        internal int PhotoId { get; }
        internal int Kind { get; }
        internal int ItemId { get; }
        internal Column[] Attributes { get; }
        internal Column[] Photo { get; } = [];
        internal Column[] ProductGroup { get; } = [];
        internal Column[] Bundle { get; } = [];
    }

    internal sealed class ProductGroupShape
    {
        internal ProductGroupShape(bool withPhoto = false)
        {
            Id = List.Add("i.id");
            // First, because the URLs of a photo have to be side by side.
            if (withPhoto)
            {
                PhotoId = List.Add("p.id");
                Photo = List.Attributes("p", PhotoAttributes);
            }
            Attributes = List.Attributes("i", ProductGroupAttributes);
        }

        internal SelectList List { get; } = new();
        internal int Id { get; }
        internal int PhotoId { get; }
        internal Column[] Attributes { get; }
        internal Column[] Photo { get; } = [];
    }

    /// <summary>What belongs to a product group: a product, or a property.</summary>
    internal sealed class PartShape
    {
        internal PartShape(string alias, string attributes, string group)
        {
            Id = List.Add($"{alias}.id");
            Group = List.Add(group);
            Attributes = List.Attributes(alias, attributes);
        }

        internal SelectList List { get; } = new();
        internal int Id { get; }
        internal int Group { get; }
        internal Column[] Attributes { get; }
    }
}
