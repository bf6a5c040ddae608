using Microsoft.Data.Sqlite;

namespace Persistence.Sqlite.Schema;

/// <summary>
/// What the migrations come to, as one script, which a test holds to them. EF takes most of a first start to run them, and a
/// second to find out that there is nothing to run; this takes milliseconds.
/// </summary>
internal static class CatalogSchema
{
    private static readonly string Script = Resource("schema.sql");

    /// <summary>The script's first line names it.</summary>
    private static readonly string LastMigration = Script[3..Script.IndexOf('\n', StringComparison.Ordinal)].Trim();

    internal static bool IsUpToDate(SqliteConnection connection) =>
        Read(connection, "SELECT count(*) FROM sqlite_schema WHERE name = '__EFMigrationsHistory'") is 1L
        && Read(connection, "SELECT max(MigrationId) FROM __EFMigrationsHistory") as string == LastMigration;

    /// <summary>The last migration of a catalogue that a newer version has migrated; null for any other.</summary>
    internal static string? FindNewerMigration(SqliteConnection connection) =>
        Read(connection, "SELECT count(*) FROM sqlite_schema WHERE name = '__EFMigrationsHistory'") is 1L
        && Read(connection, "SELECT max(MigrationId) FROM __EFMigrationsHistory") is string last && string.CompareOrdinal(last, LastMigration) > 0
            ? last
            : null;

    /// <summary>Makes the schema where there is nothing yet; false where there is something, which only migrations can change.</summary>
    internal static bool CreateWhereEmpty(SqliteConnection connection)
    {
        // Holds the write lock before it looks, so that of two servers that start at once only one finds the catalogue empty.
        using var transaction = connection.BeginTransaction(deferred: false);
        if (Read(connection, "SELECT count(*) FROM sqlite_schema") is not 0L)
            return false;
        using var command = connection.CreateCommand();
        command.CommandText = Script;
        command.ExecuteNonQuery();
        transaction.Commit();
        return true;
    }

    internal static string Resource(string name)
    {
        using var stream = typeof(CatalogSchema).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static object? Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
