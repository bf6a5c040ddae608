using Domain.Items;

namespace Domain.Favourites;

/// <summary>A user's own collection of artworks. Every user has one default collection, which stays.</summary>
public sealed class UserCollection
{
    /// <summary>The name of the collection that a user begins with.</summary>
    public const string DefaultName = "Saved Artwork";

    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public Guid UserId { get; init; }

    public User? User { get; init; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    public bool Default { get; init; }

    /// <summary>Seen by its owner only.</summary>
    public bool Private { get; set; }

    public ICollection<UserCollectionItem> Items { get; } = [];
}

/// <summary>An artwork's place in a user's collection.</summary>
public sealed class UserCollectionItem
{
    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public Guid CollectionId { get; init; }

    public UserCollection? Collection { get; init; }

    /// <summary>The collection's owner, who stays the same: so a page of places is read without a look at their collection.</summary>
    public Guid UserId { get; init; }

    public Guid ArtworkId { get; init; }

    public ProductGroup? Artwork { get; init; }

    /// <summary>Its place in the order, see <see cref="Ranking"/>.</summary>
    public long Rank { get; set; }

    /// <summary>Whether users see the artwork, kept as it is there (<see cref="Item.IsVisible"/>), so that places are counted without a look at it.</summary>
    public bool Visible { get; set; }
}
