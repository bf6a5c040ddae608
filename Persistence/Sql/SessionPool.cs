using Microsoft.Data.Sqlite;

namespace Persistence.Sql;

/// <summary>
/// Sessions for reading, some more for look-ups, and the one session that writes: SQLite has one writer, so writers queue
/// here, in order, instead of trying again and again there.
/// </summary>
public sealed class SessionPool : IDisposable
{
    /// <summary>How long work may wait for its turn.</summary>
    private static readonly TimeSpan WaitTime = TimeSpan.FromSeconds(30);

    private readonly CatalogDatabase _database;
    private readonly SessionSlots _readers;
    private readonly SessionSlots _lookUps;
    private readonly SemaphoreSlim _writer = new(1);
    private SqliteSession? _writing;

    public SessionPool(CatalogDatabase database)
    {
        _database = database;
        _readers = new SessionSlots(Math.Max(4, Environment.ProcessorCount * 2), Open);
        _lookUps = new SessionSlots(Environment.ProcessorCount, Open);
    }

    public void Dispose()
    {
        _readers.Dispose();
        _lookUps.Dispose();
        _writing?.Dispose();
        _writer.Dispose();
    }

    /// <summary>Runs work on a session of its own.</summary>
    internal ValueTask<T> ReadAsync<TArgument, T>(TArgument argument, Func<SqliteSession, TArgument, T> work, CancellationToken cancellation) =>
        _readers.ReadAsync(argument, work, cancellation);

    /// <summary>Runs a look-up by key that everyone has to pass, such as that of a token: it never waits behind somebody's long read.</summary>
    internal ValueTask<T> LookUpAsync<TArgument, T>(TArgument argument, Func<SqliteSession, TArgument, T> work, CancellationToken cancellation) =>
        _lookUps.ReadAsync(argument, work, cancellation);

    /// <summary>Runs work in a write transaction: committed when the work says so, rolled back when not or when it throws.</summary>
    internal async ValueTask<T> WriteAsync<T>(Func<SqliteSession, (T Result, bool Commit)> work, CancellationToken cancellation)
    {
        await EnterAsync(_writer, cancellation);
        try
        {
            var session = _writing ??= OpenWriter();
            var isSound = false;
            try
            {
                session.Run("BEGIN IMMEDIATE");
                var (result, commit) = work(session);
                session.Run(commit ? "COMMIT" : "ROLLBACK");
                isSound = true;
                return result;
            }
            finally
            {
                if (!isSound)
                {
                    _writing = null;
                    session.Dispose();
                }
            }
        }
        finally
        {
            _writer.Release();
        }
    }

    internal static async ValueTask EnterAsync(SemaphoreSlim turn, CancellationToken cancellation)
    {
        // Where an import holds the database, each writer ahead waits out the busy timeout: nobody stands in that line for minutes.
        if (!await turn.WaitAsync(WaitTime, cancellation))
            throw new StoreUnavailableException($"No session became free within {WaitTime.TotalSeconds} seconds.");
    }

    private SqliteSession OpenWriter()
    {
        var session = Open();
        // What a statement over many rows needs to undo itself is as large as all pages it touches: that belongs in a file, and so do
        // the pages themselves, once they are many. Readers keep nothing but what they sort.
        session.Run("PRAGMA temp_store = FILE");
        session.Run("PRAGMA cache_size = -32768");
        return session;
    }

    private SqliteSession Open()
    {
        try
        {
            return new SqliteSession(_database.OpenConnection(), CatalogMap.Shipped);
        }
        catch (SqliteException fault) when (StoreUnavailableException.Explains(fault))
        {
            throw new StoreUnavailableException(fault.Message, fault);
        }
    }
}
