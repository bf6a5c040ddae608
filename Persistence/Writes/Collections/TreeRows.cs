using Domain.Collections;
using Persistence.Queries;
using Persistence.Transactions;

namespace Persistence.Writes.Collections;

/// <summary>The rows of a company's tree, read and changed with a fixed number of statements however many they are.</summary>
internal static class TreeRows
{
    /// <summary>The moved collections with all below them, and everything above them and above their new parents.</summary>
    /// <param name="transaction">Where to read.</param>
    /// <param name="moves">Who gets which parent.</param>
    /// <param name="named">More collections, whose rows are needed.</param>
    internal static Dictionary<Guid, TreeNode> Read(WriteTransaction transaction, IReadOnlyList<TreeMove> moves, params IEnumerable<Guid> named)
    {
        var rows = transaction.ReadRows(
            ReadSql(transaction.Dialect),
            row => (Id: row.Id(0), Node: new TreeNode(row.IsNull(1) ? null : row.Id(1), row.Flag(2))),
            JsonRows.Of(moves.SelectMany(move => new[] { move.Id, move.ParentId }).OfType<Guid>().Concat(named).Distinct()),
            JsonRows.Of(moves.Select(move => move.Id)));
        return rows.ToDictionary(row => row.Id, row => row.Node);
    }

    /// <summary>Moves the collections, and with them the implicit collection items above.</summary>
    internal static void Move(WriteTransaction transaction, TreeOutcome outcome)
    {
        if (outcome.Moved.Count == 0)
            return;
        var moved = outcome.Moved.Select(node => new object?[] { node.Id, node.ParentId, node.Depth });
        transaction.Run(MoveSql(transaction.Dialect), JsonRows.Of(moved), transaction.Now);
        ImplicitItems.Synchronize(transaction, outcome.Removed, outcome.Added);
        transaction.ClearTracking();
    }

    /// <summary>Gives the collections their positions as they are.</summary>
    internal static void SetPositions(WriteTransaction transaction, IEnumerable<(Guid Id, int? Position)> positions) =>
        transaction.Run(
            PositionSql(transaction.Dialect), JsonRows.Of(positions.Select(change => new object?[] { change.Id, change.Position })), transaction.Now);

    private static string ReadSql(SqlDialect dialect) => $"""
        WITH RECURSIVE
        upward(id) AS (
            SELECT id FROM {dialect.Rows(2, "named", ("id", RowType.Id))}
            UNION
            SELECT above.parent_id FROM upward {dialect.OrderedJoin} collections above ON above.company_id = ?1 AND above.id = upward.id
            WHERE above.parent_id IS NOT NULL),
        downward(id) AS (
            SELECT id FROM {dialect.Rows(3, "moved", ("id", RowType.Id))}
            UNION
            SELECT below.id FROM downward {dialect.OrderedJoin} collections below ON below.company_id = ?1 AND below.parent_id = downward.id)
        SELECT node.id, node.parent_id, node.system
        FROM (SELECT id FROM upward UNION SELECT id FROM downward) part
        {dialect.OrderedJoin} collections node ON node.company_id = ?1 AND node.id = part.id
        """;

    private static string MoveSql(SqlDialect dialect) => $"""
        UPDATE collections SET parent_id = moved.parent_id, depth = moved.depth, updated_at = ?3
        FROM {dialect.Rows(2, "moved", ("id", RowType.Id), ("parent_id", RowType.Id), ("depth", RowType.Integer))}
        WHERE collections.company_id = ?1 AND collections.id = moved.id
        """;

    private static string PositionSql(SqlDialect dialect) => $"""
        UPDATE collections SET position = placed.position, updated_at = ?3
        FROM {dialect.Rows(2, "placed", ("id", RowType.Id), ("position", RowType.Integer))}
        WHERE collections.company_id = ?1 AND collections.id = placed.id AND collections.position IS DISTINCT FROM placed.position
        """;
}
