using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>The limits of a request. They are settings of the server, the same for every resource.</summary>
public sealed record QueryLimits
{
    /// <summary>Values of one filter.</summary>
    public int FilterValues { get; init; } = 1_000;

    /// <summary>Values of one filter that searches text (prefix, suffix, match), which compares each with every row, without an index.</summary>
    public int SearchedTexts { get; init; } = 100;

    /// <summary>Filters of one query.</summary>
    public int Filters { get; init; } = 100;

    /// <summary>Sort keys of one query.</summary>
    public int SortKeys { get; init; } = 10;

    /// <summary>Relationship steps in the path of a filter or sort.</summary>
    public int PathSteps { get; init; } = 4;

    /// <summary>Rows of a page.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Rows of a page when no size is asked for.</summary>
    public int DefaultPageSize { get; init; } = 25;

    /// <summary>Rows behind to-many relationships of one request.</summary>
    public int IncludedRows { get; init; } = 10_000;
}

/// <summary>What the passes of one planning share: the question, and the errors found so far.</summary>
internal sealed class PlanningContext(QueryLimits limits, ResourceDefinition definition, Operation operation, QueryRequest request)
{
    internal QueryLimits Limits { get; } = limits;

    internal ResourceDefinition Definition { get; } = definition;

    internal Operation Operation { get; } = operation;

    internal QueryRequest Request { get; } = request;

    internal List<RequestError> Errors { get; } = [];

    /// <summary>The location of a whole family of parameters, by the position of one of its terms.</summary>
    internal static string Whole(string family, int? position) => position < 0 ? "/" + family : family;

    internal void Fail(string parameter, int position, string detail, ErrorMeta? meta = null) =>
        Errors.Add(RequestError.At(parameter, position, detail, meta));
}
