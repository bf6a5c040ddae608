using Domain.Items;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using Microsoft.EntityFrameworkCore;
using Persistence.Transactions;

namespace Persistence.Writes.Items;

/// <summary>
/// What goes together in a product group: types, variations, sku. Only what a write changes is checked, so that a product group of earlier
/// rules can be written back as it was read.
/// </summary>
internal static class ProductGroupRules
{
    /// <summary>Sets what follows from the plan's values, which the product group has already; returns the caller's errors.</summary>
    internal static List<RequestError> Apply(WriteTransaction transaction, ProductGroup group, WritePlan plan)
    {
        var before = plan.IsCreate ? null : (ProductGroup)transaction.Context.Entry(group).OriginalValues.ToObject();
        if (before is null)
            SetTypes(group, plan);
        return
        [
            .. CheckTracking(before, group, plan), .. CheckPrice(before, group, plan), .. CheckVariations(before, group, plan),
            .. SetSku(transaction, before, group, plan),
        ];
    }

    /// <summary>The types of a new product group that the plan leaves out follow from the type of product.</summary>
    private static void SetTypes(ProductGroup group, WritePlan plan)
    {
        group.Track(plan.Text("tracking_type") is { } type ? WireText.ReadEnum<TrackingType>(type) : null, plan.Boolean("trackable"));
        if (!plan.Sets("price_type"))
            group.PriceType = group.ProductType.PriceTypes()[0];
    }

    private static IEnumerable<RequestError> CheckTracking(ProductGroup? before, ProductGroup group, WritePlan plan)
    {
        var (type, allowed) = (WireText.Write(group.ProductType), group.ProductType.TrackingTypes());
        if (before?.ProductType == group.ProductType || allowed.Contains(group.TrackingType))
            yield break;
        if (before is not null)
            yield return Contradictory("product_type", $"can't be {type} where the tracking_type is {WireText.Write(group.TrackingType)}, which is set once");
        else if (plan.Sets("tracking_type"))
            yield return Contradictory("tracking_type", $"must be {Names(allowed)} where the product_type is {type}");
        else
            yield return Contradictory("trackable", $"can't be true where the product_type is {type}");
    }

    private static IEnumerable<RequestError> CheckPrice(ProductGroup? before, ProductGroup group, WritePlan plan)
    {
        var (type, allowed) = (WireText.Write(group.ProductType), group.ProductType.PriceTypes());
        if ((before?.ProductType == group.ProductType && before.PriceType == group.PriceType) || allowed.Contains(group.PriceType))
            yield break;
        yield return plan.Sets("price_type")
            ? Contradictory("price_type", $"must be {Names(allowed)} where the product_type is {type}")
            : Contradictory("product_type", $"can't be {type} where the price_type is {WireText.Write(group.PriceType)}: price_type must be {Names(allowed)}");
    }

    private static IEnumerable<RequestError> CheckVariations(ProductGroup? before, ProductGroup group, WritePlan plan)
    {
        if (before is { HasVariations: true } && !group.HasVariations)
            yield return RequestError.Invalid("has_variations", "can't be switched off", "invalid");
        else if (group.HasVariations && !group.ProductType.HasVariations()
            && !(before is { HasVariations: true } && before.ProductType == group.ProductType))
            yield return before is { HasVariations: true }
                ? Contradictory("product_type", $"can't be {WireText.Write(group.ProductType)} where has_variations is true")
                : Contradictory("has_variations", $"can't be true where the product_type is {WireText.Write(group.ProductType)}");
        if (!group.HasVariations && plan.Texts("variation_fields") is { Count: > 0 } fields && before?.VariationFields.SequenceEqual(fields) != true)
            yield return Contradictory("variation_fields", "can be given only where has_variations is true");
    }

    /// <summary>A new product group gets a sku, and so does one that is restored after another has taken its sku.</summary>
    private static IEnumerable<RequestError> SetSku(WriteTransaction transaction, ProductGroup? before, ProductGroup group, WritePlan plan)
    {
        if (before is null && !plan.Sets("sku"))
            group.Sku = FreeSku.Find(transaction, Sku.From(group.Name));
        else if (group.Archived || (before is { Archived: false } && before.Sku == group.Sku) || !FreeSku.IsTaken(transaction, group.Sku, group.Id))
            yield break;
        else if (!plan.Sets("sku"))
            group.Sku = FreeSku.Find(transaction, group.Sku);
        else
            yield return RequestError.Invalid("sku", "has already been taken", "taken");
    }

    private static RequestError Contradictory(string attribute, string message) => RequestError.Invalid(attribute, message, "contradictory");

    private static string Names<TEnum>(IEnumerable<TEnum> values)
        where TEnum : struct, Enum =>
        string.Join(" or ", values.Select(WireText.Write));
}
