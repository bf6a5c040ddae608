using Persistence.Connections;
using Persistence.Queries;
using Persistence.Transactions;

namespace Persistence.Writes.Operations;

/// <summary>
/// Adds items to collections, or takes them out, with rules I1 to I3 held: what a create or a delete of one collection item does, for all
/// pairs of a batch at once. What is there already is not added again, and what is not there explicitly is not taken out.
/// </summary>
internal sealed class UpdateCollections(UpdateCollectionsTask task) : TargetWork(task)
{
    /// <summary>The most pairs of a batch. Each takes up to three rows: collections nest three deep.</summary>
    private const int MaxPairs = 2_500;

    internal override int BatchSize => Math.Clamp(MaxPairs / task.CollectionIds.Count, 1, base.BatchSize);

    private protected override IEnumerable<string> Apply(WriteTransaction transaction, IReadOnlyList<Target> targets)
    {
        var found = transaction.ReadRows(CollectionsSql(transaction.Dialect), row => (Id: row.Id(0), Above: Ids(row, 1, 2)), JsonRows.Of(task.CollectionIds));
        var known = found.Select(collection => collection.Id).ToHashSet();
        List<Guid> named = [.. task.CollectionIds.Where(known.Contains)];
        List<Guid> above = [.. found.SelectMany(collection => collection.Above).Distinct()];
        List<Guid> items = [.. targets.Select(target => target.Id)];
        List<Guid> shown = [.. targets.Where(target => target.IsShown).Select(target => target.Id)];
        if (task.IsAdding)
            Add(transaction, named, above, items, shown);
        else
            Remove(transaction, named, above, items, shown);
        return task.CollectionIds.Where(id => !known.Contains(id)).Select(id => $"There is no collection with the id {id:D} any more.");
    }

    private static void Add(WriteTransaction transaction, List<Guid> named, List<Guid> above, List<Guid> items, List<Guid> shown)
    {
        var dialect = transaction.Dialect;
        var (namedRows, itemRows) = (Numbered(named), Numbered(items));
        transaction.Run(CountSql(dialect, isAdding: true), namedRows, Numbered(shown));
        transaction.Run(SetImplicitSql(dialect, isImplicit: false), namedRows, itemRows, transaction.Now);
        transaction.Run(InsertSql(dialect, isImplicit: false), namedRows, itemRows, transaction.Now);
        transaction.Run(InsertSql(dialect, isImplicit: true), Numbered(above), itemRows, transaction.Now);
    }

    private static void Remove(WriteTransaction transaction, List<Guid> named, List<Guid> above, List<Guid> items, List<Guid> shown)
    {
        var dialect = transaction.Dialect;
        var (namedRows, itemRows) = (Numbered(named), Numbered(items));
        transaction.Run(CountSql(dialect, isAdding: false), namedRows, Numbered(shown));
        transaction.Run(SetImplicitSql(dialect, isImplicit: true), namedRows, itemRows, transaction.Now);
        transaction.Run(DeleteUnheldSql(dialect), Numbered(named.Union(above)), itemRows);
    }

    private static string Numbered(IEnumerable<Guid> ids) => JsonRows.Of(ids.Index().Select(id => new object?[] { id.Item, id.Index }));

    private static string Rows(SqlDialect dialect, int parameter, string name) =>
        dialect.Rows(parameter, name, ("id", RowType.Id), ("number", RowType.Integer));

    private static string Pairs(SqlDialect dialect) => $"{Rows(dialect, 2, "named")} {dialect.OrderedJoin} {Rows(dialect, 3, "target")} ON TRUE";

    private static string CollectionsSql(SqlDialect dialect) => $"""
        SELECT c.id, c.parent_id, p.parent_id FROM {dialect.Rows(2, "named", ("id", RowType.Id))}
        {dialect.OrderedJoin} collections c ON c.company_id = ?1 AND c.id = named.id
        LEFT JOIN collections p ON p.company_id = c.company_id AND p.id = c.parent_id
        """;

    /// <summary>Moves the item counts (rule I3), before anything else is changed.</summary>
    private static string CountSql(SqlDialect dialect, bool isAdding) => $"""
        UPDATE collections SET item_count = item_count {(isAdding ? "+" : "-")} changed.number
        FROM (
            SELECT named.id, count(*) AS number FROM {Pairs(dialect)}
            WHERE {(isAdding ? "NOT " : "")}EXISTS (
                SELECT 1 FROM collection_items held
                WHERE held.company_id = ?1 AND held.collection_id = named.id AND held.item_id = target.id AND held.implicit = FALSE)
            GROUP BY named.id) changed
        WHERE collections.company_id = ?1 AND collections.id = changed.id
        """;

    private static string SetImplicitSql(SqlDialect dialect, bool isImplicit) => $"""
        UPDATE collection_items SET implicit = {(isImplicit ? "TRUE" : "FALSE")}, updated_at = ?4
        WHERE company_id = ?1 AND {dialect.RowKey} IN (
            SELECT held.{dialect.RowKey} FROM {Pairs(dialect)}
            {dialect.OrderedJoin} collection_items held ON held.company_id = ?1
                AND held.collection_id = named.id AND held.item_id = target.id AND held.implicit = {(isImplicit ? "FALSE" : "TRUE")})
        """;

    private static string InsertSql(SqlDialect dialect, bool isImplicit) => $"""
        INSERT INTO collection_items (company_id, id, collection_id, item_id, implicit, created_at, updated_at)
        SELECT company_id, new_id(), collection_id, item_id, {(isImplicit ? "TRUE" : "FALSE")}, ?4, ?4
        FROM (
            SELECT item.company_id, named.id AS collection_id, item.id AS item_id FROM {Pairs(dialect)}
            {dialect.OrderedJoin} items item ON item.company_id = ?1 AND item.id = target.id
            ORDER BY named.number, target.number) pair
        WHERE TRUE
        ON CONFLICT (company_id, collection_id, item_id) DO NOTHING
        """;

    /// <summary>Deletes the implicit collection items that no collection below holds any more (rules I1 and I2).</summary>
    private static string DeleteUnheldSql(SqlDialect dialect) => $"""
        DELETE FROM collection_items WHERE company_id = ?1 AND {dialect.RowKey} IN (
            SELECT implied.{dialect.RowKey} FROM {Pairs(dialect)}
            {dialect.OrderedJoin} collection_items implied ON implied.company_id = ?1
                AND implied.collection_id = named.id AND implied.item_id = target.id AND implied.implicit = TRUE
            WHERE NOT EXISTS (
                SELECT 1 FROM collection_items e
                JOIN collections s ON s.company_id = ?1 AND s.id = e.collection_id
                LEFT JOIN collections p ON p.company_id = s.company_id AND p.id = s.parent_id
                WHERE e.company_id = ?1 AND e.item_id = target.id AND e.implicit = FALSE AND (s.parent_id = named.id OR p.parent_id = named.id)))
        """;

    private static List<Guid> Ids(CatalogStatement row, params ReadOnlySpan<int> columns)
    {
        var ids = new List<Guid>(columns.Length);
        foreach (var column in columns)
            if (!row.IsNull(column))
                ids.Add(row.Id(column));
        return ids;
    }
}
