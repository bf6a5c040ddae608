using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Store.Operations.OperationSteps;

namespace Api.Tests.Store.Operations;

/// <summary>Adding many items to many collections, and taking them out.</summary>
internal sealed class UpdateCollectionsTests
{
    private const string UnknownId = "00000000-0000-4000-8000-000000000000";

    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = OperationServer.NewCompany();

    [TearDown]
    public void Rules_hold() => CollectionItemRules.Hold(OperationServer.Server.Database);

    [Test]
    public async Task Items_are_added_to_collections_and_implicitly_to_those_above()
    {
        var ended = await RunAsync("add_entities", ["Lamp", "Zelt", "älg"], ["Boats", "Indoor"]);
        Assert.That((ended.Status(), ended.Errors()), Is.EqualTo(("finished", Array.Empty<string>())));
        Assert.That(await RowsAsync("Boats"), Is.EqualTo(new[] { "Kayak", "Lamp", "Zelt", "älg" }));
        Assert.That(await RowsAsync("Water"), Is.EqualTo(new[] { "(Kayak)", "(Lamp)", "(Zelt)", "(älg)", "kayak" }));
        Assert.That(await RowsAsync("Outdoor"), Is.EqualTo(new[] { "(Kayak)", "(Lamp)", "(Zelt)", "(kayak)", "(älg)", "Weekend set" }));
        Assert.That(await RowsAsync("Indoor"), Is.EqualTo(new[] { "Lamp", "Zelt", "älg" }));
        Assert.That(await CountAsync("Boats"), Is.EqualTo(3), "the lamp is hidden from the store");
    }

    [Test]
    public async Task What_is_there_is_not_added_again_and_what_is_implicit_becomes_explicit_with_its_id()
    {
        var (explicitRow, implicitRow) = (_company["Boats: Kayak"], _company["Water: Kayak"]);
        var ended = await RunAsync("add_entities", ["Kayak"], ["Boats", "Water"]);
        Assert.That((ended.Status(), ended.Errors()), Is.EqualTo(("finished", Array.Empty<string>())));
        foreach (var id in (string[])[explicitRow, implicitRow])
        {
            var row = await _company.GetAsync($"collection_items/{id}");
            Assert.That(row.Json["data"]!["attributes"]!["implicit"]!.GetValue<bool>(), Is.False, row.Body);
        }
        Assert.That(await CountAsync("Water"), Is.EqualTo(2));
    }

    [Test]
    public async Task Items_are_taken_out_and_stay_implicit_where_a_collection_below_has_them()
    {
        await RunAsync("add_entities", ["Kayak", "Zelt"], ["Water", "Outdoor"]);
        var ended = await RunAsync("remove_entities", ["Kayak", "Zelt", "kayak"], ["Water"]);
        Assert.That((ended.Status(), ended.Errors()), Is.EqualTo(("finished", Array.Empty<string>())));
        Assert.That(await RowsAsync("Water"), Is.EqualTo(new[] { "(Kayak)" }));
        Assert.That(await RowsAsync("Outdoor"), Is.EqualTo(new[] { "Kayak", "Weekend set", "Zelt" }));
        Assert.That(await CountAsync("Water"), Is.Zero);
    }

    [Test]
    public async Task Taking_out_what_is_implicit_or_not_there_changes_nothing()
    {
        var before = await RowsAsync("Outdoor");
        var ended = await RunAsync("remove_entities", ["Kayak", "Lamp"], ["Outdoor"]);
        Assert.That((ended.Status(), ended.Errors()), Is.EqualTo(("finished", Array.Empty<string>())));
        Assert.That(await RowsAsync("Outdoor"), Is.EqualTo(before));
    }

    [Test]
    public async Task Bundles_are_added_too()
    {
        var ended = await _company.RunOperation(UpdateCollections("add_entities", [_company["Weekend set"]], [_company["Land"]], "bundles"));
        Assert.That((ended.Status(), ended.Errors()), Is.EqualTo(("finished", Array.Empty<string>())));
        Assert.That(await RowsAsync("Land"), Is.EqualTo(new[] { "Weekend set", "Zelt" }));
    }

    [Test]
    public async Task Targets_that_cannot_be_added_have_a_sentence_each_and_the_others_are_added()
    {
        var other = OperationServer.NewCompany();
        string[] wrong = [UnknownId, other["Kayak"], _company["Old raft"], _company["Weekend set"]];
        var ended = await _company.RunOperation(UpdateCollections("add_entities", [.. wrong, _company["älg"]], [_company["Land"]]));
        Assert.That(ended.Status(), Is.EqualTo("finished"));
        Assert.That(ended.Errors(), Is.EqualTo(wrong.Select(id => $"There is no product group with the id {id}, or it is archived.")));
        Assert.That(ended["status_message"]!.GetValue<string>(), Is.EqualTo("Not everything could be done: see error_data."));
        Assert.That(await RowsAsync("Land"), Is.EqualTo(new[] { "Zelt", "älg" }));
        Assert.That((await other.GetAsync($"collection_items?filter[collection_id]={other["Land"]}")).Json["data"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task More_targets_than_a_batch_are_added_once_each()
    {
        var items = _company.ManyItems(600);
        var ended = await _company.RunOperation(UpdateCollections("add_entities", items, [_company["Boats"], _company["Land"]]));
        Assert.That((ended.Status(), ended.Errors()), Is.EqualTo(("finished", Array.Empty<string>())));
        Assert.That(await TotalAsync("Boats"), Is.EqualTo(601));
        Assert.That(await TotalAsync("Outdoor"), Is.EqualTo(604));
        await _company.RunOperation(UpdateCollections("remove_entities", items, [_company["Boats"], _company["Land"]]));
        Assert.That(await TotalAsync("Boats"), Is.EqualTo(1));
        Assert.That(await TotalAsync("Outdoor"), Is.EqualTo(4));
    }

    private Task<System.Text.Json.Nodes.JsonNode> RunAsync(string action, string[] items, string[] collections) =>
        _company.RunOperation(UpdateCollections(action, items.Select(item => _company[item]), collections.Select(collection => _company[collection])));

    /// <summary>The items of a collection by label, those that are implicit in parentheses.</summary>
    private async Task<string[]> RowsAsync(string collection)
    {
        var answer = await _company.GetAsync($"collection_items?filter[collection_id]={_company[collection]}&page[size]=100");
        return [.. answer.Json["data"]!.AsArray().Select(row => row!["attributes"]!)
            .Select(row => (Label: _company.LabelOf(row["item_id"]!.GetValue<string>()), IsImplicit: row["implicit"]!.GetValue<bool>()))
            .Select(row => row.IsImplicit ? $"({row.Label})" : row.Label).Order(StringComparer.Ordinal)];
    }

    private async Task<int> CountAsync(string collection) =>
        (await _company.GetAsync($"collections/{_company[collection]}")).Json["data"]!["attributes"]!["item_count"]!.GetValue<int>();

    private async Task<int> TotalAsync(string collection)
    {
        var answer = await _company.GetAsync($"collection_items?filter[collection_id]={_company[collection]}&page[size]=0&stats[total]=count");
        return answer.Json["meta"]!["stats"]!["total"]!["count"]!.GetValue<int>();
    }
}
