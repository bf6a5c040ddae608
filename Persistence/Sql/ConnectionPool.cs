using Microsoft.Data.Sqlite;

namespace Persistence.Sql;

/// <summary>
/// Sessions for reading, some more for look-ups, and the one connection that writes: SQLite has one writer, so writers queue
/// here, in order, instead of trying again and again there.
/// </summary>
public sealed class ConnectionPool : IDisposable
{
    /// <summary>How long work may wait for its turn.</summary>
    private static readonly TimeSpan WaitTime = TimeSpan.FromSeconds(30);

    private readonly CatalogDatabase _database;
    private readonly ConnectionSlots _readers;
    private readonly ConnectionSlots _lookUps;
    private readonly SemaphoreSlim _writer = new(1);
    private CatalogConnection? _writing;

    public ConnectionPool(CatalogDatabase database)
    {
        _database = database;
        _readers = new ConnectionSlots(Math.Max(4, Environment.ProcessorCount * 2), Open);
        _lookUps = new ConnectionSlots(Environment.ProcessorCount, Open);
    }

    public void Dispose()
    {
        _readers.Dispose();
        _lookUps.Dispose();
        _writing?.Dispose();
        _writer.Dispose();
    }

    /// <summary>Runs work on a connection of its own.</summary>
    internal ValueTask<T> ReadAsync<TArgument, T>(TArgument argument, Func<CatalogConnection, TArgument, T> work, CancellationToken cancellation) =>
        _readers.ReadAsync(argument, work, cancellation);

    /// <summary>Runs a look-up by key that everyone has to pass, such as that of a token: it never waits behind somebody's long read.</summary>
    internal ValueTask<T> LookUpAsync<TArgument, T>(TArgument argument, Func<CatalogConnection, TArgument, T> work, CancellationToken cancellation) =>
        _lookUps.ReadAsync(argument, work, cancellation);

    /// <summary>Runs work in a write transaction: committed when the work says so, rolled back when not or when it throws.</summary>
    internal async ValueTask<T> WriteAsync<T>(Func<CatalogConnection, (T Result, bool Commit)> work, CancellationToken cancellation)
    {
        await EnterAsync(_writer, cancellation);
        try
        {
            var connection = _writing ??= OpenWriter();
            var isSound = false;
            try
            {
                connection.Run("BEGIN IMMEDIATE");
                var (result, commit) = work(connection);
                connection.Run(commit ? "COMMIT" : "ROLLBACK");
                isSound = true;
                return result;
            }
            finally
            {
                if (!isSound)
                {
                    _writing = null;
                    connection.Dispose();
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
            throw new StoreUnavailableException($"No connection became free within {WaitTime.TotalSeconds} seconds.");
    }

    private CatalogConnection OpenWriter()
    {
        var connection = Open();
        // What a statement over many rows needs to undo itself is as large as all pages it touches: that belongs in a file, and so do
        // the pages themselves, once they are many. Readers keep nothing but what they sort.
        connection.Run("PRAGMA temp_store = FILE");
        connection.Run("PRAGMA cache_size = -32768");
        return connection;
    }

    private CatalogConnection Open()
    {
        try
        {
            return new CatalogConnection(_database.OpenConnection(), CatalogMap.Shipped);
        }
        catch (SqliteException fault) when (StoreUnavailableException.Explains(fault))
        {
            throw new StoreUnavailableException(fault.Message, fault);
        }
    }
}
