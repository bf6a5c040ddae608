using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Api.Tests.Properties;

/// <summary>
/// Every table of a compiled statement is held to the company by the first parameter, within subqueries too; only outer joins follow
/// the row they are joined to.
/// </summary>
internal sealed partial class CompanyScopeTests : IDisposable
{
    private readonly RandomCatalogues _catalogues = new(4);

    public void Dispose() => _catalogues.Dispose();

    [Test]
    public void Every_table_but_outer_joins_is_held_to_the_company_by_the_parameter()
    {
        var seen = new HashSet<string>();
        PropertyCheck.Run(1_000, _catalogues.Make, query => query.Shrunk(), query =>
        {
            foreach (var sql in _catalogues.Statements(query).Where(seen.Add))
                if (Unheld(sql) is { Count: > 0 } unheld)
                    throw new AssertionException($"\n{query}\n{string.Join(", ", unheld)} in {sql}");
        });
        Assert.That(seen, Has.Count.GreaterThan(500));
        Assert.That(seen.Count(sql => sql.Contains("EXISTS (SELECT 1 FROM \"", StringComparison.Ordinal)), Is.GreaterThan(50));
        Assert.That(seen.Count(sql => sql.Contains(" UNION SELECT ", StringComparison.Ordinal)), Is.Positive, "rows by key");
    }

    [TestCase("SELECT 1 FROM \"items\" t0 WHERE t0.\"company_id\" = ?1 AND t0.\"id\" = ?2")]
    [TestCase("SELECT 1 FROM \"items\" t0 LEFT JOIN \"photos\" t1 ON t1.\"id\" = t0.\"photo_id\" WHERE t0.\"company_id\" = ?1")]
    [TestCase("SELECT 1 FROM \"items\" t0 WHERE t0.\"company_id\" = ?2", "t0")]
    [TestCase("SELECT 1 FROM \"items\" t0 WHERE t0.\"company_id\" = ?1 AND EXISTS (SELECT 1 FROM \"photos\" t1 WHERE t1.\"company_id\" = t0.\"company_id\")", "t1")]
    [TestCase("SELECT 1 FROM \"items\" t0 CROSS JOIN \"photos\" t1 ON t1.\"company_id\" = ?11 WHERE t0.\"company_id\" = ?1", "t1")]
    public void A_table_that_is_not_held_is_found(string sql, params string[] unheld) => Assert.That(Unheld(sql), Is.EqualTo(unheld));

    private static List<string> Unheld(string sql) =>
    [
        .. Table().Matches(sql).Where(match => !match.Groups["outer"].Success).Select(match => match.Groups["alias"].Value)
            .Where(alias => !Regex.IsMatch(sql, $@"\b{alias}\.""company_id"" = \?1(?!\d)")),
    ];

    [GeneratedRegex(@"(?<outer>LEFT )?(?:FROM|JOIN) ""\w+"" (?<alias>\w+)")]
    private static partial Regex Table();
}
