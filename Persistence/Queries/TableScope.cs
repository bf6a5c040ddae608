using System.Reflection;
using JsonApi.Definitions;

namespace Persistence.Queries;

/// <summary>
/// A FROM clause in the making: a root table and the to-one joins that paths ask for, each once. Joins are outer joins: a path
/// that leads nowhere reads null.
/// </summary>
internal sealed class TableScope
{
    private readonly List<(TableScope Parent, PropertyInfo Navigation, TableScope Table)> _joins;
    private readonly CatalogMap _map;
    private readonly AliasCounter _aliases;

    internal TableScope(CatalogMap map, Type entity, AliasCounter aliases)
        : this(map, map[entity], aliases, new SqlBuffer(), [])
    {
    }

    private TableScope(CatalogMap map, EntityMap entity, AliasCounter aliases, SqlBuffer joinText, List<(TableScope, PropertyInfo, TableScope)> joins)
    {
        (_map, Entity, _aliases, Joins, _joins) = (map, entity, aliases, joinText, joins);
        Alias = aliases.Next();
    }

    internal EntityMap Entity { get; }

    internal string Alias { get; }

    /// <summary>The joins so far, as SQL text.</summary>
    internal SqlBuffer Joins { get; }

    /// <summary>The column a path leads to, with the alias of its table.</summary>
    internal (string Alias, ColumnMap Column) Column(PropertyPath path)
    {
        var table = Walk(path.Navigations.AsSpan());
        return (table.Alias, table.Entity.Columns[path.Property]);
    }

    /// <summary>The table that to-one steps lead to.</summary>
    internal TableScope Walk(ReadOnlySpan<PropertyInfo> navigations)
    {
        var table = this;
        foreach (var navigation in navigations)
            table = Join(table, navigation);
        return table;
    }

    /// <summary>Writes that a table's rows are the company's.</summary>
    internal static SqlBuffer WriteCompany(SqlBuffer sql, string alias, EntityMap entity) =>
        sql.Column(alias, entity.CompanyId).Append(" = ").Parameter(SqlParameters.Company);

    /// <summary>Writes that a table's rows are the company's and those that a navigation from another table leads to.</summary>
    internal static void WriteLink(SqlBuffer sql, NavigationMap link, string from, string to, EntityMap target)
    {
        WriteCompany(sql, to, target);
        foreach (var (own, other) in link.Columns)
            if (other != target.CompanyId)
                sql.Append(" AND ").Column(to, other).Append(" = ").Column(from, own);
    }

    private TableScope Join(TableScope parent, PropertyInfo navigation)
    {
        foreach (var known in _joins)
            if (known.Parent == parent && known.Navigation == navigation)
                return known.Table;
        var link = parent.Entity.Navigations[navigation];
        var table = new TableScope(_map, _map[link.Target], _aliases, Joins, _joins);
        _joins.Add((parent, navigation, table));
        Joins.Append(" LEFT JOIN ").Append(table.Entity.Table).Append(" ").Append(table.Alias).Append(" ON ");
        for (var i = 0; i < link.Columns.Length; i++)
        {
            if (i > 0)
                Joins.Append(" AND ");
            Joins.Column(table.Alias, link.Columns[i].To).Append(" = ").Column(parent.Alias, link.Columns[i].From);
        }
        return table;
    }
}

/// <summary>Aliases of one statement.</summary>
internal sealed class AliasCounter
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 256).Select(number => $"t{number}")];
    private int _next;

    internal string Next() => _next < Names.Length ? Names[_next++] : $"t{_next++}";
}
