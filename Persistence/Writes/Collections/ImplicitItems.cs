using Domain.Collections;
using Persistence.Queries;
using Persistence.Transactions;

namespace Persistence.Writes.Collections;

/// <summary>
/// Implicit collection items after a change of the tree (rules I1 and I2), for all items at once: two statements, and work in proportion
/// to what the moved collections hold, however much lies beside them. Item counts are not touched by it (I3).
/// </summary>
internal static class ImplicitItems
{
    /// <summary>
    /// Deletes the implicit collection items that follow from nothing any more and inserts those that follow now. The tree has to be as it
    /// is after the change, the items below as they were before it: explicit and implicit ones count alike, as each represents what is below.
    /// </summary>
    internal static void Synchronize(WriteTransaction transaction, IReadOnlyList<TreePair> removed, IReadOnlyList<TreePair> added)
    {
        if (removed.Count > 0)
            transaction.Run(DeleteSql(transaction.Dialect), Rows(removed));
        if (added.Count > 0)
            transaction.Run(InsertSql(transaction.Dialect), Rows(added), transaction.Now);
    }

    private static string Rows(IReadOnlyList<TreePair> pairs) => JsonRows.Of(pairs.Select(pair => new object?[] { pair.Above, pair.Below }));

    private static string Pairs(SqlDialect dialect) => dialect.Rows(2, "pair", ("above", RowType.Id), ("below", RowType.Id));

    // Without an index, so that not every collection of the branch is looked up for every item, instead of the few that hold the item.
    private static string DeleteSql(SqlDialect dialect) => $"""
        WITH pair(above, below) AS (SELECT above, below FROM {Pairs(dialect)}),
        branch(above, id) AS MATERIALIZED (
            SELECT root.above, child.id
            FROM (SELECT DISTINCT above FROM pair) root
            {dialect.OrderedJoin} collections child ON child.company_id = ?1 AND child.parent_id = root.above
            UNION
            SELECT root.above, grandchild.id
            FROM (SELECT DISTINCT above FROM pair) root
            {dialect.OrderedJoin} collections child ON child.company_id = ?1 AND child.parent_id = root.above
            {dialect.OrderedJoin} collections grandchild ON grandchild.company_id = ?1 AND grandchild.parent_id = child.id)
        DELETE FROM collection_items WHERE company_id = ?1 AND {dialect.RowKey} IN (
            SELECT implied.{dialect.RowKey} FROM (
                SELECT DISTINCT pair.above, held.item_id
                FROM pair {dialect.OrderedJoin} collection_items held ON held.company_id = ?1 AND held.collection_id = pair.below) gone
            {dialect.OrderedJoin} collection_items implied
                ON implied.company_id = ?1 AND implied.collection_id = gone.above AND implied.item_id = gone.item_id AND implied.implicit = TRUE
            WHERE NOT EXISTS (
                SELECT 1 FROM collection_items other
                WHERE other.company_id = ?1 AND other.item_id = gone.item_id AND other.implicit = FALSE
                  AND (gone.above, {dialect.WithoutIndex("other.collection_id")}) IN (SELECT above, id FROM branch)))
        """;

    private static string InsertSql(SqlDialect dialect) => $"""
        INSERT INTO collection_items (company_id, id, collection_id, item_id, implicit, created_at, updated_at)
        SELECT company_id, new_id(), above, item_id, TRUE, ?3, ?3
        FROM (
            SELECT DISTINCT held.company_id, pair.above, held.item_id
            FROM {Pairs(dialect)}
            {dialect.OrderedJoin} collection_items held ON held.company_id = ?1 AND held.collection_id = pair.below
            ORDER BY 2, 3) implied
        WHERE TRUE
        ON CONFLICT (company_id, collection_id, item_id) DO NOTHING
        """;
}
