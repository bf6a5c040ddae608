using System.Diagnostics;
using Api.Http;
using Api.Photos;
using Domain.Companies;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;
using JsonApi.Planning;
using Persistence.Writes;

namespace Api.Endpoints;

/// <summary>Creating, updating and deleting resources, each by what its definition offers.</summary>
internal sealed class WriteEndpoints(ResourceCatalog catalog, QueryPlanner planner, WritePipeline pipeline, TransactionRunner writer, PhotoFiles files)
{
    private static readonly string[] Updating = ["PUT", "PATCH"];

    internal void Map(IEndpointRouteBuilder routes)
    {
        foreach (var prefix in ResourceEndpoints.Prefixes)
            foreach (var definition in catalog.Definitions)
            {
                if (definition.Operations.ContainsKey(Operation.Create))
                    routes.MapPost($"{prefix}/{definition.Type}", http => RunAsync(http, definition, Operation.Create));
                if (definition.Operations.ContainsKey(Operation.Update))
                    routes.MapMethods($"{prefix}/{definition.Type}/{{id}}", Updating, http => RunAsync(http, definition, Operation.Update));
                if (definition.Operations.ContainsKey(Operation.Delete))
                    routes.MapDelete($"{prefix}/{definition.Type}/{{id}}", http => RunAsync(http, definition, Operation.Delete));
            }
    }

    private async Task RunAsync(HttpContext http, ResourceDefinition definition, Operation operation)
    {
        var context = StoreContext.Of(http);
        if (context.Refuse(TokenScopes.Write) is { } refusal)
        {
            await ResponseWriter.WriteErrorsAsync(http, [refusal]);
            return;
        }
        var start = Stopwatch.GetTimestamp();
        var planned = await PlanAsync(http, definition, operation, context.Scope);
        if (!planned.TryGet(out var write))
        {
            await ResponseWriter.WriteErrorsAsync(http, planned.Errors);
            return;
        }
        var precondition = Required(http, write, context);
        using var images = new BodyImages(files);
        var prepared = await WritePipeline.PrepareAsync(write, images, http.RequestAborted);
        if (!prepared.TryGet(out write))
        {
            await ResponseWriter.WriteErrorsAsync(http, prepared.Errors);
            return;
        }
        var statements = 0;
        var result = await writer.RunAsync(
            context.Scope,
            transaction =>
            {
                var applied = pipeline.Apply(transaction, write, precondition);
                statements = transaction.Statements;
                return applied;
            },
            http.RequestAborted);
        if (!result.TryGet(out var written))
        {
            await ResponseWriter.WriteErrorsAsync(http, result.Errors);
            return;
        }
        images.Keep();
        using (written)
        using (var document = context.Renderer.RenderOne(written.Plan, written.Rows, context.BaseUrl))
        {
            var isCreated = operation == Operation.Create;
            if (isCreated)
                http.Response.Headers.Location = $"{http.Request.Path.Value!.TrimEnd('/')}/{written.Id}";
            var status = isCreated ? StatusCodes.Status201Created : StatusCodes.Status200OK;
            await ResponseWriter.WriteAsync(http, status, document.Written, Stopwatch.GetElapsedTime(start), statements);
        }
    }

    private async ValueTask<Result<PlannedWrite>> PlanAsync(HttpContext http, ResourceDefinition definition, Operation operation, TenantScope scope)
    {
        var id = Guid.Empty;
        if (operation == Operation.Create)
            id = Guid.CreateVersion7();
        else if ((string)http.Request.RouteValues["id"]! is var text && !Guid.TryParseExact(text, "D", out id))
            return RequestError.NotFound(definition.Type, text);
        var errors = new List<RequestError>();
        var asked = QueryStringParser.Parse(http.Request.QueryString.Value, errors);
        if (operation == Operation.Create)
            Preconditions.Refuse(http, errors);
        WriteRequest? body = null;
        if (operation != Operation.Delete)
        {
            var read = await BodyReader.ReadAsync(http, BodyImages.AreTakenBy(definition) ? BodyReader.MaxBytesWithImage : BodyReader.MaxBytes);
            if (!read.TryGet(out var bytes))
                return read.As<PlannedWrite>();
            var parsed = DocumentParser.Parse(bytes);
            errors.AddRange(parsed.Errors);
            if (!parsed.TryGet(out body))
            {
                errors.AddRange(planner.PlanOne(definition, operation, asked, scope, id).Errors);
                return errors;
            }
        }
        var planned = pipeline.Plan(definition, operation, id, body, asked, scope);
        errors.AddRange(planned.Errors);
        return errors.Count > 0 ? errors : planned;
    }

    /// <summary>
    /// The state a caller requires (RFC 9110, 13.1): what GET at the same URL answers has to bear one of the tags of <c>If-Match</c>, and
    /// none of those of <c>If-None-Match</c>.
    /// </summary>
    private Precondition? Required(HttpContext http, PlannedWrite write, StoreContext context)
    {
        var (tags, others) = (http.Request.Headers.IfMatch, http.Request.Headers.IfNoneMatch);
        if (tags.Count + others.Count == 0 || write.Operation == Operation.Create)
            return null;
        var asked = QueryStringParser.Parse(http.Request.QueryString.Value, []);
        if (!planner.PlanOne(write.Definition, Operation.Fetch, asked, context.Scope, write.Id).TryGet(out var state))
            state = write.Answer;
        return new Precondition(state, rows =>
        {
            using var document = context.Renderer.RenderOne(state, rows, context.BaseUrl);
            var present = EntityTags.Of(document.Written.Span, context.ContentType);
            return (tags.Count == 0 || EntityTags.Matches(tags, present, isWeakEnough: false)) && !EntityTags.Matches(others, present, isWeakEnough: true);
        });
    }
}
