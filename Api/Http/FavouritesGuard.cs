using Api.Favourites;
using Api.Security;
using JsonApi.Errors;

namespace Api.Http;

/// <summary>
/// What every request to the favourites API passes, in this order: a request id, the token, the length of the URL, the media type;
/// and what every failure ends in: an error document.
/// </summary>
internal sealed class FavouritesGuard(RequestDelegate next, Callers callers, PublicUrl publicUrl, ILogger<FavouritesGuard> log)
{
    internal static readonly string[] Prefixes = [FavouritesLinks.RootPath, "/oauth2"];

    /// <summary>Where no token is needed: these tell nothing of any company, or hand out tokens.</summary>
    private static readonly string[] OpenPaths =
        [FavouritesLinks.RootPath + "/status", FavouritesLinks.RootPath + "/tokens/xapp_token", "/oauth2/access_token"];

    public async Task InvokeAsync(HttpContext http)
    {
        var requestId = RequestHeaders.RequestId(http.Request);
        http.Response.Headers["X-Request-Id"] = requestId;
        ResponseWriter.SetCommonHeaders(http.Response);
        try
        {
            var authenticated = await AuthenticateAsync(http);
            if (!authenticated.TryGet(out var context))
            {
                await HalResponse.WriteErrorsAsync(http, authenticated.Errors);
                return;
            }
            http.Features.Set(context);
            await next(http);
            if (!http.Response.HasStarted && http.Response.ContentLength is null)
                await AnswerAsync(http);
        }
        catch (Exception fault) when (Faults.IsAbandoned(http, fault))
        {
            // There is nobody to answer.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            await HalResponse.WriteErrorsAsync(http, [Faults.Describe(http, fault, requestId, log)]);
        }
    }

    private async ValueTask<Result<FavouritesContext>> AuthenticateAsync(HttpContext http)
    {
        var request = http.Request;
        Caller? caller = null;
        if (!OpenPaths.Contains(request.Path.Value!.TrimEnd('/'), StringComparer.OrdinalIgnoreCase))
        {
            var found = await FindCallerAsync(request.Headers, http.RequestAborted);
            if (!found.TryGet(out caller))
                return found.As<FavouritesContext>();
        }
        if (request.Path.Value!.Length + request.QueryString.Value!.Length > StoreGuard.MaxUrlLength)
            return new RequestError(ErrorCodes.UriTooLong, $"The URL is longer than {StoreGuard.MaxUrlLength} characters.");
        if (HalMediaTypes.Negotiate(request.Headers.Accept!) is not { } contentType)
            return new RequestError(ErrorCodes.NotAcceptable, $"The answer is {HalMediaTypes.Hal} or {MediaTypes.Json}; Accept accepts neither.");
        return new FavouritesContext(caller, contentType, new FavouritesLinks(publicUrl.Of(request)));
    }

    /// <summary>Who several headers speak for: the user before the application, either before what may be anybody's.</summary>
    private ValueTask<Result<Caller>> FindCallerAsync(IHeaderDictionary headers, CancellationToken cancellation) =>
        (RequestHeaders.Token(headers["X-Access-Token"]) ?? RequestHeaders.Token(headers["X-Auth-Token"])) is { } user ? callers.FindUserAsync(user, cancellation)
        : RequestHeaders.Token(headers["X-Xapp-Token"]) is { } application ? callers.FindApplicationAsync(application, cancellation)
        : callers.FindAnyAsync(RequestHeaders.BearerToken(headers.Authorization) ?? "", cancellation);

    /// <summary>The answer to a request that no endpoint took.</summary>
    private static async Task AnswerAsync(HttpContext http)
    {
        var response = http.Response;
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = $"{response.Headers.Allow}, OPTIONS";
            if (HttpMethods.IsOptions(http.Request.Method))
            {
                response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }
        }
        if (StoreGuard.RoutingError(http) is { } error)
            await HalResponse.WriteErrorsAsync(http, [error]);
    }
}
