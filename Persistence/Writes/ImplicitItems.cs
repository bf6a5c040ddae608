using System.Text.Json;
using Domain.Collections;
using JsonApi.Definitions;
using Persistence.Transactions;

namespace Persistence.Writes;

/// <summary>
/// Implicit places after a change of the tree (rules I1 and I2), for all items at once: two statements, and work in proportion to what
/// the collections that changed their place hold, however much lies beside them. Item counts are not touched by it (I3).
/// </summary>
internal static class ImplicitItems
{
    // The plus keeps SQLite from looking up every collection of the branch for every item, instead of the few that hold the item.
    private const string DeleteSql = """
        WITH pair(above, below) AS (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?2)),
        branch(above, id) AS MATERIALIZED (
            SELECT root.above, child.id
            FROM (SELECT DISTINCT above FROM pair) root
            CROSS JOIN collections child ON child.company_id = ?1 AND child.parent_id = root.above
            UNION
            SELECT root.above, grandchild.id
            FROM (SELECT DISTINCT above FROM pair) root
            CROSS JOIN collections child ON child.company_id = ?1 AND child.parent_id = root.above
            CROSS JOIN collections grandchild ON grandchild.company_id = ?1 AND grandchild.parent_id = child.id)
        DELETE FROM collection_items WHERE rowid IN (
            SELECT place.rowid FROM (
                SELECT DISTINCT pair.above, held.item_id
                FROM pair CROSS JOIN collection_items held ON held.company_id = ?1 AND held.collection_id = pair.below) gone
            CROSS JOIN collection_items place
                ON place.company_id = ?1 AND place.collection_id = gone.above AND place.item_id = gone.item_id AND place.implicit = 1
            WHERE NOT EXISTS (
                SELECT 1 FROM collection_items other
                WHERE other.company_id = ?1 AND other.item_id = gone.item_id AND other.implicit = 0
                  AND (gone.above, +other.collection_id) IN (SELECT above, id FROM branch)))
        """;

    private const string InsertSql = """
        INSERT INTO collection_items (company_id, id, collection_id, item_id, implicit, created_at, updated_at)
        SELECT ?1, new_id(), above, item_id, 1, ?3, ?3
        FROM (
            SELECT DISTINCT json_extract(pair.value, '$[0]') AS above, held.item_id
            FROM json_each(?2) pair
            CROSS JOIN collection_items held
                ON held.company_id = ?1 AND held.collection_id = json_extract(pair.value, '$[1]')
            ORDER BY 1, 2)
        WHERE true
        ON CONFLICT (company_id, collection_id, item_id) DO NOTHING
        """;

    /// <summary>
    /// Takes away the implicit places that no longer follow from anything and makes those that do now. The tree has to be as it is
    /// after the change, the places below as they were before it: explicit and implicit ones count alike, as each stands for what is below.
    /// </summary>
    internal static void Synchronize(WriteTransaction transaction, IReadOnlyList<TreePair> removed, IReadOnlyList<TreePair> added)
    {
        if (removed.Count > 0)
            transaction.Run(DeleteSql, transaction.Company, Json(removed));
        if (added.Count > 0)
            transaction.Run(InsertSql, transaction.Company, Json(added), transaction.Time);
    }

    private static string Json(IReadOnlyList<TreePair> pairs) =>
        JsonSerializer.Serialize(pairs.Select(pair => new[] { WireText.Write(pair.Above), WireText.Write(pair.Below) }));
}
