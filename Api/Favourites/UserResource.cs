using Api.Http;
using Domain.Favourites;
using JsonApi.Definitions;
using JsonApi.Rendering.Hal;

namespace Api.Favourites;

/// <summary>A user as others see them.</summary>
internal sealed class UserResource : ResourceDefinition<User>
{
    internal static readonly HalResource Hal = new HalResource("users")
        .Attributes("id", "name")
        .Link("self", FavouritesPaths.Root + "/users/{id}")
        .Link("public_collections", FavouritesPaths.Root + "/collections?user_id={id}");

    public UserResource()
        : base("users", user => user.Id)
    {
        Id.Filter();
        Attribute("name", user => user.Name);

        Offer(Operation.List);
        Offer(Operation.Fetch);
    }
}
