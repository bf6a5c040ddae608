using System.Text.Json;
using Domain.Items;
using Persistence.Model.Configurations;
using Persistence.Queries;
using Persistence.Transactions;
using Persistence.Writes.Items;

namespace Persistence.Writes.Operations;

/// <summary>Changes the tags of items, and how many items have each tag.</summary>
internal sealed class UpdateTags(UpdateTagTask task) : TargetWork(task)
{
    private readonly List<string> _tags = Item.Tags(task.Tags);

    private protected override IEnumerable<string> Apply(WriteTransaction transaction, IReadOnlyList<Target> targets)
    {
        var items = transaction.ReadRows(
            ReadSql(transaction.Dialect),
            row => (Id: row.Id(0), Old: JsonSerializer.Deserialize<List<string>>(row.Text(1))!),
            JsonRows.Of(targets.Select(target => target.Id))).ConvertAll(item => (item.Id, item.Old, New: Changed(item.Old)));
        var changed = items.FindAll(item => item.New.Count <= Item.MaxTags && !item.New.SequenceEqual(item.Old));
        if (changed.Count > 0)
        {
            var counts = TagCounts.Before(transaction, changed.Select(item => item.Id));
            transaction.Run(
                WriteSql(transaction.Dialect), JsonRows.Of(changed.Select(item => new object?[] { item.Id, WireConversions.Write(item.New) })), transaction.Now);
            counts.After();
        }
        return items.Where(item => item.New.Count > Item.MaxTags)
            .Select(item => $"The {task.TargetName} with the id {item.Id:D} would have more than {Item.MaxTags} tags.");
    }

    private List<string> Changed(List<string> tags) => task.Action switch
    {
        TagAction.Add => [.. tags, .. _tags.Except(tags)],
        TagAction.Replace => _tags,
        TagAction.Remove => [.. tags.Where(tag => !_tags.Contains(tag))],
        _ => [],
    };

    private static string ReadSql(SqlDialect dialect) => $"""
        SELECT item.id, item.tag_list FROM {dialect.Rows(2, "target", ("id", RowType.Id))}
        {dialect.OrderedJoin} items item ON item.company_id = ?1 AND item.id = target.id
        """;

    private static string WriteSql(SqlDialect dialect) => $"""
        UPDATE items SET tag_list = changed.tag_list, updated_at = ?3
        FROM {dialect.Rows(2, "changed", ("id", RowType.Id), ("tag_list", RowType.Text))}
        WHERE items.company_id = ?1 AND items.id = changed.id
        """;
}
