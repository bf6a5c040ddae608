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
            http.Response.Headers.Location = $"{http.Request.Path}/{Id(rows)}";
        await ResponseWriter.WriteAsync(http, written.Status, document.Written, Stopwatch.GetElapsedTime(start), rows.Statements);
    }

    private async ValueTask<Result<Written>> CreateAsync(HttpContext http)
    {
        var body = await BodyReader.ReadAsync(http);
        if (!body.TryGet(out var bytes))
            return body.As<Written>();
        var parsed = DocumentParser.Parse(bytes);
        if (!parsed.TryGet(out var request))
            return parsed.As<Written>();
        var planned = WritePlanner.PlanCreate(_definition, request);
        if (!planned.TryGet(out var plan))
            return planned.As<Written>();

        var scope = StoreContext.Of(http).Scope;
        var query = QueryStringParser.Parse(http.Request.QueryString.Value);
        if (!query.TryGet(out var asked))
            return query.As<Written>();
        asked = request.Include is { } include ? asked.WithInclude(include) : asked;
        var answer = planner.PlanOne(_definition, Operation.Create, asked, scope, Guid.Empty);
        if (!answer.TryGet(out _))
            return answer.As<Written>();

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
        var query = QueryStringParser.Parse(http.Request.QueryString.Value);
        if (!query.TryGet(out var asked))
            return query.As<Written>();
        var scope = StoreContext.Of(http).Scope;
        var planned = planner.PlanOne(_definition, Operation.Delete, asked, scope, id);
        if (!planned.TryGet(out var plan))
            return planned.As<Written>();
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
