using Domain.Companies;

namespace Api.Http;

/// <summary>An endpoint of an API: a request in, a result out.</summary>
internal delegate ValueTask<ApiResult> ApiEndpoint(HttpContext http, ApiContext context);

/// <summary>Maps endpoints that return a result.</summary>
internal static class ApiRoutes
{
    internal static readonly string[] Reads = ["GET", "HEAD"];

    /// <summary>Maps an endpoint for tokens of a scope, or for all callers.</summary>
    internal static void MapApi(
        this IEndpointRouteBuilder routes,
        IEnumerable<string> methods,
        string path,
        ApiEndpoint endpoint,
        TokenScopes scope = TokenScopes.None) =>
        routes.MapMethods(path, methods, async http =>
        {
            var context = ApiContext.Of(http);
            var result = scope != TokenScopes.None && context.CheckScope(scope) is { } error ? error : await endpoint(http, context);
            await ResponseWriter.WriteAsync(http, context, result);
        });
}
