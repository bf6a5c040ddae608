using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Planning;
using Persistence.Connections;
using Persistence.Model;
using Persistence.Queries;

namespace Persistence.Transactions;

/// <summary>
/// One write transaction of one company: prepared statements and an EF context on the same connection, both within it.
/// </summary>
public sealed class WriteTransaction : IWriteTransaction, IDisposable
{
    private readonly List<Action> _afterCommit = [];
    private readonly CatalogConnection _connection;
    private readonly object _company;
    private readonly int _statementsBefore;
    private CatalogDbContext? _context;

    internal WriteTransaction(CatalogConnection connection, TenantScope scope, DateTimeOffset now)
    {
        (_connection, Scope, Now, _company) = (connection, scope, now, scope.CompanyId);
        _statementsBefore = connection.Count.Value;
    }

    /// <summary>Whose catalogue.</summary>
    public TenantScope Scope { get; }

    /// <summary>The user who writes; empty where the caller is no user, who owns nothing.</summary>
    internal Guid Caller => Scope.UserId ?? Guid.Empty;

    /// <summary>The time of everything that is written in it.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>How many statements have run in it so far.</summary>
    public int Statements => _connection.Count.Value - _statementsBefore;

    internal SqlDialect Dialect => _connection.Dialect;

    /// <summary>Entities of the catalogue; whoever changes them saves them before statements or plans look at their rows.</summary>
    internal CatalogDbContext Context => _context ??= _connection.CreateContext();

    /// <summary>Reads within the transaction.</summary>
    public Result<QueryResult> Read(QueryPlan plan) => SqlPlanExecutor.Execute(_connection, plan);

    /// <summary>Registers work that is done once everything is committed.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    public void Dispose() => _context?.Dispose();

    /// <summary>Drops the entities, all saved, after statements changed the rows they were read from, and between several writes.</summary>
    public void ClearTracking() => _context?.ChangeTracker.Clear();

    /// <summary>Runs a statement whose first parameter is the company; the values are those of the others. Returns how many rows changed.</summary>
    internal int Run(string sql, params ReadOnlySpan<object?> values) => _connection.Run(sql, [_company, .. values]);

    /// <summary>The first row of a statement whose first parameter is the company, or null where it has none.</summary>
    internal T? ReadRow<T>(string sql, Func<CatalogStatement, T> row, params ReadOnlySpan<object?> values) where T : struct =>
        _connection.ReadRow(sql, row, [_company, .. values]);

    /// <summary>All rows of a statement whose first parameter is the company.</summary>
    internal List<T> ReadRows<T>(string sql, Func<CatalogStatement, T> row, params ReadOnlySpan<object?> values) =>
        _connection.ReadRows(sql, row, [_company, .. values]);

    internal void Committed()
    {
        foreach (var action in _afterCommit)
            action();
    }
}
