namespace Api.Resources;

/// <summary>The body of a collection.</summary>
internal sealed class CollectionValidator : WritePlanValidator
{
    private static readonly string[] Images = ["image_base64", "remote_image_url", "external_image_url"];

    public CollectionValidator()
    {
        Required("name");
        MaxLength(MaxName, "name", "seo_title");
        MaxLength(MaxText, "description", "seo_description");
        ValidSlug();
        OneImage(isRequired: false, Images);
        Rule("remove_image", plan => !plan.IsTrue("remove_image") || !Images.Any(image => plan.Text(image) is not null), "cannot be true beside a new image", "contradictory");
    }
}
