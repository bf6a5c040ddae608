using System.Security.Cryptography;
using JsonApi.Definitions;
using JsonApi.Planning;
using Persistence.Connections;

namespace Persistence.Accounts;

/// <summary>
/// Finds tokens, applications and users of the favourites API by their keys. Every request or log-in does, so prepared statements read them, not EF;
/// and nothing is cached, so that a revoked token is refused at once.
/// </summary>
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

    /// <summary>The token with this hash; null where there is none or it has expired.</summary>
    public ValueTask<KnownFavouritesToken?> FindTokenAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellation) =>
        connections.LookUpAsync((hash, now), static (connection, key) => FindToken(connection, key.hash, key.now), cancellation);

    /// <summary>The company of an application that has this secret, or null.</summary>
    public async ValueTask<TenantScope?> FindApplicationAsync(string clientId, byte[] secretHash, CancellationToken cancellation)
    {
        var found = await connections.LookUpAsync(
            clientId,
            static (connection, id) => connection.ReadRow(ApplicationSql, row => (Company: row.Id(0), Hash: row.Blob(1).ToArray()), id),
            cancellation);
        return found is { } application && CryptographicOperations.FixedTimeEquals(application.Hash, secretHash)
            ? new TenantScope(application.Company)
            : null;
    }

    /// <summary>The user with this e-mail, whatever its case, or null.</summary>
    public async ValueTask<KnownLogin?> FindLoginAsync(TenantScope scope, string email, CancellationToken cancellation) =>
        await connections.LookUpAsync(
            (scope.CompanyId, Email: WireText.Fold(email)),
            static (connection, key) => connection.ReadRow(
                LoginSql, row => (Id: row.Id(0), Hash: row.IsNull(1) ? null : row.Text(1)), key.CompanyId, key.Email),
            cancellation) is { } user ? new KnownLogin(user.Id, user.Hash) : null;

    private static KnownFavouritesToken? FindToken(CatalogConnection connection, byte[] hash, DateTimeOffset now)
    {
        var statement = connection.Prepare(TokenSql);
        statement.Bind(1, hash);
        try
        {
            if (!statement.Step() || !CryptographicOperations.FixedTimeEquals(statement.Blob(0), hash))
                return null;
            if (!statement.IsNull(4) && statement.Time(4) <= now)
                return null;
            return new KnownFavouritesToken(statement.Id(1), statement.IsNull(2) ? null : statement.Id(2), statement.Flag(3));
        }
        finally
        {
            statement.Reset();
        }
    }
}
