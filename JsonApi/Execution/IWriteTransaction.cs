using JsonApi.Errors;
using JsonApi.Planning;

namespace JsonApi.Execution;

/// <summary>One write transaction of one company in a store. What was written is seen by its own reads.</summary>
public interface IWriteTransaction
{
    /// <summary>Whose data.</summary>
    TenantScope Scope { get; }

    /// <summary>The time of everything that is written in it.</summary>
    DateTimeOffset Now { get; }

    /// <summary>How many statements have run in it so far.</summary>
    int Statements { get; }

    /// <summary>Reads within the transaction; the caller disposes the result.</summary>
    Result<QueryResult> Read(QueryPlan plan);

    /// <summary>Registers work outside the store, such as deleting a file, that is done once the transaction is committed.</summary>
    void AfterCommit(Action action);

    /// <summary>Drops entities that were read, so that the next write of the same transaction reads them again.</summary>
    void ClearTracking();
}
