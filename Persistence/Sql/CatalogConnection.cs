using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Persistence.Sql;

/// <summary>A connection with its prepared statements and a compiler of its own; used by one request at a time.</summary>
internal sealed class CatalogConnection : IDisposable
{
    /// <summary>Statements kept prepared; beyond it the one unused for longest goes.</summary>
    private const int MaxStatements = 256;

    /// <summary>Steps of SQLite's machine between two looks at the clock: about a millisecond.</summary>
    private const int StepsBetweenLooks = 100_000;

    private readonly SqliteConnection _connection;
    private readonly delegate_progress _watch;
    private CancellationToken _cancellation;
    private long _deadline = long.MaxValue;
    private readonly sqlite3 _handle;
    private readonly LinkedList<SqliteStatement> _byUse = [];
    private readonly Dictionary<string, LinkedListNode<SqliteStatement>> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedListNode<SqliteStatement>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    internal CatalogConnection(SqliteConnection connection, CatalogMap map)
    {
        _connection = connection;
        _handle = connection.Handle!;
        _bySpan = _statements.GetAlternateLookup<ReadOnlySpan<char>>();
        Compiler = new PlanCompiler(map);
        _watch = _ => _cancellation.IsCancellationRequested || Environment.TickCount64 > _deadline ? 1 : 0;
        raw.sqlite3_progress_handler(_handle, StepsBetweenLooks, _watch, null!);
    }

    internal PlanCompiler Compiler { get; }

    internal StatementCount Count { get; } = new();

    public void Dispose()
    {
        foreach (var statement in _byUse)
            statement.Dispose();
        _connection.Dispose();
    }

    /// <summary>A context on this very connection, which takes part in its transaction and starts none of its own.</summary>
    internal CatalogDbContext CreateContext()
    {
        var context = CatalogDatabase.CreateContext(_connection, Count);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return context;
    }

    /// <summary>From now on statements are broken off when the caller goes away or the time is up.</summary>
    internal void Limit(TimeSpan time, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _deadline = Environment.TickCount64 + (long)time.TotalMilliseconds;
    }

    /// <summary>Ends a transaction that was broken off, where there is one.</summary>
    internal void RollBack()
    {
        Limit(TimeSpan.FromSeconds(1), CancellationToken.None);
        if (raw.sqlite3_get_autocommit(_handle) == 0)
            Run("ROLLBACK");
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
        var statement = new SqliteStatement(_handle, Count, sql.ToString());
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

    /// <summary>The first row of a statement, or null where it has none.</summary>
    internal T? ReadRow<T>(string sql, Func<SqliteStatement, T> row, params ReadOnlySpan<object> values) where T : struct
    {
        var statement = Prepare(sql);
        for (var i = 0; i < values.Length; i++)
            statement.Bind(i + 1, values[i]);
        T? result = statement.Step() ? row(statement) : null;
        statement.Reset();
        return result;
    }
}
