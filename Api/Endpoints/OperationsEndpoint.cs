using Api.Http;
using JsonApi;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Parsing;
using JsonApi.Planning;
using JsonApi.Rendering;
using JsonApi.Rendering.JsonApi;

namespace Api.Endpoints;

/// <summary>Several writes as one (JSON:API's extension for atomic operations): all of them happen, in order, or none.</summary>
internal sealed class OperationsEndpoint(
    OperationsPlanner planner, ResourceWritePlanner writePlanner, WritePipeline pipeline, TimeProvider clock)
{
    internal async ValueTask<ApiResult> RunAsync(HttpContext http, ApiContext context)
    {
        var call = new WriteCall(context.Caller.Scope)
        {
            Read = _ => BodyReader.ReadAsync(http, jsonApi: MediaTypes.Atomic),
            Plan = body => Plan(http, context.Caller.Scope, body) with
            {
                Present = (plan, rows) => PresentState.Read(JsonApiRenderer.Instance, plan, rows, context.BaseUrl),
            },
            Render = written => OperationsRenderer.RenderResults(written, context.CanRead ? context.Renderer : null, context.BaseUrl),
        };
        return await pipeline.RunAsync(call, http.RequestAborted);
    }

    /// <summary>Finds every error of every operation that needs no stored data.</summary>
    private PlannedWrites Plan(HttpContext http, TenantScope scope, ReadOnlyMemory<byte> body)
    {
        var errors = new List<RequestError>();
        foreach (var name in http.Request.Query.Keys)
            errors.Add(RequestError.InQuery(
                name, -1, $"unknown parameter '{name}': operations take none, and answer with the default fields of each resource."));
        Preconditions.Refuse(http, errors);
        var requests = OperationsParser.Parse(body, StorePaths.Prefixes, errors);
        var writes = new List<PlannedWrite>(requests.Count);
        foreach (var operation in planner.Plan(requests, clock.GetUtcNow(), errors))
        {
            var planned = writePlanner.Plan(
                operation.Definition, operation.Operation, operation.Id, operation.Body, QueryRequest.Empty, scope);
            errors.AddRange(planned.Errors.Select(error => error.InOperation(operation.Index)));
            if (planned.TryGet(out var write))
                writes.Add(write with { Index = operation.Index });
        }
        return new PlannedWrites(writes, errors);
    }
}
