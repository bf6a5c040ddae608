using Domain.Favourites;
using JsonApi.Definitions;
using JsonApi.Rendering;

namespace Api.Favourites;

/// <summary>An artwork's place in a user's collection. Where the store hides the artwork, nobody sees the place.</summary>
internal sealed class UserCollectionItemResource : ResourceDefinition<UserCollectionItem>
{
    internal static readonly HalResource Hal = new HalResource("collection_items")
        .Attributes("id", "created_at", "updated_at")
        .Number("position")
        .Link("self", FavouritesLinks.RootPath + "/collection_items/{id}?collection_id={collection_id}&user_id={user_id}")
        .Link("user", FavouritesLinks.RootPath + "/users/{user_id}")
        .Link("collection", FavouritesLinks.RootPath + "/collections/{collection_id}")
        .Link("artwork", FavouritesLinks.RootPath + "/artworks/{artwork_id}");

    public UserCollectionItemResource()
        : base("collection_items", place => place.Id)
    {
        Id.Filter();
        Attribute("created_at", place => place.CreatedAt);
        Attribute("updated_at", place => place.UpdatedAt);
        Attribute("rank", place => place.Rank).Filter();
        Attribute("collection_id", place => place.CollectionId).Filter();
        Attribute("artwork_id", place => place.ArtworkId);
        Attribute("user_id", place => place.UserId).Filter();

        BelongsTo("collection", place => place.Collection, place => place.CollectionId, "collections");
        BelongsTo("artwork", place => place.Artwork, place => place.ArtworkId, "artworks");

        OrderedBy = ["rank"];
        Scope = Is<UserCollectionItem>(place => place.Visible, true);

        Offer(Operation.List, "artwork");
    }
}
