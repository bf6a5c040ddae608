using System.Globalization;
using Api.Favourites;
using Api.Http;
using Api.Security;
using JsonApi.Errors;
using JsonApi.Rendering.Hal;

namespace Api.Endpoints;

/// <summary>Issuing tokens of the favourites API, and revoking them.</summary>
internal sealed class TokenEndpoints(TokenIssuer issuer)
{
    private const string OfflineAccess = "offline_access";
    private const string MillisecondsFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapApi([HttpMethods.Post], FavouritesLinks.RootPath + "/tokens/xapp_token", CreateApplicationTokenAsync);
        routes.MapApi([HttpMethods.Post], "/oauth2/access_token", CreateUserTokenAsync);
        routes.MapApi([HttpMethods.Delete], FavouritesLinks.RootPath + "/tokens/access_token", DeleteUserTokenAsync);
    }

    private async ValueTask<ApiResult> CreateApplicationTokenAsync(HttpContext http, ApiContext context)
    {
        var read = await ReadAsync(http);
        if (!read.TryGet(out var parameters))
            return ApiResult.Failed(read.Errors);
        var (clientId, secret) = (parameters.RequiredText("client_id"), parameters.Secret("client_secret"));
        var issued = parameters.Errors() is { Count: > 0 } errors
            ? errors
            : await issuer.IssueToApplicationAsync(clientId, secret, http.RequestAborted);
        return issued.TryGet(out var token)
            ? Secret(StatusCodes.Status201Created, document => document
                .Text("type", "xapp_token").Text("token", token.Token).Text("expires_at", Time(token.ExpiresAt)))
            : ApiResult.Failed(issued.Errors);
    }

    private async ValueTask<ApiResult> CreateUserTokenAsync(HttpContext http, ApiContext context)
    {
        var read = await ReadAsync(http);
        if (!read.TryGet(out var parameters))
            return ApiResult.Failed(read.Errors);
        if (parameters.RequiredText("grant_type") is not ("" or "credentials"))
            parameters.Refuse("grant_type", "must be 'credentials'");
        var scope = parameters.OneOf("scope", OfflineAccess);
        var logIn = new LogIn(
            parameters.RequiredText("client_id"), parameters.Secret("client_secret"),
            parameters.RequiredText("email"), parameters.Secret("password"), scope == OfflineAccess);
        var issued = parameters.Errors() is { Count: > 0 } errors
            ? errors
            : await issuer.IssueToUserAsync(logIn, http.Connection.RemoteIpAddress, http.RequestAborted);
        return issued.TryGet(out var token)
            ? Secret(StatusCodes.Status200OK, document => document
                .Text("access_token", token.Token).Text("expires_in", Time(token.ExpiresAt)).Text("scope", scope))
            : ApiResult.Failed(issued.Errors);
    }

    private async ValueTask<ApiResult> DeleteUserTokenAsync(HttpContext http, ApiContext context)
    {
        if (context.Caller.UserId is null)
            return new RequestError(ErrorCodes.Forbidden, "The token is not a user's.");
        var revoked = await issuer.RevokeAsync(context.Caller, http.RequestAborted);
        return revoked.TryGet(out _) ? new ApiResult(StatusCodes.Status204NoContent) : ApiResult.Failed(revoked.Errors);
    }

    private static async ValueTask<Result<Parameters>> ReadAsync(HttpContext http)
    {
        var body = await ParameterReader.ReadBodyAsync(http);
        return body.Then(bytes => ParameterReader.Parse(http, bytes));
    }

    private static ApiResult Secret(int status, Action<HalWriter> write) => HalResult.Of(status, write) with { IsSecret = true };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(MillisecondsFormat, CultureInfo.InvariantCulture);
}
