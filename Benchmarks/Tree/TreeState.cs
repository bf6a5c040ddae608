using System.Security.Cryptography;
using System.Text;
using Persistence.Sqlite;

namespace Benchmarks.Tree;

/// <summary>The collection items and collections of a database, without the ids and times that each server assigns.</summary>
internal static class TreeState
{
    internal static string Of(string database)
    {
        using var connection = new SqliteDatabase($"Data Source={database}").OpenConnection();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var sql in (string[])[
            "SELECT collection_id || ' ' || item_id || ' ' || implicit || ' ' || coalesce(position, '') FROM collection_items ORDER BY collection_id, item_id",
            "SELECT id || ' ' || coalesce(parent_id, '') || ' ' || depth || ' ' || item_count FROM collections ORDER BY id"])
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            while (reader.Read())
                hash.AppendData(Encoding.UTF8.GetBytes(reader.GetString(0)));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
