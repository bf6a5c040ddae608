using Api.Http;
using Domain.Companies;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Rendering;

namespace Api.Endpoints;

/// <summary>The reads of every resource in the catalogue, under both prefixes of the store API.</summary>
internal sealed class ResourceEndpoints(ResourceCatalog catalog, QueryPipeline pipeline)
{
    internal void Map(IEndpointRouteBuilder routes)
    {
        foreach (var prefix in StorePaths.Prefixes)
            foreach (var definition in catalog.Definitions)
            {
                Map(Operation.List, ApiRoutes.Reads, "");
                Map(Operation.Search, [HttpMethods.Post], "/search");
                Map(Operation.Fetch, ApiRoutes.Reads, "/{id}");

                void Map(Operation operation, string[] methods, string suffix)
                {
                    if (definition.Operations.ContainsKey(operation))
                        routes.MapApi(
                            methods, $"{prefix}/{definition.Type}{suffix}",
                            (http, context) => ReadAsync(http, context, definition, operation), TokenScopes.Read);
                }
            }
    }

    private async ValueTask<ApiResult> ReadAsync(HttpContext http, ApiContext context, ResourceDefinition definition, Operation operation)
    {
        var body = operation == Operation.Search ? await BodyReader.ReadAsync(http) : ReadOnlyMemory<byte>.Empty;
        if (!body.TryGet(out var bytes))
            return ApiResult.Failed(body.Errors);
        var query = http.Request.QueryString.Value!;
        return await pipeline.RunAsync(
            new QueryCall(definition, operation, context.Caller.Scope)
            {
                Id = operation == Operation.Fetch ? (string)http.Request.RouteValues["id"]! : null,
                Query = query,
                Body = bytes,
                Renderer = context.Renderer,
                Address = operation == Operation.List ? new RequestAddress(context.BaseUrl, UrlPath(context.Path), query) : null,
                BaseUrl = context.BaseUrl,
            },
            http.RequestAborted);
    }

    private static string UrlPath(string path) => new PathString(path).ToUriComponent();
}
