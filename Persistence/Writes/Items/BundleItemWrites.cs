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
        if (Change(transaction, Find(transaction, plan.Id), plan) is { Count: > 0 } errors)
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
        errors.AddRange(CheckProduct(transaction, plan, plan.Uuid("product_group_id")));
        if (errors.Count > 0)
            return errors;
        var item = new BundleItem { CompanyId = company, Id = plan.Id, CreatedAt = transaction.Now, UpdatedAt = transaction.Now };
        context.Add(item).Assign(plan);
        return errors;
    }

    /// <summary>Changes an item that is yet to be saved; returns the caller's errors.</summary>
    internal static List<RequestError> Change(WriteTransaction transaction, BundleItem item, WritePlan plan) =>
        [.. CheckProduct(transaction, plan, item.ProductGroupId), .. transaction.Context.Entry(item).Assign(plan)];

    /// <summary>Archives an item that is yet to be saved.</summary>
    internal static List<RequestError> Archive(WriteTransaction transaction, BundleItem item)
    {
        if (!item.Archived)
            (item.Archived, item.ArchivedAt) = (true, transaction.Now);
        return [];
    }

    private static List<RequestError> CheckProduct(WriteTransaction transaction, WritePlan plan, Guid? productGroupId) =>
        plan.Uuid("product_id") is not { } id
            || (transaction.Context.Products.Find(transaction.Scope.CompanyId, id) is { Archived: false } product && product.ProductGroupId == productGroupId)
            ? []
            : [RequestError.Invalid("product_id", "must be the id of a product of the product group that is not archived", "not_found")];

    private static BundleItem Find(WriteTransaction transaction, Guid id) => transaction.Context.BundleItems.Find(transaction.Scope.CompanyId, id)!;

    private static int NextPosition(WriteTransaction transaction, Guid bundleId) => 1 + (transaction.Context.BundleItems
        .Where(item => item.CompanyId == transaction.Scope.CompanyId && item.BundleId == bundleId).Max(item => (int?)item.Position) ?? 0);
}
