using System.Collections.Concurrent;

namespace Persistence.Connections;

/// <summary>Connections for reading, as many as work at once; each keeps its prepared statements for the next.</summary>
/// <param name="open">Opens another.</param>
/// <param name="time">What one read may take.</param>
internal sealed class IdleConnections(Func<CatalogConnection> open, TimeSpan time) : IDisposable
{
    private readonly ConcurrentStack<CatalogConnection> _idle = [];

    public void Dispose()
    {
        while (_idle.TryPop(out var connection))
            connection.Dispose();
    }

    /// <summary>Runs work on a connection of its own; broken off when its time is up or its caller went away.</summary>
    internal T Run<TArgument, T>(TArgument argument, Func<CatalogConnection, TArgument, T> work, CancellationToken cancellation)
    {
        if (!_idle.TryPop(out var connection))
            connection = open();
        // A connection that failed half-way is thrown away; one whose statement was broken off is as good as before.
        var isSound = false;
        try
        {
            _ = connection.Limit(time, cancellation);
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
}
