using System.Collections.Concurrent;

namespace Persistence.Connections;

/// <summary>Connections for reading, as many as work at once up to a limit; each keeps its prepared statements for the next.</summary>
internal sealed class ConnectionSlots(int count, Func<CatalogConnection> open) : IDisposable
{
    /// <summary>What one read may take.</summary>
    private static readonly TimeSpan ReadTime = TimeSpan.FromSeconds(30);

    private readonly ConcurrentStack<CatalogConnection> _idle = [];
    private readonly SemaphoreSlim _free = new(count);

    public void Dispose()
    {
        while (_idle.TryPop(out var connection))
            connection.Dispose();
        _free.Dispose();
    }

    /// <summary>Runs work on a connection of its own; broken off when its time is up or its caller went away.</summary>
    internal async ValueTask<T> ReadAsync<TArgument, T>(TArgument argument, Func<CatalogConnection, TArgument, T> work, CancellationToken cancellation)
    {
        if (!_free.Wait(0, CancellationToken.None))
            await ConnectionPool.EnterAsync(_free, cancellation);
        try
        {
            if (!_idle.TryPop(out var connection))
                connection = open();
            // A connection that failed half-way is thrown away; one whose statement was broken off is as good as before.
            var isSound = false;
            try
            {
                connection.Limit(ReadTime, cancellation);
                var result = work(connection, argument);
                isSound = true;
                return result;
            }
            catch (QueryTooLongException)
            {
                connection.RollBack();
                isSound = true;
                throw;
            }
            finally
            {
                if (isSound)
                    _idle.Push(connection);
                else
                    connection.Dispose();
            }
        }
        finally
        {
            _free.Release();
        }
    }
}
