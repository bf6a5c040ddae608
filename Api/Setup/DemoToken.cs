using Api.Security;
using Domain.Companies;
using JsonApi.Definitions;
using Microsoft.Data.Sqlite;
using Persistence;

namespace Api.Setup;

/// <summary>
/// The one token that can be shown again. A random one is kept in a file beside the catalogue that its owner alone can read;
/// the catalogue has the hash. At most one demo token is valid at a time.
/// </summary>
internal sealed class DemoToken(CatalogDatabase database, TimeProvider clock)
{
    private const string Live = "company_id = $company AND name = $name AND revoked_at IS NULL";

    private readonly string _file =
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database.FilePath))!, "demo-token");

    /// <summary>The token that is valid now: the fixed one, or the one in the file, or a new one.</summary>
    internal string Provide(Guid companyId, string? fixedToken)
    {
        using var connection = database.OpenConnection();
        using var transaction = connection.BeginTransaction();
        var token = fixedToken ?? KeptToken(connection, companyId) ?? CreateToken();
        var hash = AccessTokens.Hash(token);
        Run(connection, $"UPDATE access_tokens SET revoked_at = $now WHERE {Live} AND hash <> $hash", companyId, hash);
        // A fixed token is the operator's word, so it is good again although an earlier start revoked it.
        Run(connection, """
            INSERT INTO access_tokens (hash, company_id, name, scopes, created_at) VALUES ($hash, $company, $name, $scopes, $now)
            ON CONFLICT (hash) DO UPDATE SET revoked_at = NULL WHERE company_id = $company AND name = $name
            """, companyId, hash);
        transaction.Commit();
        return token;
    }

    /// <summary>Makes every demo token useless; tells how many were still good.</summary>
    internal int Revoke(Guid companyId)
    {
        using var connection = database.OpenConnection();
        return Run(connection, $"UPDATE access_tokens SET revoked_at = $now WHERE {Live}", companyId, []);
    }

    private int Run(SqliteConnection connection, string sql, Guid companyId, byte[] hash)
    {
        using var command = Command(connection, sql, companyId, hash);
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Command(SqliteConnection connection, string sql, Guid companyId, byte[] hash)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$company", WireText.Write(companyId));
        command.Parameters.AddWithValue("$name", DemoCompany.TokenName);
        command.Parameters.AddWithValue("$now", WireText.Write(WireText.Now(clock)));
        command.Parameters.AddWithValue("$scopes", (int)(TokenScopes.Read | TokenScopes.Write));
        command.Parameters.AddWithValue("$hash", hash);
        return command;
    }

    private string? KeptToken(SqliteConnection connection, Guid companyId)
    {
        if (!File.Exists(_file))
            return null;
        var token = File.ReadAllText(_file).Trim();
        using var command = Command(connection, $"SELECT count(*) FROM access_tokens WHERE {Live} AND hash = $hash", companyId, AccessTokens.Hash(token));
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
