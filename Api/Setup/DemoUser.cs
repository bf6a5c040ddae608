using JsonApi.Definitions;
using JsonApi.Planning;
using Persistence.Connections;
using Persistence.Sqlite;
using Persistence.Transactions;
using Persistence.Writes;

namespace Api.Setup;

/// <summary>The user whose favourites the demo shows; has no password, only the demo's token.</summary>
internal static class DemoUser
{
    private const string Name = "Demo User";
    private const string Email = "demo@example.com";

    internal static Guid? Find(CatalogDatabase database, Guid company)
    {
        using var connection = ((Persistence.Sqlite.SqliteDatabase)database).OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM users WHERE company_id = $company AND email_folded = $email";
        command.Parameters.AddWithValue("$company", WireText.Write(company));
        command.Parameters.AddWithValue("$email", WireText.Fold(Email));
        return command.ExecuteScalar() is string id ? Guid.Parse(id) : null;
    }

    internal static Guid FindOrCreate(CatalogDatabase database, Guid company, TimeProvider clock)
    {
        if (Find(database, company) is { } known)
            return known;
        using var sessions = new ConnectionPool(database);
        var made = new TransactionRunner(sessions, clock)
            .RunAsync(new TenantScope(company), transaction => UserWrites.Create(transaction, new NewUser(Name, Email, null)), CancellationToken.None)
            .AsTask().GetAwaiter().GetResult();
        // Where it was not made, another server on the same catalogue was faster.
        return made.TryGet(out var id) ? id : Find(database, company)!.Value;
    }
}
