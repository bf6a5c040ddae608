using NUnit.Framework;
using Persistence.Connections;

namespace Api.Tests.Support;

/// <summary>Rules I1 and I3 of the contract, asked of a whole catalogue in SQL: each answers how many rows break it.</summary>
internal static class CollectionItemRules
{
    // Every collection item that explicit rows require: the collection itself and its ancestors.
    private const string Called = """
        WITH RECURSIVE called(collection_id, item_id, direct) AS (
            SELECT collection_id, item_id, 1 FROM collection_items WHERE NOT implicit
            UNION
            SELECT parent_id, item_id, 0 FROM called JOIN collections ON id = collection_id WHERE parent_id IS NOT NULL)
        """;

    internal static void Hold(CatalogDatabase database)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Number(database, Called + """
                SELECT COUNT(*) FROM called WHERE NOT EXISTS (
                    SELECT 1 FROM collection_items row WHERE row.collection_id = called.collection_id AND row.item_id = called.item_id)
                """), Is.Zero, "collection items that are missing (I1)");
            Assert.That(Number(database, Called + """
                SELECT COUNT(*) FROM collection_items row WHERE implicit AND NOT EXISTS (
                    SELECT 1 FROM called WHERE NOT direct AND row.collection_id = called.collection_id AND row.item_id = called.item_id)
                """), Is.Zero, "implicit items without a source (I1, I2)");
            Assert.That(
                Number(database, "SELECT COUNT(*) - COUNT(DISTINCT collection_id || item_id) FROM collection_items"), Is.Zero, "duplicate items (I1)");
            Assert.That(Number(database, """
                SELECT COUNT(*) FROM collections WHERE item_count <> (
                    SELECT COUNT(*) FROM collection_items row JOIN items ON items.id = item_id
                    WHERE collection_id = collections.id AND NOT implicit AND items.show_in_store)
                """), Is.Zero, "wrong item counts (I3)");
            Assert.That(Number(database, "SELECT COUNT(*) FROM pragma_foreign_key_check"), Is.Zero, "keys that lead nowhere");
        }
    }

    private static long Number(CatalogDatabase database, string sql)
    {
        using var connection = database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
