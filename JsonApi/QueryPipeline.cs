using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Parsing;
using JsonApi.Planning;
using JsonApi.Rendering;
using JsonApi.Rendering.Json;

namespace JsonApi;

/// <summary>Every read, of both APIs, from text to bytes: parse, plan, execute, render.</summary>
/// <param name="planner">Makes plans.</param>
/// <param name="executor">Runs them.</param>
public sealed class QueryPipeline(QueryPlanner planner, IPlanExecutor executor)
{
    /// <summary>Runs a read through its stages; each hands a value or the caller's errors to the next.</summary>
    public async ValueTask<Answer> RunAsync(QueryCall call, CancellationToken cancellation)
    {
        var times = StageTimes.Start();
        var errors = new List<RequestError>();

        var request = Parse(call, errors);
        times.End(Stage.Parse);

        var planned = Plan(call, request, errors);
        times.End(Stage.Plan);
        if (!planned.TryGet(out var plan))
            return new Answer(planned.As<JsonBuffer>(), times);

        var executed = await ExecuteAsync(call, plan, cancellation);
        times.End(Stage.Execute);
        if (!executed.TryGet(out var rows))
            return new Answer(executed.As<JsonBuffer>(), times);

        using (rows)
        {
            var document = call.Operation == Operation.Fetch
                ? call.Renderer.RenderOne(plan, rows, call.BaseUrl)
                : call.Renderer.RenderList(plan, rows, call.Address, call.BaseUrl);
            times.End(Stage.Render);
            times.Statements = rows.Statements;
            return new Answer(document, times);
        }
    }

    /// <summary>The plan of a call and its rows, which the caller disposes; for an answer that is not a document of them.</summary>
    public async ValueTask<Result<(QueryPlan Plan, QueryResult Rows)>> ReadAsync(QueryCall call, CancellationToken cancellation)
    {
        var errors = new List<RequestError>();
        var planned = Plan(call, Parse(call, errors), errors);
        if (!planned.TryGet(out var plan))
            return planned.As<(QueryPlan, QueryResult)>();
        return (await ExecuteAsync(call, plan, cancellation)).Map(rows => (plan, rows));
    }

    private static QueryRequest Parse(QueryCall call, List<RequestError> errors) =>
        call.Request
        ?? (call.Operation == Operation.Search
            ? SearchBodyParser.Parse(call.Body, call.Query, errors)
            : QueryStringParser.Parse(call.Query, errors));

    /// <summary>The plan, or all errors of parsing and planning. A fetch by what is no id finds nothing, whatever else is wrong.</summary>
    private Result<QueryPlan> Plan(QueryCall call, QueryRequest request, List<RequestError> errors)
    {
        var id = Guid.Empty;
        if (call.Operation == Operation.Fetch && !Guid.TryParseExact(call.Id, "D", out id))
            return NotFound(call);
        var planned = call.Operation switch
        {
            Operation.Fetch => planner.PlanOne(call.Definition, call.Operation, request, call.Scope, id, call.Options),
            Operation.Search => planner.PlanSearch(call.Definition, request, call.Scope),
            _ => planner.PlanList(call.Definition, request, call.Scope, call.Options),
        };
        errors.AddRange(planned.Errors);
        return errors.Count > 0 ? errors : planned;
    }

    private async ValueTask<Result<QueryResult>> ExecuteAsync(QueryCall call, QueryPlan plan, CancellationToken cancellation)
    {
        var executed = await executor.ExecuteAsync(plan, cancellation);
        if (!executed.TryGet(out var rows) || rows.Primary.Count > 0)
            return executed;
        var error = call.Operation == Operation.Fetch ? NotFound(call)
            : call.Parent is { } parent ? await FindAsync(parent, cancellation)
            : null;
        if (error is null)
            return executed;
        rows.Dispose();
        return error;
    }

    /// <summary>The error where there is no such resource; null where there is one.</summary>
    private async ValueTask<RequestError?> FindAsync(QueryCall call, CancellationToken cancellation)
    {
        var found = await ReadAsync(call, cancellation);
        if (!found.TryGet(out var one))
            return found.Errors[0];
        one.Rows.Dispose();
        return null;
    }

    private static RequestError NotFound(QueryCall call) => call.NotFound ?? RequestError.NotFound(call.Definition.Type, call.Id!);
}
