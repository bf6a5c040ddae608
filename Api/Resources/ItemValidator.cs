using Api.Photos;
using Api.Validation;
using Domain.Items;
using FluentValidation;

namespace Api.Resources;

/// <summary>What the bodies of product groups and bundles have in common.</summary>
internal abstract class ItemValidator : WritePlanValidator
{
    protected ItemValidator()
    {
        Text("name").NotEmpty().MaximumLength(MaxName);
        Text("seo_title").MaximumLength(MaxName);
        Text("extra_information").MaximumLength(MaxText);
        Text("description").MaximumLength(MaxText);
        Text("excerpt").MaximumLength(MaxText);
        Text("seo_description").MaximumLength(MaxText);
        Text("slug").MustBeSlug();
        Text("remote_photo_url").MustBeTheOnlyImage("photo_base64", "remote_photo_url").MustBeRemoteImageUrl();
        Boolean("archived").NotEqual(true).WithErrorCode("invalid").WithMessage("can't be true for what is new")
            .When(plan => plan.IsCreate);
        Texts("tag_list").MaximumCount(Item.MaxTags).EachMaximumLength(Item.MaxTag)
            .Must(tags => tags is null || tags.All(tag => tag.Trim() != "" && !tag.Contains(',', StringComparison.Ordinal)))
            .WithErrorCode("invalid").WithMessage("should have tags without commas, none of them empty");
    }
}
