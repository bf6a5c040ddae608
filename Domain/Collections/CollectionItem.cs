using Domain.Items;

namespace Domain.Collections;

/// <summary>
/// An item in a collection. It is explicit (someone added the item to this collection) or implicit: it exists only because a
/// descendant collection has the item explicitly. There is at most one per collection and item (rule I1).
/// </summary>
public sealed class CollectionItem
{
    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public Guid ItemId { get; init; }

    public Item? Item { get; init; }

    public Guid CollectionId { get; init; }

    public Collection? Collection { get; init; }

    /// <summary>1..n once the collection was sorted, null before.</summary>
    public int? Position { get; set; }

    public bool Implicit { get; set; }
}
