using Api.Photos;

namespace Api.Resources;

/// <summary>The body of a photo: whose it is, and the picture in one of three ways.</summary>
internal sealed class PhotoValidator : WritePlanValidator
{
    public PhotoValidator()
    {
        Required("owner_id", "owner_type");
        Between(1, 1_000_000, "position");
        MaxLength(MaxText, "alt_text", "coordinates", "original_filename");
        OneImage(isRequired: true, "photo_base64", "photo", "remote_photo_url");
    }
}
