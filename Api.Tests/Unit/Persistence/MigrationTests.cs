using Api.Tests.Commands;
using Domain.Companies;
using Domain.Favourites;
using Domain.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using NUnit.Framework;
using Persistence.Sqlite;

namespace Api.Tests.Unit.Persistence;

internal sealed class MigrationTests
{
    [Test]
    public void The_migrations_cover_the_model()
    {
        using var folder = new ImportFolder();
        folder.Database.Migrate();
        using var context = folder.Database.CreateContext();
        Assert.That(context.Database.HasPendingModelChanges(), Is.False, "add a migration: docs/decisions/0003 says how");
        Assert.That(context.Database.GetPendingMigrations(), Is.Empty);
    }

    [Test]
    public void A_catalogue_without_the_last_migration_is_migrated()
    {
        using var folder = new ImportFolder();
        var database = new SqliteDatabase($"Data Source={folder.File("old.db")}");
        using var context = database.CreateContext();
        context.Database.Migrate(context.Database.GetMigrations().SkipLast(1).LastOrDefault() ?? Migration.InitialDatabase);
        Assert.That(context.Database.GetPendingMigrations(), Is.Not.Empty);
        database.Migrate();
        Assert.That(context.Database.GetPendingMigrations(), Is.Empty);
    }

    [Test]
    public void Existing_product_groups_get_a_sku_and_weights_get_numbers()
    {
        using var folder = new ImportFolder();
        var database = new SqliteDatabase($"Data Source={folder.File("old.db")}");
        using var context = database.CreateContext();
        context.Database.Migrate(context.Database.GetMigrations().TakeWhile(name => !name.EndsWith("_CompleteCatalog", StringComparison.Ordinal)).Last());
        var (company, now) = (Guid.NewGuid(), DateTimeOffset.UnixEpoch);
        context.Add(new Company { Id = company, Slug = "c", Name = "Company", CreatedAt = now, UpdatedAt = now });
        foreach (var (slug, sku, weight) in new[] { ("ipad-mini", "", """{"value":"2.50","unit":"kg"}"""), ("red-bike", "ipad_MINI", """{"value":"3"}"""), ("tent", "", null) })
            context.Add(new ProductGroup { CompanyId = company, Id = Guid.NewGuid(), CreatedAt = now, UpdatedAt = now, Name = slug, Slug = slug, Sku = sku, Weight = weight });
        context.SaveChanges();
        context.Database.ExecuteSql($"UPDATE items SET sku = NULL, sku_folded = NULL WHERE sku = ''");
        context.ChangeTracker.Clear();
        database.Migrate();
        var groups = context.Items.OfType<ProductGroup>().AsNoTracking().ToDictionary(group => group.Slug);
        Assert.That(groups["ipad-mini"].Sku, Does.Match("^IPAD_MINI_[0-9A-F]{12}$"), "another has IPAD_MINI");
        Assert.That((groups["red-bike"].Sku, groups["tent"].Sku), Is.EqualTo(("ipad_MINI", "TENT")));
        Assert.That((groups["ipad-mini"].Weight, groups["red-bike"].Weight, groups["tent"].Weight), Is.EqualTo(("""{"value":2.5,"unit":"kg"}""", """{"value":3,"unit":"g"}""", (string?)null)));
    }

    [TestCase(false, true, true)]
    [TestCase(true, true, false)]
    [TestCase(false, false, false)]
    public void Existing_items_of_user_collections_get_their_visibility_and_owner(bool archived, bool showInStore, bool visible)
    {
        using var folder = new ImportFolder();
        var database = new SqliteDatabase($"Data Source={folder.File("old.db")}");
        using var context = database.CreateContext();
        context.Database.Migrate("AddFavourites");
        var (company, id, now) = (Guid.NewGuid(), Guid.NewGuid(), DateTimeOffset.UnixEpoch);
        context.Add(new Company { Id = company, Slug = "c", Name = "Company", CreatedAt = now, UpdatedAt = now });
        context.Add(new ProductGroup { CompanyId = company, Id = id, CreatedAt = now, UpdatedAt = now, Name = "a", Slug = "a", Archived = archived, ShowInStore = showInStore });
        context.Add(new User { CompanyId = company, Id = id, CreatedAt = now, UpdatedAt = now, Name = "Ann", Email = "ann@example.com" });
        context.Add(new UserCollection { CompanyId = company, Id = id, CreatedAt = now, UpdatedAt = now, UserId = id, Name = "Saved" });
        context.SaveChanges();
        context.Database.ExecuteSql($"""
            INSERT INTO user_collection_items (company_id, id, created_at, updated_at, collection_id, artwork_id, rank)
            SELECT company_id, id, created_at, updated_at, id, id, 1 FROM user_collections
            """);
        database.Migrate();
        var item = context.UserCollectionItems.Single();
        Assert.That((item.Visible, item.UserId), Is.EqualTo((visible, id)));
    }

    [Test]
    public void An_existing_product_group_gets_its_product_its_properties_and_counted_tags()
    {
        using var folder = new ImportFolder();
        var database = new SqliteDatabase($"Data Source={folder.File("old.db")}");
        using var context = database.CreateContext();
        // The last one before products were resources.
        context.Database.Migrate(context.Database.GetMigrations().ElementAt(3));
        var (company, id, now) = (Guid.NewGuid(), Guid.NewGuid(), DateTimeOffset.UnixEpoch);
        context.Add(new Company { Id = company, Slug = "c", Name = "Company", CreatedAt = now, UpdatedAt = now });
        context.Add(new ProductGroup
        {
            CompanyId = company,
            Id = id,
            CreatedAt = now,
            UpdatedAt = now,
            Name = "Tent",
            Slug = "a",
            StructurePriceInCents = 700,
            BasePriceInCents = 700,
            TagList = ["b", "c"],
            Properties = """{"Year made":1950,"Medium":"Oil \"on\" canvas"}""",
        });
        context.SaveChanges();
        database.Migrate();
        context.ChangeTracker.Clear();
        var group = context.Items.OfType<ProductGroup>().Single();
        Assert.That(context.Products.Select(product => new { product.Name, product.BasePriceInCents, product.ProductGroupId }).Single(), Is.EqualTo(new { Name = "Tent", BasePriceInCents = 700, ProductGroupId = id }));
        Assert.That(context.Properties.OrderBy(property => property.Position).Select(property => $"{property.Name} {property.Identifier} {property.Value}"), Is.EqualTo(new[] { "Year made year_made 1950", "Medium medium Oil \"on\" canvas" }));
        Assert.That(group.Properties, Is.EqualTo("""{"year_made":"1950","medium":"Oil \"on\" canvas"}"""));
        Assert.That((group.BasePriceInCents, group.FlatFeePriceInCents), Is.EqualTo((700, 700)), "a simple price is the flat fee now");
        Assert.That(context.Tags.OrderBy(tag => tag.Name).Select(tag => $"{tag.Name} {tag.Count}"), Is.EqualTo(new[] { "b 1", "c 1" }));
    }
}
