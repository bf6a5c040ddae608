using System.Security.Cryptography;
using JsonApi.Definitions;
using JsonApi.Planning;
using Persistence.Connections;

namespace Persistence;

/// <summary>Whose a token of the favourites API is.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="UserId">The user; null where it is an application's own.</param>
/// <param name="IsRevoked">Whether it was taken back.</param>
public sealed record KnownFavouritesToken(Guid CompanyId, Guid? UserId, bool IsRevoked);

/// <summary>What a log-in is checked against.</summary>
public sealed record KnownLogin(Guid UserId, string? PasswordHash);

/// <summary>Tokens, applications and users by their keys, looked up on every request anew: what is revoked is revoked at once.</summary>
public sealed class FavouritesAccounts(ConnectionPool connections)
{
    private const string TokenSql = "SELECT hash, company_id, user_id, revoked_at IS NOT NULL, expires_at FROM favourites_tokens WHERE hash = ?1";

    private const string ApplicationSql = "SELECT company_id, secret_hash FROM applications WHERE client_id = ?1";

    private const string LoginSql = "SELECT id, password_hash FROM users WHERE company_id = ?1 AND email_folded = ?2";

    /// <summary>Whether the catalogue can be read now.</summary>
    public async ValueTask<bool> CanReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await connections.LookUpAsync("SELECT 1", static (connection, sql) => connection.ReadRow(sql, row => row.Integer(0) == 1) is true, cancellation);
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    /// <summary>The token with this hash, unless there is none or it has expired.</summary>
    public ValueTask<KnownFavouritesToken?> FindTokenAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellation) =>
        connections.LookUpAsync((hash, now), static (connection, ask) => FindToken(connection, ask.hash, ask.now), cancellation);

    /// <summary>The company of an application that has this secret, or null.</summary>
    public async ValueTask<TenantScope?> FindApplicationAsync(string clientId, byte[] secretHash, CancellationToken cancellation)
    {
        var found = await connections.LookUpAsync(
            clientId,
            static (connection, id) => connection.ReadRow(ApplicationSql, row => (Company: Guid.Parse(row.Text(0)), Hash: row.Blob(1).ToArray()), id),
            cancellation);
        return found is { } application && CryptographicOperations.FixedTimeEquals(application.Hash, secretHash)
            ? new TenantScope(application.Company)
            : null;
    }

    /// <summary>The user with this e-mail, whatever its case, or null.</summary>
    public async ValueTask<KnownLogin?> FindLoginAsync(TenantScope scope, string email, CancellationToken cancellation) =>
        await connections.LookUpAsync(
            (Company: WireText.Write(scope.CompanyId), Email: WireText.Fold(email)),
            static (connection, ask) => connection.ReadRow(
                LoginSql, row => (Id: Guid.Parse(row.Text(0)), Hash: row.IsNull(1) ? null : row.Text(1)), ask.Company, ask.Email),
            cancellation) is { } user ? new KnownLogin(user.Id, user.Hash) : null;

    private static KnownFavouritesToken? FindToken(CatalogConnection connection, byte[] hash, DateTimeOffset now)
    {
        var statement = connection.Prepare(TokenSql);
        statement.Bind(1, hash);
        try
        {
            if (!statement.Step() || !CryptographicOperations.FixedTimeEquals(statement.Blob(0), hash))
                return null;
            if (!statement.IsNull(4) && WireText.ReadInstant(statement.Text(4)) <= now)
                return null;
            return new KnownFavouritesToken(
                Guid.Parse(statement.Text(1)), statement.IsNull(2) ? null : Guid.Parse(statement.Text(2)), statement.Integer(3) != 0);
        }
        finally
        {
            statement.Reset();
        }
    }
}
