using System.Collections.Immutable;
using JsonApi.Definitions;
using JsonApi.Planning;
using Persistence.Dialects;

namespace Persistence.Sql;

/// <summary>
/// Row plans to statements. The text holds no value, so that it is the plan's shape and serves as the key of the prepared
/// statement; every table of it is held to the company, its root by parameter, the others by their keys.
/// </summary>
internal sealed class PlanCompiler(CatalogMap map)
{
    private readonly SqlBuffer _select = new();
    private readonly SqlBuffer _where = new();
    private readonly SqlBuffer _tail = new();

    /// <summary>The statement compiled last.</summary>
    internal SqlBuffer Sql { get; } = new();

    /// <summary>Its values.</summary>
    internal SqlParameters Parameters { get; } = new();

    /// <summary>The one primary row of a plan that names an id.</summary>
    internal void Single(QueryPlan plan)
    {
        var (table, conditions) = Begin(plan, plan.Rows.Entity);
        WriteColumns(plan.Rows, table);
        conditions.Write(_where, plan.Where, table);
        Assemble(table, "");
    }

    /// <summary>
    /// A page of the primary rows. The page is found first, by keys alone, so that an index serves it and nothing is read or
    /// joined for the rows before it; then its few rows are read in full.
    /// </summary>
    internal void Page(QueryPlan plan, PagePlan page, long limit)
    {
        var (keys, conditions) = Begin(plan, plan.Rows.Entity);
        conditions.Write(_where, plan.Where, keys);
        var limitNumber = Parameters.Add(limit);
        var columns = Columns(plan.Order, keys);
        if (page.Cursor is { IsBackward: true })
            for (var i = 0; i < columns.Count; i++)
                columns[i] = columns[i] with { Descending = !columns[i].Descending };
        var table = new TableScope(map, plan.Rows.Entity, conditions.Aliases);
        WriteColumns(plan.Rows, table);
        Sql.Append("SELECT ").Append(_select.Text).Append(" FROM (");
        if (page.Cursor is { Values.Count: > 0 } cursor)
            WriteKeysetRanges(keys, new CursorCompiler(Parameters, columns, plan.Order, cursor), limitNumber);
        else
        {
            WriteKeys(keys, "", columns, limitNumber);
            if (page.Offset > 0)
            {
                Sql.Append(" OFFSET ");
                Parameters.Add(Sql, page.Offset);
            }
        }
        WriteOrder(plan.Order, table, " ORDER BY ");
        Sql.Append(") page CROSS JOIN ").Append(table.Entity.Table).Append(" ").Append(table.Alias).Append(" ON ")
            .Column(table.Alias, SqliteDialect.RowKey).Append(" = page.k").Append(table.Joins.Text).Append(_tail.Text);
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
        WriteLimit(limit);
        Assemble(table, "");
    }

    /// <summary>The rows of an extra field of the given parents.</summary>
    internal void Extra(QueryPlan plan, ChildPlan child, IReadOnlyList<object> parents, long limit)
    {
        Begin();
        var aliases = new AliasCounter();
        var outer = new TableScope(map, child.ParentEntity, aliases);
        var table = new TableScope(map, child.Rows.Entity, aliases);
        var conditions = new ConditionCompiler(map, Parameters, aliases, outer);
        WriteColumns(child.Rows, table);
        _select.Append(", ").Column(outer.Alias, "\"id\"");
        WriteCompany(plan, outer);
        WriteCompany(plan, table);
        WriteParents(outer.Alias, "\"id\"", parents);
        if (RowsByKey.In(child.Where) is { } parts)
            RowsByKey.Write(_where, parts, table, outer, map, aliases);
        else
            conditions.Write(_where, child.Where, table);
        _tail.Append(" ORDER BY ").Column(outer.Alias, "\"id\"");
        WriteOrder(child.Order, table, ", ");
        WriteLimit(limit);
        // A cross join keeps the order of the loops: from the few parents to their rows.
        Assemble(table, $"{outer.Entity.Table} {outer.Alias}{outer.Joins.Text} CROSS JOIN ");
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
        Assemble(table, "");
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
            SqliteDialect.Elements(elements, alias, column.Name);
            elements.Append(" e");
            _select.Append("e.value");
        }
        else
            _select.Column(alias, column.Name);
        _select.Append(", count(*)");
        conditions.Write(_where, plan.Where, table);
        _tail.Append(" GROUP BY 1 ORDER BY 2 DESC, 1");
        Assemble(table, "", elements.Text);
    }

    private void Begin()
    {
        Parameters.Clear();
        _select.Clear();
        _where.Clear();
        _tail.Clear();
        Sql.Clear();
    }

    private (TableScope Table, ConditionCompiler Conditions) Begin(QueryPlan plan, Type entity)
    {
        Begin();
        var aliases = new AliasCounter();
        var table = new TableScope(map, entity, aliases);
        WriteCompany(plan, table);
        return (table, new ConditionCompiler(map, Parameters, aliases, null));
    }

    private void WriteCompany(QueryPlan plan, TableScope table)
    {
        _where.Column(table.Alias, table.Entity.CompanyId).Append(" = ");
        Parameters.Add(_where, plan.Scope.CompanyId);
        _where.Append(" AND ");
    }

    private void WriteParents(string alias, string column, IReadOnlyList<object> parents)
    {
        _where.Column(alias, column);
        if (parents.Count == 1)
        {
            _where.Append(" = ");
            Parameters.Add(_where, parents[0]);
        }
        else
        {
            _where.Append(" IN ");
            SqliteDialect.List(_where, Parameters, parents);
        }
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
        _select.Append(stat.Calculation switch
        {
            Calculation.Sum => "coalesce(sum(",
            Calculation.Average => "avg(",
            Calculation.Minimum => "min(",
            _ => "max(",
        });
        var (alias, column) = table.Column(stat.Path!);
        _select.Column(alias, column.Name).Append(stat.Calculation == Calculation.Sum ? "), 0)" : ")");
    }

    /// <summary>The ranges beyond a cursor: SQLite reads them one after the other, and none further when the page is full.</summary>
    private void WriteKeysetRanges(TableScope keys, CursorCompiler cursor, int limit)
    {
        var separator = "SELECT k FROM (";
        foreach (var range in cursor.KeysetRanges(keys))
        {
            Sql.Append(separator);
            WriteKeys(keys, range.Where, range.Order, limit);
            separator = ") UNION ALL SELECT k FROM (";
        }
        Sql.Append(") LIMIT ?").Append(limit);
    }

    private void WriteKeys(TableScope keys, string where, IEnumerable<OrderColumn> order, int limit)
    {
        Sql.Append("SELECT ").Column(keys.Alias, SqliteDialect.RowKey).Append(" AS k");
        AppendFrom(keys, "");
        Sql.Append(" WHERE ").Append(_where.Text);
        if (where.Length > 0)
            Sql.Append(" AND ").Append(where);
        OrderColumn.WriteAll(Sql, order, " ORDER BY ");
        Sql.Append(" LIMIT ?").Append(limit);
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

    private void WriteLimit(long limit)
    {
        _tail.Append(" LIMIT ");
        Parameters.Add(_tail, limit);
    }

    private void Assemble(TableScope table, ReadOnlySpan<char> before, ReadOnlySpan<char> elements = default)
    {
        Sql.Append("SELECT ").Append(_select.Text);
        AppendFrom(table, before);
        Sql.Append(elements).Append(" WHERE ").Append(_where.Text).Append(_tail.Text);
    }

    private void AppendFrom(TableScope table, ReadOnlySpan<char> before) =>
        Sql.Append(" FROM ").Append(before).Append(table.Entity.Table).Append(" ").Append(table.Alias).Append(table.Joins.Text);
}
