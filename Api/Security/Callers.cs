using Domain.Companies;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Accounts;

namespace Api.Security;

/// <summary>Finds the caller that a token belongs to.</summary>
internal sealed class Callers(FavouritesAccounts accounts, AccessTokenReader storeTokens, TimeProvider clock)
{
    private static readonly RequestError Unknown =
        new(ErrorCodes.Unauthorized, "A valid token is needed: X-Access-Token, X-Xapp-Token or Authorization: Bearer TOKEN.");

    private static readonly RequestError Revoked = new(ErrorCodes.Unauthorized, "token is invalid (revoked)");

    /// <summary>A user, by a token from a header for users.</summary>
    internal ValueTask<Result<Caller>> FindUserAsync(string token, CancellationToken cancellation) =>
        FindAsync(token, known => known.UserId is not null, cancellation);

    /// <summary>An application, by a token from a header for applications.</summary>
    internal ValueTask<Result<Caller>> FindApplicationAsync(string token, CancellationToken cancellation) =>
        FindAsync(token, known => known.UserId is null, cancellation);

    /// <summary>Any caller, by a token of any kind, a store token included.</summary>
    internal async ValueTask<Result<Caller>> FindAnyAsync(string token, CancellationToken cancellation)
    {
        var found = await FindAsync(token, _ => true, cancellation);
        if (found.TryGet(out _) || found.Errors[0] != Unknown)
            return found;
        var hash = AccessTokens.Hash(token);
        return await storeTokens.FindAsync(hash, WireText.Now(clock), cancellation) switch
        {
            null => Unknown,
            { IsRevoked: true } => Revoked,
            var known when !known.Scopes.HasFlag(TokenScopes.Read) => new RequestError(ErrorCodes.Forbidden, "The token does not have the scope 'read'."),
            var known => new Caller(new TenantScope(known.CompanyId), known.Scopes, hash),
        };
    }

    private async ValueTask<Result<Caller>> FindAsync(string token, Func<KnownFavouritesToken, bool> isRightKind, CancellationToken cancellation)
    {
        var hash = AccessTokens.Hash(token);
        if (await accounts.FindTokenAsync(hash, WireText.Now(clock), cancellation) is not { } known || !isRightKind(known))
            return Unknown;
        return known.IsRevoked ? Revoked : new Caller(new TenantScope(known.CompanyId, known.UserId), TokenScopes.None, hash);
    }
}
