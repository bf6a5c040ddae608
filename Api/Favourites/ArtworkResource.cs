using Api.Http;
using Domain.Items;
using JsonApi.Definitions;
using JsonApi.Rendering.Hal;

namespace Api.Favourites;

/// <summary>A product group with artwork details that the store shows, as users see it.</summary>
internal sealed class ArtworkResource : ResourceDefinition<ProductGroup>
{
    internal static readonly HalResource Hal = new HalResource("artworks")
        .Attributes("id", "slug", "created_at", "updated_at", "title", "category", "medium", "date")
        .Computed("dimensions", ArtworkDimensions.Write)
        .Attributes("artist_id", "artist_name", "credit_line")
        .Link("self", FavouritesPaths.Root + "/artworks/{id}")
        .Link("artists", FavouritesPaths.Root + "/artists/{artist_id}")
        .Link("thumbnail", "{thumbnail_url}")
        .Link("image", "{image_url}")
        .Link("permalink", "{permalink}");

    public ArtworkResource()
        : base("artworks", group => group.Id)
    {
        Id.Filter();
        Attribute("slug", group => group.Slug);
        Attribute("created_at", group => group.CreatedAt);
        Attribute("updated_at", group => group.UpdatedAt);
        Attribute("title", group => group.Name);
        Attribute("category", group => group.Artwork!.Category);
        Attribute("medium", group => group.Artwork!.Medium);
        Attribute("date", group => group.Artwork!.Date);
        Attribute("height", group => group.Artwork!.HeightMillimetres);
        Attribute("width", group => group.Artwork!.WidthMillimetres);
        Attribute("depth", group => group.Artwork!.DepthMillimetres);
        Attribute("artist_id", group => group.Artwork!.ArtistId).Filter();
        Attribute("artist_name", group => group.Artwork!.ArtistName);
        Attribute("credit_line", group => group.Artwork!.CreditLine);
        Attribute("thumbnail_url", group => group.Photo!.LargeUrl).Url();
        Attribute("image_url", group => group.Photo!.OriginalUrl).Url();
        Attribute("permalink", group => group.Artwork!.Permalink);

        Scope = Visible;

        Offer(Operation.List);
        Offer(Operation.Fetch);
    }

    /// <summary>Which product groups are artworks that users see.</summary>
    internal static Condition Visible => new All(
    [
        Is<ProductGroup>(group => group.Kind, "product_groups"),
        Is<ProductGroup>(group => group.Archived, false),
        Is<ProductGroup>(group => group.ShowInStore, true),
        new Not(Holds<ProductGroup>(group => group.Artwork!.ItemId, Comparison.Equal, new FilterValues([], OrNull: true))),
    ]);
}
