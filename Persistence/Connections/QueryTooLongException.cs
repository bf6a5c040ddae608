namespace Persistence.Connections;

/// <summary>A read was broken off because its time was up, or because its caller went away.</summary>
public sealed class QueryTooLongException : Exception
{
    public QueryTooLongException()
        : base("A query was broken off.")
    {
    }

    public QueryTooLongException(string message)
        : base(message)
    {
    }

    public QueryTooLongException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
