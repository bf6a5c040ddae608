using Api.Validation;
using FluentValidation;

namespace Api.Resources;

/// <summary>The body of a product group.</summary>
internal sealed class ProductGroupValidator : ItemValidator
{
    private const int MaxProperties = 100;
    private const int MaxFields = 100;
    private const int MaxField = 255;

    public ProductGroupValidator()
    {
        Text("sku").Must(sku => sku is null || sku.Trim() != "").WithErrorCode("blank").WithMessage("can't be blank").MaximumLength(MaxName);
        Members("weight", JsonMember.Weight);
        Integer("buffer_time_before").InclusiveBetween(0, int.MaxValue);
        Integer("buffer_time_after").InclusiveBetween(0, int.MaxValue);
        Integer("shortage_limit").InclusiveBetween(0, int.MaxValue);
        Integer("deposit_in_cents").InclusiveBetween(0, int.MaxValue);
        Integer("default_purchase_cost_in_cents").InclusiveBetween(0, int.MaxValue);
        Integer("flat_fee_price_in_cents").InclusiveBetween(0, int.MaxValue);
        Integer("structure_price_in_cents").InclusiveBetween(0, int.MaxValue);
        Texts("variation_fields").MaximumCount(MaxFields).EachMaximumLength(MaxField);
        Texts("stock_item_properties").MaximumCount(MaxFields).EachMaximumLength(MaxField);
        Nested("properties_attributes").MaximumCount(MaxProperties, "properties");
        Boolean("trackable").Must((plan, trackable) => trackable is null || trackable == (plan.Text("tracking_type") == "trackable"))
            .WithErrorCode("invalid").WithMessage("should be true exactly when tracking_type is trackable")
            .When(plan => plan.IsCreate && plan.Text("tracking_type") is not null);
    }
}
