using Microsoft.Data.Sqlite;

namespace Api.Tests.Support;

/// <summary>Many rows like one that is there, for tests of bounds.</summary>
internal static class BulkRows
{
    /// <summary>Puts copies of an item into a collection: the copies numbered <paramref name="from"/> to <paramref name="to"/>.</summary>
    internal static void Fill(this TestCompany company, ApiServer server, string owner, string item, int from, int to)
    {
        const string CopyId = "printf('%08x-0000-4000-9000-%012x', $company, n.i)";
        Run(server, connection =>
        {
            company.Copy(connection, "items", company[item], from, to, ("id", CopyId), ("slug", "'copy-' || n.i"));
            company.Copy(connection, "collection_items", company[owner], from, to, ("id", "printf('%08x-0000-4000-a000-%012x', $company, n.i)"), ("item_id", CopyId));
        });
    }

    /// <summary>Makes copies of a collection: the numbers run through trees of one root, three children and nine grandchildren.</summary>
    internal static void Plant(this TestCompany company, ApiServer server, string collection, int from, int to)
    {
        Run(server, connection => company.Copy(connection, "collections", company[collection], from, to,
            ("id", Id("n.i")),
            ("slug", "'tree-' || n.i"),
            ("parent_id", $"CASE WHEN n.i % 13 = 0 THEN NULL WHEN n.i % 13 < 4 THEN {Id("n.i - n.i % 13")} ELSE {Id("n.i - n.i % 13 + (n.i % 13 - 1) / 3")} END"),
            ("depth", "CASE WHEN n.i % 13 = 0 THEN 1 WHEN n.i % 13 < 4 THEN 2 ELSE 3 END")));

        static string Id(string number) => $"printf('%08x-0000-4000-b000-%012x', $company, {number})";
    }

    private static void Run(ApiServer server, Action<SqliteConnection> work)
    {
        using var connection = server.Database.OpenConnection();
        using var transaction = connection.BeginTransaction();
        work(connection);
        transaction.Commit();
    }

    private static void Copy(
        this TestCompany company, SqliteConnection connection, string table, string id, int from, int to, params (string Column, string Value)[] changes)
    {
        var columns = Columns(connection, table);
        var values = columns.Select(column => changes.FirstOrDefault(change => change.Column == column).Value ?? "t." + column);
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            WITH RECURSIVE n(i) AS (SELECT $from UNION ALL SELECT i + 1 FROM n WHERE i < $to)
            INSERT INTO {table} ({string.Join(", ", columns)})
            SELECT {string.Join(", ", values)} FROM n CROSS JOIN {table} t WHERE t.id = $id ORDER BY n.i
            """;
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$to", to);
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$company", company.Number);
        command.ExecuteNonQuery();
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
