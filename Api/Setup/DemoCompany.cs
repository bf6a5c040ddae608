using Api.Tate;
using Microsoft.Data.Sqlite;
using Persistence.Connections;
using Persistence.Import;
using Persistence.Sqlite;

namespace Api.Setup;

/// <summary>What a first request needs: a token for either API, and ids that are there.</summary>
internal sealed record DemoAccess(string CompanySlug, string Token, string UserToken, string CollectionId, string FreeCollectionId, string FreeItemId);

/// <summary>
/// The company that an empty catalogue starts with, so that the first request can be pasted: the sample of the Tate
/// collection that is shipped with the program. Its tokens are good only where nobody but this machine, or a developer, gets at it.
/// </summary>
internal static class DemoCompany
{
    internal const string Slug = "demo";
    internal const string TokenName = "demo";

    private const string Name = "Tate Sample";

    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "Tate", "Sample");

    /// <param name="exposed">
    /// Whether strangers may reach the server: it runs neither in Development nor on loopback addresses alone. Then there is no
    /// demo, and the tokens of an earlier one are revoked.
    /// </param>
    /// <returns>How to use the demo, null where there is none.</returns>
    internal static DemoAccess? EnsureLoaded(CatalogDatabase database, DemoSettings settings, bool exposed, TimeProvider clock, ILogger log)
    {
        var company = Find(database);
        if (exposed || !settings.Enabled)
        {
            if (company is { } old && Revoke(database, old, clock) > 0)
                log.LogWarning(
                    "The demo's tokens have been revoked: {Reason}", exposed ? "the server can be reached from other machines" : "Demo:Enabled is off");
            return null;
        }
        if (company is null && IsEmpty(database))
            company = Load(database, clock, log);
        return company is { } id ? Access(database, id, settings, clock) : null;
    }

    private static int Revoke(CatalogDatabase database, Guid company, TimeProvider clock) =>
        DemoToken.OfCompany(database, clock, company).Revoke()
        + (DemoUser.Find(database, company) is { } user ? DemoToken.OfUser(database, clock, company, user).Revoke() : 0);

    private static Guid? Load(CatalogDatabase database, TimeProvider clock, ILogger log)
    {
        try
        {
            var summary = TateImport.Run(database, Sample, Slug, Name, clock, _ => { });
            log.LogInformation(
                "Loaded the demo: {Artworks} artworks in {Collections} collections, {Seconds:N1} s",
                summary.Artworks, summary.Collections, summary.Elapsed.TotalSeconds);
        }
        catch (CompanyInUseException)
        {
            // Another server on the same catalogue was faster.
        }
        return Find(database);
    }

    private static Guid? Find(CatalogDatabase database) =>
        Read(database, $"SELECT id FROM companies WHERE slug = '{Slug}'") is { } id ? Guid.Parse(id) : null;

    private static bool IsEmpty(CatalogDatabase database) => Read(database, "SELECT id FROM companies LIMIT 1") is null;

    private static string? Read(CatalogDatabase database, string sql)
    {
        using var connection = ((Persistence.Sqlite.SqliteDatabase)database).OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string?)command.ExecuteScalar();
    }

    // The demo can be changed like any company, so what the examples name is looked up at every start.
    private static DemoAccess? Access(CatalogDatabase database, Guid company, DemoSettings settings, TimeProvider clock)
    {
        var token = DemoToken.OfCompany(database, clock, company).Provide(settings.Token);
        var user = DemoUser.FindOrCreate(database, company, clock);
        var userToken = DemoToken.OfUser(database, clock, company, user).Provide(settings.UserToken);
        using var connection = ((Persistence.Sqlite.SqliteDatabase)database).OpenConnection();
        var collection = First("""
            SELECT id FROM collections WHERE company_id = $company AND depth = 1 AND NOT system
            ORDER BY slug = 'nature' DESC, position LIMIT 1
            """);
        var freeCollection = First("""
            SELECT id FROM collections WHERE company_id = $company AND depth = 3 AND NOT system ORDER BY item_count DESC, id LIMIT 1
            """);
        var freeItem = First("""
            SELECT id FROM items WHERE company_id = $company AND kind = 'product_groups' AND NOT archived AND NOT EXISTS (
                SELECT 1 FROM collection_items place
                WHERE place.company_id = items.company_id AND place.item_id = items.id AND place.collection_id = $collection)
            ORDER BY id LIMIT 1
            """, freeCollection);
        return collection is null || freeCollection is null || freeItem is null
            ? null
            : new DemoAccess(Slug, token, userToken, collection, freeCollection, freeItem);

        string? First(string sql, string? within = null)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("$company", JsonApi.Definitions.WireText.Write(company));
            command.Parameters.Add("$collection", SqliteType.Text).Value = within ?? (object)DBNull.Value;
            return (string?)command.ExecuteScalar();
        }
    }
}
