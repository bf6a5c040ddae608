namespace Persistence.Connections;

/// <summary>The database failed, or refused a statement.</summary>
public class StoreException : Exception
{
    public StoreException(string message)
        : base(message)
    {
    }

    public StoreException()
    {
    }

    public StoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
