using Domain.Companies;
using Domain.Items;
using NUnit.Framework;
using Persistence.Import;

namespace Api.Tests.Commands;

internal sealed class RowTests
{
    private static readonly DateTimeOffset Time = new(2025, 7, 9, 12, 28, 43, 601, TimeSpan.Zero);

    [Test]
    public void A_row_is_imported_as_a_context_writes_it()
    {
        using var folder = new ImportFolder();
        using (var import = CatalogImport.Begin(folder.Database, "one", "One", TimeProvider.System))
        {
            import.Add(Row(import.Company.Id));
            import.Commit();
        }
        using (var context = folder.Database.CreateContext())
        {
            var other = new Company { Id = Guid.NewGuid(), Slug = "other", Name = "Other" };
            context.Add(other);
            context.Add(Row(other.Id));
            context.SaveChanges();
        }
        var columns = folder.Column("SELECT name FROM pragma_table_info('items')").Except(["company_id"]).ToList();
        Assert.That(columns, Does.Contain("tag_list").And.Contain("name_folded").And.Contain("price_period"));
        foreach (var column in columns)
            Assert.That(folder.Number($"SELECT count(DISTINCT ifnull(typeof({column}) || {column}, '')) FROM items"), Is.EqualTo(1), column);
    }

    private static ProductGroup Row(Guid company) => new()
    {
        CompanyId = company,
        Id = new Guid("0a1b2c3d-0000-4000-8000-00000000000f"),
        CreatedAt = Time,
        UpdatedAt = Time,
        Name = "Straße é",
        Slug = "strasse",
        Sku = "ß1",
        TagList = ["é", "a \"b\""],
        ProductType = ProductType.Service,
        PricePeriod = PricePeriod.Week,
        TaxCategoryId = Guid.Empty,
    };
}
