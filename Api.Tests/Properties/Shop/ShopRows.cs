using System.Globalization;
using Plain = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace Api.Tests.Properties.Shop;

/// <summary>Something that was made and has an id. Attributes of which nothing follows are kept as the JSON they were given as.</summary>
internal abstract record ShopRow(string Id, Plain Plain)
{
    /// <summary>What came along within another's body has no id of its own until it is read.</summary>
    internal bool IsKnown => !Id.StartsWith("new:", StringComparison.Ordinal);

    /// <summary>The time of the write that is being worked out.</summary>
    internal const string Now = "now";

    internal static string NewId() => $"new:{Guid.NewGuid()}";

    private protected string Attributes => string.Join(' ', Plain.Select(pair => $"{pair.Key}={pair.Value}"));
}

internal sealed record ShopCollection(string Id, string? Parent, int? Position, string Slug, bool IsSystem, string? Image, Plain Plain) : ShopRow(Id, Plain)
{
    internal static readonly string[] Names = ["name", "description", "show_in_store", "collection_type"];

    internal string Path => $"/collections/{Slug}";

    internal string Line(int depth, int items) =>
        $"{Id} parent={Parent} position={Position} slug={Slug} image={Image} {Attributes} depth={depth} items={items}";
}

/// <param name="Id">The product group or bundle.</param>
/// <param name="Type">Its type.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="ArchivedAt">When it was archived, <see cref="ShopRow.Now"/> until the server has answered, null where it is not archived.</param>
/// <param name="Plain">The rest.</param>
internal sealed record ShopItem(string Id, string Type, string Slug, string? ArchivedAt, Plain Plain) : ShopRow(Id, Plain)
{
    internal bool IsArchived => ArchivedAt is not null;

    internal static readonly string[] Names = ["name", "description", "show_in_store", "tag_list", "discountable", "taxable", "sorting_weight"];

    internal static readonly string[] GroupNames = [.. Names, "price_type", "flat_fee_price_in_cents", "structure_price_in_cents", "tracking_type", "has_variations", "variation_fields"];

    /// <summary>The path in the store; null for what is archived.</summary>
    internal string? Path => IsArchived ? null : $"/{(IsBundle ? "bundles" : "products")}/{Slug}";

    internal bool IsShown => Plain["show_in_store"] == "true";

    internal bool IsBundle => Type == "bundles";

    /// <summary>The fee where the price is fixed or simple, nothing where there is none, else what the structure starts from.</summary>
    internal string? BasePrice => IsBundle ? null : Plain["price_type"] switch
    {
        "\"fixed\"" or "\"simple\"" => Plain["flat_fee_price_in_cents"],
        "\"none\"" => "0",
        _ => Plain["structure_price_in_cents"],
    };

    internal string Line(string? basePrice, string? properties, string? photo, string? url) =>
        $"{Id} {Type} slug={Slug} archived={IsArchived} {Attributes} price={basePrice} properties={properties} photo={photo} {url}";
}

/// <param name="Id">The product.</param>
/// <param name="CreatedAt">When it was made, as text that sorts.</param>
/// <param name="Group">Its product group.</param>
/// <param name="Values">Its variation values as JSON.</param>
/// <param name="Price">The price of its own, null for that of the group.</param>
/// <param name="ArchivedAt">When it was archived, null where it is not archived.</param>
/// <param name="Plain">The rest.</param>
internal sealed record ShopProduct(string Id, string CreatedAt, string Group, string Values, string? Price, string? ArchivedAt, Plain Plain) : ShopRow(Id, Plain)
{
    internal static readonly string[] Names = ["sorting_weight"];

    internal string Line(string name, string? price) => $"{Id} {Group} {name} values={Values} price={price} archived={ArchivedAt is not null} {Attributes}";
}

/// <param name="Id">The property.</param>
/// <param name="CreatedAt">When it was made, as text that sorts.</param>
/// <param name="Owner">The product group.</param>
/// <param name="Name">Its name as JSON, of one word; the same in lower case is its identifier.</param>
/// <param name="Position">Its position among the properties of the group; several may have the same.</param>
/// <param name="Plain">The rest.</param>
internal sealed record ShopProperty(string Id, string CreatedAt, string Owner, string Name, int Position, Plain Plain) : ShopRow(Id, Plain)
{
    internal static readonly string[] Names = ["value", "property_type"];

    internal string Identifier => Name.ToLowerInvariant();

    internal string Line => $"{Id} {Owner} {Identifier} position={Position} {Attributes}";
}

/// <summary>A product group in a bundle.</summary>
internal sealed record ShopPart(string Id, string CreatedAt, string Bundle, string Group, int Position, bool IsArchived, Plain Plain) : ShopRow(Id, Plain)
{
    internal static readonly string[] Names = ["quantity", "discount_percentage"];

    internal string Line => $"{Id} {Bundle} {Group} position={Position} archived={IsArchived} {Attributes}";
}

/// <param name="Id">The photo.</param>
/// <param name="CreatedAt">When it was made, as text that sorts.</param>
/// <param name="Owner">The item that it belongs to.</param>
/// <param name="Position">Its position among the photos of the item; several may have the same.</param>
/// <param name="Url">Its URL, null until the server has answered with the URL of an upload.</param>
/// <param name="Plain">The rest.</param>
internal sealed record ShopPhoto(string Id, string CreatedAt, string Owner, int Position, string? Url, Plain Plain) : ShopRow(Id, Plain)
{
    internal static readonly string[] Names = ["alt_text"];

    internal string Line => string.Create(CultureInfo.InvariantCulture, $"{Id} {Owner} position={Position} {Url} {Attributes}");
}
