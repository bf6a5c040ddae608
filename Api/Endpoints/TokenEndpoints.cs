using System.Globalization;
using Api.Favourites;
using Api.Favourites.Validation;
using Api.Http;
using Api.Security;
using JsonApi.Errors;
using JsonApi.Rendering.Hal;

namespace Api.Endpoints;

/// <summary>Issuing tokens of the favourites API, and revoking them.</summary>
internal sealed class TokenEndpoints(TokenIssuer issuer)
{
    private const string MillisecondsFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private readonly Lazy<ApplicationTokenValidator> _applicationToken = new(() => new ApplicationTokenValidator());
    private readonly Lazy<UserTokenValidator> _userToken = new(() => new UserTokenValidator());

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapApi([HttpMethods.Post], FavouritesPaths.Root + "/tokens/xapp_token", CreateApplicationTokenAsync);
        routes.MapApi([HttpMethods.Post], FavouritesPaths.OAuth + "/access_token", CreateUserTokenAsync);
        routes.MapApi([HttpMethods.Delete], FavouritesPaths.Root + "/tokens/access_token", DeleteUserTokenAsync);
    }

    private async ValueTask<ApiResult> CreateApplicationTokenAsync(HttpContext http, ApiContext context)
    {
        var read = await ReadAsync(http, _applicationToken);
        if (!read.TryGet(out var parameters))
            return ApiResult.Failed(read.Errors);
        var issued = await issuer.IssueToApplicationAsync(
            parameters.Value("client_id")!, parameters.Value("client_secret")!, http.RequestAborted);
        return issued.TryGet(out var token)
            ? Secret(StatusCodes.Status201Created, document => document
                .Text("type", "xapp_token").Text("token", token.Token).Text("expires_at", Time(token.ExpiresAt)))
            : ApiResult.Failed(issued.Errors);
    }

    private async ValueTask<ApiResult> CreateUserTokenAsync(HttpContext http, ApiContext context)
    {
        var read = await ReadAsync(http, _userToken);
        if (!read.TryGet(out var parameters))
            return ApiResult.Failed(read.Errors);
        var scope = parameters.Value("scope");
        var logIn = new LogIn(
            parameters.Value("client_id")!, parameters.Value("client_secret")!, parameters.Value("email")!, parameters.Value("password")!,
            scope == UserTokenValidator.OfflineAccess);
        var issued = await issuer.IssueToUserAsync(logIn, http.Connection.RemoteIpAddress, http.RequestAborted);
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

    private static async ValueTask<Result<Parameters>> ReadAsync<TValidator>(HttpContext http, Lazy<TValidator> validator)
        where TValidator : ParametersValidator
    {
        var body = await ParameterReader.ReadBodyAsync(http);
        return body.Then(bytes => ParameterReader.Parse(http, bytes)).Then<Parameters>(parameters =>
            validator.Value.Check(parameters) is { Count: > 0 } errors ? errors : parameters);
    }

    private static ApiResult Secret(int status, Action<HalWriter> write) => HalResult.Of(status, write) with { IsSecret = true };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(MillisecondsFormat, CultureInfo.InvariantCulture);
}
