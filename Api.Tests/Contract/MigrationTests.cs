using Api.Tests.Import;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

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
}
