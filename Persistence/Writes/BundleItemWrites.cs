using Domain.Items;
using JsonApi.Errors;
using JsonApi.Planning;

namespace Persistence.Writes;

/// <summary>Product groups put into bundles one by one.</summary>
public sealed class BundleItemWrites : IResourceWrites
{
    public bool Archives => true;

    public Result<Guid> Create(WriteTransaction transaction, WritePlan plan)
    {
        var context = transaction.Context;
        var company = transaction.Scope.CompanyId;
        var errors = new List<RequestError>();
        if (context.Items.Find(company, plan.Uuid("bundle_id")) is not Bundle { Archived: false } bundle)
            errors.Add(RequestError.Invalid("bundle_id", "must be the id of a bundle of this company that is not archived", "not_found"));
        if (context.Items.Find(company, plan.Uuid("product_group_id")) is not ProductGroup { Archived: false } group)
            errors.Add(RequestError.Invalid("product_group_id", "must be the id of a product group of this company that is not archived", "not_found"));
        if (errors.Count > 0)
            return errors;
        var item = new BundleItem { CompanyId = company, Id = plan.Id, CreatedAt = transaction.Now, UpdatedAt = transaction.Now };
        context.Add(item).Assign(plan);
        transaction.Save();
        return plan.Id;
    }

    public Result<Guid> Update(WriteTransaction transaction, WritePlan plan)
    {
        var item = transaction.Context.BundleItems.Find(transaction.Scope.CompanyId, plan.Id)!;
        if (transaction.Context.Entry(item).Assign(plan) is { Count: > 0 } errors)
            return errors;
        transaction.Save();
        return plan.Id;
    }

    public Result<Guid> Delete(WriteTransaction transaction, Guid id)
    {
        var item = transaction.Context.BundleItems.Find(transaction.Scope.CompanyId, id)!;
        if (!item.Archived)
            (item.Archived, item.ArchivedAt) = (true, transaction.Now);
        transaction.Save();
        return id;
    }
}
