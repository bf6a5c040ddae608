namespace Persistence.Connections;

/// <summary>
/// Connections for reading, some more for look-ups, and the one that writes: writers queue here, in order, instead of trying again and
/// again in the database.
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
        _readers = new ConnectionSlots(Math.Max(4, Environment.ProcessorCount * 2), database.OpenReader);
        _lookUps = new ConnectionSlots(Environment.ProcessorCount, database.OpenReader);
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

    /// <summary>Runs a look-up by key that every request needs, such as that of a token: it never waits behind a long read.</summary>
    internal ValueTask<T> LookUpAsync<TArgument, T>(TArgument argument, Func<CatalogConnection, TArgument, T> work, CancellationToken cancellation) =>
        _lookUps.ReadAsync(argument, work, cancellation);

    /// <summary>Runs work in a write transaction: committed when the work says so, rolled back when not or when it throws.</summary>
    internal async ValueTask<T> WriteAsync<T>(Func<CatalogConnection, (T Result, bool Commit)> work, CancellationToken cancellation)
    {
        await EnterAsync(_writer, cancellation);
        try
        {
            var connection = _writing ??= _database.OpenWriter();
            var isSound = false;
            try
            {
                connection.BeginWrite();
                var (result, commit) = work(connection);
                if (commit)
                    connection.Commit();
                else
                    connection.RollBack();
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
        // Where an import holds the database, each writer ahead waits out its time limit: nobody waits in that line for minutes.
        if (!await turn.WaitAsync(WaitTime, cancellation))
            throw new StoreUnavailableException($"No connection became free within {WaitTime.TotalSeconds} seconds.");
    }
}
