using Api.Security;
using Api.Tests.Store.Operations;
using Api.Tests.Support;
using Domain.Collections;
using Domain.Companies;
using Domain.Items;
using Domain.Operations;
using NUnit.Framework;
using Persistence.Connections;
using Persistence.Sqlite;

namespace Api.Tests.Slow.Crashes;

/// <summary>Killed amid operations, the server goes on with them at its next start: no target is done by halves, none is left out.</summary>
[Category("Slow")]
[NonParallelizable]
internal sealed class OperationCrashTests
{
    private const string Token = "token-of-the-operation-crash-tests";
    private const int Items = 5_000;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("CRASH_KILLS"), out var kills) ? kills : 5;

    private readonly Guid _company = Guid.NewGuid();
    private readonly Guid[] _collections = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];
    private readonly Guid[] _items = [.. Enumerable.Range(0, Items).Select(_ => Guid.CreateVersion7())];

    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("crash-tests-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Kills_leave_no_operation_unfinished_and_none_done_twice()
    {
        var catalog = Path.Combine(_folder, "catalog.db");
        var database = new SqliteDatabase($"Data Source={catalog}");
        AddCompany(database);
        var random = new Random(1);
        var (amid, acknowledged) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var server = await KillableServer.StartAsync(catalog, Token);
            // What an earlier server left comes first: operations of a company are done in their order.
            var answer = await server.SendAsync(HttpMethod.Post, "operations", OperationSteps.Body(Data(adds: acknowledged % 2 == 0)));
            Assert.That(answer.Status, Is.EqualTo(201), answer.Document.ToJsonString());
            acknowledged++;
            await Task.Delay(random.Next(20, 200));
            server.Kill();
            CollectionItemRules.Hold(database);
            amid += Operations(database).Any(operation => operation is { Status: OperationStatus.InProgress, Progress: > 0 and < Items }) ? 1 : 0;
        }
        using (var server = await KillableServer.StartAsync(catalog, Token))
            for (var tries = 0; Operations(database).Any(operation => operation.FinishedAt is null); tries++)
            {
                Assert.That(tries, Is.LessThan(600), "the operations have not ended within a minute");
                await Task.Delay(100);
            }
        CollectionItemRules.Hold(database);
        var operations = Operations(database);
        Assert.That(operations, Has.Count.EqualTo(acknowledged));
        Assert.That(operations, Has.All.Matches<Operation>(operation => operation is { Status: OperationStatus.Finished, Progress: Items, ErrorCount: 0 }));
        using var context = database.CreateContext();
        Assert.That(context.CollectionItems.Count(), Is.EqualTo(acknowledged % 2 == 0 ? 0 : Items * _collections.Length));
        await TestContext.Out.WriteLineAsync($"{acknowledged} operations, {amid} of {Kills} kills amid one");
    }

    private static List<Operation> Operations(CatalogDatabase database)
    {
        using var context = database.CreateContext();
        return [.. context.Operations];
    }

    private string Data(bool adds) => OperationSteps.UpdateCollections(
        adds ? "add_entities" : "remove_entities", _items.Select(id => id.ToString()), _collections.Skip(1).Select(id => id.ToString()));

    /// <summary>A root with three collections below it.</summary>
    private void AddCompany(SqliteDatabase database)
    {
        database.Migrate();
        var now = DateTimeOffset.UtcNow;
        using var context = database.CreateContext();
        context.Add(new Company { Id = _company, Slug = "shop", Name = "Shop", CreatedAt = now, UpdatedAt = now });
        context.Add(new AccessToken
        {
            Hash = AccessTokens.Hash(Token), CompanyId = _company, Name = "test", Scopes = TokenScopes.Read | TokenScopes.Write, CreatedAt = now,
        });
        foreach (var (index, id) in _collections.Index())
            context.Add(new Collection
            {
                CompanyId = _company, Id = id, CreatedAt = now, UpdatedAt = now, Name = "collection", Slug = id.ToString(),
                ParentId = index == 0 ? null : _collections[0], Depth = index == 0 ? 1 : 2,
            });
        foreach (var id in _items)
            context.Add(new ProductGroup { CompanyId = _company, Id = id, CreatedAt = now, UpdatedAt = now, Name = "item", Slug = id.ToString(), Sku = id.ToString() });
        context.SaveChanges();
    }
}
