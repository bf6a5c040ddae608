using System.Globalization;
using Domain;
using Persistence.Transactions;

namespace Persistence.Writes;

/// <summary>
/// Slugs that are free in a table of a company, whose index on company and slug they are looked up in. However many rows share a
/// name, a slug is found with a few look-ups in one statement: twice as far each time, then half the way back.
/// </summary>
internal static class FreeSlug
{
    private const string Middle = "((taken + free) / 2)";

    /// <summary>The slug as it is where nobody has it, else with a number of which the one before is taken: <c>slug-2</c>, <c>slug-3</c>, …</summary>
    internal static string Find(WriteTransaction transaction, string table, string slug)
    {
        var sql = $"""
            WITH RECURSIVE
            ahead(number) AS (
                SELECT 1
                UNION ALL
                SELECT number * 2 FROM ahead WHERE {IsTaken(table, "number")}),
            half(taken, free) AS (
                SELECT max(number) / 2, max(number) FROM ahead
                UNION ALL
                SELECT CASE WHEN {IsTaken(table, Middle)} THEN {Middle} ELSE taken END, CASE WHEN {IsTaken(table, Middle)} THEN free ELSE {Middle} END
                FROM half WHERE free - taken > 1)
            SELECT min(free) FROM half
            """;
        return Slug.Numbered(slug, (int)transaction.ReadRow(sql, row => row.Integer(0), slug)!.Value);
    }

    /// <summary>Whether another row than the one with the id has the slug.</summary>
    internal static bool IsTaken(WriteTransaction transaction, string table, string slug, Guid id) =>
        transaction.ReadRow($"SELECT 1 FROM {table} WHERE company_id = ?1 AND slug = ?2 AND id <> ?3", _ => true, slug, id) is not null;

    /// <summary>Spells <see cref="Slug.Numbered"/> in SQL.</summary>
    private static string IsTaken(string table, string number)
    {
        var max = Slug.MaxLength.ToString(CultureInfo.InvariantCulture);
        return $"""
            EXISTS (SELECT 1 FROM {table} WHERE company_id = ?1 AND slug =
                CASE WHEN {number} < 2 THEN ?2 ELSE substr(?2, 1, {max} - length('-' || {number})) || '-' || {number} END)
            """;
    }
}
