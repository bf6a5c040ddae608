using System.Diagnostics;
using Api.Http;
using Api.Photos;
using Domain.Companies;
using JsonApi.Errors;
using JsonApi.Parsing;
using JsonApi.Planning;
using JsonApi.Rendering;
using Persistence.Writes;

namespace Api.Endpoints;

/// <summary>Several writes as one (JSON:API's extension for atomic operations): all of them happen, in order, or none.</summary>
internal sealed class OperationsEndpoint(OperationsPlanner planner, WritePipeline pipeline, TransactionRunner writer, PhotoFiles files, TimeProvider clock)
{
    private static readonly string[] Paths = [.. ResourceEndpoints.Prefixes.Select(prefix => $"{prefix}/operations")];

    internal void Map(IEndpointRouteBuilder routes)
    {
        foreach (var path in Paths)
            routes.MapPost(path, RunAsync);
    }

    /// <summary>Whether a path leads here: what is spoken here differs from elsewhere, which has to be known before the path is looked up.</summary>
    internal static bool IsAt(string path) => Paths.Contains(path.TrimEnd('/'), StringComparer.OrdinalIgnoreCase);

    private async Task RunAsync(HttpContext http)
    {
        var context = StoreContext.Of(http);
        if (context.Refuse(TokenScopes.Write) is { } refusal)
        {
            await ResponseWriter.WriteErrorsAsync(http, [refusal]);
            return;
        }
        var start = Stopwatch.GetTimestamp();
        var planned = await PlanAsync(http, context.Scope);
        if (!planned.TryGet(out var writes))
        {
            await ResponseWriter.WriteErrorsAsync(http, planned.Errors);
            return;
        }
        using var images = new BodyImages(files);
        var prepared = await PrepareAsync(writes, images, http.RequestAborted);
        if (!prepared.TryGet(out writes))
        {
            await ResponseWriter.WriteErrorsAsync(http, prepared.Errors);
            return;
        }
        var applied = await writer.RunAsync(context.Scope, transaction => Apply(transaction, writes, context), http.RequestAborted);
        if (!applied.TryGet(out var results))
        {
            await ResponseWriter.WriteErrorsAsync(http, applied.Errors);
            return;
        }
        images.Keep();
        using (results.Document)
            await ResponseWriter.WriteAsync(http, StatusCodes.Status200OK, results.Document.Written, Stopwatch.GetElapsedTime(start), results.Statements);
    }

    /// <summary>Finds every error of every operation that needs no data.</summary>
    private async ValueTask<Result<List<OperationWrite>>> PlanAsync(HttpContext http, TenantScope scope)
    {
        var read = await BodyReader.ReadAsync(http, jsonApi: MediaTypes.Atomic);
        if (!read.TryGet(out var body))
            return read.As<List<OperationWrite>>();
        var errors = new List<RequestError>();
        foreach (var name in http.Request.Query.Keys)
            errors.Add(RequestError.InQuery(name, -1, $"unknown parameter '{name}': operations take none, and answer with the default fields of each resource."));
        Preconditions.Refuse(http, errors);
        var requests = OperationsParser.Parse(body, ResourceEndpoints.Prefixes, errors);
        var writes = new List<OperationWrite>(requests.Count);
        foreach (var operation in planner.Plan(requests, clock.GetUtcNow(), errors))
        {
            var planned = pipeline.Plan(operation.Definition, operation.Operation, operation.Id, operation.Body, QueryRequest.Empty, scope);
            errors.AddRange(planned.Errors.Select(error => error.InOperation(operation.Index)));
            if (planned.TryGet(out var write))
                writes.Add(new OperationWrite(operation.Index, write));
        }
        return errors.Count > 0 ? errors.OrderBy(error => error.Operation ?? -1).ToList() : writes;
    }

    /// <summary>Stores the images that the operations bear.</summary>
    private static async ValueTask<Result<List<OperationWrite>>> PrepareAsync(List<OperationWrite> writes, BodyImages images, CancellationToken cancellation)
    {
        var prepared = new List<OperationWrite>(writes.Count);
        foreach (var (index, write) in writes)
        {
            var stored = await WritePipeline.PrepareAsync(write, images, cancellation);
            if (!stored.TryGet(out var ready))
                return stored.Errors.Select(error => error.InOperation(index)).ToList();
            prepared.Add(new OperationWrite(index, ready));
        }
        return prepared;
    }

    /// <summary>Writes one after the other; each sees what the earlier ones did, and is answered as it was left by itself.</summary>
    private Result<OperationResults> Apply(WriteTransaction transaction, List<OperationWrite> writes, StoreContext context)
    {
        var document = new JsonBuffer();
        var otherIds = new Dictionary<Guid, Guid>();
        document.Raw("{\"atomic:results\":["u8);
        foreach (var (index, planned) in writes)
        {
            var write = otherIds.Count == 0 ? planned : pipeline.Redirect(planned, otherIds, transaction.Scope);
            var applied = pipeline.Apply(transaction, write);
            if (!applied.TryGet(out var written))
            {
                document.Dispose();
                return applied.Errors.Select(error => error.InOperation(index)).ToList();
            }
            using (written)
            using (var result = context.Renderer.RenderOne(written.Plan, written.Rows, context.BaseUrl))
            {
                // A resource that was there in another form keeps its id: what later operations say of it means that one.
                if (Guid.Parse(written.Id) is var id && id != write.Id)
                    otherIds[write.Id] = id;
                if (index > 0)
                    document.Raw((byte)',');
                document.Append(result);
            }
            transaction.ClearTracking();
        }
        document.Raw("]}"u8);
        return new OperationResults(document, transaction.Statements);
    }

    private sealed record OperationWrite(int Index, PlannedWrite Write);

    private sealed record OperationResults(JsonBuffer Document, int Statements);
}
