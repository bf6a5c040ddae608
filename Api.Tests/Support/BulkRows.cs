using Microsoft.Data.Sqlite;

namespace Api.Tests.Support;

/// <summary>Many rows like one that is there, for tests of bounds.</summary>
internal static class BulkRows
{
    /// <summary>Puts copies of an item into a collection: the copies numbered <paramref name="from"/> to <paramref name="to"/>.</summary>
    internal static void Fill(this TestCompany company, ApiServer server, string place, string item, int from, int to)
    {
        using var connection = server.Database.OpenConnection();
        using var transaction = connection.BeginTransaction();
        const string CopyId = "printf('%08x-0000-4000-9000-%012x', $company, n.i)";
        Copy("items", company[item], ("id", CopyId), ("slug", "'copy-' || n.i"));
        Copy("collection_items", company[place], ("id", "printf('%08x-0000-4000-a000-%012x', $company, n.i)"), ("item_id", CopyId));
        transaction.Commit();

        void Copy(string table, string id, params (string Column, string Value)[] changes)
        {
            var columns = Columns(connection, table);
            var values = columns.Select(column => changes.FirstOrDefault(change => change.Column == column).Value ?? "t." + column);
            using var command = connection.CreateCommand();
            command.CommandText = $"""
                WITH RECURSIVE n(i) AS (SELECT $from UNION ALL SELECT i + 1 FROM n WHERE i < $to)
                INSERT INTO {table} ({string.Join(", ", columns)})
                SELECT {string.Join(", ", values)} FROM {table} t, n WHERE t.id = $id
                """;
            command.Parameters.AddWithValue("$from", from);
            command.Parameters.AddWithValue("$to", to);
            command.Parameters.AddWithValue("$id", id);
            command.Parameters.AddWithValue("$company", company.Number);
            command.ExecuteNonQuery();
        }
    }

    private static List<string> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }
}
