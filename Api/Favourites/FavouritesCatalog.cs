using JsonApi.Definitions;
using JsonApi.Rendering.Hal;

namespace Api.Favourites;

/// <summary>A resource of the favourites API.</summary>
/// <param name="Definition">What can be asked of it.</param>
/// <param name="Renderer">How it is written.</param>
/// <param name="Title">What one is called: <c>Collection Item</c>.</param>
/// <param name="Members">The members that are written, but for links.</param>
internal sealed record FavouritesResource(
    ResourceDefinition Definition, HalRenderer Renderer, string Title, IReadOnlyList<string> Members);

/// <summary>The resources of the favourites API.</summary>
internal static class FavouritesCatalog
{
    internal static readonly FavouritesResource Users = New(new UserResource(), UserResource.Hal, "User");
    internal static readonly FavouritesResource Artworks = New(new ArtworkResource(), ArtworkResource.Hal, "Artwork");
    internal static readonly FavouritesResource Artists = New(new ArtistResource(), ArtistResource.Hal, "Artist");
    internal static readonly FavouritesResource Collections = New(new UserCollectionResource(), UserCollectionResource.Hal, "Collection");
    internal static readonly FavouritesResource Items = New(new UserCollectionItemResource(), UserCollectionItemResource.Hal, "Collection Item");

    internal static readonly ResourceCatalog Definitions =
        new(Users.Definition, Artworks.Definition, Artists.Definition, Collections.Definition, Items.Definition);

    private static FavouritesResource New(ResourceDefinition definition, HalResource hal, string title) =>
        new(definition, new HalRenderer(hal), title, hal.MemberNames);
}
