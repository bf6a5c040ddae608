using Api.Http;
using Domain.Companies;
using JsonApi;
using JsonApi.Definitions;

namespace Api.Endpoints;

/// <summary>The reads of every resource in the catalogue, under both prefixes of the store API.</summary>
internal static class ResourceEndpoints
{
    /// <summary>Both name the same endpoints.</summary>
    internal static readonly string[] Prefixes = ["/api/boomerang", "/api/4"];

    private static readonly string[] Reading = ["GET", "HEAD"];

    internal static void MapResources(this IEndpointRouteBuilder routes, ResourceCatalog catalog, QueryPipeline pipeline)
    {
        foreach (var prefix in Prefixes)
            foreach (var definition in catalog.Definitions)
            {
                var path = $"{prefix}/{definition.Type}";
                if (definition.Operations.ContainsKey(Operation.List))
                    routes.MapMethods(path, Reading, http => ReadAsync(http, pipeline, definition));
                if (definition.Operations.ContainsKey(Operation.Search))
                    routes.MapPost($"{path}/search", http => ReadAsync(http, pipeline, definition, hasBody: true));
                if (definition.Operations.ContainsKey(Operation.Fetch))
                    routes.MapMethods($"{path}/{{id}}", Reading, http => ReadAsync(http, pipeline, definition, (string)http.Request.RouteValues["id"]!));
            }
    }

    private static async Task ReadAsync(HttpContext http, QueryPipeline pipeline, ResourceDefinition definition, string? id = null, bool hasBody = false)
    {
        var context = StoreContext.Of(http);
        if (context.Refuse(TokenScopes.Read) is { } refusal)
        {
            await ResponseWriter.WriteErrorsAsync(http, [refusal]);
            return;
        }
        var call = new QueryCall(definition, id, context.Path, http.Request.QueryString.Value!, context.Scope, context.BaseUrl) { Renderer = context.Renderer };
        if (hasBody)
        {
            var body = await BodyReader.ReadAsync(http);
            if (!body.TryGet(out var bytes))
            {
                await ResponseWriter.WriteErrorsAsync(http, body.Errors);
                return;
            }
            call = call with { Body = bytes };
        }
        var answer = await pipeline.RunAsync(call, http.RequestAborted);
        if (!answer.Document.TryGet(out var document))
        {
            await ResponseWriter.WriteErrorsAsync(http, answer.Document.Errors);
            return;
        }
        using (document)
            await ResponseWriter.WriteAsync(http, StatusCodes.Status200OK, document.Written, answer.Execution, answer.Statements);
    }
}
