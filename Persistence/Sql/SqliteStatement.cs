using System.Text;
using JsonApi.Execution;
using SQLitePCL;

namespace Persistence.Sql;

/// <summary>A prepared statement, kept for the life of its connection. Values are bound by number from 1.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly StatementCount _count;
    private readonly sqlite3_stmt _statement;
    private readonly nint _pointer;

    internal SqliteStatement(sqlite3 connection, StatementCount count, string sql)
    {
        (_connection, _count) = (connection, count);
        Sql = sql;
        StoreUnavailableException.Check(connection, raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        _pointer = _statement.DangerousGetHandle();
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
            case DBNull:
                raw.sqlite3_bind_null(_statement, number);
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
    internal void Reset()
    {
        _count.Value++;
        raw.sqlite3_reset(_statement);
    }

    /// <summary>Runs to the end, for statements without rows; returns how many rows were changed.</summary>
    internal int Run()
    {
        while (Step())
        {
        }
        Reset();
        return raw.sqlite3_changes(_connection);
    }

    internal long Integer(int column) => SqliteColumns.Integer(_pointer, column);

    internal bool IsNull(int column) => SqliteColumns.Type(_pointer, column) == raw.SQLITE_NULL;

    internal ReadOnlySpan<byte> Blob(int column) => SqliteColumns.Bytes(_pointer, column);

    internal string Text(int column) => Encoding.UTF8.GetString(SqliteColumns.Bytes(_pointer, column));

    /// <summary>Appends the current row to a table, its bytes as they are.</summary>
    internal void CopyRow(ResultTable table)
    {
        var statement = _pointer;
        for (var column = 0; column < table.Columns; column++)
            switch (SqliteColumns.Type(statement, column))
            {
                case raw.SQLITE_NULL:
                    table.AddNull();
                    break;
                case raw.SQLITE_INTEGER:
                    table.Add(SqliteColumns.Integer(statement, column));
                    break;
                case raw.SQLITE_FLOAT:
                    table.Add(SqliteColumns.Real(statement, column));
                    break;
                default:
                    table.Add(SqliteColumns.Bytes(statement, column));
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
