using Domain.Collections;
using JsonApi.Definitions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Persistence.Sqlite.Schema;
using Persistence.Sql;
using SQLitePCL;

namespace Persistence;

/// <summary>
/// The embedded SQLite catalogue: opens connections that all run with the same settings (write-ahead log, foreign keys on,
/// a busy timeout, a commit that survives a power cut) and applies the migrations.
/// </summary>
public sealed class CatalogDatabase
{
    private const string Settings = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA busy_timeout = 10000;
        PRAGMA cache_size = -65536;
        PRAGMA mmap_size = 1073741824;
        PRAGMA temp_store = MEMORY;
        """;

    private readonly string _connectionString;

    // A connection is used by one thread at a time, so SQLite need not lock it, nor count its memory; both have to be said
    // before the first connection.
    static CatalogDatabase()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <param name="connectionString">As SQLite takes it, such as <c>Data Source=data/catalog.db</c>.</param>
    public CatalogDatabase(string connectionString)
    {
        // Pooling is done by whoever keeps a connection with its prepared statements.
        _connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
        FilePath = new SqliteConnectionStringBuilder(connectionString).DataSource;
    }

    public string FilePath { get; }

    /// <summary>A new open connection with the catalogue's settings and functions; the caller disposes it.</summary>
    public SqliteConnection OpenConnection()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
            // A prepared statement keeps its plan whatever is bound to it; else SQLite would plan it anew for every request.
            raw.sqlite3_db_config(connection.Handle!, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
            connection.CreateFunction("fold", (string? text) => text is null ? null : WireText.Fold(text), isDeterministic: true);
            var ids = new AscendingIds();
            connection.CreateFunction("new_id", () => WireText.Write(ids.Next()));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A context on a connection of its own; disposing the context closes it.</summary>
    public CatalogDbContext CreateContext() => new(Options.UseSqlite(OpenConnection(), contextOwnsConnection: true).Options);

    /// <summary>A context on a connection that stays the caller's; the interceptor sees each of its commands.</summary>
    internal static CatalogDbContext CreateContext(SqliteConnection connection, IInterceptor interceptor) =>
        new(Options.UseSqlite(connection).AddInterceptors(interceptor).Options);

    /// <summary>
    /// Has EF build its model, and the runtime compile what reads and saves an entity, so that no write waits for either. In a catalogue
    /// of its own in memory: the real one is not to be locked.
    /// </summary>
    public static void WarmUpWrites()
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Foreign Keys=False");
        connection.Open();
        CatalogSchema.CreateWhereEmpty(connection);
        using var context = CreateContext(connection, new StatementCount());
        var collection = new Collection { Name = "", Slug = "" };
        context.Add(collection);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        collection = context.Collections.Find(collection.CompanyId, collection.Id)!;
        collection.Name = "warm";
        context.SaveChanges();
    }

    /// <summary>
    /// The same for every context, so that they share one model. Whether the migrations cover the model is for a test to find
    /// out, not for every first start.
    /// </summary>
    private static DbContextOptionsBuilder<CatalogDbContext> Options =>
        new DbContextOptionsBuilder<CatalogDbContext>()
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    /// <summary>Creates the file where it is missing and brings the schema up to date.</summary>
    public void Migrate()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(FilePath)) is { } folder)
            Directory.CreateDirectory(folder);
        using var connection = OpenConnection();
        if (!CatalogSchema.IsUpToDate(connection) && !CatalogSchema.CreateWhereEmpty(connection))
            RunMigrations();
        PlannerStatistics.Write(connection);
    }

    // A method of its own, so that EF is loaded only where there is something to do.
    private void RunMigrations()
    {
        using var context = CreateContext();
        context.Database.Migrate();
    }
}
