namespace Domain.Favourites;

/// <summary>A user's own collection of artworks. Every user has one default collection, which cannot be deleted.</summary>
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
