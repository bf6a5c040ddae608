using Microsoft.EntityFrameworkCore.Design;
using Persistence.Model;

namespace Persistence.Sqlite;

/// <summary>
/// Gives <c>dotnet ef</c> the model: docs/decisions/0003. It compares the model with the last migration, so it needs no catalogue; catalogues are
/// migrated when the server or a command starts.
/// </summary>
internal sealed class CatalogDbContextFactory : IDesignTimeDbContextFactory<CatalogDbContext>
{
    public CatalogDbContext CreateDbContext(string[] args) => new SqliteDatabase("Data Source=:memory:").CreateContext();
}
