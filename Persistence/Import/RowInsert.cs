using System.Reflection;
using JsonApi.Definitions;
using Microsoft.Data.Sqlite;
using Persistence.Sql;

namespace Persistence.Import;

/// <summary>
/// One prepared INSERT for the rows of one entity type. Columns and folded twins come from the mapping, so a new property is
/// imported without a change here.
/// </summary>
internal sealed class RowInsert : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly List<Column> _columns = [];

    internal RowInsert(SqliteConnection connection, SqliteTransaction transaction, Type entity)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        var map = CatalogMap.Shipped[entity];
        foreach (var (property, column) in map.Columns.Where(column => column.Key.DeclaringType!.IsAssignableFrom(entity)))
        {
            AddColumn(column.Name, property.GetValue);
            if (column.Folded is { } folded)
                AddColumn(folded, row => property.GetValue(row) is string text ? WireText.Fold(text) : null);
        }
        var names = string.Join(", ", _columns.Select(column => column.Name));
        var values = string.Join(", ", _columns.Select(column => column.Parameter.ParameterName));
        _command.CommandText = $"INSERT INTO {map.Table} ({names}) VALUES ({values})";
        _command.Prepare();
    }

    internal void Execute(object row)
    {
        foreach (var column in _columns)
            column.Parameter.Value = column.Read(row) is { } value ? SqlParameters.Stored(value) : DBNull.Value;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();

    private void AddColumn(string name, Func<object, object?> read)
    {
        var parameter = _command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{_columns.Count}" });
        _columns.Add(new Column(name, read, parameter));
    }

    private sealed record Column(string Name, Func<object, object?> Read, SqliteParameter Parameter);
}
