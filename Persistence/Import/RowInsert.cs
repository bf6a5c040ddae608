using System.Globalization;
using JsonApi.Definitions;
using Persistence.Connections;
using Persistence.Queries;

namespace Persistence.Import;

/// <summary>
/// One prepared INSERT for the rows of one entity type. Columns and folded twins come from the mapping, so a new property is
/// imported without a change here.
/// </summary>
internal sealed class RowInsert
{
    private readonly CatalogStatement _statement;
    private readonly List<(string Name, Func<object, object?> Read)> _columns = [];

    internal RowInsert(CatalogConnection connection, Type entity)
    {
        var map = CatalogMap.Shipped[entity];
        foreach (var (property, column) in map.Columns.Where(column => column.Key.DeclaringType!.IsAssignableFrom(entity)))
        {
            _columns.Add((column.Name, property.GetValue));
            if (column.Folded is { } folded)
                _columns.Add((folded, row => property.GetValue(row) is string text ? WireText.Fold(text) : null));
        }
        var names = string.Join(", ", _columns.Select(column => column.Name));
        var values = string.Join(", ", Enumerable.Range(1, _columns.Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"?{number}")));
        _statement = connection.Prepare($"INSERT INTO {map.Table} ({names}) VALUES ({values})");
    }

    internal void Run(object row)
    {
        for (var i = 0; i < _columns.Count; i++)
            _statement.Bind(i + 1, _columns[i].Read(row) is { } value ? SqlParameters.Stored(value) : null);
        _statement.Run();
    }
}
