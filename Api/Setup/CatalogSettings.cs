using Persistence;

namespace Api.Setup;

/// <summary>Where the catalogue lies; the server and the commands read it the same way.</summary>
internal static class CatalogSettings
{
    internal const string DefaultConnectionString = "Data Source=data/catalog.db";

    internal static CatalogDatabase Database(IConfiguration configuration) =>
        new(configuration.GetConnectionString("Catalog") is { Length: > 0 } text ? text : DefaultConnectionString);
}
