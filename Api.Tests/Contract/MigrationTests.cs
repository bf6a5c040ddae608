using Api.Tests.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using NUnit.Framework;
using Persistence;

namespace Api.Tests.Contract;

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
    public void A_catalogue_that_stands_before_the_last_migration_is_migrated()
    {
        using var folder = new ImportFolder();
        var database = new CatalogDatabase($"Data Source={folder.File("old.db")}");
        using var context = database.CreateContext();
        context.Database.Migrate(context.Database.GetMigrations().SkipLast(1).LastOrDefault() ?? Migration.InitialDatabase);
        Assert.That(context.Database.GetPendingMigrations(), Is.Not.Empty);
        database.Migrate();
        Assert.That(context.Database.GetPendingMigrations(), Is.Empty);
    }
}
