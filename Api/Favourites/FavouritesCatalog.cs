using JsonApi.Definitions;
using JsonApi.Rendering.Hal;

namespace Api.Favourites;

/// <summary>A resource of the favourites API.</summary>
/// <param name="Definition">What can be asked of it.</param>
/// <param name="Renderer">How it is written.</param>
/// <param name="Title">What one is called: <c>Collection Item</c>.</param>
internal sealed record FavouritesResource(ResourceDefinition Definition, HalRenderer Renderer, string Title);

/// <summary>The resources of the favourites API.</summary>
internal static class FavouritesCatalog
{
    internal static readonly FavouritesResource Users = new(new UserResource(), new HalRenderer(UserResource.Hal), "User");
    internal static readonly FavouritesResource Artworks = new(new ArtworkResource(), new HalRenderer(ArtworkResource.Hal), "Artwork");
    internal static readonly FavouritesResource Collections = new(new UserCollectionResource(), new HalRenderer(UserCollectionResource.Hal), "Collection");
    internal static readonly FavouritesResource Items = new(new UserCollectionItemResource(), new HalRenderer(UserCollectionItemResource.Hal), "Collection Item");

    internal static readonly ResourceCatalog Definitions = new(Users.Definition, Artworks.Definition, Collections.Definition, Items.Definition);
}
