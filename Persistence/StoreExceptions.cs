using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Persistence;

/// <summary>The database is busy or away: nobody's error, worth another try.</summary>
public sealed class StoreUnavailableException : Exception
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

    /// <summary>Throws when SQLite answered with an error; a busy, full or unreachable database becomes this exception.</summary>
    internal static void Check(sqlite3 connection, int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW)
            return;
        if (code == raw.SQLITE_INTERRUPT)
            throw new QueryTooLongException();
        var message = $"SQLite answered {code}: {raw.sqlite3_errmsg(connection).utf8_to_string()}";
        throw IsUnavailable(code) ? new StoreUnavailableException(message) : new InvalidOperationException(message);
    }

    /// <summary>Whether a connection could not be opened because the database is busy, full or unreachable.</summary>
    internal static bool Explains(SqliteException fault) => IsUnavailable(fault.SqliteErrorCode);

    private static bool IsUnavailable(int code) =>
        code is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_IOERR or raw.SQLITE_FULL or raw.SQLITE_CANTOPEN;
}

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
