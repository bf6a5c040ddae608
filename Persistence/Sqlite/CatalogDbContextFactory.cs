using Microsoft.EntityFrameworkCore.Design;

namespace Persistence.Sqlite;

/// <summary>
/// Gives <c>dotnet ef</c> the model: docs/decisions/0003. It compares the model with the last migration, so it needs no catalogue; catalogues are
/// migrated when the server or a command starts.
/// </summary>
internal sealed class CatalogDbContextFactory : IDesignTimeDbContextFactory<CatalogDbContext>
{
    public CatalogDbContext CreateDbContext(string[] args) => new CatalogDatabase("Data Source=:memory:").CreateContext();
}
