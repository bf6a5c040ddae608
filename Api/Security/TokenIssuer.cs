using System.Globalization;
using System.Net;
using Domain.Favourites;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Accounts;
using Persistence.Transactions;

namespace Api.Security;

/// <summary>A token as it is shown, this once.</summary>
internal sealed record IssuedToken(string Token, DateTimeOffset ExpiresAt);

/// <summary>The parameters of a log-in.</summary>
internal sealed record LogIn(string ClientId, string ClientSecret, string Email, string Password, bool Offline);

/// <summary>Issues tokens of the favourites API.</summary>
internal sealed class TokenIssuer(FavouritesAccounts accounts, TransactionRunner writer, Passwords passwords, LoginLimiter limiter, TimeProvider clock)
{
    private static readonly RequestError WrongClient = new(ErrorCodes.Unauthorized, "The client_id and client_secret are not those of an application.");

    /// <summary>The same for a wrong password, an unknown e-mail and a user without password.</summary>
    private static readonly RequestError WrongLogIn = new(ErrorCodes.Unauthorized, "The e-mail and password are not those of a user.");

    /// <summary>A token of the application's own.</summary>
    internal async ValueTask<Result<IssuedToken>> IssueToApplicationAsync(string clientId, string secret, CancellationToken cancellation) =>
        await accounts.FindApplicationAsync(clientId, AccessTokens.Hash(secret), cancellation) is { } scope
            ? await IssueAsync(scope, clientId, null, isOffline: false, cancellation)
            : WrongClient;

    /// <summary>A user's token; too many tries from one address, or as one user, are refused before anything is looked up.</summary>
    internal async ValueTask<Result<IssuedToken>> IssueToUserAsync(LogIn logIn, IPAddress? address, CancellationToken cancellation)
    {
        if (limiter.Refuse(address, logIn.ClientId, logIn.Email) is { } wait)
        {
            var detail = string.Create(
                CultureInfo.InvariantCulture, $"There were too many tries to log in; try again in {Math.Ceiling(wait.TotalSeconds)} seconds.");
            return new RequestError(ErrorCodes.TooManyRequests, detail) { RetryAfter = wait };
        }
        if (await accounts.FindApplicationAsync(logIn.ClientId, AccessTokens.Hash(logIn.ClientSecret), cancellation) is not { } scope)
            return WrongClient;
        var user = await accounts.FindLoginAsync(scope, logIn.Email, cancellation);
        return passwords.IsRight(user?.PasswordHash, logIn.Password)
            ? await IssueAsync(scope, logIn.ClientId, user!.UserId, logIn.Offline, cancellation)
            : WrongLogIn;
    }

    /// <summary>Makes a caller's token useless.</summary>
    internal ValueTask<Result<bool>> RevokeAsync(Caller caller, CancellationToken cancellation) =>
        writer.RunAsync(caller.Scope, transaction => FavouritesTokenWrites.Revoke(transaction, caller.TokenHash), cancellation);

    private async ValueTask<Result<IssuedToken>> IssueAsync(TenantScope scope, string clientId, Guid? userId, bool isOffline, CancellationToken cancellation)
    {
        var token = AccessTokens.Create();
        var now = WireText.Now(clock);
        var end = now + (isOffline ? FavouritesToken.OfflineLifetime : FavouritesToken.Lifetime);
        var kept = await writer.RunAsync(
            scope,
            transaction => FavouritesTokenWrites.Add(transaction, new FavouritesToken
            {
                Hash = AccessTokens.Hash(token),
                CompanyId = scope.CompanyId,
                UserId = userId,
                ClientId = clientId,
                Offline = isOffline,
                CreatedAt = now,
                ExpiresAt = end,
            }),
            cancellation);
        return kept.TryGet(out _) ? new IssuedToken(token, end) : kept.As<IssuedToken>();
    }
}
