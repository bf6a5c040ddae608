namespace Api.Resources;

/// <summary>The body of a bundle item.</summary>
internal sealed class BundleItemValidator : WritePlanValidator
{
    public BundleItemValidator()
    {
        Required("bundle_id", "product_group_id");
        Between(1, 1_000_000, "quantity");
        Between(1, 1_000_000, "position");
        MaxLength(MaxName, "photo_id");
        Rule("discount_percentage", plan => plan.Float("discount_percentage") is not (< 0 or > 100), "must be from 0 to 100", "out_of_range");
    }
}
