using Domain.Favourites;
using JsonApi.Definitions;
using JsonApi.Rendering.Hal;
using Persistence.Writes.Favourites;

namespace Api.Favourites;

/// <summary>A user's collection of favourites.</summary>
internal sealed class UserCollectionResource : ResourceDefinition<UserCollection>
{
    internal static readonly HalResource Hal = new HalResource("collections")
        .Attributes("id", "created_at", "updated_at", "name", "description", "default", "private")
        .Link("self", FavouritesLinks.RootPath + "/collections/{id}")
        .Link("user", FavouritesLinks.RootPath + "/users/{user_id}")
        .Link("artworks", FavouritesLinks.RootPath + "/artworks?collection_id={id}&user_id={user_id}")
        .Link("collection_items", FavouritesLinks.RootPath + "/collection_items?collection_id={id}&user_id={user_id}");

    public UserCollectionResource()
        : base("collections", collection => collection.Id)
    {
        Id.Filter();
        Attribute("created_at", collection => collection.CreatedAt);
        Attribute("updated_at", collection => collection.UpdatedAt);
        Attribute("name", collection => collection.Name);
        Attribute("description", collection => collection.Description);
        Attribute("default", collection => collection.Default).Filter();
        Attribute("private", collection => collection.Private).Filter();
        Attribute("user_id", collection => collection.UserId).Filter();

        WrittenBy<UserCollectionWrites>();

        Offer(Operation.List);
        Offer(Operation.Fetch);
        Offer(Operation.Create);
        Offer(Operation.Update);
        Offer(Operation.Delete);
    }
}
