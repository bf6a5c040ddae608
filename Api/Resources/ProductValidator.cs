using Api.Validation;
using FluentValidation;

namespace Api.Resources;

/// <summary>The body of a product.</summary>
internal sealed class ProductValidator : WritePlanValidator
{
    private const int MaxValues = 100;
    private const int MaxValue = 255;

    public ProductValidator()
    {
        Uuid("product_group_id").NotEmpty();
        Integer("base_price_in_cents").InclusiveBetween(0, int.MaxValue);
        Members("weight", JsonMember.WeightOrNull);
        Texts("variation_values").MaximumCount(MaxValues).EachMaximumLength(MaxValue);
    }
}
