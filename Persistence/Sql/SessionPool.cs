using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Persistence.Sql;

/// <summary>
/// Sessions for reading, as many as work at once up to a limit, and the one session that writes: SQLite has one writer, so
/// writers queue here, in order, instead of trying again and again there.
/// </summary>
public sealed class SessionPool : IDisposable
{
    /// <summary>What one read may take.</summary>
    private static readonly TimeSpan ReadTime = TimeSpan.FromSeconds(30);

    /// <summary>How long work may wait for its turn.</summary>
    private static readonly TimeSpan WaitTime = TimeSpan.FromSeconds(30);

    private readonly CatalogDatabase _database;
    private readonly CatalogMap _map;
    private readonly ConcurrentStack<SqliteSession> _idle = [];
    private readonly SemaphoreSlim _readers = new(Math.Max(4, Environment.ProcessorCount * 2));
    private readonly SemaphoreSlim _writer = new(1);
    private SqliteSession? _writing;

    public SessionPool(CatalogDatabase database)
    {
        _database = database;
        using var context = database.CreateContext();
        _map = new CatalogMap(context.Model);
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var session))
            session.Dispose();
        _writing?.Dispose();
        _readers.Dispose();
        _writer.Dispose();
    }

    /// <summary>Runs work on a session of its own.</summary>
    internal async ValueTask<T> ReadAsync<TArgument, T>(TArgument argument, Func<SqliteSession, TArgument, T> work, CancellationToken cancellation)
    {
        if (!_readers.Wait(0, CancellationToken.None))
            await EnterAsync(_readers, cancellation);
        try
        {
            if (!_idle.TryPop(out var session))
                session = Open();
            // A session that failed half-way may hold a transaction: it is thrown away, not put back.
            var isSound = false;
            try
            {
                session.Limit(ReadTime, cancellation);
                var result = work(session, argument);
                isSound = true;
                return result;
            }
            finally
            {
                if (isSound)
                    _idle.Push(session);
                else
                    session.Dispose();
            }
        }
        finally
        {
            _readers.Release();
        }
    }

    /// <summary>Runs work in a write transaction: committed when the work says so, rolled back when not or when it throws.</summary>
    internal async ValueTask<T> WriteAsync<T>(Func<SqliteSession, (T Result, bool Commit)> work, CancellationToken cancellation)
    {
        await EnterAsync(_writer, cancellation);
        try
        {
            var session = _writing ??= Open();
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

    private static async ValueTask EnterAsync(SemaphoreSlim turn, CancellationToken cancellation)
    {
        // Where an import holds the database, each writer ahead waits out the busy timeout: nobody stands in that line for minutes.
        if (!await turn.WaitAsync(WaitTime, cancellation))
            throw new StoreUnavailableException($"No session became free within {WaitTime.TotalSeconds} seconds.");
    }

    private SqliteSession Open()
    {
        try
        {
            return new SqliteSession(_database.OpenConnection(), _map);
        }
        catch (SqliteException fault) when (StoreUnavailableException.Explains(fault))
        {
            throw new StoreUnavailableException(fault.Message, fault);
        }
    }
}
