using Api.Import.Tate;
using Domain.Companies;
using Domain.Favourites;
using Persistence.Accounts;
using Persistence.Connections;
using Persistence.Import;

namespace Api.Setup;

/// <summary>
/// The company that an empty catalogue starts with, so that the first request can be pasted: the sample of the Tate collection that is
/// shipped with the program. Its tokens are valid only where this machine alone, or a developer, can reach the server.
/// </summary>
internal static class DemoCompany
{
    internal const string Slug = "demo";
    internal const string TokenName = "demo";

    private const string Name = "Tate Sample";
    private const string ExampleCollection = "nature";

    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "Import", "Tate", "Sample");

    /// <param name="database">The catalogue.</param>
    /// <param name="settings">Whether there is a demo, and its fixed tokens.</param>
    /// <param name="exposed">
    /// Whether strangers may reach the server: it runs neither in Development nor on loopback addresses alone. Then there is no
    /// demo, and the tokens of an earlier one are revoked.
    /// </param>
    /// <param name="clock">The time of changes.</param>
    /// <param name="log">Says what was loaded or revoked.</param>
    /// <returns>How to use the demo, null where there is none.</returns>
    internal static DemoAccess? EnsureLoaded(CatalogDatabase database, DemoSettings settings, bool exposed, TimeProvider clock, ILogger log)
    {
        using var accounts = new StartUpAccounts(database);
        var company = accounts.FindCompany(Slug);
        if (exposed || !settings.Enabled)
        {
            if (company is { } old && Revoke(database, accounts, old, clock) > 0)
                log.LogWarning(
                    "The demo's tokens have been revoked: {Reason}", exposed ? "the server can be reached from other machines" : "Demo:Enabled is off");
            return null;
        }
        if (company is null && !accounts.HasCompany())
        {
            Load(database, clock, log);
            company = accounts.FindCompany(Slug);
        }
        return company is { } id ? Access(database, accounts, id, settings, clock) : null;
    }

    private static int Revoke(CatalogDatabase database, StartUpAccounts accounts, Guid company, TimeProvider clock) =>
        CompanyToken(database, accounts, company, clock).Revoke()
        + (DemoUser.Find(accounts, company) is { } user ? UserToken(database, accounts, company, user, clock).Revoke() : 0);

    private static void Load(CatalogDatabase database, TimeProvider clock, ILogger log)
    {
        try
        {
            var summary = TateImport.Run(database, Sample, Slug, Name, clock, _ => { }, DemoShop.Add);
            log.LogInformation(
                "Loaded the demo: {Artworks} artworks in {Collections} collections, {Seconds:N1} s",
                summary.Artworks, summary.Collections, summary.Elapsed.TotalSeconds);
        }
        catch (CompanyInUseException)
        {
            // Another server on the same catalogue was faster.
        }
    }

    // The demo can be changed like any company, so the ids of the examples are looked up at every start.
    private static DemoAccess? Access(CatalogDatabase database, StartUpAccounts accounts, Guid company, DemoSettings settings, TimeProvider clock)
    {
        var token = CompanyToken(database, accounts, company, clock).Provide(settings.Token, (hash, now) => new AccessToken
        {
            Hash = hash,
            CompanyId = company,
            Name = TokenName,
            Scopes = TokenScopes.Read | TokenScopes.Write,
            CreatedAt = now,
        });
        var user = DemoUser.FindOrCreate(accounts, company, clock);
        var userToken = UserToken(database, accounts, company, user, clock).Provide(
            settings.UserToken, (hash, now) => new FavouritesToken { Hash = hash, CompanyId = company, UserId = user, Offline = true, CreatedAt = now });
        return accounts.FindTopCollection(company, ExampleCollection) is { } collection
            && accounts.FindLowestCollection(company) is { } freeCollection
            && accounts.FindOtherItem(company, freeCollection) is { } freeItem
            ? new DemoAccess(Slug, token, userToken, collection, freeCollection, freeItem)
            : null;
    }

    private static DemoToken CompanyToken(CatalogDatabase database, StartUpAccounts accounts, Guid company, TimeProvider clock) =>
        new(accounts.AccessTokens(company, TokenName), new DemoTokenFile(Path.Combine(database.DataFolder, "demo-token")), clock);

    private static DemoToken UserToken(CatalogDatabase database, StartUpAccounts accounts, Guid company, Guid user, TimeProvider clock) =>
        new(accounts.FavouritesTokens(company, user), new DemoTokenFile(Path.Combine(database.DataFolder, "demo-user-token")), clock);
}
