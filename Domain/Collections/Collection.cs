namespace Domain.Collections;

public enum CollectionType
{
    Static,
    Dynamic,
}

/// <summary>A curated set of items; nests under a parent down to <see cref="MaxDepth"/>.</summary>
public sealed class Collection
{
    /// <summary>The deepest level a collection may have; a collection without a parent has depth 1.</summary>
    public const int MaxDepth = 3;

    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public required string Name { get; set; }

    public required string Slug { get; set; }

    public string? Description { get; set; }

    public string? SeoTitle { get; set; }

    public string? SeoDescription { get; set; }

    public CollectionType? CollectionType { get; set; }

    /// <summary>A collection of the server; neither it nor its items can be changed through the API.</summary>
    public bool System { get; init; }

    /// <summary>The number of explicit items of this collection itself that are shown in the store (rule I3).</summary>
    public int ItemCount { get; set; }

    public bool ShowInStore { get; set; } = true;

    public Guid? ParentId { get; set; }

    public Collection? Parent { get; set; }

    public int Depth { get; set; } = 1;

    public int? Position { get; set; }

    public string? ImageUrl { get; set; }

    public string? ImageLargeUrl { get; set; }

    public ICollection<CollectionItem> CollectionItems { get; } = [];
}
