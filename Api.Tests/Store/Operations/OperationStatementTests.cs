using Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Persistence.Connections;
using static Api.Tests.Store.Operations.OperationSteps;

namespace Api.Tests.Store.Operations;

/// <summary>A batch takes as many statements for one target as for many, and each of them names the company for every table.</summary>
internal sealed class OperationStatementTests
{
    private ApiServer _server = null!;
    private TestCompany _company = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _server = await ApiServer.StartEmptyAsync();
        _company = TestCatalog.Add(_server, 1);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [Test]
    public async Task The_number_of_targets_does_not_matter()
    {
        var items = _company.ManyItems(300, _server);
        string[] others = [_company["Boats"], _company["Land"]];
        var from = 0;
        foreach (var data in (Func<IEnumerable<string>, string>[])
        [
            ids => UpdateCollections("add_entities", ids, others),
            ids => UpdateCollections("remove_entities", ids, others),
            ids => Data("update_tag", $$"""{"target_type":"product_groups","target_ids":{{Ids(ids)}},"action":"add","tags":["one","two"]}"""),
            ids => Data("update", $$$"""{"target_type":"product_groups","target_ids":{{{Ids(ids)}}},"attributes":{"show_in_store":false,"flat_fee_price_in_cents":5}}"""),
            ids => Data("archive", $$"""{"target_type":"product_groups","target_ids":{{Ids(ids)}}}"""),
        ])
        {
            // The first of a kind prepares statements, which is not counted, but may read more than the second.
            await CountAsync(data(items.Skip(from++).Take(1)));
            var one = await CountAsync(data(items.Skip(from++).Take(1)));
            Assert.That(await CountAsync(data(items.Skip(20).Take(200))), Is.EqualTo(one), data([]));
            Assert.That(one, Is.GreaterThan(4));
        }
        var (statements, tables) = await CompanyScope.PreparedWritesAsync(_server);
        Assert.That(statements, Has.Some.Contains("user_collection_items").And.Some.Contains("products").And.Some.Contains("tags"));
        Assert.That(statements.SelectMany(sql => CompanyScope.Unheld(sql, tables).Select(table => $"{table} in {sql}")), Is.Empty);
    }

    /// <summary>The statements of an operation, its creation included.</summary>
    private async Task<int> CountAsync(string data)
    {
        var before = await ReadAsync();
        var ended = await _company.RunOperation(data);
        Assert.That(ended.Status(), Is.EqualTo("finished"), ended.ToJsonString());
        return await ReadAsync() - before;
    }

    private async Task<int> ReadAsync() => await _server.Services.GetRequiredService<ConnectionPool>()
        .WriteAsync(Guid.Empty, connection => (connection.Count.Value, false), CancellationToken.None);
}
