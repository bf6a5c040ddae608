using Persistence.Model;
using Persistence.Queries;

namespace Persistence.Connections;

/// <summary>A connection with its prepared statements and a compiler of its own; used by one request at a time.</summary>
internal abstract class CatalogConnection : IDisposable
{
    /// <summary>Statements kept prepared; beyond it the one unused for longest goes.</summary>
    private const int MaxStatements = 256;

    private readonly LinkedList<CatalogStatement> _byUse = [];
    private readonly Dictionary<string, LinkedListNode<CatalogStatement>> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedListNode<CatalogStatement>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private protected CatalogConnection(SqlDialect dialect)
    {
        _bySpan = _statements.GetAlternateLookup<ReadOnlySpan<char>>();
        Dialect = dialect;
        Compiler = new PlanCompiler(CatalogMap.Shipped, dialect);
    }

    internal SqlDialect Dialect { get; }

    internal PlanCompiler Compiler { get; }

    internal StatementCount Count { get; } = new();

    /// <summary>The texts of the statements that it keeps.</summary>
    internal IEnumerable<string> Prepared => _statements.Keys;

    public void Dispose()
    {
        foreach (var statement in _byUse)
            statement.Dispose();
        Close();
    }

    /// <summary>A context on this very connection, which takes part in its transaction and starts none of its own.</summary>
    internal abstract CatalogDbContext CreateContext();

    /// <summary>From now on statements are broken off when the caller goes away or the time is up; returns when that is, in ticks of the machine.</summary>
    internal abstract long Limit(TimeSpan time, CancellationToken cancellation);

    /// <summary>From now on no statement is broken off.</summary>
    internal abstract void Unlimit();

    /// <summary>Until <see cref="Commit"/>, statements see one state of the database.</summary>
    internal abstract void BeginRead();

    /// <summary>Until <see cref="Commit"/> or <see cref="RollBack"/>, nobody else writes.</summary>
    internal abstract void BeginWrite();

    /// <summary>Like <see cref="BeginWrite"/>, for very many rows, which may refer to rows that are written later.</summary>
    internal abstract void BeginImport();

    /// <summary>Commits what an import wrote, and brings the database's files back to size.</summary>
    internal abstract void CommitImport();

    internal abstract void Commit();

    /// <summary>Ends a transaction that was broken off, where there is one.</summary>
    internal abstract void RollBack();

    /// <summary>Runs work in a write transaction: committed, or rolled back where it throws.</summary>
    internal T Write<T>(Func<CatalogConnection, T> work)
    {
        BeginWrite();
        try
        {
            var result = work(this);
            Commit();
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>The prepared statement for a text.</summary>
    internal CatalogStatement Prepare(ReadOnlySpan<char> sql)
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
        var statement = Create(sql.ToString());
        _statements.Add(statement.Sql, _byUse.AddFirst(statement));
        return statement;
    }

    /// <summary>Runs a statement that returns no rows; returns how many it changed.</summary>
    internal int Run(string sql, params ReadOnlySpan<object?> values)
    {
        var statement = Prepare(sql);
        statement.Bind(values);
        return statement.Run();
    }

    /// <summary>The first row of a statement, or null where it has none.</summary>
    internal T? ReadRow<T>(string sql, Func<CatalogStatement, T> row, params ReadOnlySpan<object?> values) where T : struct
    {
        var statement = Prepare(sql);
        statement.Bind(values);
        try
        {
            return statement.Step() ? row(statement) : null;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>All rows of a statement.</summary>
    internal List<T> ReadRows<T>(string sql, Func<CatalogStatement, T> row, params ReadOnlySpan<object?> values)
    {
        var statement = Prepare(sql);
        statement.Bind(values);
        try
        {
            var rows = new List<T>();
            while (statement.Step())
                rows.Add(row(statement));
            return rows;
        }
        finally
        {
            statement.Reset();
        }
    }

    private protected abstract CatalogStatement Create(string sql);

    private protected abstract void Close();
}
