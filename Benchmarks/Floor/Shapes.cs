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

    private const string BundleAttributes = """
        created_at updated_at archived:flag archived_at type=i.kind name slug product_type extra_information photo_url=p.large_url
        description excerpt show_in_store:flag sorting_weight:number discountable:flag taxable:flag seo_title seo_description
        tag_list:json photo_id tax_category_id
        """;

    private const string Columns = "id, created_at, updated_at, item_id, collection_id, position, implicit";

    internal static readonly CollectionItemShape CollectionItem = new(withItem: false);
    internal static readonly CollectionItemShape CollectionItemWithItem = new(withItem: true);

    internal static readonly ProductGroupShape ProductGroup = new();

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
        internal ProductGroupShape()
        {
            Id = List.Add("i.id");
            Attributes = List.Attributes("i", ProductGroupAttributes);
        }

        internal SelectList List { get; } = new();
        internal int Id { get; }
        internal Column[] Attributes { get; }
    }
}
