using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Every statement of the writes, but those that EF makes of entities with their keys, names the company for each table.</summary>
internal sealed class WriteScopeTests
{
    private static readonly HashSet<string> Tables = ["items", "photos"];

    [Test]
    public async Task Every_table_of_a_write_is_held_to_the_company()
    {
        await new ShopDayTests().A_day_in_the_shop();
        var company = WriteServer.NewCompany();
        var added = await company.Add("Boats", "Lamp");
        await company.Remove(added.Json["data"]!.Text("id"));
        var (statements, tables) = await CompanyScope.PreparedWritesAsync(WriteServer.Server);
        Assert.That(tables, Is.SupersetOf(Tables));
        Assert.That(statements, Has.Count.GreaterThan(20));
        Assert.That(statements.SelectMany(sql => CompanyScope.Unheld(sql, tables).Select(table => $"{table} in {sql}")), Is.Empty);
    }

    [TestCase("UPDATE items SET name = ?2 WHERE company_id = ?1 AND id = ?3")]
    [TestCase("DELETE FROM items WHERE company_id = ?1 AND id IN (SELECT owner_id FROM photos WHERE company_id = ?1)")]
    [TestCase("INSERT INTO items (company_id, id) VALUES (?1, ?2)")]
    [TestCase("SELECT 1 FROM items i LEFT JOIN photos p ON p.id = i.photo_id WHERE (i.company_id = ?1)")]
    [TestCase("WITH pair(id) AS (SELECT id FROM items WHERE company_id = ?1) SELECT 1 FROM pair")]
    [TestCase("UPDATE items SET name = ?2 WHERE id = ?3", "items")]
    [TestCase("UPDATE items SET name = ?1 WHERE company_id = ?2", "items")]
    [TestCase("UPDATE items SET name = ?1 WHERE company_id = ?11", "items")]
    [TestCase("DELETE FROM items WHERE company_id = ?1 AND id IN (SELECT owner_id FROM photos)", "photos")]
    [TestCase("DELETE FROM items WHERE id IN (SELECT owner_id FROM photos WHERE company_id = ?1)", "items")]
    [TestCase("SELECT 1 FROM items i\n  JOIN photos p ON p.company_id = i.company_id WHERE i.company_id = ?1", "p")]
    [TestCase("SELECT id FROM items WHERE company_id = ?1 UNION SELECT id FROM photos", "photos")]
    [TestCase("INSERT INTO items (company_id) SELECT company_id FROM photos f WHERE company_id = ?1", "f")]
    public void A_table_that_is_not_held_is_found(string sql, params string[] unheld) => Assert.That(CompanyScope.Unheld(sql, Tables), Is.EqualTo(unheld));
}
