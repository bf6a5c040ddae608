using Api.Http;
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
        .Link("self", FavouritesPaths.Root + "/collections/{id}")
        .Link("user", FavouritesPaths.Root + "/users/{user_id}")
        .Link("artworks", FavouritesPaths.Root + "/artworks?collection_id={id}&user_id={user_id}")
        .Link("collection_items", FavouritesPaths.Root + "/collection_items?collection_id={id}&user_id={user_id}");

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
