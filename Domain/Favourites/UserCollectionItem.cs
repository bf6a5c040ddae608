using Domain.Items;

namespace Domain.Favourites;

/// <summary>An artwork in a user's collection.</summary>
public sealed class UserCollectionItem
{
    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public Guid CollectionId { get; init; }

    public UserCollection? Collection { get; init; }

    /// <summary>The collection's owner, who never changes: so a page of items is read without its collection.</summary>
    public Guid UserId { get; init; }

    public Guid ArtworkId { get; init; }

    public ProductGroup? Artwork { get; init; }

    /// <summary>Its order within the collection, see <see cref="Ranking"/>.</summary>
    public long Rank { get; set; }

    /// <summary>A copy of the artwork's <see cref="Item.IsVisible"/>, so that items are counted without reading artworks.</summary>
    public bool Visible { get; set; }
}
