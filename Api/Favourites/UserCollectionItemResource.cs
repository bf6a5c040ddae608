using Api.Http;
using Domain.Favourites;
using JsonApi.Definitions;
using JsonApi.Rendering.Hal;
using Persistence.Writes.Favourites;

namespace Api.Favourites;

/// <summary>An artwork in a user's collection. Where the store hides the artwork, nobody sees the item.</summary>
internal sealed class UserCollectionItemResource : ResourceDefinition<UserCollectionItem>
{
    internal static readonly HalResource Hal = new HalResource("collection_items")
        .Attributes("id", "created_at", "updated_at")
        .Number("position")
        .Link("self", FavouritesPaths.Root + "/collection_items/{id}?collection_id={collection_id}&user_id={user_id}")
        .Link("user", FavouritesPaths.Root + "/users/{user_id}")
        .Link("collection", FavouritesPaths.Root + "/collections/{collection_id}")
        .Link("artwork", FavouritesPaths.Root + "/artworks/{artwork_id}");

    public UserCollectionItemResource()
        : base("collection_items", item => item.Id)
    {
        Id.Filter();
        Attribute("created_at", item => item.CreatedAt);
        Attribute("updated_at", item => item.UpdatedAt);
        Attribute("rank", item => item.Rank).Filter();
        Attribute("collection_id", item => item.CollectionId).Filter();
        Attribute("artwork_id", item => item.ArtworkId);
        Attribute("user_id", item => item.UserId).Filter();

        BelongsTo("collection", item => item.Collection, item => item.CollectionId, "collections");
        BelongsTo("artwork", item => item.Artwork, item => item.ArtworkId, "artworks");

        OrderedBy = ["rank"];
        Scope = Is<UserCollectionItem>(item => item.Visible, true);

        NumberedBy(item => item.CollectionId, item => item.Rank);

        WrittenBy<UserCollectionItemWrites>();

        Offer(Operation.List, "artwork");
        Offer(Operation.Fetch);
        Offer(Operation.Create);
        Offer(Operation.Update);
        Offer(Operation.Delete);
    }
}
