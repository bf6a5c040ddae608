using Api.Security;
using Api.Tests.Support;
using Domain.Companies;
using NUnit.Framework;
using Persistence.Connections;
using Persistence.Sqlite;

namespace Api.Tests.Slow.Crashes;

/// <summary>Killed in the middle of a stream of writes, the server has lost nothing that it acknowledged, and kept nothing by halves.</summary>
[Category("Slow")]
[NonParallelizable]
internal sealed class CrashTests
{
    internal const string Token = "token-of-the-crash-tests";
    private const int Clients = 4;

    /// <summary>How often the server is killed amid writes: few times in every run, more often for a long search.</summary>
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("CRASH_KILLS"), out var kills) ? kills : 5;

    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("crash-tests-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Kills_lose_no_acknowledged_write()
    {
        var catalog = Path.Combine(_folder, "catalog.db");
        var database = new SqliteDatabase($"Data Source={catalog}");
        AddCompany(database);
        var random = new Random(1);
        var clients = Enumerable.Range(0, Clients).Select(number => new ShopClient(number)).ToList();
        var (round, midWrite) = (0, 0);
        while (true)
        {
            using var server = await KillableServer.StartAsync(catalog, Token);
            foreach (var client in clients)
                await (round == 0 ? client.PrepareAsync(server) : client.VerifyAsync(server));
            if (midWrite == Kills)
                break;
            Assert.That(round++, Is.LessThan(Kills * 6 / 5), "most kills have to hit a stream of writes");
            var before = clients.Sum(client => client.Acknowledged);
            var writing = clients.Select(client => Task.Run(() => client.WriteAsync(server))).ToArray();
            await Task.Delay(random.Next(50, 250));
            server.Kill();
            await Task.WhenAll(writing);
            midWrite += clients.Sum(client => client.Acknowledged) > before ? 1 : 0;
            CollectionItemRules.Hold(database);
        }
        await TestContext.Out.WriteLineAsync($"{clients.Sum(client => client.Acknowledged)} acknowledged writes, {midWrite} of {round} kills amid them");
    }

    internal static void AddCompany(CatalogDatabase database)
    {
        database.Migrate();
        var now = DateTimeOffset.UnixEpoch;
        var company = new Company { Id = Guid.NewGuid(), Slug = "shop", Name = "Shop", CreatedAt = now, UpdatedAt = now };
        using var context = database.CreateContext();
        context.Add(company);
        context.Add(new AccessToken
        {
            Hash = AccessTokens.Hash(Token), CompanyId = company.Id, Name = "test", Scopes = TokenScopes.Read | TokenScopes.Write, CreatedAt = now,
        });
        context.SaveChanges();
    }
}
