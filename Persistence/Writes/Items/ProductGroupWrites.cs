using Domain.Items;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Transactions;

namespace Persistence.Writes.Items;

/// <summary>Creating, changing and archiving product groups.</summary>
public sealed class ProductGroupWrites : ItemWrites
{
    /// <summary>What the base price follows from. A write that gives none of it leaves the price that it found.</summary>
    private static readonly string[] Prices = ["price_type", "flat_fee_price_in_cents", "structure_price_in_cents"];

    private protected override Item New(WriteTransaction transaction, WritePlan plan, string slug) => new ProductGroup
    {
        CompanyId = transaction.Scope.CompanyId,
        Id = plan.Id,
        CreatedAt = transaction.Now,
        UpdatedAt = transaction.Now,
        Name = plan.Text("name")!,
        Slug = slug,
    };

    private protected override List<RequestError> Synchronize(WriteTransaction transaction, Item item, WritePlan plan)
    {
        var group = (ProductGroup)item;
        if (plan.IsCreate)
            group.Track(plan.Text("tracking_type") is { } type ? WireText.ReadEnum<TrackingType>(type) : null, plan.Values.GetValueOrDefault("trackable") as bool?);
        if (plan.IsCreate || Prices.Any(plan.Sets))
            group.Price();
        return [];
    }
}
