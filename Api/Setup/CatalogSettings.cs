using Persistence.Connections;
using Persistence.Sqlite;

namespace Api.Setup;

/// <summary>Which database keeps the catalogue, and where; the server and the commands read it the same way.</summary>
internal static class CatalogSettings
{
    internal const string DefaultConnectionString = "Data Source=data/catalog.db";

    internal static CatalogDatabase Database(IConfiguration configuration) =>
        new SqliteDatabase(configuration.GetConnectionString("Catalog") is { Length: > 0 } text ? text : DefaultConnectionString);
}
