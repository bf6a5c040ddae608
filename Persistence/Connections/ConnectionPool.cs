namespace Persistence.Connections;

/// <summary>
/// Connections for reading, some more for look-ups, and the one that writes: writers queue here instead of trying again and again in the
/// database. Companies get their turns one after the other, however many requests one of them sends.
/// </summary>
public sealed class ConnectionPool : IDisposable
{
    private readonly CatalogDatabase _database;
    private readonly ConnectionLimits _limits;
    private readonly CompanyTurns _readTurns;
    private readonly IdleConnections _readers;
    private readonly SemaphoreSlim _lookUpTurns = new(Environment.ProcessorCount);
    private readonly IdleConnections _lookUps;
    private readonly CompanyTurns _writeTurns;
    private CatalogConnection? _writing;

    public ConnectionPool(CatalogDatabase database, ConnectionLimits? limits = null)
    {
        _database = database;
        _limits = limits ?? new ConnectionLimits();
        _readTurns = new CompanyTurns(_limits.Readers, _limits.ReadersPerCompany, _limits.WaitingPerCompany);
        _readers = new IdleConnections(database.OpenReader, _limits.ReadTime);
        _lookUps = new IdleConnections(database.OpenReader, _limits.ReadTime);
        _writeTurns = new CompanyTurns(slots: 1, share: 1, _limits.WaitingPerCompany);
    }

    public void Dispose()
    {
        _readers.Dispose();
        _lookUps.Dispose();
        _writing?.Dispose();
        _lookUpTurns.Dispose();
    }

    /// <summary>Runs a read of a company on a connection of its own.</summary>
    internal async ValueTask<T> ReadAsync<TArgument, T>(
        Guid company, TArgument argument, Func<CatalogConnection, TArgument, T> work, CancellationToken cancellation)
    {
        await _readTurns.EnterAsync(company, _limits.WaitTime, cancellation);
        try
        {
            return _readers.Run(argument, work, cancellation);
        }
        finally
        {
            _readTurns.Leave(company);
        }
    }

    /// <summary>Runs a look-up by key that every request needs, such as that of a token: it never waits behind a long read.</summary>
    internal async ValueTask<T> LookUpAsync<TArgument, T>(TArgument argument, Func<CatalogConnection, TArgument, T> work, CancellationToken cancellation)
    {
        if (!_lookUpTurns.Wait(0, CancellationToken.None) && !await _lookUpTurns.WaitAsync(_limits.WaitTime, cancellation))
            throw new StoreUnavailableException($"No connection became free within {_limits.WaitTime.TotalSeconds} seconds.");
        try
        {
            return _lookUps.Run(argument, work, cancellation);
        }
        finally
        {
            _lookUpTurns.Release();
        }
    }

    /// <summary>
    /// Runs work of a company in a write transaction: committed when the work says so, rolled back when not, when it throws, or when its time is up.
    /// </summary>
    internal async ValueTask<T> WriteAsync<T>(Guid company, Func<CatalogConnection, (T Result, bool Commit)> work, CancellationToken cancellation)
    {
        // Where an import holds the database, each writer ahead waits out its time limit: nobody waits there for minutes.
        await _writeTurns.EnterAsync(company, _limits.WaitTime, cancellation);
        try
        {
            return Write(work);
        }
        finally
        {
            _writeTurns.Leave(company);
        }
    }

    private T Write<T>(Func<CatalogConnection, (T Result, bool Commit)> work)
    {
        var connection = _writing ??= _database.OpenWriter();
        var isSound = false;
        try
        {
            connection.BeginWrite();
            var deadline = connection.Limit(_limits.WriteTime, CancellationToken.None);
            var (result, commit) = work(connection);
            if (commit && Environment.TickCount64 > deadline)
                throw new QueryTooLongException();
            connection.Unlimit();
            if (commit)
                connection.Commit();
            else
                connection.RollBack();
            isSound = true;
            return result;
        }
        catch (Exception fault) when (fault is QueryTooLongException || fault.InnerException is QueryTooLongException)
        {
            throw new WriteTooLongException(_limits.WriteTime, fault);
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
}
