using System.Diagnostics;
using JsonApi.Errors;
using Persistence.Accounts;

namespace Api.Http;

/// <summary>
/// The way of every request to an API, in this order: request id, authentication, the company of the host, length of the URL, media type, endpoint. Every failure
/// becomes an error document of the API.
/// </summary>
internal sealed class ApiMiddleware(
    RequestDelegate next, ApiProfile profile, PublicUrl publicUrl, Hosts hosts, CompanyReader companies, DocumentCompression compression,
    ILogger<ApiMiddleware> log)
{
    /// <summary>Characters of path and query.</summary>
    internal const int MaxUrlLength = 16 * 1024;

    private static readonly RequestError NoCompany = new(ErrorCodes.NotFound, "company not found") { Header = "Host" };

    public async Task InvokeAsync(HttpContext http)
    {
        var start = Stopwatch.GetTimestamp();
        var path = http.Request.Path.Value!;
        var requestId = RequestHeaders.RequestId(http.Request);
        http.Response.Headers["X-Request-Id"] = requestId;
        ResponseWriter.SetCommonHeaders(http.Response);
        ApiContext? context = null;
        try
        {
            var accepted = await AcceptAsync(http, path, start);
            if (!accepted.TryGet(out context))
            {
                await ResponseWriter.WriteAsync(http, ForErrors(), ApiResult.Failed(accepted.Errors));
                return;
            }
            http.Features.Set(context);
            await next(http);
            if (!http.Response.HasStarted && http.Response.ContentLength is null)
                await AnswerUnroutedAsync(http, context);
        }
        catch (Exception fault) when (Faults.IsAbandoned(http, fault))
        {
            // The caller has gone; nobody reads an answer.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            await ResponseWriter.WriteAsync(http, ForErrors(), Faults.Describe(http, fault, requestId, log));
        }

        ApiContext ForErrors() => context
            ?? new ApiContext(profile, path, new AnswerFormat(profile.ErrorType(path, http.Request), null), null, [], start);
    }

    /// <summary>Who asks and how the answer is written; the first error where the request is not served at all.</summary>
    private async ValueTask<Result<ApiContext>> AcceptAsync(HttpContext http, string path, long start)
    {
        var authenticated = await profile.AuthenticateAsync(http);
        if (!authenticated.TryGet(out var caller))
            return authenticated.As<ApiContext>();
        if (hosts.CompanySlug(http.Request.Host) is { } slug && await companies.FindAsync(slug, http.RequestAborted) is var company
            && (company is null || (caller is not null && caller.Scope.CompanyId != company)))
            return NoCompany;
        if (path.Length + http.Request.QueryString.Value!.Length > MaxUrlLength)
            return new RequestError(ErrorCodes.UriTooLong, $"The URL is longer than {MaxUrlLength} characters.");
        var negotiated = profile.Negotiate(http.Request);
        return negotiated.TryGet(out var format)
            ? new ApiContext(profile, path, format, caller, publicUrl.Of(http.Request), start) { Compression = compression }
            : negotiated.As<ApiContext>();
    }

    /// <summary>The answer to a request that no endpoint took.</summary>
    private static Task AnswerUnroutedAsync(HttpContext http, ApiContext context)
    {
        var response = http.Response;
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed && context.Profile.AnswersOptions)
        {
            response.Headers.Allow = $"{response.Headers.Allow}, OPTIONS";
            if (HttpMethods.IsOptions(http.Request.Method))
                return ResponseWriter.WriteAsync(http, context, new ApiResult(StatusCodes.Status204NoContent));
        }
        return ResponseWriter.RoutingError(http, context.Path) is { } error
            ? ResponseWriter.WriteAsync(http, context, error)
            : Task.CompletedTask;
    }
}

/// <summary>Adds an API to the pipeline.</summary>
internal static class ApiMiddlewareExtensions
{
    internal static void UseApi(this IApplicationBuilder app, ApiProfile profile) => app.UseWhen(
        http => profile.Serves(http.Request),
        api => api.UseMiddleware<ApiMiddleware>(profile));
}
