using JsonApi.Definitions;

namespace Persistence.Queries;

/// <summary>
/// Rows of an extra field that belong by this value or that, where the values lie in different tables (a child's parent, its
/// parent's parent). No index serves such an OR as it is, and every row would be looked at for each parent; but each value by
/// itself can lead, from the outer row back along its path. So the rows are named by their keys, in a union.
/// </summary>
internal static class RowsByKey
{
    /// <summary>The parts of a condition that is nothing but such an OR; null for any other, which some index may serve as it is.</summary>
    internal static IReadOnlyList<Condition>? In(Condition where) =>
        where is Any { Parts: var parts } && parts.All(part => part is SameAs) && parts.Any(part => part is SameAs { Inner.Navigations.Length: > 0 })
            ? parts
            : null;

    internal static void Write(
        SqlBuffer sql, IReadOnlyList<Condition> parts, TableScope table, TableScope outer, CatalogMap map, SqlDialect dialect, AliasCounter aliases)
    {
        sql.Column(table.Alias, dialect.RowKey).Append(" IN (");
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                sql.Append(" UNION ");
            WritePart(sql, (SameAs)parts[i], table.Entity, outer, map, dialect, aliases);
        }
        sql.Append(")");
    }

    private static void WritePart(
        SqlBuffer sql, SameAs same, EntityMap entity, TableScope outer, CatalogMap map, SqlDialect dialect, AliasCounter aliases)
    {
        var links = new List<(EntityMap From, NavigationMap Link)>();
        foreach (var step in same.Inner.Navigations)
        {
            links.Add((entity, entity.Navigations[step]));
            entity = map[links[^1].Link.Target];
        }
        var (outerAlias, outerColumn) = outer.Column(same.Outer);
        var alias = aliases.Next();
        var from = new SqlBuffer().Append(entity.Table).Append(" ").Append(alias);
        var where = TableScope.WriteCompany(new SqlBuffer(), alias, entity)
            .Append(" AND ").Column(alias, entity.Columns[same.Inner.Property].Name).Append(" = ").Column(outerAlias, outerColumn.Name);
        for (var i = links.Count - 1; i >= 0; i--)
        {
            // The order of the loops is kept: from the value back to the row.
            var nearer = aliases.Next();
            from.Append(dialect.OrderedJoin).Append(links[i].From.Table).Append(" ").Append(nearer).Append(" ON ");
            WriteBack(from, links[i].Link, links[i].From, nearer, alias);
            alias = nearer;
        }
        sql.Append("SELECT ").Column(alias, dialect.RowKey).Append(" FROM ").Append(from.Text).Append(" WHERE ").Append(where.Text);
    }

    /// <summary>The company's rows that a navigation leads from to a row.</summary>
    private static void WriteBack(SqlBuffer sql, NavigationMap link, EntityMap entity, string from, string to)
    {
        TableScope.WriteCompany(sql, from, entity);
        foreach (var (own, other) in link.Columns)
            if (own != entity.CompanyId)
                sql.Append(" AND ").Column(from, own).Append(" = ").Column(to, other);
    }
}
