using Domain;

namespace Api.Resources;

/// <summary>The body of a collection.</summary>
internal sealed class CollectionValidator : WritePlanValidator
{
    private static readonly string[] Images = ["image_base64", "remote_image_url", "external_image_url"];

    public CollectionValidator()
    {
        Required("name");
        MaxLength(MaxName, "name", "slug", "seo_title");
        MaxLength(MaxText, "description", "seo_description");
        Rule("slug", plan => plan.Text("slug") is not { } slug || Slug.From(slug, "").Length > 0, "needs a letter or a digit", "invalid_slug");
        OneImage(isRequired: false, Images);
        Rule("remove_image", plan => !plan.IsTrue("remove_image") || !Images.Any(image => plan.Text(image) is not null), "cannot be true beside a new image", "contradictory");
    }
}
