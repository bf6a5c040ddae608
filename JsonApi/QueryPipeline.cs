using System.Diagnostics;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Parsing;
using JsonApi.Planning;
using JsonApi.Rendering;

namespace JsonApi;

/// <summary>A read as it came in.</summary>
/// <param name="Definition">The resource asked for.</param>
/// <param name="Id">One resource's id as written in the path; null for a list.</param>
/// <param name="Path">The path, for links.</param>
/// <param name="Query">The query text.</param>
/// <param name="Scope">Whose rows.</param>
/// <param name="BaseUrl">What stands before URLs kept as paths: scheme and host as UTF-8, without a slash at the end.</param>
public sealed record QueryCall(ResourceDefinition Definition, string? Id, string Path, string Query, TenantScope Scope, byte[] BaseUrl)
{
    /// <summary>The body of a search, whose answer has no links; null for any other read.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The format of the answer.</summary>
    public IRenderer Renderer { get; init; } = JsonApiRenderer.Instance;
}

/// <summary>What came of a read: the document or the caller's errors, and where the time went.</summary>
/// <param name="Document">The document; the caller disposes it.</param>
/// <param name="Execution">Time in the store.</param>
/// <param name="Statements">Statements the store ran.</param>
public sealed record QueryAnswer(Result<JsonBuffer> Document, TimeSpan Execution, int Statements);

/// <summary>One read from text to bytes: parse, plan, execute, render.</summary>
/// <param name="planner">Makes plans.</param>
/// <param name="executor">Runs them.</param>
public sealed class QueryPipeline(QueryPlanner planner, IPlanExecutor executor)
{
    /// <summary>Runs a read through its stages; each hands a value or the caller's errors to the next.</summary>
    public async ValueTask<QueryAnswer> RunAsync(QueryCall call, CancellationToken cancellation)
    {
        var id = Guid.Empty;
        if (call.Id is not null && !Guid.TryParseExact(call.Id, "D", out id))
            return Failed(RequestError.NotFound(call.Definition.Type, call.Id));

        var errors = new List<RequestError>();
        var request = call.Body is { } body ? SearchBodyParser.Parse(body, call.Query, errors) : QueryStringParser.Parse(call.Query, errors);
        var planned = call.Id is not null ? planner.PlanOne(call.Definition, Operation.Fetch, request, call.Scope, id)
            : call.Body is null ? planner.PlanList(call.Definition, request, call.Scope)
            : planner.PlanSearch(call.Definition, request, call.Scope);
        errors.AddRange(planned.Errors);
        if (!planned.TryGet(out var plan) || errors.Count > 0)
            return Failed(errors);

        var start = Stopwatch.GetTimestamp();
        var executed = await executor.ExecuteAsync(plan, cancellation);
        var execution = Stopwatch.GetElapsedTime(start);
        if (!executed.TryGet(out var result))
            return Failed(executed.As<JsonBuffer>());

        using (result)
        {
            if (call.Id is null)
            {
                var links = call.Body is null ? new PageLinks(call.Path, call.Query) : null;
                return new QueryAnswer(call.Renderer.RenderList(plan, result, links, call.BaseUrl), execution, result.Statements);
            }
            return result.Primary.Count == 0
                ? Failed(RequestError.NotFound(call.Definition.Type, call.Id))
                : new QueryAnswer(call.Renderer.RenderOne(plan, result, call.BaseUrl), execution, result.Statements);
        }
    }

    private static QueryAnswer Failed(Result<JsonBuffer> failure) => new(failure, TimeSpan.Zero, 0);
}
