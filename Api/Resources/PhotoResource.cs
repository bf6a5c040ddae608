using Domain.Items;
using JsonApi.Definitions;
using Persistence.Writes.Photos;

namespace Api.Resources;

/// <summary>A photo of a product group or a bundle.</summary>
internal sealed class PhotoResource : ResourceDefinition<Photo>
{
    /// <summary>The uploaded file as its variants: <c>{"url":…,"large":{"url":…},"xlarge":{"url":…}}</c>.</summary>
    private static readonly string[] FileTemplate = ["{\"url\":", ",\"large\":{\"url\":", "},\"xlarge\":{\"url\":", "}}"];

    public PhotoResource()
        : base("photos", photo => photo.Id)
    {
        Id.Filter();
        Attribute("created_at", photo => photo.CreatedAt).Filter();
        Attribute("updated_at", photo => photo.UpdatedAt).Filter();
        Attribute("original_url", photo => photo.OriginalUrl).Url();
        Attribute("large_url", photo => photo.LargeUrl).Url();
        Attribute("xlarge_url", photo => photo.XlargeUrl).Url();
        Hash("coordinates", photo => photo.Coordinates).Write();
        Attribute("alt_text", photo => photo.AltText).Write();
        Attribute("preview", photo => photo.Preview);
        Attribute("position", photo => photo.Position).Write();
        Attribute("width", photo => photo.Width);
        Attribute("height", photo => photo.Height);
        Composed("photo", FileTemplate, photo => photo.OriginalUrl, photo => photo.LargeUrl, photo => photo.XlargeUrl).Url();
        Attribute("owner_id", photo => photo.OwnerId).Filter().WriteOnce();
        Attribute("owner_type", photo => photo.OwnerType).Filter().WriteOnce();
        Input("photo_base64", WireType.String);
        Input("photo", WireType.String);
        Input("remote_photo_url", WireType.String);
        // What the URLs of an upload end in; its folder has a name that cannot be guessed.
        Input("original_filename", WireType.String);

        BelongsTo("owner", photo => photo.Owner, photo => photo.OwnerId, "items", "owner_type");

        WrittenBy<PhotoWrites, PhotoValidator>();

        Offer(Operation.List);
        Offer(Operation.Fetch, "owner");
        Offer(Operation.Create, "owner");
        Offer(Operation.Update, "owner");
        Offer(Operation.Delete);
    }
}
