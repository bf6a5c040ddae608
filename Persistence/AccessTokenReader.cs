using System.Security.Cryptography;
using Domain.Companies;
using Persistence.Connections;

namespace Persistence;

/// <summary>Who a token belongs to and what it allows.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Scopes">What its bearer may do.</param>
/// <param name="IsRevoked">Whether it was taken back.</param>
public sealed record KnownToken(Guid CompanyId, TokenScopes Scopes, bool IsRevoked);

/// <summary>Looks tokens up by their hash, on every request anew: what is revoked is revoked at once.</summary>
public sealed class AccessTokenReader(ConnectionPool connections)
{
    private const string Sql = "SELECT hash, company_id, scopes, revoked_at IS NOT NULL, expires_at FROM access_tokens WHERE hash = ?1";

    /// <summary>The token with this hash, unless there is none or it has expired.</summary>
    public ValueTask<KnownToken?> FindAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellation) =>
        connections.LookUpAsync((hash, now), static (connection, ask) => Find(connection, ask.hash, ask.now), cancellation);

    private static KnownToken? Find(CatalogConnection connection, byte[] hash, DateTimeOffset now)
    {
        var statement = connection.Prepare(Sql);
        statement.Bind(1, hash);
        try
        {
            if (!statement.Step() || !CryptographicOperations.FixedTimeEquals(statement.Blob(0), hash))
                return null;
            if (!statement.IsNull(4) && JsonApi.Definitions.WireText.ReadInstant(statement.Text(4)) <= now)
                return null;
            return new KnownToken(Guid.Parse(statement.Text(1)), (TokenScopes)statement.Integer(2), statement.Integer(3) != 0);
        }
        finally
        {
            statement.Reset();
        }
    }
}
