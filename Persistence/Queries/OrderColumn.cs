using JsonApi.Definitions;

namespace Persistence.Queries;

/// <summary>A column that rows are ordered by.</summary>
/// <param name="Alias">Its table.</param>
/// <param name="Name">Quoted.</param>
/// <param name="IsFolded">Whether rows are ordered by its case-folded form, which no column keeps.</param>
/// <param name="CanBeNull">Whether it can be null where the columns before it are not.</param>
/// <param name="Descending">Nulls come last ascending and first descending.</param>
internal readonly record struct OrderColumn(string Alias, string Name, bool IsFolded, bool CanBeNull, bool Descending)
{
    /// <summary>Adds the columns of a key: text sorts by its folded form, then as it is.</summary>
    internal static void AddTo(List<OrderColumn> columns, SortKey key, TableScope table)
    {
        var (alias, column) = table.Column(key.Path);
        var canBeNull = column.IsNullable || key.Path.Navigations.Length > 0;
        if (key.Type == WireType.String)
        {
            columns.Add(new OrderColumn(alias, column.Folded ?? column.Name, column.Folded is null, canBeNull, key.Descending));
            canBeNull = false;
        }
        columns.Add(new OrderColumn(alias, column.Name, false, canBeNull, key.Descending));
    }

    internal void Write(SqlBuffer sql)
    {
        if (IsFolded)
            sql.Append("fold(").Column(Alias, Name).Append(")");
        else
            sql.Column(Alias, Name);
    }

    internal static void WriteAll(SqlBuffer sql, IEnumerable<OrderColumn> columns, string separator)
    {
        foreach (var column in columns)
        {
            sql.Append(separator);
            separator = ", ";
            column.Write(sql);
            sql.Append((column.Descending, column.CanBeNull) switch
            {
                (false, false) => "",
                (true, false) => " DESC",
                (false, true) => " NULLS LAST",
                (true, true) => " DESC NULLS FIRST",
            });
        }
    }
}
