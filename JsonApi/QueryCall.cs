using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;
using JsonApi.Planning;
using JsonApi.Rendering;
using JsonApi.Rendering.JsonApi;

namespace JsonApi;

/// <summary>A read as it came in.</summary>
/// <param name="Definition">The resource whose rows are read.</param>
/// <param name="Operation">List, search or fetch.</param>
/// <param name="Scope">Whose rows.</param>
public sealed record QueryCall(ResourceDefinition Definition, Operation Operation, TenantScope Scope)
{
    /// <summary>The id of a fetch as written in the path.</summary>
    public string? Id { get; init; }

    /// <summary>The query text.</summary>
    public string Query { get; init; } = "";

    /// <summary>The body of a search.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What is asked for, from an API that parses parameters of its own; then <see cref="Query"/> is not parsed.</summary>
    public QueryRequest? Request { get; init; }

    /// <summary>What the server adds to the query.</summary>
    public ReadOptions Options { get; init; } = ReadOptions.None;

    /// <summary>A fetch that has to find something where a list comes back empty: the parent that the list belongs to.</summary>
    public QueryCall? Parent { get; init; }

    /// <summary>The error of a fetch that finds nothing; null for the usual one.</summary>
    public RequestError? NotFound { get; init; }

    /// <summary>The format of the answer.</summary>
    public IRenderer Renderer { get; init; } = JsonApiRenderer.Instance;

    /// <summary>The address of a list, for links to its other pages; null for an answer without links.</summary>
    public RequestAddress? Address { get; init; }

    /// <summary>What is written before URLs that are stored as paths: scheme and host as UTF-8, without a slash at the end.</summary>
    public byte[] BaseUrl { get; init; } = [];
}
