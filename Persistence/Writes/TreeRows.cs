using System.Text.Json;
using Domain.Collections;
using JsonApi.Definitions;
using Persistence.Transactions;

namespace Persistence.Writes;

/// <summary>The rows of a company's tree, read and changed with a fixed number of statements however many they are.</summary>
internal static class TreeRows
{
    private const string ReadSql = """
        WITH RECURSIVE
        upward(id) AS (
            SELECT value FROM json_each(?2)
            UNION
            SELECT above.parent_id FROM upward CROSS JOIN collections above ON above.company_id = ?1 AND above.id = upward.id
            WHERE above.parent_id IS NOT NULL),
        downward(id) AS (
            SELECT value FROM json_each(?3)
            UNION
            SELECT below.id FROM downward CROSS JOIN collections below ON below.company_id = ?1 AND below.parent_id = downward.id)
        SELECT node.id, node.parent_id, node.system
        FROM (SELECT id FROM upward UNION SELECT id FROM downward) part
        CROSS JOIN collections node ON node.company_id = ?1 AND node.id = part.id
        """;

    private const string MoveSql = """
        UPDATE collections SET parent_id = place.parent_id, depth = place.depth, updated_at = ?3
        FROM (SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS parent_id, json_extract(value, '$[2]') AS depth FROM json_each(?2)) place
        WHERE collections.company_id = ?1 AND collections.id = place.id
        """;

    private const string PositionSql = """
        UPDATE collections SET position = place.position, updated_at = ?3
        FROM (SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS position FROM json_each(?2)) place
        WHERE collections.company_id = ?1 AND collections.id = place.id AND collections.position IS NOT place.position
        """;

    /// <summary>The moved collections with all below them, and everything above them and above their new parents.</summary>
    /// <param name="transaction">Where to read.</param>
    /// <param name="moves">Who gets which parent.</param>
    /// <param name="named">More collections, whose rows are needed.</param>
    internal static Dictionary<Guid, TreeNode> Read(WriteTransaction transaction, IReadOnlyList<TreeMove> moves, params IEnumerable<Guid> named)
    {
        var statement = transaction.Connection.Prepare(ReadSql);
        statement.Bind(1, transaction.Company);
        statement.Bind(2, Json(moves.SelectMany(move => new[] { move.Id, move.ParentId }).OfType<Guid>().Concat(named).Distinct()));
        statement.Bind(3, Json(moves.Select(move => move.Id)));
        var nodes = new Dictionary<Guid, TreeNode>();
        while (statement.Step())
            nodes.Add(Guid.Parse(statement.Text(0)), new TreeNode(statement.IsNull(1) ? null : Guid.Parse(statement.Text(1)), statement.Integer(2) != 0));
        statement.Reset();
        return nodes;
    }

    /// <summary>Moves the collections, and with them the implicit places above.</summary>
    internal static void Move(WriteTransaction transaction, TreeOutcome outcome)
    {
        if (outcome.Moved.Count == 0)
            return;
        var places = outcome.Moved.Select(place => new object?[] { WireText.Write(place.Id), place.ParentId is { } parent ? WireText.Write(parent) : null, place.Depth });
        transaction.Run(MoveSql, transaction.Company, JsonSerializer.Serialize(places), transaction.Time);
        ImplicitItems.Synchronize(transaction, outcome.Removed, outcome.Added);
        transaction.ClearTracking();
    }

    /// <summary>Gives the collections their positions as they are.</summary>
    internal static void SetPositions(WriteTransaction transaction, IEnumerable<(Guid Id, int? Position)> positions)
    {
        var places = positions.Select(place => new object?[] { WireText.Write(place.Id), place.Position });
        transaction.Run(PositionSql, transaction.Company, JsonSerializer.Serialize(places), transaction.Time);
    }

    private static string Json(IEnumerable<Guid> ids) => JsonSerializer.Serialize(ids.Select(id => WireText.Write(id)));
}
