using System.Reflection;
using JsonApi.Definitions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Persistence.Configurations;

namespace Persistence.Import;

/// <summary>
/// One prepared INSERT for the rows of one entity type. Columns, conversions and folded twins come from the mapping, so a new
/// property is imported without a change here.
/// </summary>
internal sealed class RowInsert : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly Column[] _columns;

    internal RowInsert(SqliteConnection connection, SqliteTransaction transaction, IEntityType entity)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _columns = [.. entity.GetProperties().SelectMany(Columns)];
        foreach (var column in _columns)
            _command.Parameters.Add(column.Parameter);
        var names = string.Join(", ", _columns.Select(column => $"\"{column.Name}\""));
        var values = string.Join(", ", _columns.Select(column => column.Parameter.ParameterName));
        _command.CommandText = $"INSERT INTO \"{entity.GetTableName()}\" ({names}) VALUES ({values})";
        _command.Prepare();
    }

    internal void Execute(object row)
    {
        foreach (var column in _columns)
            column.Parameter.Value = column.Read(row) ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();

    private static IEnumerable<Column> Columns(IProperty property)
    {
        if (property.PropertyInfo is not { } clr)
            yield break; // A folded twin, which comes with its raw property.
        var converter = property.GetRelationalTypeMapping().Converter;
        yield return new Column(property.GetColumnName(), row => converter is null ? clr.GetValue(row) : converter.ConvertToProvider(clr.GetValue(row)));
        if (FoldedText.FindFolded(property) is { } folded)
            yield return new Column(((IProperty)folded).GetColumnName(), row => Fold(clr, row));
    }

    private static string? Fold(PropertyInfo property, object row) =>
        property.GetValue(row) is string text ? WireText.Fold(text) : null;

    private sealed class Column(string name, Func<object, object?> read)
    {
        internal string Name => name;

        internal Func<object, object?> Read => read;

        internal SqliteParameter Parameter { get; } = new() { ParameterName = "@" + name };
    }
}
