using Api.Photos;
using Api.Validation;
using FluentValidation;

namespace Api.Resources;

/// <summary>The body of a collection.</summary>
internal sealed class CollectionValidator : WritePlanValidator
{
    private static readonly string[] Images = ["image_base64", "remote_image_url", "external_image_url"];

    public CollectionValidator()
    {
        Text("name").NotEmpty().MaximumLength(MaxName);
        Text("seo_title").MaximumLength(MaxName);
        Text("description").MaximumLength(MaxText);
        Text("seo_description").MaximumLength(MaxText);
        Text("slug").MustBeSlug();
        Text("remote_image_url").MustBeTheOnlyImage(Images).MustBeRemoteImageUrl();
        Text("external_image_url").MustBeTheOnlyImage(Images).MustBeRemoteImageUrl();
        Boolean("remove_image").NotEqual(true).WithErrorCode("contradictory").WithMessage("cannot be true beside a new image")
            .When(plan => Images.Any(image => plan.Text(image) is not null));
    }
}
