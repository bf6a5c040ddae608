using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Persistence.Sql;

/// <summary>A connection with its prepared statements and a compiler of its own; used by one request at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    /// <summary>Statements kept prepared; beyond it the one unused for longest goes.</summary>
    private const int MaxStatements = 256;

    private readonly SqliteConnection _connection;
    private readonly sqlite3 _handle;
    private readonly LinkedList<SqliteStatement> _byUse = [];
    private readonly Dictionary<string, LinkedListNode<SqliteStatement>> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedListNode<SqliteStatement>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    internal SqliteSession(SqliteConnection connection, CatalogMap map)
    {
        _connection = connection;
        _handle = connection.Handle!;
        _bySpan = _statements.GetAlternateLookup<ReadOnlySpan<char>>();
        Compiler = new PlanCompiler(map);
    }

    internal PlanCompiler Compiler { get; }

    public void Dispose()
    {
        foreach (var statement in _byUse)
            statement.Dispose();
        _connection.Dispose();
    }

    /// <summary>The prepared statement for a text.</summary>
    internal SqliteStatement Prepare(ReadOnlySpan<char> sql)
    {
        if (_bySpan.TryGetValue(sql, out var known))
        {
            if (known.Previous is not null)
            {
                _byUse.Remove(known);
                _byUse.AddFirst(known);
            }
            return known.Value;
        }
        if (_statements.Count >= MaxStatements)
        {
            var oldest = _byUse.Last!;
            _byUse.RemoveLast();
            _statements.Remove(oldest.Value.Sql);
            oldest.Value.Dispose();
        }
        var statement = new SqliteStatement(_handle, sql.ToString());
        _statements.Add(statement.Sql, _byUse.AddFirst(statement));
        return statement;
    }

    /// <summary>Runs a statement that returns no rows; returns how many it changed.</summary>
    internal int Run(string sql, params ReadOnlySpan<object> values)
    {
        var statement = Prepare(sql);
        for (var i = 0; i < values.Length; i++)
            statement.Bind(i + 1, values[i]);
        return statement.Run();
    }
}
