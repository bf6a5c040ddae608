using System.Globalization;
using Domain;
using Persistence.Transactions;

namespace Persistence.Writes;

/// <summary>Slugs that are free in a table of a company, whose index on company and slug they are looked up in.</summary>
internal static class FreeSlug
{
    private static readonly string MaxLength = Slug.MaxLength.ToString(CultureInfo.InvariantCulture);

    /// <summary>The slug as it is where nobody has it, else with a number of which the one before is taken: <c>slug-2</c>, <c>slug-3</c>, …</summary>
    internal static string Find(WriteTransaction transaction, string table, string slug) =>
        Slug.Numbered(slug, FreeNumber.Find(transaction, number => IsTaken(table, number), slug));

    /// <summary>Whether another row than the one with the id has the slug.</summary>
    internal static bool IsTaken(WriteTransaction transaction, string table, string slug, Guid id) =>
        transaction.ReadRow($"SELECT 1 FROM {table} WHERE company_id = ?1 AND slug = ?2 AND id <> ?3", _ => true, slug, id) is not null;

    /// <summary>Spells <see cref="Slug.Numbered"/> in SQL.</summary>
    private static string IsTaken(string table, string number) => $"""
        EXISTS (SELECT 1 FROM {table} WHERE company_id = ?1 AND slug =
            CASE WHEN {number} < 2 THEN ?2 ELSE substr(?2, 1, {MaxLength} - length('-' || {number})) || '-' || {number} END)
        """;
}
