using Api.Validation;
using Domain.Items;
using FluentValidation;
using JsonApi.Definitions;

namespace Api.Resources;

/// <summary>The body of a default property. Whether it has options, needs its type, which is stored.</summary>
internal sealed class DefaultPropertyValidator : WritePlanValidator
{
    private const int MaxTargets = 100;
    private const int MaxTarget = 255;
    private const int MaxOptions = 1_000;
    private const int MaxOption = 255;

    private static readonly string[] OwnerTypes = WireText.Names(typeof(PropertyOwner));

    public DefaultPropertyValidator()
    {
        Text("name").NotEmpty().MaximumLength(MaxName);
        Text("identifier").MustBeSlug();
        Text("owner_type").NotEmpty();
        Text("owner_type").Must(type => type is null || OwnerTypes.Contains(type))
            .WithErrorCode("invalid").WithMessage("should be one of " + string.Join(", ", OwnerTypes))
            .When(plan => plan.IsCreate);
        Integer("position").InclusiveBetween(1, 1_000_000);
        Texts("show_on").MaximumCount(MaxTargets).EachMaximumLength(MaxTarget);
        Texts("select_options").MaximumCount(MaxOptions).EachMaximumLength(MaxOption)
            .Must(options => options is null || options.All(option => !string.IsNullOrWhiteSpace(option)))
            .WithErrorCode("invalid").WithMessage("should have no blank options")
            .Must(options => options is null || options.Distinct(StringComparer.Ordinal).Count() == options.Count)
            .WithErrorCode("duplicate").WithMessage("should have each option once");
    }
}
