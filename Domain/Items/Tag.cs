namespace Domain.Items;

/// <summary>A tag, and how many items of one kind have it. A tag that no item has any more is deleted.</summary>
public sealed class Tag
{
    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public ItemKind ItemKind { get; init; }

    public required string Name { get; init; }

    /// <summary>The items with the tag that are not archived.</summary>
    public int Count { get; set; }
}
