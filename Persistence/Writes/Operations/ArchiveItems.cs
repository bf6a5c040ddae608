using JsonApi.Definitions;
using Persistence.Queries;
using Persistence.Transactions;
using Persistence.Writes.Favourites;
using Persistence.Writes.Items;

namespace Persistence.Writes.Operations;

/// <summary>Archives items as a delete of each does: out of all collections, their slugs free, their products archived with them.</summary>
internal sealed class ArchiveItems(ArchiveTask task) : TargetWork(task)
{
    private protected override IEnumerable<string> Apply(WriteTransaction transaction, IReadOnlyList<Target> targets)
    {
        List<Guid> items = [.. targets.Select(target => target.Id)];
        List<Guid> shown = [.. targets.Where(target => target.IsShown).Select(target => target.Id)];
        var (dialect, rows) = (transaction.Dialect, JsonRows.Of(items));
        Count(transaction, shown, -1);
        transaction.Run($"DELETE FROM collection_items WHERE company_id = ?1 AND item_id IN (SELECT id FROM {Ids(dialect)})", rows);
        var counts = TagCounts.Before(transaction, items);
        // The id of an item is its new slug, unless another item has it as its slug, which hardly ever happens.
        var taken = transaction.ReadRows(TakenSql(dialect), row => row.Id(0), rows).ToHashSet();
        transaction.Run(ArchiveSql(dialect), JsonRows.Of(items.Select(id => new object?[] { id, Slug(transaction, id, taken) })), transaction.Now);
        counts.After();
        UserCollectionItemStatements.Show(transaction, shown, isVisible: false);
        GroupProducts.Archive(transaction, items);
        return [];
    }

    private static string Slug(WriteTransaction transaction, Guid id, HashSet<Guid> taken) =>
        taken.Contains(id) ? FreeSlug.Find(transaction, "items", WireText.Write(id)) : WireText.Write(id);

    private static string Ids(SqlDialect dialect) => dialect.Rows(2, "target", ("id", RowType.Id));

    private static string TakenSql(SqlDialect dialect) => $"""
        SELECT target.id FROM {Ids(dialect)}
        {dialect.OrderedJoin} items other ON other.company_id = ?1 AND other.slug = target.id AND other.id <> target.id
        """;

    private static string ArchiveSql(SqlDialect dialect) => $"""
        UPDATE items SET archived = TRUE, archived_at = ?3, updated_at = ?3, slug = renamed.slug
        FROM {dialect.Rows(2, "renamed", ("id", RowType.Id), ("slug", RowType.Text))}
        WHERE items.company_id = ?1 AND items.id = renamed.id
        """;
}
