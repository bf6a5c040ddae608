using JsonApi.Definitions;

namespace Persistence.Queries;

/// <summary>Conditions to SQL. Each writes an expression that is true exactly of the rows that meet it.</summary>
internal sealed class ConditionCompiler(CatalogMap map, SqlDialect dialect, SqlParameters parameters, AliasCounter aliases, TableScope? outer)
{
    /// <summary>Conditions in one chain, before they are grouped.</summary>
    private const int MaxChain = 32;

    internal AliasCounter Aliases => aliases;

    internal void Write(SqlBuffer sql, Condition condition, TableScope table)
    {
        switch (condition)
        {
            case All { Parts: [] }:
                sql.Append("TRUE");
                break;
            case Any { Parts: [] }:
                sql.Append("FALSE");
                break;
            case All all:
                WriteParts(sql, all.Parts, " AND ", table);
                break;
            case Any any:
                WriteParts(sql, any.Parts, " OR ", table);
                break;
            case Not not:
                // Unknown is not true, so its complement is: that is what makes complements add up.
                sql.Append("(");
                Write(sql, not.Part, table);
                sql.Append(") IS NOT TRUE");
                break;
            case Exists exists:
                WriteExists(sql, exists, table);
                break;
            case SameAs same:
                WriteColumn(sql, same.Inner, table);
                sql.Append(" = ");
                WriteColumn(sql, same.Outer, outer ?? throw new InvalidOperationException("Only a sub-plan has an outer row."));
                break;
            case Compare compare:
                WriteCompare(sql, compare, table);
                break;
            default:
                throw new NotSupportedException($"{condition.GetType().Name} has no SQL.");
        }
    }

    private void WriteParts(SqlBuffer sql, IReadOnlyList<Condition> parts, string separator, TableScope table)
    {
        sql.Append("(");
        var half = parts.Count / 2;
        if (parts.Count > MaxChain)
        {
            // Databases bound the depth of an expression, and a chain is as deep as it is long.
            WriteParts(sql, [.. parts.Take(half)], separator, table);
            sql.Append(separator);
            WriteParts(sql, [.. parts.Skip(half)], separator, table);
        }
        else
            for (var i = 0; i < parts.Count; i++)
            {
                if (i > 0)
                    sql.Append(separator);
                Write(sql, parts[i], table);
            }
        sql.Append(")");
    }

    private void WriteExists(SqlBuffer sql, Exists exists, TableScope table)
    {
        var from = table.Walk(exists.Path.AsSpan(..^1));
        var link = from.Entity.Navigations[exists.Path[^1]];
        var rows = new TableScope(map, link.Target, aliases);
        var where = new SqlBuffer();
        TableScope.WriteLink(where, link, from.Alias, rows.Alias, rows.Entity);
        where.Append(" AND ");
        Write(where, exists.Where, rows);
        sql.Append("EXISTS (SELECT 1 FROM ").Append(rows.Entity.Table).Append(" ").Append(rows.Alias)
            .Append(rows.Joins.Text).Append(" WHERE ").Append(where.Text).Append(")");
    }

    private static void WriteColumn(SqlBuffer sql, PropertyPath path, TableScope table)
    {
        var (alias, column) = table.Column(path);
        sql.Column(alias, column.Name);
    }

    private void WriteCompare(SqlBuffer sql, Compare compare, TableScope table)
    {
        if (compare.OrNull && compare.Values.Count > 0)
        {
            sql.Append("(");
            WriteCompare(sql, compare with { OrNull = false }, table);
            sql.Append(" OR ");
            WriteCompare(sql, compare with { Values = [] }, table);
            sql.Append(")");
            return;
        }
        var (alias, column) = table.Column(compare.Path);
        if (compare.Values.Count == 0)
        {
            // No value at all: an empty list matches nothing, null alone matches null.
            sql.Append(compare.OrNull ? "" : "FALSE AND ").Column(alias, column.Name).Append(" IS NULL");
            return;
        }
        if (compare.Type == WireType.Array)
        {
            // Any element, as text.
            sql.Append("EXISTS (SELECT 1 FROM ");
            dialect.Elements(sql, alias, column.Name, "e");
            sql.Append(" WHERE ");
            WriteValue(sql, compare, "e", new ColumnMap("value", null, false));
            sql.Append(")");
        }
        else
            WriteValue(sql, compare, alias, column);
    }

    private void WriteValue(SqlBuffer sql, Compare compare, string alias, ColumnMap column)
    {
        if (compare.Comparison is Comparison.Prefix or Comparison.Suffix or Comparison.Match)
        {
            WriteText(sql, compare, alias, column);
            return;
        }
        if (compare is { Type: WireType.String or WireType.Array, Comparison: Comparison.Equal })
            WriteFolded(sql, alias, column);
        else
            sql.Column(alias, column.Name);
        WriteOperand(sql, compare);
    }

    private void WriteOperand(SqlBuffer sql, Compare compare)
    {
        if (compare.Values.Count > 1)
        {
            dialect.AnyOf(sql, parameters, compare.Values);
            return;
        }
        sql.Append(compare.Comparison switch
        {
            Comparison.Equal or Comparison.EqualRaw => " = ",
            Comparison.Greater => " > ",
            Comparison.GreaterOrEqual => " >= ",
            Comparison.Less => " < ",
            Comparison.LessOrEqual => " <= ",
            _ => throw new NotSupportedException($"{compare.Comparison} has no operator."),
        });
        parameters.Add(sql, compare.Values[0]);
    }

    private void WriteText(SqlBuffer sql, Compare compare, string alias, ColumnMap column)
    {
        var text = new SqlBuffer();
        WriteFolded(text, alias, column);
        if (compare.Values.Count > MaxChain)
        {
            dialect.FitsAny(sql, text.Text, compare.Comparison, parameters, compare.Values);
            return;
        }
        sql.Append("(");
        for (var i = 0; i < compare.Values.Count; i++)
        {
            if (i > 0)
                sql.Append(" OR ");
            var value = (string)compare.Values[i];
            if (value.Length == 0)
                sql.Append(text.Text).Append(" IS NOT NULL");
            else if (compare.Comparison == Comparison.Prefix)
                dialect.StartsWith(sql, text.Text, parameters, value);
            else if (compare.Comparison == Comparison.Suffix)
                dialect.EndsWith(sql, text.Text, parameters, value);
            else
                dialect.Contains(sql, text.Text, parameters, value);
        }
        sql.Append(")");
    }

    private static void WriteFolded(SqlBuffer sql, string alias, ColumnMap column)
    {
        if (column.Folded is { } folded)
            sql.Column(alias, folded);
        else
            sql.Append("fold(").Column(alias, column.Name).Append(")");
    }
}
