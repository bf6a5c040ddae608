namespace Domain.Items;

/// <summary>One product group in a bundle, with its quantity and discount.</summary>
public sealed class BundleItem
{
    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public bool Archived { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public int Quantity { get; set; } = 1;

    public double DiscountPercentage { get; set; }

    public int Position { get; set; } = 1;

    public string? PhotoId { get; set; }

    public Guid BundleId { get; init; }

    public Bundle? Bundle { get; init; }

    public Guid ProductGroupId { get; init; }

    public ProductGroup? ProductGroup { get; init; }

    /// <summary>One of the group's products; null where the customer chooses.</summary>
    public Guid? ProductId { get; set; }

    public Product? Product { get; init; }
}
