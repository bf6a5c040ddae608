using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Persistence.Sqlite;

/// <summary>
/// What SQLite's query planner knows about the indexes: fixed figures of a large catalogue instead of measured ones, so that
/// a statement runs the same way in a shop's first minute and with a million rows, and nobody has to think of ANALYZE.
/// </summary>
internal static class PlannerStatistics
{
    private const long Rows = 1_000_000;

    /// <summary>How many values a column has among those rows; a column not named has a value of its own in nearly every row.</summary>
    private static readonly Dictionary<string, long> DistinctValues = new(StringComparer.Ordinal)
    {
        ["company_id"] = 10,
        ["implicit"] = 2,
        ["visible"] = 2,
        ["kind"] = 2,
        ["item_kind"] = 2,
        ["position"] = 50,
        ["parent_id"] = 2_000,
        ["artist_id"] = 5_000,
        ["collection_id"] = 20_000,
        ["item_id"] = 100_000,
        ["artwork_id"] = 100_000,
        ["user_id"] = 200_000,
        ["client_id"] = 100,
        ["bundle_id"] = 100_000,
        ["product_group_id"] = 100_000,
    };

    internal static void Write(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        // Analyzing a small table is how sqlite_stat1 comes to be.
        Run(connection, "ANALYZE companies; DELETE FROM sqlite_stat1");
        foreach (var (table, index) in Read(connection, "SELECT tbl_name, name FROM sqlite_schema WHERE type = 'index'"))
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ($table, $index, $stat)";
            insert.Parameters.AddWithValue("$table", table);
            insert.Parameters.AddWithValue("$index", index);
            insert.Parameters.AddWithValue("$stat", Figures(connection, index));
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
        Run(connection, "ANALYZE sqlite_schema");
    }

    /// <summary>The number of rows, then how many of them share the first column's value, the first two's, and so on.</summary>
    private static string Figures(SqliteConnection connection, string index)
    {
        var sharing = Rows;
        var figures = new List<long> { sharing };
        foreach (var (column, _) in Read(connection, $"SELECT name, '' FROM pragma_index_info('{index}') ORDER BY seqno"))
            figures.Add(sharing = Math.Max(1, sharing / DistinctValues.GetValueOrDefault(column, Rows)));
        return string.Join(' ', figures.Select(figure => figure.ToString(CultureInfo.InvariantCulture)));
    }

    private static List<(string, string)> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<(string, string)>();
        while (reader.Read())
            rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
