using System.Text.Json;
using Api.Validation;
using FluentValidation;
using JsonApi.Planning;

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
        Text("properties").MaximumLength(MaxText);
        Integer("buffer_time_before").InclusiveBetween(0, int.MaxValue);
        Integer("buffer_time_after").InclusiveBetween(0, int.MaxValue);
        Integer("shortage_limit").InclusiveBetween(0, int.MaxValue);
        Integer("deposit_in_cents").InclusiveBetween(0, int.MaxValue);
        Integer("default_purchase_cost_in_cents").InclusiveBetween(0, int.MaxValue);
        Integer("flat_fee_price_in_cents").InclusiveBetween(0, int.MaxValue);
        Integer("structure_price_in_cents").InclusiveBetween(0, int.MaxValue);
        Texts("variation_fields").MaximumCount(MaxFields).EachMaximumLength(MaxField);
        Texts("stock_item_properties").MaximumCount(MaxFields).EachMaximumLength(MaxField);
        Rule("properties", plan => Properties(plan))
            .Must(properties => properties.All(value => value is not (JsonValueKind.Object or JsonValueKind.Array)))
            .WithErrorCode("invalid").WithMessage("should have strings, numbers, true, false or null as values")
            .MaximumCount(MaxProperties, "names");
        Boolean("trackable").Must((plan, trackable) => trackable is null || trackable == (plan.Text("tracking_type") == "trackable"))
            .WithErrorCode("invalid").WithMessage("should be true exactly when tracking_type is trackable")
            .When(plan => plan.IsCreate && plan.Text("tracking_type") is not null);
    }

    /// <summary>The kinds of the values of <c>properties</c>; none where the text is too long to be read.</summary>
    private static IReadOnlyList<JsonValueKind> Properties(WritePlan plan)
    {
        if (plan.Text("properties") is not { Length: <= MaxText } text)
            return [];
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateObject().Select(property => property.Value.ValueKind)];
    }
}
