using Api.Security;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using JsonApi.Rendering;
using JsonApi.Rendering.JsonApi;
using JsonApi.Rendering.Nested;
using Persistence.Accounts;

namespace Api.Http;

/// <summary>The store API: a company's bearer token, JSON:API or nested plain JSON.</summary>
internal sealed class StoreProfile(AccessTokenReader tokens, TimeProvider clock) : ApiProfile
{
    private static readonly RequestError Missing = new(ErrorCodes.Unauthorized, "A valid token is needed: Authorization: Bearer TOKEN.");
    private static readonly RequestError Revoked = new(ErrorCodes.Unauthorized, "token is invalid (revoked)");

    internal override IReadOnlyList<string> Prefixes => StorePaths.Prefixes;

    internal override IErrorRenderer Errors => JsonApiErrorRenderer.Instance;

    internal override async ValueTask<Result<Caller?>> AuthenticateAsync(HttpContext http)
    {
        if (RequestHeaders.BearerToken(http.Request.Headers.Authorization) is not { } bearer)
            return Missing;
        var hash = AccessTokens.Hash(bearer);
        return await tokens.FindAsync(hash, WireText.Now(clock), http.RequestAborted) switch
        {
            null => Missing,
            { IsRevoked: true } => Revoked,
            var token => new Caller(new TenantScope(token.CompanyId), token.Scopes, hash),
        };
    }

    internal override Result<AnswerFormat> Negotiate(HttpRequest request)
    {
        var path = request.Path.Value!;
        if (NestedJson.IsAskedAt(path))
        {
            // Routes know no suffix: the path without it leads to the same endpoint. A string would be decoded once more.
            request.Path = new PathString(NestedJson.WithoutSuffix(path));
            return new AnswerFormat(MediaTypes.Json, NestedJsonRenderer.Instance);
        }
        var jsonApi = StorePaths.AreAtomic(request) ? MediaTypes.Atomic : MediaTypes.JsonApi;
        return MediaTypes.Negotiate(request.Headers.Accept!, jsonApi) is { } contentType
            ? new AnswerFormat(contentType, JsonApiRenderer.Instance)
            : new RequestError(ErrorCodes.NotAcceptable, $"The answer is {jsonApi} or {MediaTypes.Json}; Accept allows neither.") { Header = "Accept" };
    }

    internal override string ErrorType(string path, HttpRequest request) =>
        NestedJson.IsAskedAt(path) ? MediaTypes.Json : MediaTypes.JsonApi;
}
