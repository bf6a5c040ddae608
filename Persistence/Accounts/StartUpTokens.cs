using Persistence.Connections;
using Persistence.Import;

namespace Persistence.Accounts;

/// <summary>The tokens of one owner, of which at most one is to be valid. By statements, for the reason that <see cref="StartUpAccounts"/> gives.</summary>
public sealed class StartUpTokens
{
    private readonly CatalogConnection _connection;
    private readonly object[] _owner;
    private readonly string _validSql;
    private readonly string _revokeSql;
    private readonly string _findSql;
    private readonly string _restoreSql;

    internal StartUpTokens(CatalogConnection connection, string table, string ownerColumn, Guid company, object owner)
    {
        (_connection, _owner) = (connection, [company, owner]);
        var owned = $"company_id = ?1 AND {ownerColumn} = ?2";
        _validSql = $"SELECT hash FROM {table} WHERE {owned} AND revoked_at IS NULL";
        _revokeSql = $"UPDATE {table} SET revoked_at = ?4 WHERE {owned} AND revoked_at IS NULL AND hash IS DISTINCT FROM ?3";
        _findSql = $"SELECT 1 FROM {table} WHERE hash = ?1";
        _restoreSql = $"UPDATE {table} SET revoked_at = NULL WHERE {owned} AND hash = ?3";
    }

    /// <summary>The hashes of the tokens that are not revoked.</summary>
    public IReadOnlyList<byte[]> FindValid() => _connection.ReadRows(_validSql, row => row.Blob(0).ToArray(), _owner);

    /// <summary>Revokes all; returns how many were valid.</summary>
    public int Revoke(DateTimeOffset now) => FindValid().Count == 0 ? 0 : Revoke(null, now);

    /// <summary>
    /// Makes one token the only valid one: it is stored where it is unknown, and valid again where it was revoked. Nobody else writes meanwhile, so
    /// that all servers of a catalogue choose the same.
    /// </summary>
    /// <param name="choose">The token and its hash, from the hashes that are valid so far.</param>
    /// <param name="create">The entity to store, from the hash.</param>
    /// <param name="now">The time of the change.</param>
    public string KeepOne<TEntity>(Func<IReadOnlyList<byte[]>, (string Token, byte[] Hash)> choose, Func<byte[], TEntity> create, DateTimeOffset now)
        where TEntity : class =>
        _connection.Write(connection =>
        {
            var (token, hash) = choose(FindValid());
            Revoke(hash, now);
            if (connection.ReadRow(_findSql, _ => true, hash) is null)
                new RowInsert(connection, typeof(TEntity)).Run(create(hash));
            else
                connection.Run(_restoreSql, [.. _owner, hash]);
            return token;
        });

    private int Revoke(byte[]? exceptHash, DateTimeOffset now) => _connection.Run(_revokeSql, [.. _owner, exceptHash, now]);
}
