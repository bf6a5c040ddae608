using Domain.Collections;
using Domain.Items;
using JsonApi.Definitions;

namespace Api.Resources;

/// <summary>Filters that all types of items have.</summary>
internal static class ItemFilters
{
    private static readonly PropertyPath ItemId = PropertyPath.From((Item item) => item.Id);
    private static readonly PropertyPath Kind = PropertyPath.From((Item item) => item.Kind);
    private static readonly PropertyPath CollectionId = PropertyPath.From((CollectionItem item) => item.CollectionId);

    /// <summary>There is a collection item in the collection, explicit or implicit.</summary>
    internal static Condition InCollection(Comparison comparison, FilterValues values) =>
        new Exists(
            [typeof(Item).GetProperty(nameof(Item.CollectionItems))!],
            new Compare(CollectionId, WireType.Uuid, comparison, values.Items));

    /// <summary>The product group is in the collection, explicitly or implicitly.</summary>
    internal static Condition GroupInCollection(Comparison comparison, FilterValues values) =>
        new Exists(
            [typeof(Product).GetProperty(nameof(Product.ProductGroup))!, typeof(Item).GetProperty(nameof(Item.CollectionItems))!],
            new Compare(CollectionId, WireType.Uuid, comparison, values.Items));

    /// <summary>A product group is its own product group; a bundle has none.</summary>
    internal static Condition IsProductGroup(Comparison comparison, FilterValues values) => new All(
    [
        new Compare(ItemId, WireType.Uuid, comparison, values.Items),
        new Compare(Kind, WireType.Enum, Comparison.Equal, ["product_groups"]),
    ]);
}
