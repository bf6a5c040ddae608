using Domain.Collections;

namespace Domain.Items;

/// <summary>Which of the two kinds of item a row is; the names are the resource types of the store API.</summary>
public enum ItemKind
{
    ProductGroups,
    Bundles,
}

public enum ProductType
{
    Rental,
    SalesItem,
    Service,
    Bundle,
}

/// <summary>What a collection contains: a <see cref="ProductGroup"/> or a <see cref="Bundle"/>, in one table.</summary>
public abstract class Item
{
    /// <summary>The most tags of an item.</summary>
    public const int MaxTags = 100;

    /// <summary>The most characters of a tag.</summary>
    public const int MaxTag = 255;

    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public ItemKind Kind { get; protected init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public bool Archived { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public required string Name { get; set; }

    public required string Slug { get; set; }

    public ProductType ProductType { get; set; }

    public string? ExtraInformation { get; set; }

    public string? Description { get; set; }

    public string? Excerpt { get; set; }

    public bool ShowInStore { get; set; } = true;

    public int SortingWeight { get; set; }

    public bool Discountable { get; set; } = true;

    public bool Taxable { get; set; } = true;

    public string? SeoTitle { get; set; }

    public string? SeoDescription { get; set; }

    public List<string> TagList { get; init; } = [];

    public Guid? PhotoId { get; set; }

    public Photo? Photo { get; set; }

    public Guid? TaxCategoryId { get; set; }

    public ICollection<Photo> Photos { get; } = [];

    public ICollection<CollectionItem> CollectionItems { get; } = [];

    /// <summary>Whether it is visible in the favourites API.</summary>
    public bool IsVisible => ShowInStore && !Archived;

    /// <summary>Archives the item, and replaces its slug so that the old one is free.</summary>
    public void Archive(DateTimeOffset now, string slug) => (Archived, ArchivedAt, Slug) = (true, now, slug);

    /// <summary>Restores an archived item, in no collection, with a slug that is free.</summary>
    public void Restore(string slug) => (Archived, ArchivedAt, Slug) = (false, null, slug);

    /// <summary>Tags trimmed and without duplicates, in the order of their first occurrence.</summary>
    public static List<string> Tags(IEnumerable<string> given) => [.. given.Select(tag => tag.Trim()).Distinct(StringComparer.Ordinal)];
}
