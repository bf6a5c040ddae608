using Persistence.Transactions;

namespace Persistence.Writes;

/// <summary>
/// The number that makes a text unique among the rows of a company: <c>boat</c>, <c>boat-2</c>, <c>boat-3</c>. However many rows share a
/// text, it is found with a few look-ups in one statement: twice as far each time, then half the way back.
/// </summary>
internal static class FreeNumber
{
    private const string Middle = "((taken + free) / 2)";

    /// <summary>A number that is free, and of which the one before is taken; 1 where nothing is.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="isTaken">The SQL condition that the text, <c>?2</c>, is taken with a number, which is given as SQL; looked up in an index.</param>
    /// <param name="text">The text.</param>
    internal static int Find(WriteTransaction transaction, Func<string, string> isTaken, string text)
    {
        var sql = $"""
            WITH RECURSIVE
            ahead(number) AS (
                SELECT 1
                UNION ALL
                SELECT number * 2 FROM ahead WHERE {isTaken("number")}),
            half(taken, free) AS (
                SELECT max(number) / 2, max(number) FROM ahead
                UNION ALL
                SELECT CASE WHEN {isTaken(Middle)} THEN {Middle} ELSE taken END, CASE WHEN {isTaken(Middle)} THEN free ELSE {Middle} END
                FROM half WHERE free - taken > 1)
            SELECT min(free) FROM half
            """;
        return (int)transaction.ReadRow(sql, row => row.Integer(0), text)!.Value;
    }
}
