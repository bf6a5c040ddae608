using Api.Validation;
using FluentValidation;

namespace Api.Resources;

/// <summary>The body of a bundle item.</summary>
internal sealed class BundleItemValidator : WritePlanValidator
{
    public BundleItemValidator()
    {
        Uuid("bundle_id").NotEmpty();
        Uuid("product_group_id").NotEmpty();
        Integer("quantity").InclusiveBetween(1, 1_000_000);
        Integer("position").InclusiveBetween(1, 1_000_000);
        Text("photo_id").MaximumLength(MaxName);
        Float("discount_percentage").InclusiveBetween(0, 100);
    }
}
