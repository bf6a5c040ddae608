using System.Reflection;

namespace Persistence.Queries;

/// <summary>A column as SQL names it.</summary>
/// <param name="Name">Quoted.</param>
/// <param name="Folded">The case-folded twin, quoted, where there is one.</param>
/// <param name="IsNullable">Whether the column takes nulls.</param>
internal sealed record ColumnMap(string Name, string? Folded, bool IsNullable);

/// <summary>A navigation as SQL joins it: every foreign key holds the company, so no join leaves it.</summary>
internal sealed record NavigationMap(Type Target, (string From, string To)[] Columns);

/// <summary>A table: that of an entity, and of all the kinds that share it.</summary>
internal sealed class EntityMap(string table)
{
    internal string Table { get; } = table;

    internal string CompanyId { get; set; } = "";

    internal Dictionary<PropertyInfo, ColumnMap> Columns { get; } = [];

    internal Dictionary<PropertyInfo, NavigationMap> Navigations { get; } = [];

    /// <summary>The columns of each index, quoted; the key is one of them.</summary>
    internal List<string[]> Indexes { get; } = [];
}
