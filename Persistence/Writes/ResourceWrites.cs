using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Planning;
using Persistence.Transactions;

namespace Persistence.Writes;

/// <summary>The writes of a resource in this store, whose transactions are all <see cref="WriteTransaction"/>s.</summary>
public abstract class ResourceWrites : IResourceWrites
{
    public virtual bool Archives => false;

    public Result<Guid> Create(IWriteTransaction transaction, WritePlan plan) => Create((WriteTransaction)transaction, plan);

    public Result<Guid> Update(IWriteTransaction transaction, WritePlan plan) => Update((WriteTransaction)transaction, plan);

    public Result<Guid> Delete(IWriteTransaction transaction, Guid id) => Delete((WriteTransaction)transaction, id);

    protected abstract Result<Guid> Create(WriteTransaction transaction, WritePlan plan);

    protected abstract Result<Guid> Update(WriteTransaction transaction, WritePlan plan);

    protected abstract Result<Guid> Delete(WriteTransaction transaction, Guid id);
}
