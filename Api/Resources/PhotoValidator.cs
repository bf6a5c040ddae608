using Api.Photos;
using Api.Validation;
using FluentValidation;

namespace Api.Resources;

/// <summary>The body of a photo: its owner, and the image under one of three names.</summary>
internal sealed class PhotoValidator : WritePlanValidator
{
    private static readonly string[] Images = ["photo_base64", "photo", "remote_photo_url"];

    public PhotoValidator()
    {
        Uuid("owner_id").NotEmpty().When(plan => plan.IsCreate);
        Text("owner_type").NotEmpty().When(plan => plan.IsCreate);
        Integer("position").InclusiveBetween(1, 1_000_000);
        Text("alt_text").MaximumLength(MaxText);
        Members("coordinates", JsonMember.Point);
        Text("original_filename").MaximumLength(MaxText);
        Text("photo_base64").NotNull().WithMessage("can't be blank, unless photo or remote_photo_url is given")
            .When(plan => plan.IsCreate && !Images.Any(image => plan.Text(image) is not null));
        Text("photo").MustBeTheOnlyImage(Images);
        Text("remote_photo_url").MustBeTheOnlyImage(Images).MustBeRemoteImageUrl();
    }
}
