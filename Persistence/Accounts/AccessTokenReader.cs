using System.Security.Cryptography;
using Domain.Companies;
using Persistence.Connections;

namespace Persistence.Accounts;

/// <summary>
/// Finds access tokens by their hash. Every request does, so a prepared statement reads them, not EF; and nothing is cached, so that a revoked
/// token is refused at once.
/// </summary>
public sealed class AccessTokenReader(ConnectionPool connections)
{
    private const string Sql = "SELECT hash, company_id, scopes, revoked_at IS NOT NULL, expires_at FROM access_tokens WHERE hash = ?1";

    /// <summary>The token with this hash; null where there is none or it has expired.</summary>
    public ValueTask<KnownToken?> FindAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellation) =>
        connections.LookUpAsync((hash, now), static (connection, key) => Find(connection, key.hash, key.now), cancellation);

    private static KnownToken? Find(CatalogConnection connection, byte[] hash, DateTimeOffset now)
    {
        var statement = connection.Prepare(Sql);
        statement.Bind(1, hash);
        try
        {
            if (!statement.Step() || !CryptographicOperations.FixedTimeEquals(statement.Blob(0), hash))
                return null;
            if (!statement.IsNull(4) && statement.Time(4) <= now)
                return null;
            return new KnownToken(statement.Id(1), (TokenScopes)statement.Integer(2), statement.Flag(3));
        }
        finally
        {
            statement.Reset();
        }
    }
}
