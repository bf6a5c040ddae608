using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Persistence.Configurations;

namespace Persistence.Sql;

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

/// <summary>Table and column names by entity and property, read once from EF's own model.</summary>
internal sealed class CatalogMap
{
    private readonly Dictionary<Type, EntityMap> _entities = [];

    private CatalogMap(IModel model)
    {
        foreach (var entity in model.GetEntityTypes())
            Add(entity);
    }

    /// <summary>The map of the catalogue's model; opens no database.</summary>
    internal static CatalogMap Read()
    {
        using var context = CatalogDatabase.CreateUnconnectedContext();
        return new CatalogMap(context.Model);
    }

    internal EntityMap this[Type entity] => _entities[entity];

    private void Add(IEntityType entity)
    {
        var root = entity.GetRootType();
        if (!_entities.TryGetValue(root.ClrType, out var map))
            _entities.Add(root.ClrType, map = new EntityMap(Quoted(root.GetTableName()!)));
        _entities[entity.ClrType] = map;
        foreach (var property in entity.GetDeclaredProperties())
        {
            if (property.Name == "CompanyId")
                map.CompanyId = Quoted(property.GetColumnName());
            if (property.PropertyInfo is { } member)
                map.Columns[Declared(member)] = new ColumnMap(
                    Quoted(property.GetColumnName()),
                    FoldedText.FindFolded(property) is { } folded ? Quoted(folded.GetColumnName()) : null,
                    property.IsColumnNullable());
        }
        var indexes = entity.GetDeclaredIndexes().Select(index => index.Properties).Concat(entity.GetDeclaredKeys().Select(key => key.Properties));
        map.Indexes.AddRange(indexes.Select(columns => columns.Select(property => Quoted(property.GetColumnName())).ToArray()));
        foreach (var navigation in entity.GetDeclaredNavigations())
            map.Navigations[Declared(navigation.PropertyInfo!)] = Navigation(navigation);
    }

    private static NavigationMap Navigation(INavigation navigation)
    {
        var key = navigation.ForeignKey;
        var own = key.Properties.Select(property => Quoted(property.GetColumnName()));
        var principal = key.PrincipalKey.Properties.Select(property => Quoted(property.GetColumnName()));
        return new NavigationMap(
            navigation.TargetEntityType.ClrType,
            [.. navigation.IsOnDependent ? own.Zip(principal) : principal.Zip(own)]);
    }

    private static PropertyInfo Declared(PropertyInfo property) => property.DeclaringType!.GetProperty(property.Name)!;

    private static string Quoted(string name) => $"\"{name}\"";
}
