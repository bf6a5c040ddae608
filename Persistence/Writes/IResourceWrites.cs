using JsonApi.Errors;
using JsonApi.Planning;

namespace Persistence.Writes;

/// <summary>
/// The writes of one resource with the rules that need the stored state. Each runs within a transaction, saves what it changed, and
/// tells the caller's errors instead, in which case the transaction is undone.
/// </summary>
public interface IResourceWrites
{
    /// <summary>Whether deleting leaves the resource there, archived; the answer then shows it as it is, not as it last was.</summary>
    bool Archives => false;

    /// <summary>Makes a resource; returns its id, which is the plan's unless the resource was there in another form.</summary>
    Result<Guid> Create(WriteTransaction transaction, WritePlan plan);

    /// <summary>Sets what the plan gives.</summary>
    Result<Guid> Update(WriteTransaction transaction, WritePlan plan);

    /// <summary>Takes the resource away, which exists; returns its id.</summary>
    Result<Guid> Delete(WriteTransaction transaction, Guid id);
}
