using System.Globalization;
using Api.Favourites;
using Api.Http;
using Api.Security;
using JsonApi.Errors;

namespace Api.Endpoints;

/// <summary>Handing out tokens of the favourites API, and taking them back.</summary>
internal sealed class TokenEndpoints(TokenIssuer issuer)
{
    private const string OfflineAccess = "offline_access";
    private const string MillisecondsFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(FavouritesLinks.RootPath + "/tokens/xapp_token", CreateApplicationTokenAsync);
        routes.MapPost("/oauth2/access_token", CreateUserTokenAsync);
        routes.MapDelete(FavouritesLinks.RootPath + "/tokens/access_token", DeleteUserTokenAsync);
    }

    private async Task CreateApplicationTokenAsync(HttpContext http)
    {
        var read = await ParameterReader.ReadAsync(http);
        if (!read.TryGet(out var parameters))
        {
            await HalResponse.WriteErrorsAsync(http, read.Errors);
            return;
        }
        var (clientId, secret) = (parameters.RequiredText("client_id"), parameters.Secret("client_secret"));
        var issued = parameters.Errors() is { Count: > 0 } errors
            ? errors
            : await issuer.IssueToApplicationAsync(clientId, secret, http.RequestAborted);
        if (!issued.TryGet(out var token))
        {
            await HalResponse.WriteErrorsAsync(http, issued.Errors);
            return;
        }
        http.Response.Headers.CacheControl = "no-store";
        await HalResponse.WriteAsync(http, StatusCodes.Status201Created, document =>
            document.Text("type", "xapp_token").Text("token", token.Token).Text("expires_at", Time(token.ExpiresAt)));
    }

    private async Task CreateUserTokenAsync(HttpContext http)
    {
        var read = await ParameterReader.ReadAsync(http);
        if (!read.TryGet(out var parameters))
        {
            await HalResponse.WriteErrorsAsync(http, read.Errors);
            return;
        }
        if (parameters.RequiredText("grant_type") is not ("" or "credentials"))
            parameters.Refuse("grant_type", "must be 'credentials'");
        var scope = parameters.OneOf("scope", OfflineAccess);
        var logIn = new LogIn(
            parameters.RequiredText("client_id"), parameters.Secret("client_secret"), parameters.RequiredText("email"), parameters.Secret("password"),
            scope == OfflineAccess);
        var issued = parameters.Errors() is { Count: > 0 } errors
            ? errors
            : await issuer.IssueToUserAsync(logIn, http.Connection.RemoteIpAddress, wait => SetRetryAfter(http, wait), http.RequestAborted);
        if (!issued.TryGet(out var token))
        {
            await HalResponse.WriteErrorsAsync(http, issued.Errors);
            return;
        }
        http.Response.Headers.CacheControl = "no-store";
        await HalResponse.WriteAsync(http, StatusCodes.Status200OK, document =>
            document.Text("access_token", token.Token).Text("expires_in", Time(token.ExpiresAt)).Text("scope", scope));
    }

    private async Task DeleteUserTokenAsync(HttpContext http)
    {
        var caller = FavouritesContext.CallerOf(http);
        var revoked = caller.UserId is not null
            ? await issuer.RevokeAsync(caller, http.RequestAborted)
            : new RequestError(ErrorCodes.Forbidden, "The token is not a user's.");
        if (revoked.TryGet(out _))
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        else
            await HalResponse.WriteErrorsAsync(http, revoked.Errors);
    }

    private static void SetRetryAfter(HttpContext http, TimeSpan wait) =>
        http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(MillisecondsFormat, CultureInfo.InvariantCulture);
}
