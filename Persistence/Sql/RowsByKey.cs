using JsonApi.Definitions;
using Persistence.Dialects;

namespace Persistence.Sql;

/// <summary>
/// Rows of an extra field that belong by this value or that, where the values lie in different tables (a child's parent, its
/// parent's parent). No index serves such an OR as it stands, and every row would be looked at for each parent; but each value by
/// itself can be leading, from the outer row back along its path. So the rows are named by their keys, in a union.
/// </summary>
internal static class RowsByKey
{
    /// <summary>The parts of a condition that is nothing but such an OR; null for any other, which some index may serve as it is.</summary>
    internal static IReadOnlyList<Condition>? In(Condition where) =>
        where is Any { Parts: var parts } && parts.All(part => part is SameAs) && parts.Any(part => part is SameAs { Inner.Navigations.Length: > 0 })
            ? parts
            : null;

    internal static void Write(
        SqlBuffer sql, IReadOnlyList<Condition> parts, TableScope table, TableScope outer, CatalogMap map, AliasCounter aliases)
    {
        sql.Column(table.Alias, SqliteDialect.RowKey).Append(" IN (");
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                sql.Append(" UNION ");
            WritePart(sql, (SameAs)parts[i], table.Entity, outer, map, aliases);
        }
        sql.Append(")");
    }

    private static void WritePart(SqlBuffer sql, SameAs same, EntityMap entity, TableScope outer, CatalogMap map, AliasCounter aliases)
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
        var where = new SqlBuffer().Column(alias, entity.CompanyId).Append(" = ").Column(outer.Alias, outer.Entity.CompanyId)
            .Append(" AND ").Column(alias, entity.Columns[same.Inner.Property].Name).Append(" = ").Column(outerAlias, outerColumn.Name);
        for (var i = links.Count - 1; i >= 0; i--)
        {
            var nearer = aliases.Next();
            // A cross join keeps the order of the loops: from the value back to the row.
            from.Append(" CROSS JOIN ").Append(links[i].From.Table).Append(" ").Append(nearer);
            where.Append(" AND ");
            TableScope.Link(where, links[i].Link, nearer, alias);
            alias = nearer;
        }
        sql.Append("SELECT ").Column(alias, SqliteDialect.RowKey).Append(" FROM ").Append(from.Text).Append(" WHERE ").Append(where.Text);
    }
}
