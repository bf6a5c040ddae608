using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Persistence.Connections;
using Persistence.Model;
using SQLitePCL;

namespace Persistence.Sqlite;

/// <summary>A connection to SQLite, which owns the one of the ADO.NET provider that it is given.</summary>
internal sealed class SqliteCatalogConnection : CatalogConnection
{
    /// <summary>Steps of SQLite's machine between two looks at the clock: about a millisecond.</summary>
    private const int StepsBetweenLooks = 100_000;

    private readonly SqliteConnection _connection;
    private readonly sqlite3 _handle;
    private readonly delegate_progress _watch;
    private CancellationToken _cancellation;
    private long _deadline = long.MaxValue;

    internal SqliteCatalogConnection(SqliteConnection connection)
        : base(SqliteDialect.Instance)
    {
        _connection = connection;
        _handle = connection.Handle!;
        _watch = _ => _cancellation.IsCancellationRequested || Environment.TickCount64 > _deadline ? 1 : 0;
        raw.sqlite3_progress_handler(_handle, StepsBetweenLooks, _watch, null!);
    }

    internal override CatalogDbContext CreateContext()
    {
        var context = SqliteDatabase.CreateContext(_connection, Count);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return context;
    }

    internal override long Limit(TimeSpan time, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        return _deadline = Environment.TickCount64 + (long)time.TotalMilliseconds;
    }

    internal override void Unlimit() => (_cancellation, _deadline) = (CancellationToken.None, long.MaxValue);

    internal override void BeginRead() => Run("BEGIN");

    internal override void BeginWrite() => Run("BEGIN IMMEDIATE");

    internal override void BeginImport()
    {
        // In kilobytes. With a smaller cache a million rows spill into the log and are read back: a quarter more time.
        Run("PRAGMA cache_size = -409600");
        BeginWrite();
        // Items name their photo and photos their owner, so neither can come first; the commit checks both.
        Run("PRAGMA defer_foreign_keys = ON");
    }

    internal override void CommitImport()
    {
        Commit();
        // The log has grown by all that was written, and would stay as large on the disk.
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    internal override void Commit() => Run("COMMIT");

    internal override void RollBack()
    {
        Unlimit();
        if (raw.sqlite3_get_autocommit(_handle) == 0)
            Run("ROLLBACK");
    }

    private protected override CatalogStatement Create(string sql) => new SqliteStatement(_handle, Count, sql);

    private protected override void Close() => _connection.Dispose();
}
