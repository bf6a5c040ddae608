using Api.Http;
using Domain.Items;
using JsonApi.Definitions;
using JsonApi.Rendering.Hal;

namespace Api.Favourites;

/// <summary>
/// An artist, of whom there is what their artworks say: the rows are artworks, the id is that of the artist, and any row is as good as
/// another. So an artist of whom users see no artwork does not exist.
/// </summary>
internal sealed class ArtistResource : ResourceDefinition<ProductGroup>
{
    internal static readonly HalResource Hal = new HalResource("artists")
        .Attributes("id", "name")
        .Link("self", FavouritesPaths.Root + "/artists/{id}")
        .Link("artworks", FavouritesPaths.Root + "/artworks?artist_id={id}");

    public ArtistResource()
        : base("artists", group => group.Artwork!.ArtistId)
    {
        Attribute("name", group => group.Artwork!.ArtistName);

        Scope = ArtworkResource.Visible;

        Offer(Operation.Fetch);
    }
}
