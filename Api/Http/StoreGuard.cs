using System.Diagnostics;
using Api.Endpoints;
using Api.Security;
using Domain.Companies;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using JsonApi.Rendering;
using Microsoft.AspNetCore.Diagnostics;
using Persistence;

namespace Api.Http;

/// <summary>
/// What every request to the store API passes, in this order: a request id, the token, the length of the URL, the media type;
/// and what every failure ends in: an error document.
/// </summary>
internal sealed class StoreGuard(RequestDelegate next, AccessTokenReader tokens, PublicUrl publicUrl, TimeProvider clock, ILogger<StoreGuard> log)
{
    /// <summary>Characters of path and query.</summary>
    internal const int MaxUrlLength = 16 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        var start = Stopwatch.GetTimestamp();
        var requestId = RequestHeaders.RequestId(http.Request);
        http.Response.Headers["X-Request-Id"] = requestId;
        ResponseWriter.SetCommonHeaders(http.Response);
        try
        {
            var authenticated = await AuthenticateAsync(http, start);
            if (!authenticated.TryGet(out var context))
            {
                await ResponseWriter.WriteErrorsAsync(http, authenticated.Errors);
                return;
            }
            http.Features.Set(context);
            await next(http);
            if (!http.Response.HasStarted && http.Response.ContentLength is null)
                await AnswerAsync(http);
        }
        catch (Exception fault) when (Faults.IsAbandoned(http, fault))
        {
            // The caller went away; there is nobody to answer.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            await ResponseWriter.WriteErrorsAsync(http, [Faults.Describe(http, fault, requestId, log)]);
        }
    }

    private async ValueTask<Result<StoreContext>> AuthenticateAsync(HttpContext http, long start)
    {
        var request = http.Request;
        var bearer = RequestHeaders.BearerToken(request.Headers.Authorization);
        var token = bearer is null ? null : await tokens.FindAsync(AccessTokens.Hash(bearer), WireText.Now(clock), http.RequestAborted);
        if (token is null or { IsRevoked: true })
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return new RequestError(ErrorCodes.Unauthorized, token is null
                ? "A valid token is needed: Authorization: Bearer TOKEN."
                : "token is invalid (revoked)");
        }
        if (request.Path.Value!.Length + request.QueryString.Value!.Length > MaxUrlLength)
            return new RequestError(ErrorCodes.UriTooLong, $"The URL is longer than {MaxUrlLength} characters.");
        var path = request.Path.Value;
        var isNested = NestedJson.IsAskedAt(path);
        var jsonApi = OperationsEndpoint.IsAt(path) ? MediaTypes.Atomic : MediaTypes.JsonApi;
        if ((isNested ? MediaTypes.Json : MediaTypes.Negotiate(request.Headers.Accept!, jsonApi)) is not { } contentType)
            return new RequestError(ErrorCodes.NotAcceptable, $"The answer is {jsonApi} or {MediaTypes.Json}; Accept accepts neither.");
        // Routes know no suffix: what the path leads to is the same.
        if (isNested)
            request.Path = NestedJson.WithoutSuffix(path);
        return new StoreContext(
            new TenantScope(token.CompanyId), token.Scopes, path, contentType,
            isNested ? NestedJsonRenderer.Instance : JsonApiRenderer.Instance, publicUrl.Of(request), start);
    }

    /// <summary>What a path outside the store API answers.</summary>
    internal static Task AnswerOutsideAsync(StatusCodeContext unanswered)
    {
        ResponseWriter.SetCommonHeaders(unanswered.HttpContext.Response);
        return AnswerAsync(unanswered.HttpContext);
    }

    /// <summary>The error document of a request that nothing answered.</summary>
    private static Task AnswerAsync(HttpContext http) =>
        RoutingError(http) is { } error ? ResponseWriter.WriteErrorsAsync(http, [error]) : Task.CompletedTask;

    internal static RequestError? RoutingError(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new RequestError(ErrorCodes.NotFound, $"There is nothing at '{AskedPath(http)}'."),
        StatusCodes.Status405MethodNotAllowed => new RequestError(
            ErrorCodes.MethodNotAllowed, $"{http.Request.Method} is not offered at '{AskedPath(http)}'; allowed are {http.Response.Headers.Allow}."),
        _ => null,
    };

    private static string? AskedPath(HttpContext http) => http.Features.Get<StoreContext>()?.Path ?? http.Request.Path.Value;
}
