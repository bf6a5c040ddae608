using Persistence.Connections;

namespace Persistence.Writes;

/// <summary>
/// The statements that one collection and one item take, prepared once per connection. Collections nest three deep, so that a
/// collection has at most a parent and a grandparent above it.
/// </summary>
internal sealed class CollectionItemStatements(CatalogConnection connection, string company, string collectionId, string itemId)
{
    private const string CollectionSql = """
        SELECT c.system, c.parent_id, p.parent_id FROM collections c
        LEFT JOIN collections p ON p.company_id = c.company_id AND p.id = c.parent_id
        WHERE c.company_id = ?1 AND c.id = ?2
        """;

    private const string ItemSql = "SELECT archived, show_in_store, kind FROM items WHERE company_id = ?1 AND id = ?2";

    private const string CollectionItemSql =
        "SELECT id, implicit FROM collection_items WHERE company_id = ?1 AND collection_id = ?2 AND item_id = ?3";

    private const string FindSql = "SELECT collection_id, item_id, implicit FROM collection_items WHERE company_id = ?1 AND id = ?2";

    private const string SourcesSql = """
        SELECT s.name FROM collection_items e
        JOIN collections s ON s.company_id = e.company_id AND s.id = e.collection_id
        LEFT JOIN collections p ON p.company_id = s.company_id AND p.id = s.parent_id
        WHERE e.company_id = ?1 AND e.item_id = ?3 AND e.implicit = 0 AND (s.parent_id = ?2 OR p.parent_id = ?2)
        ORDER BY s.depth, s.position NULLS LAST, s.name
        """;

    private const string InsertSql = """
        INSERT INTO collection_items (company_id, id, collection_id, item_id, implicit, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
        ON CONFLICT (company_id, collection_id, item_id) DO NOTHING
        """;

    private const string DeleteUnheldSql = """
        DELETE FROM collection_items
        WHERE company_id = ?1 AND collection_id = ?2 AND item_id = ?3 AND implicit = 1 AND NOT EXISTS (
            SELECT 1 FROM collection_items e
            JOIN collections s ON s.company_id = e.company_id AND s.id = e.collection_id
            LEFT JOIN collections p ON p.company_id = s.company_id AND p.id = s.parent_id
            WHERE e.company_id = ?1 AND e.item_id = ?3 AND e.implicit = 0 AND (s.parent_id = ?2 OR p.parent_id = ?2))
        """;

    internal string CollectionId { get; } = collectionId;

    internal (bool IsSystem, List<string> Above)? ReadCollection() =>
        connection.ReadRow(CollectionSql, row => (row.Integer(0) != 0, Texts(row, 1, 2)), company, CollectionId);

    internal (bool IsArchived, bool ShowsInStore, string Kind)? ReadItem() =>
        connection.ReadRow(ItemSql, row => (row.Integer(0) != 0, row.Integer(1) != 0, row.Text(2)), company, itemId);

    internal (Guid Id, bool IsImplicit)? ReadCollectionItem() =>
        connection.ReadRow(CollectionItemSql, row => (Guid.Parse(row.Text(0)), row.Integer(1) != 0), company, CollectionId, itemId);

    /// <summary>A place by its id, which is known to exist.</summary>
    internal static (string CollectionId, string ItemId, bool IsImplicit) Find(CatalogConnection connection, string company, string id) =>
        connection.ReadRow(FindSql, row => (row.Text(0), row.Text(1), row.Integer(2) != 0), company, id)!.Value;

    /// <summary>Names of the descendants that hold the item explicitly.</summary>
    internal List<string> ReadSources()
    {
        var names = new List<string>();
        var statement = connection.Prepare(SourcesSql);
        statement.Bind([company, CollectionId, itemId]);
        while (statement.Step())
            names.Add(statement.Text(0));
        statement.Reset();
        return names;
    }

    /// <summary>Puts the item into a collection, unless it has a place there.</summary>
    internal void Insert(string id, string collection, bool isImplicit, string now) =>
        connection.Run(InsertSql, company, id, collection, itemId, isImplicit ? 1L : 0L, now);

    internal void SetImplicit(string id, bool isImplicit, string now) =>
        connection.Run("UPDATE collection_items SET implicit = ?3, updated_at = ?4 WHERE company_id = ?1 AND id = ?2", company, id, isImplicit ? 1L : 0L, now);

    internal void Delete(string id) =>
        connection.Run("DELETE FROM collection_items WHERE company_id = ?1 AND id = ?2", company, id);

    /// <summary>Takes the item's implicit place out of a collection above, unless another descendant holds it.</summary>
    internal void DeleteUnheld(string collection) => connection.Run(DeleteUnheldSql, company, collection, itemId);

    /// <summary>Moves the collection's item count (rule I3).</summary>
    internal void Count(long change) =>
        connection.Run("UPDATE collections SET item_count = item_count + ?3 WHERE company_id = ?1 AND id = ?2", company, CollectionId, change);

    private static List<string> Texts(CatalogStatement row, params ReadOnlySpan<int> columns)
    {
        var texts = new List<string>(columns.Length);
        foreach (var column in columns)
            if (!row.IsNull(column))
                texts.Add(row.Text(column));
        return texts;
    }
}
