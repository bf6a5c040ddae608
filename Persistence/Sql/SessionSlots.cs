using System.Collections.Concurrent;

namespace Persistence.Sql;

/// <summary>Sessions for reading, as many as work at once up to a limit; each keeps its prepared statements for the next.</summary>
internal sealed class SessionSlots(int count, Func<SqliteSession> open) : IDisposable
{
    /// <summary>What one read may take.</summary>
    private static readonly TimeSpan ReadTime = TimeSpan.FromSeconds(30);

    private readonly ConcurrentStack<SqliteSession> _idle = [];
    private readonly SemaphoreSlim _free = new(count);

    public void Dispose()
    {
        while (_idle.TryPop(out var session))
            session.Dispose();
        _free.Dispose();
    }

    /// <summary>Runs work on a session of its own; broken off when its time is up or its caller went away.</summary>
    internal async ValueTask<T> ReadAsync<TArgument, T>(TArgument argument, Func<SqliteSession, TArgument, T> work, CancellationToken cancellation)
    {
        if (!_free.Wait(0, CancellationToken.None))
            await SessionPool.EnterAsync(_free, cancellation);
        try
        {
            if (!_idle.TryPop(out var session))
                session = open();
            // A session that failed half-way is thrown away, not put back; one that was broken off is none the worse for it.
            var isSound = false;
            try
            {
                session.Limit(ReadTime, cancellation);
                var result = work(session, argument);
                isSound = true;
                return result;
            }
            catch (QueryTooLongException)
            {
                session.RollBack();
                isSound = true;
                throw;
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
            _free.Release();
        }
    }
}
