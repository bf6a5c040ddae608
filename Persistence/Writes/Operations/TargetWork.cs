using Persistence.Queries;
using Persistence.Transactions;

namespace Persistence.Writes.Operations;

/// <summary>An item that an operation is done to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsShown">Whether it is shown in the store.</param>
internal readonly record struct Target(Guid Id, bool IsShown);

/// <summary>One kind of change of many items, a batch of them at a time, with as many statements for one as for all.</summary>
internal abstract class TargetWork(OperationTask task)
{
    /// <summary>How many targets are done in one transaction, while other writers wait.</summary>
    internal virtual int BatchSize => 250;

    internal static TargetWork Of(OperationTask task) => task switch
    {
        UpdateCollectionsTask update => new UpdateCollections(update),
        UpdateTagTask update => new UpdateTags(update),
        UpdateTask update => new UpdateProductGroups(update),
        ArchiveTask archive => new ArchiveItems(archive),
        _ => throw new NotSupportedException($"{task.GetType()} changes no targets."),
    };

    /// <summary>Does it to some targets; returns a sentence for each that it cannot be done to.</summary>
    internal List<string> Run(WriteTransaction transaction, IReadOnlyList<Guid> ids)
    {
        var found = transaction.ReadRows(
            FindSql(transaction.Dialect), row => new Target(row.Id(0), row.Flag(1)), JsonRows.Of(ids), task.TargetType);
        var known = found.Select(target => target.Id).ToHashSet();
        var errors = ids.Where(id => !known.Contains(id)).Select(task.NotFound).ToList();
        if (found.Count > 0)
            errors.AddRange(Apply(transaction, found));
        return errors;
    }

    /// <summary>Does it to items that exist and are not archived.</summary>
    private protected abstract IEnumerable<string> Apply(WriteTransaction transaction, IReadOnlyList<Target> targets);

    /// <summary>Moves the counts of the collections that hold the items explicitly (rule I3).</summary>
    private protected static void Count(WriteTransaction transaction, IEnumerable<Guid> items, long change) => transaction.Run(
        $"""
        UPDATE collections SET item_count = item_count + held.number * ?3
        FROM (
            SELECT item.collection_id AS id, count(*) AS number FROM {transaction.Dialect.Rows(2, "target", ("id", RowType.Id))}
            {transaction.Dialect.OrderedJoin} collection_items item ON item.company_id = ?1 AND item.item_id = target.id AND item.implicit = FALSE
            GROUP BY item.collection_id) held
        WHERE collections.company_id = ?1 AND collections.id = held.id
        """,
        JsonRows.Of(items), change);

    private static string FindSql(SqlDialect dialect) => $"""
        SELECT item.id, item.show_in_store FROM {dialect.Rows(2, "target", ("id", RowType.Id))}
        {dialect.OrderedJoin} items item ON item.company_id = ?1 AND item.id = target.id AND item.kind = ?3 AND item.archived = FALSE
        """;
}
