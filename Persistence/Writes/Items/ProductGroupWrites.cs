using Domain.Items;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Transactions;
using Persistence.Writes.Properties;

namespace Persistence.Writes.Items;

/// <summary>Creating, changing and archiving product groups.</summary>
public sealed class ProductGroupWrites : ItemWrites
{
    private const string Properties = "properties_attributes";

    /// <summary>What the base price follows from. A write that gives none of it leaves the price that it found.</summary>
    private static readonly string[] Prices = ["price_type", "flat_fee_price_in_cents", "structure_price_in_cents"];

    /// <summary>What products without a value of their own have from their group.</summary>
    private static readonly string[] Shared = [.. Prices, "weight"];

    private protected override Item New(WriteTransaction transaction, WritePlan plan, string slug) => new ProductGroup
    {
        CompanyId = transaction.Scope.CompanyId,
        Id = plan.Id,
        CreatedAt = transaction.Now,
        UpdatedAt = transaction.Now,
        Name = plan.Text("name")!,
        Slug = slug,
    };

    private protected override WritePlan Cleaned(Item item, WritePlan plan)
    {
        var cleaned = base.Cleaned(item, plan);
        return cleaned.Text("weight") is { } weight ? cleaned.With("weight", Weight.From(weight, ((ProductGroup)item).Weight)) : cleaned;
    }

    private protected override List<RequestError> Synchronize(WriteTransaction transaction, Item item, WritePlan plan)
    {
        var group = (ProductGroup)item;
        var errors = ProductGroupRules.Apply(transaction, group, plan);
        if (plan.Nested(Properties) is { Count: > 0 } properties)
            errors.AddRange(OwnerProperties.Write(transaction, group.Id, Properties, properties));
        if (plan.IsCreate || Prices.Any(plan.Sets))
            group.Price();
        if (plan.IsCreate)
            transaction.Context.Add(GroupProducts.First(transaction, group));
        else if (plan.Sets("name") || plan.Sets("variation_fields"))
            errors.AddRange(GroupProducts.Rename(transaction, group, OldFields(transaction, group)));
        return errors;
    }

    private protected override void Saved(WriteTransaction transaction, Item item, WritePlan plan)
    {
        if (!plan.IsCreate && Shared.Any(plan.Sets))
            GroupProducts.Share(transaction, [item.Id]);
        if (plan.Nested(Properties).Count > 0)
            OwnerProperties.Saved(transaction, item.Id);
    }

    private protected override void ArchiveParts(WriteTransaction transaction, Item item) => GroupProducts.Archive(transaction, [item.Id]);

    private protected override void RestoreParts(WriteTransaction transaction, Item item) =>
        GroupProducts.Restore(transaction, item.Id, item.ArchivedAt!.Value);

    private static List<string> OldFields(WriteTransaction transaction, ProductGroup group) =>
        transaction.Context.Entry(group).Property(known => known.VariationFields).OriginalValue;
}
