namespace Persistence.Connections;

/// <summary>The database is busy, full or unreachable: not the caller's error, worth another try.</summary>
public sealed class StoreUnavailableException : StoreException
{
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    public StoreUnavailableException()
    {
    }

    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
