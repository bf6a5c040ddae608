using JsonApi.Planning;

namespace JsonApi.Execution;

/// <summary>One resource as a write left it, or as it was before a delete.</summary>
/// <param name="Id">Its id; of an action a new one that is stored nowhere.</param>
/// <param name="Plan">The plan of the answer; null for an action.</param>
/// <param name="Rows">The rows of the answer; null for an action.</param>
public sealed record WrittenResource(Guid Id, QueryPlan? Plan, QueryResult? Rows) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => Rows?.Dispose();
}
