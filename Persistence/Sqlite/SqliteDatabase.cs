using Domain.Collections;
using JsonApi.Definitions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Persistence.Connections;
using Persistence.Model;
using Persistence.Sqlite.Schema;
using SQLitePCL;

namespace Persistence.Sqlite;

/// <summary>
/// The embedded SQLite catalogue: opens connections that all run with the same settings (write-ahead log, foreign keys on,
/// a busy timeout, a commit that survives a power cut) and applies the migrations.
/// </summary>
public sealed class SqliteDatabase : CatalogDatabase
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
    private readonly string _file;

    // A connection is used by one thread at a time, so SQLite need not lock it, nor count its memory; both have to be set
    // before the first connection.
    static SqliteDatabase()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <param name="connectionString">As SQLite takes it, such as <c>Data Source=data/catalog.db</c>.</param>
    public SqliteDatabase(string connectionString)
    {
        // Pooling is done by whoever keeps a connection with its prepared statements.
        _connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
        _file = new SqliteConnectionStringBuilder(connectionString).DataSource;
    }

    /// <summary>The path of the database file.</summary>
    public override string Location => Path.GetFullPath(_file);

    /// <summary>The folder of the database file.</summary>
    public override string DataFolder => Path.GetDirectoryName(Location)!;

    /// <summary>
    /// The same for every context, so that they share one model. Whether the migrations cover the model is for a test to find
    /// out, not for every first start.
    /// </summary>
    private static DbContextOptionsBuilder<CatalogDbContext> Options =>
        new DbContextOptionsBuilder<CatalogDbContext>()
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .AddInterceptors(SqliteFaults.Instance);

    public override CatalogDbContext CreateContext() => new(Options.UseSqlite(OpenConnection(), contextOwnsConnection: true).Options);

    public override void Migrate()
    {
        if (Path.GetDirectoryName(Location) is { } folder)
            Directory.CreateDirectory(folder);
        using var connection = OpenConnection();
        try
        {
            if (CatalogSchema.FindNewerMigration(connection) is { } newer)
                throw new StoreException(
                    $"The catalogue {Location} is from a newer version of this program: it has the migration {newer}. Use that version, or a backup.");
            if (!CatalogSchema.IsUpToDate(connection) && !CatalogSchema.CreateWhereEmpty(connection))
                RunMigrations();
            PlannerStatistics.Write(connection);
        }
        catch (SqliteException fault)
        {
            throw SqliteFaults.Explain(fault);
        }
    }

    public override string? FindProblem()
    {
        if (!File.Exists(Location))
            return "The file of the catalogue is missing.";
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(_connectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout = 0; BEGIN IMMEDIATE; SELECT count(*) FROM (SELECT 1 FROM companies LIMIT 1); ROLLBACK;";
            command.ExecuteNonQuery();
            return CatalogSchema.IsUpToDate(connection) ? null : "The catalogue has another schema than this version of the program.";
        }
        catch (SqliteException fault)
        {
            return fault.SqliteErrorCode switch
            {
                // Somebody else writes, so it can be written.
                raw.SQLITE_BUSY or raw.SQLITE_LOCKED => null,
                raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "The file of the catalogue is damaged.",
                raw.SQLITE_FULL => "The disk of the catalogue is full.",
                raw.SQLITE_READONLY or raw.SQLITE_PERM => "The file of the catalogue cannot be written.",
                _ => "The catalogue cannot be opened.",
            };
        }
    }

    /// <summary>In a catalogue of its own in memory: the real one is not to be locked.</summary>
    public override void WarmUpWrites()
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

    /// <summary>A context on a connection that stays the caller's; the interceptor sees each of its commands.</summary>
    internal static CatalogDbContext CreateContext(SqliteConnection connection, IInterceptor interceptor) =>
        new(Options.UseSqlite(connection).AddInterceptors(interceptor).Options);

    internal override CatalogConnection OpenReader() => new SqliteCatalogConnection(OpenConnection());

    internal override CatalogConnection OpenWriter()
    {
        var connection = OpenReader();
        // What a statement over many rows needs to undo itself is as large as all pages it touches: that belongs in a file, and so do
        // the pages themselves, once they are many. Readers keep nothing but what they sort.
        connection.Run("PRAGMA temp_store = FILE");
        connection.Run("PRAGMA cache_size = -32768");
        return connection;
    }

    /// <summary>A new open connection with the catalogue's settings and functions; the caller disposes it.</summary>
    internal SqliteConnection OpenConnection()
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
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw SqliteFaults.Explain(fault);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // A method of its own, so that EF is loaded only where there is something to do.
    private void RunMigrations()
    {
        using var context = CreateContext();
        context.Database.Migrate();
    }
}
