using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Benchmarks.Data;

/// <summary>One prepared insert, run for many rows. Values come in the order of the columns.</summary>
internal sealed class TableInsert : IDisposable
{
    private readonly SqliteCommand _command;

    internal TableInsert(SqliteConnection connection, SqliteTransaction transaction, string table, params string[] columns)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText =
            $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(column => "$" + column))})";
        foreach (var column in columns)
            _command.Parameters.Add(new SqliteParameter("$" + column, DBNull.Value));
        _command.Prepare();
    }

    internal void Row(params object?[] values)
    {
        if (values.Length != _command.Parameters.Count)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"{values.Length} values for {_command.Parameters.Count} columns: {_command.CommandText}"));
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
