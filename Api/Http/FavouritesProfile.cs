using Api.Security;
using JsonApi.Errors;
using JsonApi.Rendering;
using JsonApi.Rendering.Hal;

namespace Api.Http;

/// <summary>The favourites API: the token of a user, an application or a company; HAL.</summary>
internal sealed class FavouritesProfile(Callers callers) : ApiProfile
{
    /// <summary>Addresses without a token: they show nothing of any company, or hand out tokens.</summary>
    private static readonly string[] OpenPaths =
        [FavouritesPaths.Root + "/status", FavouritesPaths.Root + "/tokens/xapp_token", FavouritesPaths.OAuth + "/access_token"];

    internal override IReadOnlyList<string> Prefixes { get; } = [FavouritesPaths.Root, FavouritesPaths.OAuth];

    internal override IErrorRenderer Errors => HalErrorRenderer.Instance;

    internal override bool AnswersOptions => true;

    internal override async ValueTask<Result<Caller?>> AuthenticateAsync(HttpContext http)
    {
        if (OpenPaths.Contains(http.Request.Path.Value!.TrimEnd('/'), StringComparer.OrdinalIgnoreCase))
            return (Caller?)null;
        return (await FindCallerAsync(http.Request.Headers, http.RequestAborted)).Map(Caller? (caller) => caller);
    }

    internal override Result<AnswerFormat> Negotiate(HttpRequest request) =>
        HalMediaTypes.Negotiate(request.Headers.Accept!) is { } contentType
            ? new AnswerFormat(contentType, null)
            : new RequestError(ErrorCodes.NotAcceptable, $"The answer is {HalMediaTypes.Hal} or {MediaTypes.Json}; Accept allows neither.");

    internal override string ErrorType(string path, HttpRequest request) =>
        HalMediaTypes.Negotiate(request.Headers.Accept!) ?? HalMediaTypes.Hal;

    /// <summary>As documented: 406 is answered in JSON, whatever is accepted.</summary>
    internal override string ErrorType(int status, string contentType) =>
        status == StatusCodes.Status406NotAcceptable ? MediaTypes.Json : contentType;

    /// <summary>The caller of several headers: the user before the application, either before a token of any kind.</summary>
    private ValueTask<Result<Caller>> FindCallerAsync(IHeaderDictionary headers, CancellationToken cancellation) =>
        (RequestHeaders.Token(headers["X-Access-Token"]) ?? RequestHeaders.Token(headers["X-Auth-Token"])) is { } user
            ? callers.FindUserAsync(user, cancellation)
        : RequestHeaders.Token(headers["X-Xapp-Token"]) is { } application ? callers.FindApplicationAsync(application, cancellation)
        : callers.FindAnyAsync(RequestHeaders.BearerToken(headers.Authorization) ?? "", cancellation);
}
