using Api.Security;
using Domain.Companies;
using JsonApi.Definitions;
using Microsoft.Data.Sqlite;
using Persistence.Connections;
using Persistence.Sqlite;

namespace Api.Setup;

/// <summary>
/// A token that can be shown again: the demo company's for the store API, or the demo user's for the favourites API. A random one is
/// kept in a file beside the catalogue that its owner alone can read; the catalogue has the hash. At most one of each is valid at a time.
/// </summary>
internal sealed class DemoToken
{
    private readonly CatalogDatabase _database;
    private readonly TimeProvider _clock;
    private readonly Guid _company;
    private readonly string _owner;
    private readonly string _file;
    private readonly string _table;
    private readonly string _owned;
    private readonly string _insert;

    private DemoToken(CatalogDatabase database, TimeProvider clock, Guid company, string owner, string file, string table, string ownerColumn, string insert)
    {
        (_database, _clock, _company, _owner, _table, _insert) = (database, clock, company, owner, table, insert);
        _owned = $"company_id = $company AND {ownerColumn} = $owner";
        _file = Path.Combine(database.DataFolder, file);
    }

    internal static DemoToken OfCompany(CatalogDatabase database, TimeProvider clock, Guid company) => new(
        database, clock, company, DemoCompany.TokenName, "demo-token", "access_tokens", "name",
        $"(hash, company_id, name, scopes, created_at) VALUES ($hash, $company, $owner, {(int)(TokenScopes.Read | TokenScopes.Write)}, $now)");

    internal static DemoToken OfUser(CatalogDatabase database, TimeProvider clock, Guid company, Guid user) => new(
        database, clock, company, WireText.Write(user), "demo-user-token", "favourites_tokens", "user_id",
        "(hash, company_id, user_id, offline, created_at) VALUES ($hash, $company, $owner, 1, $now)");

    /// <summary>The token that is valid now: the fixed one, or the one in the file, or a new one.</summary>
    internal string Provide(string? fixedToken)
    {
        using var connection = ((Persistence.Sqlite.SqliteDatabase)_database).OpenConnection();
        using var transaction = connection.BeginTransaction();
        var token = fixedToken ?? KeptToken(connection) ?? CreateToken();
        var hash = AccessTokens.Hash(token);
        Run(connection, $"UPDATE {_table} SET revoked_at = $now WHERE {_owned} AND revoked_at IS NULL AND hash <> $hash", hash);
        // A fixed token is the operator's word, so it is good again although an earlier start revoked it.
        Run(connection, $"INSERT INTO {_table} {_insert} ON CONFLICT (hash) DO UPDATE SET revoked_at = NULL WHERE {_owned}", hash);
        transaction.Commit();
        return token;
    }

    /// <summary>Makes every such token useless; tells how many were still good.</summary>
    internal int Revoke()
    {
        using var connection = ((Persistence.Sqlite.SqliteDatabase)_database).OpenConnection();
        return Run(connection, $"UPDATE {_table} SET revoked_at = $now WHERE {_owned} AND revoked_at IS NULL", []);
    }

    private int Run(SqliteConnection connection, string sql, byte[] hash)
    {
        using var command = Command(connection, sql, hash);
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Command(SqliteConnection connection, string sql, byte[] hash)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$company", WireText.Write(_company));
        command.Parameters.AddWithValue("$owner", _owner);
        command.Parameters.AddWithValue("$now", WireText.Write(WireText.Now(_clock)));
        command.Parameters.AddWithValue("$hash", hash);
        return command;
    }

    private string? KeptToken(SqliteConnection connection)
    {
        if (!File.Exists(_file))
            return null;
        var token = File.ReadAllText(_file).Trim();
        using var command = Command(connection, $"SELECT count(*) FROM {_table} WHERE {_owned} AND revoked_at IS NULL AND hash = $hash", AccessTokens.Hash(token));
        return (long)command.ExecuteScalar()! > 0 ? token : null;
    }

    private string CreateToken()
    {
        var token = AccessTokens.Create();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // The mode counts only for a file that is created, so an old file is replaced, never written into.
        var fresh = $"{_file}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(fresh, options))
            writer.WriteLine(token);
        File.Move(fresh, _file, overwrite: true);
        return token;
    }
}
