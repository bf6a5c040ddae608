using System.Text.Json;
using JsonApi.Errors;
using JsonApi.Planning;

namespace JsonApi.Execution;

/// <summary>What a request means: the writes of one transaction, or the errors found so far.</summary>
/// <param name="Writes">The writes, in order; those without errors.</param>
/// <param name="Errors">The errors of all others.</param>
public sealed record PlannedWrites(IReadOnlyList<PlannedWrite> Writes, List<RequestError> Errors)
{
    /// <summary>What the caller requires of the state that is overwritten; null for nothing.</summary>
    public Precondition? Precondition { get; init; }

    /// <summary>The document of a resource as it is read, for values that bodies repeat; null where no body can.</summary>
    public Func<QueryPlan, QueryResult, JsonElement>? Present { get; init; }

    /// <summary>One write, unless there are errors.</summary>
    public static PlannedWrites One<T>(Result<T> planned, List<RequestError> errors)
        where T : PlannedWrite
    {
        errors.AddRange(planned.Errors);
        return new PlannedWrites(errors.Count == 0 && planned.TryGet(out var write) ? [write] : [], errors);
    }
}

/// <summary>What a caller requires of the state that is overwritten.</summary>
/// <param name="State">Reads the state.</param>
/// <param name="IsMet">Whether it is as required.</param>
/// <param name="Header">The request header that requires it.</param>
public sealed record Precondition(QueryPlan State, Func<QueryResult, bool> IsMet, string Header);
