using Persistence.Queries;
using Persistence.Transactions;

namespace Persistence.Writes.Items;

/// <summary>
/// How many items have each tag, kept when items are written: archived or restored, or given other tags. Whoever writes items, with entities or
/// with statements, calls <see cref="Before"/> while their rows are as they were, and <see cref="After"/> once the new ones are saved. Each
/// is one statement, and a second one where tags fall out of use, however many the items are.
/// </summary>
internal sealed class TagCounts
{
    private readonly WriteTransaction _transaction;
    private readonly string _items;
    private readonly List<Guid> _unused;

    private TagCounts(WriteTransaction transaction, string items, List<Guid> unused) => (_transaction, _items, _unused) = (transaction, items, unused);

    /// <summary>Takes items that are about to change out of the counts.</summary>
    internal static TagCounts Before(WriteTransaction transaction, params IEnumerable<Guid> items)
    {
        var named = JsonRows.Of(items);
        var unused = transaction.ReadRows(SubtractSql(transaction.Dialect), row => (Id: row.Id(0), Count: row.Integer(1)), named);
        return new TagCounts(transaction, named, [.. unused.Where(tag => tag.Count == 0).Select(tag => tag.Id)]);
    }

    /// <summary>Counts the items as they are now, and deletes the tags that none has any more.</summary>
    internal void After()
    {
        _transaction.Run(AddSql(_transaction.Dialect), _items);
        if (_unused.Count > 0)
            _transaction.Run(DeleteSql(_transaction.Dialect), JsonRows.Of(_unused));
    }

    private static string SubtractSql(SqlDialect dialect) => $"""
        UPDATE tags SET count = count - counted.number
        FROM (SELECT items.kind, tag.value AS name, count(*) AS number {Tags(dialect)} GROUP BY items.kind, tag.value) counted
        WHERE tags.company_id = ?1 AND tags.item_kind = counted.kind AND tags.name = counted.name
        RETURNING tags.id, tags.count
        """;

    private static string AddSql(SqlDialect dialect) => $"""
        INSERT INTO tags (company_id, id, item_kind, name, count)
        SELECT ?1, new_id(), items.kind, tag.value, count(*) {Tags(dialect)} GROUP BY items.kind, tag.value
        ON CONFLICT (company_id, item_kind, name) DO UPDATE SET count = tags.count + excluded.count
        """;

    private static string DeleteSql(SqlDialect dialect) =>
        $"DELETE FROM tags WHERE company_id = ?1 AND count = 0 AND id IN (SELECT id FROM {dialect.Rows(2, "unused", ("id", RowType.Id))})";

    /// <summary>The tags of the items that are not archived.</summary>
    private static string Tags(SqlDialect dialect)
    {
        var tags = new SqlBuffer();
        dialect.Elements(tags, "items", "tag_list", "tag");
        return $"""
            FROM {dialect.Rows(2, "named", ("id", RowType.Id))}
            {dialect.OrderedJoin} items ON items.company_id = ?1 AND items.id = named.id CROSS JOIN {tags.Text}
            WHERE items.archived = FALSE
            """;
    }
}
