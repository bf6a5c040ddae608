using Domain.Items;

namespace Domain.Collections;

/// <summary>
/// An item's place in a collection. A place is explicit (someone put the item here) or implicit: it stands only because
/// a descendant collection holds the item explicitly. At most one place per collection and item (rule I1).
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
