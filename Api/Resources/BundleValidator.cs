using Api.Validation;

namespace Api.Resources;

/// <summary>The body of a bundle.</summary>
internal sealed class BundleValidator : ItemValidator
{
    private const int MaxBundleItems = 1_000;

    public BundleValidator() => Nested("bundle_items_attributes").MaximumCount(MaxBundleItems, "bundle items");
}
