using System.Reflection;
using Domain.Companies;

namespace Persistence.Queries;

/// <summary>
/// Table and column names by entity and property: EF's own mapping, as a test writes it to <c>mapping.txt</c>. Read from
/// there, because EF takes most of a second to build its model.
/// </summary>
internal sealed class CatalogMap
{
    private readonly Dictionary<Type, EntityMap> _entities = [];

    private CatalogMap(string text)
    {
        var entity = typeof(object);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ');
            switch (words[0])
            {
                case "entity":
                    AddEntity(entity = Entity(words[1]), words[2]);
                    break;
                case "column":
                    AddColumn(entity, words[1], words[2], words.AsSpan(3));
                    break;
                case "index":
                    _entities[entity].Indexes.Add([.. words[1..].Select(Quoted)]);
                    break;
                case "navigation":
                    _entities[entity].Navigations[Property(entity, words[1])] = new NavigationMap(Entity(words[2]), [.. words[3..].Select(Pair)]);
                    break;
            }
        }
    }

    internal static CatalogMap Shipped { get; } = new(ReadResource());

    internal EntityMap this[Type entity] => _entities[entity];

    // Entities that are kept in one table share its map.
    private void AddEntity(Type entity, string table) =>
        _entities[entity] = _entities.Values.FirstOrDefault(map => map.Table == Quoted(table)) ?? new EntityMap(Quoted(table));

    private void AddColumn(Type entity, string property, string name, ReadOnlySpan<string> more)
    {
        var map = _entities[entity];
        var isNullable = more is ["null", ..];
        var folded = isNullable ? more[1..] : more;
        map.Columns[Property(entity, property)] = new ColumnMap(Quoted(name), folded is ["folded", var twin] ? Quoted(twin) : null, isNullable);
        if (property == "CompanyId")
            map.CompanyId = Quoted(name);
    }

    private static (string From, string To) Pair(string text) =>
        text.Split('=') is [var from, var to] ? (Quoted(from), Quoted(to)) : throw new FormatException(text);

    private static Type Entity(string name) => typeof(Company).Assembly.GetType(name, throwOnError: true)!;

    private static PropertyInfo Property(Type entity, string name)
    {
        var property = entity.GetProperty(name) ?? throw new FormatException($"{entity} has no {name}");
        return property.DeclaringType!.GetProperty(name)!;
    }

    private static string ReadResource()
    {
        using var stream = typeof(CatalogMap).Assembly.GetManifestResourceStream("mapping.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Quoted(string name) => $"\"{name}\"";
}
