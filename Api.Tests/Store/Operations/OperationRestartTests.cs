using Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Persistence.Writes.Operations;
using static Api.Tests.Store.Operations.OperationSteps;

namespace Api.Tests.Store.Operations;

/// <summary>Operations that a server has not run, or not to their end, when it stops.</summary>
internal sealed class OperationRestartTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("operation-tests-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task What_was_scheduled_or_begun_goes_on_after_a_restart()
    {
        string adds, exports;
        int number;
        await using (var server = await StartAsync(workers: 0))
        {
            var company = TestCatalog.Add(server, 7);
            var items = company.ManyItems(600, server);
            number = company.Number;
            adds = await CreateAsync(company, UpdateCollections("add_entities", items, [company["Boats"], company["Land"]]));
            exports = await CreateAsync(company, Data("export", """{"target_type":"collection_items"}"""));
            // One batch, as if the server stopped after it.
            var runner = server.Services.GetRequiredService<OperationRunner>();
            var owner = (await runner.FindCompaniesAsync(CancellationToken.None)).Single();
            Assert.That(await runner.RunBatchAsync((await runner.FindNextAsync(owner, CancellationToken.None))!, CancellationToken.None), Is.False);
            var row = (await company.GetAsync($"operations/{adds}")).Json["data"]!["attributes"]!;
            Assert.That((row.Status(), row["finished_at"]), Is.EqualTo(("in_progress", (object?)null)));
            Assert.That(Count(server), Is.InRange(100, 500), "a part of the items is in the collection");
        }
        await using (var server = await StartAsync(workers: 2))
        {
            var company = new TestCompany(server, number);
            Assert.That((await company.Ended(adds)).Status(), Is.EqualTo("finished"));
            Assert.That((await company.Ended(exports)).Status(), Is.EqualTo("finished"));
            Assert.That(Count(server), Is.EqualTo(600 + 1));
            CollectionItemRules.Hold(server.Database);
        }
    }

    [Test]
    public async Task A_server_that_is_stopped_amid_operations_loses_none()
    {
        var created = new List<string>();
        int number;
        await using (var server = await StartAsync(workers: 2))
        {
            var company = TestCatalog.Add(server, 8);
            number = company.Number;
            var items = company.ManyItems(1_000, server);
            for (var i = 0; i < 10; i++)
                created.Add(await CreateAsync(company, UpdateCollections(i % 2 == 0 ? "add_entities" : "remove_entities", items, [company["Boats"]])));
        }
        await using (var server = await StartAsync(workers: 1))
        {
            var company = new TestCompany(server, number);
            foreach (var id in created)
                Assert.That((await company.Ended(id)).Status(), Is.EqualTo("finished"));
            Assert.That(Count(server), Is.EqualTo(1), "the last operation took all of them out again");
            CollectionItemRules.Hold(server.Database);
        }
    }

    [Test]
    public async Task Data_that_cannot_be_run_fail_with_a_message_and_others_go_on()
    {
        string broken, sound;
        await using (var server = await StartAsync(workers: 0))
        {
            var company = TestCatalog.Add(server, 9);
            broken = await CreateAsync(company, UpdateCollections("add_entities", [company["Zelt"]], [company["Boats"]]));
            sound = await CreateAsync(company, UpdateCollections("add_entities", [company["Lamp"]], [company["Boats"]]));
            var id = Guid.Parse(broken);
            using var context = server.Database.CreateContext();
            context.Operations.Where(operation => operation.Id == id)
                .ExecuteUpdate(change => change.SetProperty(operation => operation.OperationData, """{"type":"nope","data":{"target_type":"bundles"}}"""));
        }
        await using var restarted = await StartAsync(workers: 1);
        var again = new TestCompany(restarted, 9);
        var failed = await again.Ended(broken);
        Assert.That((failed.Status(), failed["status_message"]!.GetValue<string>()), Is.EqualTo(("failed", "The server failed. What was done before that remains.")));
        Assert.That((await again.Ended(sound)).Status(), Is.EqualTo("finished"));
    }

    private static int Count(ApiServer server)
    {
        using var context = server.Database.CreateContext();
        return context.CollectionItems.Count(item => item.Collection!.Name == "Boats" && !item.Implicit);
    }

    private static async Task<string> CreateAsync(TestCompany company, string data)
    {
        var answer = await company.Post(data);
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        return answer.Json["data"]!["id"]!.GetValue<string>();
    }

    private Task<ApiServer> StartAsync(int workers) => ApiServer.StartInAsync(_folder, "--Demo:Enabled=false", $"--Operations:Workers={workers}");
}
