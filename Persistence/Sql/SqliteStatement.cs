using System.Text;
using JsonApi.Execution;
using SQLitePCL;

namespace Persistence.Sql;

/// <summary>A prepared statement, kept for the life of its connection. Values are bound by number from 1.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    internal SqliteStatement(sqlite3 connection, string sql)
    {
        _connection = connection;
        Sql = sql;
        StoreUnavailableException.Check(connection, raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    internal string Sql { get; }

    public void Dispose() => _statement.Dispose();

    internal void Bind(List<object> values)
    {
        for (var i = 0; i < values.Count; i++)
            Bind(i + 1, values[i]);
    }

    internal void Bind(int number, object value)
    {
        switch (value)
        {
            case string text:
                BindText(number, text);
                break;
            case long whole:
                raw.sqlite3_bind_int64(_statement, number, whole);
                break;
            case double real:
                raw.sqlite3_bind_double(_statement, number, real);
                break;
            case byte[] blob:
                raw.sqlite3_bind_blob(_statement, number, blob);
                break;
            default:
                throw new NotSupportedException($"{value.GetType()} cannot be bound.");
        }
    }

    /// <summary>Advances to the next row; false when there is none.</summary>
    internal bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
        {
            raw.sqlite3_reset(_statement);
            StoreUnavailableException.Check(_connection, code);
        }
        return false;
    }

    /// <summary>Ready to be bound and run again.</summary>
    internal void Reset() => raw.sqlite3_reset(_statement);

    /// <summary>Runs to the end, for statements without rows; returns how many rows were changed.</summary>
    internal int Run()
    {
        while (Step())
        {
        }
        Reset();
        return raw.sqlite3_changes(_connection);
    }

    internal long Integer(int column) => raw.sqlite3_column_int64(_statement, column);

    internal bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    internal ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    internal string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>Appends the current row to a table, its bytes as they are.</summary>
    internal void CopyRow(ResultTable table)
    {
        for (var column = 0; column < table.Columns; column++)
            switch (raw.sqlite3_column_type(_statement, column))
            {
                case raw.SQLITE_NULL:
                    table.AddNull();
                    break;
                case raw.SQLITE_INTEGER:
                    table.Add(raw.sqlite3_column_int64(_statement, column));
                    break;
                case raw.SQLITE_FLOAT:
                    table.Add(raw.sqlite3_column_double(_statement, column));
                    break;
                default:
                    table.Add(raw.sqlite3_column_blob(_statement, column));
                    break;
            }
    }

    private void BindText(int number, string text)
    {
        Span<byte> small = stackalloc byte[256];
        if (text.Length * 3 <= small.Length)
            raw.sqlite3_bind_text(_statement, number, small[..Encoding.UTF8.GetBytes(text, small)]);
        else
            raw.sqlite3_bind_text(_statement, number, Encoding.UTF8.GetBytes(text));
    }
}
