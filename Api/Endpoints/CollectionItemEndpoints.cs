using System.Diagnostics;
using Api.Http;
using Api.Resources;
using Domain.Companies;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Parsing;
using JsonApi.Planning;
using JsonApi.Rendering;
using Persistence.Writes;

namespace Api.Endpoints;

/// <summary>Creating and deleting collection items.</summary>
internal sealed class CollectionItemEndpoints(ResourceCatalog catalog, QueryPlanner planner, CollectionItemWrites writes)
{
    private static readonly NewCollectionItemValidator Validator = new();

    private readonly ResourceDefinition _definition = catalog.Find("collection_items")!;

    internal void Map(IEndpointRouteBuilder routes)
    {
        foreach (var prefix in ResourceEndpoints.Prefixes)
        {
            routes.MapPost($"{prefix}/collection_items", http => RunAsync(http, CreateAsync));
            routes.MapDelete($"{prefix}/collection_items/{{id}}", http => RunAsync(http, DeleteAsync));
        }
    }

    /// <summary>What came of a write: the resource, and the status that goes with it.</summary>
    private sealed record Written(QueryPlan Plan, QueryResult Rows, int Status);

    private static async Task RunAsync(HttpContext http, Func<HttpContext, ValueTask<Result<Written>>> write)
    {
        if (!StoreContext.Of(http).Scopes.HasFlag(TokenScopes.Write))
        {
            await ResponseWriter.WriteErrorsAsync(http, [new RequestError(ErrorCodes.Forbidden, "The token does not have the scope 'write'.")]);
            return;
        }
        var start = Stopwatch.GetTimestamp();
        var result = await write(http);
        if (!result.TryGet(out var written))
        {
            await ResponseWriter.WriteErrorsAsync(http, result.Errors);
            return;
        }
        using var rows = written.Rows;
        using var document = JsonApiRenderer.RenderOne(written.Plan, rows);
        if (written.Status == StatusCodes.Status201Created)
            http.Response.Headers.Location = $"{http.Request.Path.Value!.TrimEnd('/')}/{Id(rows)}";
        await ResponseWriter.WriteAsync(http, written.Status, document.Written, Stopwatch.GetElapsedTime(start), rows.Statements);
    }

    private async ValueTask<Result<Written>> CreateAsync(HttpContext http)
    {
        var body = await BodyReader.ReadAsync(http);
        if (!body.TryGet(out var bytes))
            return body.As<Written>();
        var mistakes = new List<RequestError>();
        var asked = QueryStringParser.Parse(http.Request.QueryString.Value, mistakes);
        var parsed = DocumentParser.Parse(bytes);
        mistakes.AddRange(parsed.Errors);
        WritePlan? plan = null;
        if (parsed.TryGet(out var request))
        {
            var planned = WritePlanner.PlanCreate(_definition, request);
            mistakes.AddRange(planned.Errors);
            planned.TryGet(out plan);
            asked = request.Include is { } include ? asked.WithInclude(include) : asked;
        }
        var scope = StoreContext.Of(http).Scope;
        mistakes.AddRange(planner.PlanOne(_definition, Operation.Create, asked, scope, Guid.Empty).Errors);
        if (plan is null || mistakes.Count > 0)
            return mistakes;

        var place = NewCollectionItem.From(plan);
        var validation = Validator.Validate(place);
        if (!validation.IsValid)
            return validation.Errors.Select(failure => RequestError.Invalid(failure.PropertyName, failure.ErrorMessage, failure.ErrorCode)).ToList();

        QueryPlan? final = null;
        var added = await writes.AddAsync(scope, place.CollectionId!.Value, place.ItemId!.Value, AnswerFor, http.RequestAborted);
        return added.TryGet(out var rows) ? new Written(final!, rows, StatusCodes.Status201Created) : added.As<Written>();

        QueryPlan AnswerFor(Guid id) =>
            planner.PlanOne(_definition, Operation.Create, asked, scope, id).TryGet(out final) ? final : throw new UnreachableException();
    }

    private async ValueTask<Result<Written>> DeleteAsync(HttpContext http)
    {
        var text = (string)http.Request.RouteValues["id"]!;
        if (!Guid.TryParseExact(text, "D", out var id))
            return QueryPipeline.NotFound(_definition, text);
        var mistakes = new List<RequestError>();
        var asked = QueryStringParser.Parse(http.Request.QueryString.Value, mistakes);
        var scope = StoreContext.Of(http).Scope;
        var planned = planner.PlanOne(_definition, Operation.Delete, asked, scope, id);
        mistakes.AddRange(planned.Errors);
        if (!planned.TryGet(out var plan) || mistakes.Count > 0)
            return mistakes;
        var removed = await writes.RemoveAsync(scope, id, plan, http.RequestAborted);
        if (!removed.TryGet(out var rows))
            return removed.As<Written>();
        if (rows.Primary.Count > 0)
            return new Written(plan, rows, StatusCodes.Status200OK);
        rows.Dispose();
        return QueryPipeline.NotFound(_definition, text);
    }

    private static string Id(QueryResult rows) => System.Text.Encoding.ASCII.GetString(rows.Primary.Text(0, 0));
}
