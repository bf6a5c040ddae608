using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Planning;
using Persistence.Connections;
using Persistence.Model;

namespace Persistence.Transactions;

/// <summary>
/// One write transaction of one company: prepared statements and an EF context on the same connection, both within it.
/// </summary>
public sealed class WriteTransaction : IWriteTransaction, IDisposable
{
    private readonly List<Action> _afterCommit = [];
    private readonly int _statementsBefore;
    private CatalogDbContext? _context;

    internal WriteTransaction(CatalogConnection connection, TenantScope scope, DateTimeOffset now)
    {
        (Connection, Scope, Now, Company, Time) = (connection, scope, now, WireText.Write(scope.CompanyId), WireText.Write(now));
        _statementsBefore = connection.Count.Value;
    }

    /// <summary>Whose catalogue.</summary>
    public TenantScope Scope { get; }

    /// <summary>The user who writes; empty where the caller is no user, who owns nothing.</summary>
    internal Guid Caller => Scope.UserId ?? Guid.Empty;

    /// <summary>The time of everything that is written in it.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>How many statements have run in it so far.</summary>
    public int Statements => Connection.Count.Value - _statementsBefore;

    internal CatalogConnection Connection { get; }

    /// <summary>The company as statements take it.</summary>
    internal string Company { get; }

    /// <summary><see cref="Now"/> as statements take it.</summary>
    internal string Time { get; }

    /// <summary>Entities of the catalogue; whoever changes them saves them before statements or plans look at their rows.</summary>
    internal CatalogDbContext Context => _context ??= Connection.CreateContext();

    /// <summary>Reads within the transaction.</summary>
    public Result<QueryResult> Read(QueryPlan plan) => SqlPlanExecutor.Execute(Connection, plan);

    /// <summary>Registers work that is done once everything is committed.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    public void Dispose() => _context?.Dispose();

    /// <summary>Drops the entities, all saved, after statements changed the rows they were read from, and between several writes.</summary>
    public void ClearTracking() => _context?.ChangeTracker.Clear();

    internal int Run(string sql, params ReadOnlySpan<object?> values) => Connection.Run(sql, values);

    internal void Committed()
    {
        foreach (var action in _afterCommit)
            action();
    }
}
