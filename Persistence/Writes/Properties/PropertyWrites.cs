using Domain.Items;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Transactions;

namespace Persistence.Writes.Properties;

/// <summary>Properties written one by one.</summary>
public sealed class PropertyWrites : ResourceWrites
{
    protected override Result<Guid> Create(WriteTransaction transaction, WritePlan plan)
    {
        var ownerId = plan.Uuid("owner_id")!.Value;
        if (transaction.Context.Items.Find(transaction.Scope.CompanyId, ownerId) is not ProductGroup { Archived: false })
            return PropertyErrors.Owner();
        return Save(transaction, plan.Id, ownerId, new OwnerProperties(transaction, ownerId).Add(plan));
    }

    protected override Result<Guid> Update(WriteTransaction transaction, WritePlan plan)
    {
        var property = Find(transaction, plan.Id);
        return Save(transaction, plan.Id, property.OwnerId, new OwnerProperties(transaction, property.OwnerId).Change(property, plan));
    }

    protected override Result<Guid> Delete(WriteTransaction transaction, Guid id)
    {
        var property = Find(transaction, id);
        transaction.Context.Remove(property);
        return Save(transaction, id, property.OwnerId, []);
    }

    private static Result<Guid> Save(WriteTransaction transaction, Guid id, Guid ownerId, List<RequestError> errors)
    {
        if (errors.Count > 0)
            return errors;
        transaction.Save();
        OwnerProperties.Saved(transaction, ownerId);
        return id;
    }

    private static Property Find(WriteTransaction transaction, Guid id) => transaction.Context.Properties.Find(transaction.Scope.CompanyId, id)!;
}
