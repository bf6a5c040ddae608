using SQLitePCL;

namespace Benchmarks.Floor;

/// <summary>One prepared statement. Columns come as SQLite keeps them: spans live until the next step.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    internal Statement(sqlite3 database, string sql)
    {
        _database = database;
        if (raw.sqlite3_prepare_v2(database, sql, out _statement) != raw.SQLITE_OK)
            throw Failed();
    }

    internal Statement Bind(int index, ReadOnlySpan<byte> text)
    {
        _ = raw.sqlite3_bind_text(_statement, index, text);
        return this;
    }

    internal Statement Bind(int index, long number)
    {
        _ = raw.sqlite3_bind_int64(_statement, index, number);
        return this;
    }

    internal bool Step() => raw.sqlite3_step(_statement) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        _ => throw Failed(),
    };

    /// <summary>Runs to the end and makes ready for the next use.</summary>
    internal void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Reset();
        }
    }

    internal ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(_statement, column);

    internal long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    internal double Real(int column) => raw.sqlite3_column_double(_statement, column);

    internal bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    internal void Reset() => _ = raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private InvalidOperationException Failed() => new(raw.sqlite3_errmsg(_database).utf8_to_string());
}
