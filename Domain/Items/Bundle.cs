namespace Domain.Items;

/// <summary>Product groups offered together as one item.</summary>
public sealed class Bundle : Item
{
    public Bundle()
    {
        Kind = ItemKind.Bundles;
        ProductType = ProductType.Bundle;
    }

    public ICollection<BundleItem> BundleItems { get; } = [];
}
