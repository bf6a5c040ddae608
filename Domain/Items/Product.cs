namespace Domain.Items;

/// <summary>The kind of a product: there is one. It is stored so that the attribute <c>type</c> can be filtered like any other.</summary>
public enum ProductKind
{
    Products,
}

/// <summary>
/// What is rented out or sold: a variation of a product group, or the only product of a group without variations. What the variations
/// share is the group's; a product has its own values, price, weight and photo.
/// </summary>
public sealed class Product
{
    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public ProductKind Kind { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public bool Archived { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public Guid ProductGroupId { get; init; }

    public ProductGroup? ProductGroup { get; init; }

    /// <summary>The group's name and the values: see <see cref="NameOf"/>.</summary>
    public required string Name { get; set; }

    /// <summary>One value for each of the group's variation fields, in their order.</summary>
    public List<string> VariationValues { get; set; } = [];

    public int SortingWeight { get; set; }

    /// <summary>The group's price unless <see cref="PriceOverridden"/>.</summary>
    public int BasePriceInCents { get; set; }

    public bool PriceOverridden { get; set; }

    /// <summary>A JSON object such as <c>{"value":2.5,"unit":"kg"}</c>, or null; the group's unless <see cref="WeightOverridden"/>.</summary>
    public string? Weight { get; set; }

    public bool WeightOverridden { get; set; }

    /// <summary>One of the group's photos; null for none of its own.</summary>
    public Guid? PhotoId { get; set; }

    public Photo? Photo { get; set; }

    /// <summary><c>Tent - Red, Large</c>; the group's name alone where no value is given.</summary>
    public static string NameOf(string group, IReadOnlyCollection<string> values) =>
        values.Where(value => value != "").ToList() is { Count: > 0 } given ? $"{group} - {string.Join(", ", given)}" : group;
}
