using Domain.Favourites;
using JsonApi.Definitions;
using Persistence.Accounts;

namespace Api.Setup;

/// <summary>The user whose favourites the demo shows; has no password, only the demo's token.</summary>
internal static class DemoUser
{
    private const string Name = "Demo User";
    private const string Email = "demo@example.com";

    internal static Guid? Find(StartUpAccounts accounts, Guid company) => accounts.FindUser(company, Email);

    internal static Guid FindOrCreate(StartUpAccounts accounts, Guid company, TimeProvider clock) =>
        accounts.FindOrStore(User.Create(company, Name, Email, passwordHash: null, WireText.Now(clock)));
}
