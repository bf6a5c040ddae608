using System.Collections.Immutable;
using JsonApi.Definitions;
using JsonApi.Planning;

namespace Persistence.Queries;

/// <summary>
/// Row plans to statements. The text holds no value, so that it is the plan's shape and serves as the key of the prepared
/// statement. Every table of it is held to the company by the first parameter; only outer joins follow the row they are joined to.
/// </summary>
internal sealed class PlanCompiler(CatalogMap map, SqlDialect dialect)
{
    private readonly SqlBuffer _select = new();
    private readonly SqlBuffer _where = new();
    private readonly SqlBuffer _tail = new();
    private readonly SqlBuffer _limit = new();

    /// <summary>The statement compiled last.</summary>
    internal SqlBuffer Sql { get; } = new();

    /// <summary>Its values.</summary>
    internal SqlParameters Parameters { get; } = new();

    /// <summary>The one primary row of a plan that names an id; where several rows have it, one of them.</summary>
    internal void Single(QueryPlan plan)
    {
        var (table, conditions) = Begin(plan, plan.Rows.Entity);
        WriteColumns(plan.Rows, table);
        conditions.Write(_where, plan.Where, table);
        _tail.Append(" LIMIT 1");
        Assemble(table);
    }

    /// <summary>
    /// A page of the primary rows. The page is found first, by keys alone, so that an index serves it and nothing is read or
    /// joined for the rows before it; then its few rows are read in full.
    /// </summary>
    internal void Page(QueryPlan plan, PagePlan page, long limit)
    {
        var (keys, conditions) = Begin(plan, plan.Rows.Entity);
        conditions.Write(_where, plan.Where, keys);
        dialect.Limit(_limit, Parameters, limit);
        var columns = Columns(plan.Order, keys);
        if (page.Cursor is { IsBackward: true })
            for (var i = 0; i < columns.Count; i++)
                columns[i] = columns[i] with { Descending = !columns[i].Descending };
        var table = new TableScope(map, plan.Rows.Entity, conditions.Aliases);
        WriteColumns(plan.Rows, table);
        Sql.Append("SELECT ").Append(_select.Text).Append(" FROM (");
        if (page.Cursor is { Values.Count: > 0 } cursor)
            WriteKeysetRanges(keys, new CursorCompiler(Parameters, columns, plan.Order, cursor));
        else
        {
            WriteKeys(keys, "", columns);
            if (page.Offset > 0)
            {
                Sql.Append(" OFFSET ");
                Parameters.Add(Sql, page.Offset);
            }
        }
        WriteOrder(plan.Order, table, " ORDER BY ");
        Sql.Append(") page").Append(dialect.OrderedJoin).Append(table.Entity.Table).Append(" ").Append(table.Alias).Append(" ON ")
            .Column(table.Alias, dialect.RowKey).Append(" = page.k AND ");
        TableScope.WriteCompany(Sql, table.Alias, table.Entity).Append(table.Joins.Text).Append(_tail.Text);
    }

    /// <summary>The rows of a to-many include below the given parents.</summary>
    internal void Included(QueryPlan plan, ChildPlan child, IReadOnlyList<object> parents, long limit)
    {
        var (table, conditions) = Begin(plan, child.Rows.Entity);
        WriteColumns(child.Rows, table);
        var (alias, key) = table.Column(child.Relationship!.Key);
        _select.Append(", ").Column(alias, key.Name);
        WriteParents(alias, key.Name, parents);
        conditions.Write(_where, child.Where, table);
        if (parents.Count > 1)
            _tail.Append(" ORDER BY ").Column(alias, key.Name);
        WriteOrder(child.Order, table, parents.Count > 1 ? ", " : " ORDER BY ");
        dialect.Limit(_tail, Parameters, limit);
        Assemble(table);
    }

    /// <summary>The rows of an extra field of the given parents.</summary>
    internal void Extra(QueryPlan plan, ChildPlan child, IReadOnlyList<object> parents, long limit)
    {
        Begin(plan);
        var aliases = new AliasCounter();
        var outer = new TableScope(map, child.ParentEntity, aliases);
        var table = new TableScope(map, child.Rows.Entity, aliases);
        var conditions = new ConditionCompiler(map, dialect, Parameters, aliases, outer);
        WriteColumns(child.Rows, table);
        _select.Append(", ").Column(outer.Alias, "\"id\"");
        WriteCompany(outer);
        WriteParents(outer.Alias, "\"id\"", parents);
        if (RowsByKey.In(child.Where) is { } parts)
            RowsByKey.Write(_where, parts, table, outer, map, dialect, aliases);
        else
            conditions.Write(_where, child.Where, table);
        _tail.Append(" ORDER BY ").Column(outer.Alias, "\"id\"");
        WriteOrder(child.Order, table, ", ");
        dialect.Limit(_tail, Parameters, limit);
        // The order of the loops is kept: from the few parents to their rows.
        Sql.Append("SELECT ").Append(_select.Text).Append(" FROM ").Append(outer.Entity.Table).Append(" ").Append(outer.Alias).Append(outer.Joins.Text)
            .Append(dialect.OrderedJoin).Append(table.Entity.Table).Append(" ").Append(table.Alias).Append(" ON ");
        TableScope.WriteCompany(Sql, table.Alias, table.Entity).Append(table.Joins.Text).Append(" WHERE ").Append(_where.Text).Append(_tail.Text);
    }

    /// <summary>Numbers over all the filtered rows, in the order of the stats given.</summary>
    internal void Numbers(QueryPlan plan, IReadOnlyList<StatPlan> stats)
    {
        var (table, conditions) = Begin(plan, plan.Rows.Entity);
        foreach (var stat in stats)
        {
            if (stat != stats[0])
                _select.Append(", ");
            WriteNumber(stat, table);
        }
        conditions.Write(_where, plan.Where, table);
        Assemble(table);
    }

    /// <summary>How many of the filtered rows have each value.</summary>
    internal void Counts(QueryPlan plan, StatPlan stat)
    {
        var (table, conditions) = Begin(plan, plan.Rows.Entity);
        var (alias, column) = table.Column(stat.Path!);
        var elements = new SqlBuffer();
        if (stat.Type == WireType.Array)
        {
            elements.Append(" CROSS JOIN ");
            dialect.Elements(elements, alias, column.Name, "e");
            _select.Append("e.value");
        }
        else
            _select.Column(alias, column.Name);
        _select.Append(", count(*)");
        conditions.Write(_where, plan.Where, table);
        _tail.Append(" GROUP BY 1 ORDER BY 2 DESC, 1 NULLS FIRST");
        Assemble(table, elements.Text);
    }

    private void Begin(QueryPlan plan)
    {
        Parameters.Begin(plan.Scope.CompanyId);
        _select.Clear();
        _where.Clear();
        _tail.Clear();
        _limit.Clear();
        Sql.Clear();
    }

    private (TableScope Table, ConditionCompiler Conditions) Begin(QueryPlan plan, Type entity)
    {
        Begin(plan);
        var aliases = new AliasCounter();
        var table = new TableScope(map, entity, aliases);
        WriteCompany(table);
        return (table, new ConditionCompiler(map, dialect, Parameters, aliases, null));
    }

    private void WriteCompany(TableScope table) => TableScope.WriteCompany(_where, table.Alias, table.Entity).Append(" AND ");

    private void WriteParents(string alias, string column, IReadOnlyList<object> parents)
    {
        _where.Column(alias, column);
        if (parents.Count == 1)
        {
            _where.Append(" = ");
            Parameters.Add(_where, parents[0]);
        }
        else
            dialect.AnyOf(_where, Parameters, parents);
        _where.Append(" AND ");
    }

    private void WriteColumns(RowPlan rows, TableScope table)
    {
        for (var i = 0; i < rows.Columns.Length; i++)
        {
            var (alias, column) = table.Column(rows.Columns[i]);
            if (i > 0)
                _select.Append(", ");
            _select.Column(alias, column.Name);
        }
    }

    private void WriteNumber(StatPlan stat, TableScope table)
    {
        if (stat.Calculation == Calculation.Count)
        {
            _select.Append("count(*)");
            return;
        }
        var (alias, column) = table.Column(stat.Path!);
        switch (stat.Calculation)
        {
            case Calculation.Sum:
                _select.Append("coalesce(");
                dialect.Sum(_select, alias, column.Name);
                _select.Append(", 0)");
                break;
            case Calculation.Average:
                dialect.Average(_select, alias, column.Name);
                break;
            default:
                _select.Append(stat.Calculation == Calculation.Minimum ? "min(" : "max(").Column(alias, column.Name).Append(")");
                break;
        }
    }

    /// <summary>The ranges beyond a cursor: they are read one after the other, and none further when the page is full.</summary>
    private void WriteKeysetRanges(TableScope keys, CursorCompiler cursor)
    {
        var separator = "";
        var number = 0;
        foreach (var range in cursor.KeysetRanges(keys))
        {
            Sql.Append(separator).Append("SELECT k").Append(dialect.RangeNumber(number++)).Append(" FROM (");
            WriteKeys(keys, range.Where, range.Order);
            Sql.Append(") part");
            separator = " UNION ALL ";
        }
        Sql.Append(dialect.RangeOrder).Append(_limit.Text);
    }

    private void WriteKeys(TableScope keys, string where, IEnumerable<OrderColumn> order)
    {
        Sql.Append("SELECT ").Column(keys.Alias, dialect.RowKey).Append(" AS k");
        WriteFrom(keys);
        Sql.Append(" WHERE ").Append(_where.Text);
        if (where.Length > 0)
            Sql.Append(" AND ").Append(where);
        OrderColumn.WriteAll(Sql, order, " ORDER BY ");
        Sql.Append(_limit.Text);
    }

    private static List<OrderColumn> Columns(ImmutableArray<SortKey> order, TableScope table)
    {
        var columns = new List<OrderColumn>(order.Length * 2);
        foreach (var key in order)
            OrderColumn.AddTo(columns, key, table);
        return columns;
    }

    private void WriteOrder(ImmutableArray<SortKey> order, TableScope table, string separator) =>
        OrderColumn.WriteAll(_tail, Columns(order, table), separator);

    private void Assemble(TableScope table, ReadOnlySpan<char> after = default)
    {
        Sql.Append("SELECT ").Append(_select.Text);
        WriteFrom(table);
        Sql.Append(after).Append(" WHERE ").Append(_where.Text).Append(_tail.Text);
    }

    private void WriteFrom(TableScope table) =>
        Sql.Append(" FROM ").Append(table.Entity.Table).Append(" ").Append(table.Alias).Append(table.Joins.Text);
}
