using Api.Validation;
using FluentValidation;

namespace Api.Resources;

/// <summary>The body of a property. Rules about its type and its default property need stored data.</summary>
internal sealed class PropertyValidator : WritePlanValidator
{
    private const int MaxTargets = 100;
    private const int MaxTarget = 255;

    private static readonly string[] AddressParts =
    [
        "first_name", "last_name", "address1", "address2", "city", "region", "zipcode", "country", "country_id", "province_id", "latitude", "longitude",
    ];

    public PropertyValidator()
    {
        Uuid("owner_id").NotEmpty();
        Text("owner_type").Must(type => type is null or "product_groups")
            .WithErrorCode("invalid").WithMessage("should be product_groups: there are properties of no other type here")
            .When(plan => plan.IsCreate);
        Text("name").NotEmpty().When(plan => plan.Sets("name"));
        Text("name").MaximumLength(MaxName);
        Text("identifier").MustBeSlug();
        Integer("position").InclusiveBetween(1, 1_000_000);
        Texts("show_on").MaximumCount(MaxTargets).EachMaximumLength(MaxTarget);
        Text("value").MaximumLength(MaxText);
        foreach (var part in AddressParts)
            Text(part).MaximumLength(MaxName);
    }
}
