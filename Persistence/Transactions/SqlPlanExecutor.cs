using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Planning;
using Persistence.Connections;

namespace Persistence.Transactions;

/// <summary>Runs plans as compiled SQL: one statement for the primary rows, one per to-many include and extra field, few for stats.</summary>
public sealed class SqlPlanExecutor(ConnectionPool connections) : IPlanExecutor
{
    public ValueTask<Result<QueryResult>> ExecuteAsync(QueryPlan plan, CancellationToken cancellation) =>
        connections.ReadAsync(plan.Scope.CompanyId, plan, ExecuteConsistently, cancellation);

    /// <summary>Several statements see one state of the database.</summary>
    private static Result<QueryResult> ExecuteConsistently(CatalogConnection connection, QueryPlan plan)
    {
        if (plan is { RowPlanCount: 1, Stats: [] } && !RowNumbers.AreCounted(plan))
            return Execute(connection, plan);
        connection.BeginRead();
        var result = Execute(connection, plan);
        connection.Commit();
        return result;
    }

    /// <summary>Runs a plan on a connection that may be within a transaction.</summary>
    internal static Result<QueryResult> Execute(CatalogConnection connection, QueryPlan plan)
    {
        var result = new QueryResult(plan.RowPlanCount, plan.Stats.Count);
        try
        {
            ReadPrimary(connection, plan, result);
            CountRowsBefore(connection, plan, result);
            long budget = plan.IncludedRows;
            if (ReadChildren(connection, plan, plan.Rows, result, ref budget) is { } tooLarge)
            {
                result.Dispose();
                return tooLarge;
            }
            ReadStats(connection, plan, result);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    private static void ReadPrimary(CatalogConnection connection, QueryPlan plan, QueryResult result)
    {
        var table = new ResultTable(plan.Rows.Columns.Length);
        result.SetTable(0, table);
        if (plan.Page is not { } page)
        {
            connection.Compiler.Single(plan);
            Run(connection, table, result);
        }
        else if (page.Size > 0)
        {
            // One row more than the page tells whether there is a next one; backward it is the first.
            connection.Compiler.Page(plan, page, page.Size + 1L);
            Run(connection, table, result);
            result.HasMore = table.Count > page.Size;
            if (result.HasMore && page.Cursor is { IsBackward: true })
                table.RemoveFirst();
            table.Truncate(page.Size);
        }
    }

    private static void CountRowsBefore(CatalogConnection connection, QueryPlan plan, QueryResult result)
    {
        result.RowsBefore = plan.Page?.Offset ?? 0;
        if (!RowNumbers.AreCounted(plan) || RowNumbers.PlanCount(plan, result) is not { } count)
            return;
        using var table = new ResultTable(1);
        connection.Compiler.Numbers(count, count.Stats);
        Run(connection, table, result);
        result.RowsBefore = table.Integer(0, 0);
    }

    private static RequestError? ReadChildren(CatalogConnection connection, QueryPlan plan, RowPlan parent, QueryResult result, ref long budget)
    {
        foreach (var child in parent.Children)
        {
            var table = new ResultTable(child.Rows.Columns.Length + 1);
            result.SetTable(child.Rows.Index, table);
            if (ParentIds(result.Table(parent.Index), child.ParentIdColumn) is { Count: > 0 } parents)
            {
                if (child.Relationship is null)
                    connection.Compiler.Extra(plan, child, parents, budget + 1);
                else
                    connection.Compiler.Included(plan, child, parents, budget + 1);
                Run(connection, table, result);
            }
            budget -= table.Count;
            if (budget < 0)
                return IncludeTooLarge.Error(plan, child);
            result.Children[child.Rows.Index] = new ChildRows(table, child.Rows.Columns.Length);
            if (ReadChildren(connection, plan, child.Rows, result, ref budget) is { } error)
                return error;
        }
        return null;
    }

    private static List<object> ParentIds(ResultTable parents, int column)
    {
        var ids = new List<object>(parents.Count);
        var seen = new HashSet<WireId>(parents.Count);
        for (var row = 0; row < parents.Count; row++)
            if (!parents.IsNull(row, column) && WireId.Read(parents.Text(row, column)) is var id && seen.Add(id))
                ids.Add(id.Value);
        return ids;
    }

    private static void ReadStats(CatalogConnection connection, QueryPlan plan, QueryResult result)
    {
        var numbers = plan.Stats.Where(stat => stat.Calculation != Calculation.CountEach).ToArray();
        if (numbers.Length > 0)
        {
            using var table = new ResultTable(numbers.Length);
            connection.Compiler.Numbers(plan, numbers);
            Run(connection, table, result);
            for (int i = 0, column = 0; i < plan.Stats.Count; i++)
                if (plan.Stats[i].Calculation != Calculation.CountEach)
                    result.Stats[i] = Single(table, column++);
        }
        for (var i = 0; i < plan.Stats.Count; i++)
            if (plan.Stats[i].Calculation == Calculation.CountEach)
            {
                connection.Compiler.Counts(plan, plan.Stats[i]);
                Run(connection, result.Stats[i] = new ResultTable(2), result);
            }
    }

    private static ResultTable Single(ResultTable table, int column)
    {
        var single = new ResultTable(1);
        switch (table.Kind(0, column))
        {
            case CellKind.Null: single.AddNull(); break;
            case CellKind.Integer: single.Add(table.Integer(0, column)); break;
            case CellKind.Real: single.Add(table.Real(0, column)); break;
            case CellKind.Text: single.Add(table.Text(0, column)); break;
        }
        return single;
    }

    private static void Run(CatalogConnection connection, ResultTable table, QueryResult result)
    {
        var statement = connection.Prepare(connection.Compiler.Sql.Text);
        statement.Bind(connection.Compiler.Parameters.Values);
        try
        {
            statement.CopyRows(table);
        }
        finally
        {
            statement.Reset();
        }
        result.Statements++;
    }
}
