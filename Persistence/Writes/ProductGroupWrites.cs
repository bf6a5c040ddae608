using Domain.Items;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;

namespace Persistence.Writes;

/// <summary>Creating, changing and archiving product groups.</summary>
public sealed class ProductGroupWrites : ItemWrites
{
    private protected override Item New(WriteTransaction transaction, WritePlan plan, string slug) => new ProductGroup
    {
        CompanyId = transaction.Scope.CompanyId,
        Id = plan.Id,
        CreatedAt = transaction.Now,
        UpdatedAt = transaction.Now,
        Name = plan.Text("name")!,
        Slug = slug,
    };

    private protected override List<RequestError> Settle(WriteTransaction transaction, Item item, WritePlan plan)
    {
        var group = (ProductGroup)item;
        if (plan.IsCreate)
            group.Track(plan.Text("tracking_type") is { } type ? WireText.ReadEnum<TrackingType>(type) : null, plan.Values.GetValueOrDefault("trackable") as bool?);
        group.Price();
        return [];
    }
}
