using Domain.Items;
using JsonApi.Errors;
using JsonApi.Planning;
using Microsoft.EntityFrameworkCore;
using Persistence.Transactions;

namespace Persistence.Writes.Items;

/// <summary>Product groups put into bundles one by one.</summary>
public sealed class BundleItemWrites : ResourceWrites
{
    public override bool Archives => true;

    protected override Result<Guid> Create(WriteTransaction transaction, WritePlan plan)
    {
        if (!plan.Sets("position"))
            plan = plan.With("position", NextPosition(transaction, plan.Uuid("bundle_id")!.Value));
        if (Add(transaction, plan) is { Count: > 0 } errors)
            return errors;
        transaction.Save();
        return plan.Id;
    }

    protected override Result<Guid> Update(WriteTransaction transaction, WritePlan plan)
    {
        if (transaction.Context.Entry(Find(transaction, plan.Id)).Assign(plan) is { Count: > 0 } errors)
            return errors;
        transaction.Save();
        return plan.Id;
    }

    protected override Result<Guid> Delete(WriteTransaction transaction, Guid id)
    {
        Archive(transaction, Find(transaction, id));
        transaction.Save();
        return id;
    }

    /// <summary>Adds an item that is yet to be saved; returns the caller's errors.</summary>
    internal static List<RequestError> Add(WriteTransaction transaction, WritePlan plan)
    {
        var context = transaction.Context;
        var company = transaction.Scope.CompanyId;
        var bundleId = plan.Uuid("bundle_id")!.Value;
        var errors = new List<RequestError>();
        if (context.Items.Find(company, bundleId) is not Bundle { Archived: false })
            errors.Add(RequestError.Invalid("bundle_id", "must be the id of a bundle of this company that is not archived", "not_found"));
        if (context.Items.Find(company, plan.Uuid("product_group_id")) is not ProductGroup { Archived: false })
            errors.Add(RequestError.Invalid("product_group_id", "must be the id of a product group of this company that is not archived", "not_found"));
        if (errors.Count > 0)
            return errors;
        var item = new BundleItem { CompanyId = company, Id = plan.Id, CreatedAt = transaction.Now, UpdatedAt = transaction.Now };
        context.Add(item).Assign(plan);
        return errors;
    }

    /// <summary>Puts an item away that is yet to be saved.</summary>
    internal static List<RequestError> Archive(WriteTransaction transaction, BundleItem item)
    {
        if (!item.Archived)
            (item.Archived, item.ArchivedAt) = (true, transaction.Now);
        return [];
    }

    private static BundleItem Find(WriteTransaction transaction, Guid id) => transaction.Context.BundleItems.Find(transaction.Scope.CompanyId, id)!;

    private static int NextPosition(WriteTransaction transaction, Guid bundleId) => 1 + (transaction.Context.BundleItems
        .Where(item => item.CompanyId == transaction.Scope.CompanyId && item.BundleId == bundleId).Max(item => (int?)item.Position) ?? 0);
}
