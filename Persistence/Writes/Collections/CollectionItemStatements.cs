using Persistence.Connections;
using Persistence.Transactions;

namespace Persistence.Writes.Collections;

/// <summary>
/// The statements that one collection and one item take, prepared once per connection. Collections nest three deep, so that a
/// collection has at most a parent and a grandparent above it.
/// </summary>
internal sealed class CollectionItemStatements(WriteTransaction transaction, Guid collectionId, Guid itemId)
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
        JOIN collections s ON s.company_id = ?1 AND s.id = e.collection_id
        LEFT JOIN collections p ON p.company_id = s.company_id AND p.id = s.parent_id
        WHERE e.company_id = ?1 AND e.item_id = ?3 AND e.implicit = FALSE AND (s.parent_id = ?2 OR p.parent_id = ?2)
        ORDER BY s.depth, s.position NULLS LAST, s.name
        """;

    private const string InsertSql = """
        INSERT INTO collection_items (company_id, id, collection_id, item_id, implicit, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
        ON CONFLICT (company_id, collection_id, item_id) DO NOTHING
        """;

    private const string DeleteUnheldSql = """
        DELETE FROM collection_items
        WHERE company_id = ?1 AND collection_id = ?2 AND item_id = ?3 AND implicit = TRUE AND NOT EXISTS (
            SELECT 1 FROM collection_items e
            JOIN collections s ON s.company_id = ?1 AND s.id = e.collection_id
            LEFT JOIN collections p ON p.company_id = s.company_id AND p.id = s.parent_id
            WHERE e.company_id = ?1 AND e.item_id = ?3 AND e.implicit = FALSE AND (s.parent_id = ?2 OR p.parent_id = ?2))
        """;

    internal Guid CollectionId { get; } = collectionId;

    internal (bool IsSystem, List<Guid> Above)? ReadCollection() =>
        transaction.ReadRow(CollectionSql, row => (row.Flag(0), Ids(row, 1, 2)), CollectionId);

    internal (bool IsArchived, bool ShowsInStore, string Kind)? ReadItem() =>
        transaction.ReadRow(ItemSql, row => (row.Flag(0), row.Flag(1), row.Text(2)), itemId);

    internal (Guid Id, bool IsImplicit)? ReadCollectionItem() =>
        transaction.ReadRow(CollectionItemSql, row => (row.Id(0), row.Flag(1)), CollectionId, itemId);

    /// <summary>A collection item by its id, which is known to exist.</summary>
    internal static (Guid CollectionId, Guid ItemId, bool IsImplicit) Find(WriteTransaction transaction, Guid id) =>
        transaction.ReadRow(FindSql, row => (row.Id(0), row.Id(1), row.Flag(2)), id)!.Value;

    /// <summary>Names of the descendants that hold the item explicitly.</summary>
    internal List<string> ReadSources() => transaction.ReadRows(SourcesSql, row => row.Text(0), CollectionId, itemId);

    /// <summary>Puts the item into a collection, unless it is there already.</summary>
    internal void Insert(Guid id, Guid collection, bool isImplicit) =>
        transaction.Run(InsertSql, id, collection, itemId, isImplicit, transaction.Now);

    internal void SetImplicit(Guid id, bool isImplicit) =>
        transaction.Run("UPDATE collection_items SET implicit = ?3, updated_at = ?4 WHERE company_id = ?1 AND id = ?2", id, isImplicit, transaction.Now);

    internal void Delete(Guid id) => transaction.Run("DELETE FROM collection_items WHERE company_id = ?1 AND id = ?2", id);

    /// <summary>Deletes the implicit collection item of a collection above, unless another descendant holds it.</summary>
    internal void DeleteUnheld(Guid collection) => transaction.Run(DeleteUnheldSql, collection, itemId);

    /// <summary>Moves the collection's item count (rule I3).</summary>
    internal void Count(long change) =>
        transaction.Run("UPDATE collections SET item_count = item_count + ?3 WHERE company_id = ?1 AND id = ?2", CollectionId, change);

    private static List<Guid> Ids(CatalogStatement row, params ReadOnlySpan<int> columns)
    {
        var ids = new List<Guid>(columns.Length);
        foreach (var column in columns)
            if (!row.IsNull(column))
                ids.Add(row.Id(column));
        return ids;
    }
}
