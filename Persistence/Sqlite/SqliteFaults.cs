using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Persistence.Connections;
using SQLitePCL;

namespace Persistence.Sqlite;

/// <summary>SQLite's faults as exceptions of our own; on contexts, as an interceptor, for the statements that EF runs.</summary>
internal sealed class SqliteFaults : DbCommandInterceptor
{
    internal static readonly SqliteFaults Instance = new();

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Rethrow(eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Rethrow(eventData.Exception);
        return Task.CompletedTask;
    }

    /// <summary>Throws when SQLite returned an error.</summary>
    internal static void Check(sqlite3 connection, int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW)
            return;
        if (code == raw.SQLITE_INTERRUPT)
            throw new QueryTooLongException();
        var message = $"SQLite returned {code}: {raw.sqlite3_errmsg(connection).utf8_to_string()}";
        throw IsUnavailable(code) ? new StoreUnavailableException(message) : new StoreException(message);
    }

    /// <summary>What a fault of the ADO.NET provider means.</summary>
    internal static Exception Explain(SqliteException fault) =>
        fault.SqliteErrorCode == raw.SQLITE_INTERRUPT ? new QueryTooLongException(fault.Message, fault)
        : IsUnavailable(fault.SqliteErrorCode) ? new StoreUnavailableException(fault.Message, fault) : new StoreException(fault.Message, fault);

    private static bool IsUnavailable(int code) =>
        code is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_IOERR or raw.SQLITE_FULL or raw.SQLITE_CANTOPEN;

    private static void Rethrow(Exception exception)
    {
        if (exception is SqliteException fault)
            throw Explain(fault);
    }
}
