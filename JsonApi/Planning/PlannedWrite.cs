using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>A write whose every error that needs no stored data has been found.</summary>
public abstract record PlannedWrite
{
    /// <summary>Which of several operations it is, from 0; null where the request is one write.</summary>
    public int? Index { get; init; }

    /// <summary>The errors of this write as those of the request: of several operations, each error names its own.</summary>
    public List<RequestError> Located(IEnumerable<RequestError> errors) =>
        [.. errors.Select(error => Index is { } index ? error.InOperation(index) : AtAttribute(error))];

    /// <summary>A rule about the stored resource, which the body need not name, is at the attribute that the rule is about.</summary>
    private static RequestError AtAttribute(RequestError error) => error is { Pointer: null, Parameter: null, Meta: { } meta }
        ? error with { Pointer = "/data/attributes/" + RequestError.PointerStep(meta.Attribute) }
        : error;
}

/// <summary>The write of one resource.</summary>
/// <param name="Definition">The resource.</param>
/// <param name="Operation">Create, update or delete.</param>
/// <param name="Id">Its id; for a new one the id it gets.</param>
/// <param name="Body">What to set; null for a delete.</param>
/// <param name="Query">What the answer contains.</param>
/// <param name="Answer">The plan of the answer.</param>
public sealed record ResourceWrite(
    ResourceDefinition Definition, Operation Operation, Guid Id, WritePlan? Body, QueryRequest Query, QueryPlan Answer) : PlannedWrite
{
    /// <summary>What the server adds to the reads of this write, such as who may see the resource.</summary>
    public ReadOptions Options { get; init; } = ReadOptions.None;

    /// <summary>What is read of the resource before it is written, besides its default attributes.</summary>
    public QueryRequest Before { get; init; } = QueryRequest.Empty;

    /// <summary>The error where the resource does not exist; null for the usual one.</summary>
    public RequestError? NotFound { get; init; }

    /// <summary>What has to exist for a create, and the error where it does not; null where the resource's own rules look at it.</summary>
    public (QueryPlan Plan, RequestError NotFound)? Parent { get; init; }
}
