using System.Text;
using JsonApi.Definitions;
using JsonApi.Execution;
using Persistence.Connections;
using SQLitePCL;

namespace Persistence.Sqlite;

/// <summary>A statement of SQLite. Ids and times are text as on the wire, flags are 0 and 1, so that columns are copied into answers.</summary>
internal sealed class SqliteStatement : CatalogStatement
{
    private const int IdLength = 36;

    private readonly sqlite3 _connection;
    private readonly StatementCount _count;
    private readonly sqlite3_stmt _statement;
    private readonly nint _pointer;

    internal SqliteStatement(sqlite3 connection, StatementCount count, string sql)
        : base(sql)
    {
        (_connection, _count) = (connection, count);
        SqliteFaults.Check(connection, raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        _pointer = _statement.DangerousGetHandle();
    }

    public override void Dispose() => _statement.Dispose();

    internal override void Bind(int number, object? value)
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
            case bool flag:
                raw.sqlite3_bind_int64(_statement, number, flag ? 1 : 0);
                break;
            case Guid id:
                BindId(number, id);
                break;
            case DateTimeOffset time:
                BindText(number, WireText.Write(time));
                break;
            case byte[] blob:
                raw.sqlite3_bind_blob(_statement, number, blob);
                break;
            case null:
                raw.sqlite3_bind_null(_statement, number);
                break;
            default:
                throw new NotSupportedException($"{value.GetType()} cannot be bound.");
        }
    }

    internal override bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
        {
            raw.sqlite3_reset(_statement);
            SqliteFaults.Check(_connection, code);
        }
        return false;
    }

    internal override void Reset()
    {
        _count.Value++;
        raw.sqlite3_reset(_statement);
    }

    internal override int Run()
    {
        while (Step())
        {
        }
        Reset();
        return raw.sqlite3_changes(_connection);
    }

    internal override void CopyRows(ResultTable table)
    {
        while (Step())
            CopyRow(table);
    }

    internal override bool IsNull(int column) => SqliteColumns.Type(_pointer, column) == raw.SQLITE_NULL;

    internal override long Integer(int column) => SqliteColumns.Integer(_pointer, column);

    internal override bool Flag(int column) => SqliteColumns.Integer(_pointer, column) != 0;

    internal override Guid Id(int column) => WireId.Read(SqliteColumns.Bytes(_pointer, column)).Value;

    internal override DateTimeOffset Time(int column) => WireText.ReadInstant(Text(column));

    internal override string Text(int column) => Encoding.UTF8.GetString(SqliteColumns.Bytes(_pointer, column));

    internal override ReadOnlySpan<byte> Blob(int column) => SqliteColumns.Bytes(_pointer, column);

    private void CopyRow(ResultTable table)
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

    private void BindId(int number, Guid id)
    {
        Span<byte> text = stackalloc byte[IdLength];
        id.TryFormat(text, out _, "D");
        raw.sqlite3_bind_text(_statement, number, text);
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
