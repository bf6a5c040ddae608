using JsonApi.Errors;
using JsonApi.Planning;

namespace JsonApi.Execution;

/// <summary>
/// The writes of one resource, with the rules that need stored data. Each runs within a transaction and saves what it changed; where it
/// returns errors instead, the transaction is rolled back. A definition names them by type.
/// </summary>
public interface IResourceWrites
{
    /// <summary>Whether a delete archives the resource. The answer then shows it archived; otherwise it shows the last state.</summary>
    bool Archives { get; }

    /// <summary>Creates a resource; returns its id, which is the plan's unless the resource existed in another form.</summary>
    Result<Guid> Create(IWriteTransaction transaction, WritePlan plan);

    /// <summary>Sets the values of the plan on a resource that exists.</summary>
    Result<Guid> Update(IWriteTransaction transaction, WritePlan plan);

    /// <summary>Deletes or archives a resource that exists; returns its id.</summary>
    Result<Guid> Delete(IWriteTransaction transaction, Guid id);
}
