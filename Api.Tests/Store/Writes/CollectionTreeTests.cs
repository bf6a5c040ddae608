using Api.Tests.Support;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Moving collections, one by one and many at once, on the catalogue that <see cref="TestCatalog"/> draws.</summary>
internal sealed class CollectionTreeTests
{
    private const string UnknownId = "33763613-da95-4e0a-89fd-1394814769da";

    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [TestCase("PUT")]
    [TestCase("PATCH")]
    public async Task A_moved_collection_takes_everything_below_it_along(string method)
    {
        var answer = await _company.Change(_company["Water"], $$"""{"parent_id":"{{_company["Indoor"]}}"}""", method);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(answer.Attributes().Text("parent_id"), Is.EqualTo(_company["Indoor"]));
        Assert.That(await _company.Draw(), Is.EqualTo(new[] { "Featured 1:", "Indoor 1:", "Outdoor 1:1", "Land < Outdoor 2:2", "Water < Indoor 2:1", "Boats < Water 3:1" }));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("(Water), Boats, (Indoor), Featured"));
        Assert.That(await _company.CollectionsOf("kayak"), Is.EqualTo("Water, (Indoor)"));
        Assert.That(await _company.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Land"));
        Assert.That((await _company.ItemCount("Indoor"), await _company.ItemCount("Water"), await _company.ItemCount("Outdoor")), Is.EqualTo((1, 1, 1)));
    }

    [Test]
    public async Task A_root_goes_below_another_and_back()
    {
        await _company.Change(_company["Boats"], """{"parent_id":null}""");
        Assert.That(await _company.Draw(), Has.Some.EqualTo("Boats 1:1"));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("Boats, Featured"));
        await _company.Change(_company["Boats"], $$"""{"parent_id":"{{_company["Land"]}}"}""");
        Assert.That(await _company.Draw(), Has.Some.EqualTo("Boats < Land 3:1"));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("(Outdoor), Boats, (Land), Featured"));
    }

    [Test]
    public async Task What_is_still_held_above_keeps_id_and_position_and_what_is_explicit_stays_so()
    {
        Execute($"UPDATE collection_items SET position = 7 WHERE id = '{_company["Outdoor: Kayak"]}'");
        await _company.Add("Land", "Kayak");
        await _company.Add("Outdoor", "kayak");
        await _company.Change(_company["Water"], """{"parent_id":null}""");
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("(Outdoor), (Water), Boats, Land, Featured"));
        Assert.That((await _company.GetAsync($"collection_items/{_company["Outdoor: Kayak"]}")).Attributes()["position"]!.GetValue<int>(), Is.EqualTo(7));
        Assert.That(await _company.CollectionsOf("kayak"), Is.EqualTo("Outdoor, Water"));
    }

    [TestCase("Water", "Water", "422 cycle /data/attributes/parent_id")]
    [TestCase("Outdoor", "Boats", "422 cycle /data/attributes/parent_id")]
    [TestCase("Outdoor", "Indoor", "422 too_deep /data/attributes/parent_id")]
    [TestCase("Land", "Boats", "422 too_deep /data/attributes/parent_id")]
    [TestCase("Land", "Featured", "422 system /data/attributes/parent_id")]
    [TestCase("Land", "Kayak", "422 not_found /data/attributes/parent_id")]
    public async Task A_move_that_breaks_the_tree_is_refused(string moved, string parent, string error)
    {
        var before = await _company.Draw();
        var answer = await _company.Change(_company[moved], $$"""{"name":"x","parent_id":"{{_company[parent]}}"}""");
        Assert.That(answer.Errors().Single(), Does.StartWith(error));
        Assert.That(await _company.Draw(), Is.EqualTo(before));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("(Outdoor), (Water), Boats, Featured"));
    }

    [TestCase("/api/4")]
    [TestCase("/api/boomerang")]
    public async Task A_tree_swaps_parents_whatever_the_order_of_its_entries(string prefix)
    {
        // One after the other, the first would be a cycle.
        var body = CollectionRequests.Body("collection_trees", $$"""
            {"collections":[{{Entry("Outdoor", $"\"parent_id\":\"{_company["Water"]}\"")}},{{Entry("Boats", "\"parent_id\":null,\"position\":5")}},{{Entry("Water", "\"parent_id\":null")}}]}
            """);
        var answer = await _company.Post(body, $"{prefix}/collection_trees");
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        Assert.That(answer.Body, Does.Match("""^\{"data":\{"id":"[0-9a-f-]{36}","type":"collection_trees"\},"meta":\{\}\}$"""));
        Assert.That(await _company.Draw(), Is.EqualTo(new[] { "Boats 1:5", "Featured 1:", "Indoor 1:", "Water 1:1", "Outdoor < Water 2:1", "Land < Outdoor 3:2" }));
        Assert.That(await _company.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), (Water), Land"));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("Boats, Featured"));
        Assert.That(await _company.CollectionsOf("Weekend set"), Is.EqualTo("Outdoor, (Water)"));
    }

    [Test]
    public async Task Positions_are_stored_as_given_and_an_omitted_key_changes_nothing()
    {
        var answer = await _company.Tree(Entry("Land", "\"position\":0"), Entry("Water", "\"position\":null"), Entry("Indoor", $"\"parent_id\":\"{_company["Land"]}\""), Entry("Outdoor"));
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        Assert.That(await _company.Draw(), Is.EqualTo(new[] { "Featured 1:", "Outdoor 1:1", "Land < Outdoor 2:0", "Water < Outdoor 2:", "Boats < Water 3:1", "Indoor < Land 3:" }));
        Assert.That(await _company.CollectionsOf("Lamp"), Is.EqualTo("(Outdoor), (Land), Indoor"));
    }

    [TestCase("Land", "\"position\":-1", "422 out_of_range /data/attributes/collections/1/position")]
    [TestCase("Land", "\"position\":1.5", "400 type_error /data/attributes/collections/1/position")]
    [TestCase("Land", "\"position\":99999999999", "400 type_error /data/attributes/collections/1/position")]
    [TestCase("Land", "\"parent_id\":7", "400 type_error /data/attributes/collections/1/parent_id")]
    [TestCase("Land", "\"name\":\"x\"", "400 unknown_attribute /data/attributes/collections/1/name")]
    [TestCase("Land", "\"parent_id\":\"" + UnknownId + "\"", "422 not_found /data/attributes/collections/1/parent_id")]
    [TestCase("Land", "\"parent_id\":\"Boats\"", "422 too_deep /data/attributes/collections/1/parent_id")]
    [TestCase("Land", "\"parent_id\":\"Featured\"", "422 system /data/attributes/collections/1/parent_id")]
    [TestCase("Outdoor", "\"parent_id\":\"Boats\"", "422 cycle /data/attributes/collections/1/parent_id")]
    [TestCase("Outdoor", "\"parent_id\":\"Outdoor\"", "422 cycle /data/attributes/collections/1/parent_id")]
    [TestCase("Outdoor", "\"parent_id\":\"Indoor\"", "422 too_deep /data/attributes/collections/1/parent_id")]
    [TestCase("Featured", "\"position\":1", "422 system /data/attributes/collections/1/id")]
    [TestCase("Water", "\"position\":1", "422 duplicate /data/attributes/collections/1/id")]
    [TestCase("Zelt", "\"position\":1", "422 not_found /data/attributes/collections/1/id")]
    [TestCase(UnknownId, "\"position\":1", "422 not_found /data/attributes/collections/1/id")]
    [TestCase("x", "\"position\":1", "400 type_error /data/attributes/collections/1")]
    public async Task A_wrong_entry_is_named_and_nothing_is_changed(string collection, string keys, string error)
    {
        foreach (var name in new[] { "Outdoor", "Boats", "Featured", "Indoor" })
            keys = keys.Replace($":\"{name}\"", $":\"{_company[name]}\"", StringComparison.Ordinal);
        var before = await _company.Draw();
        var answer = await _company.Tree(Entry("Water", "\"position\":9"), collection is "x" or UnknownId ? $$"""{"id":"{{collection}}",{{keys}}}""" : Entry(collection, keys));
        Assert.That(answer.Errors().Single(), Does.StartWith(error));
        Assert.That(await _company.Draw(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_foreign_collection_is_not_there()
    {
        var other = WriteServer.NewCompany();
        var answer = await _company.Tree(
            $$"""{"id":"{{other["Land"]}}","position":1}""", Entry("Land", $"\"parent_id\":\"{other["Indoor"]}\""), Entry("Water", "\"parent_id\":null"));
        Assert.That(answer.Errors().Select(error => error.Split(": ")[0]), Is.EqualTo(new[]
        {
            "422 not_found /data/attributes/collections/0/id", "422 not_found /data/attributes/collections/1/parent_id",
        }));
    }

    [Test]
    public async Task Every_entry_of_a_cycle_and_every_one_that_leads_too_deep_is_named()
    {
        var cycle = await _company.Tree(Entry("Outdoor", $"\"parent_id\":\"{_company["Indoor"]}\""), Entry("Indoor", $"\"parent_id\":\"{_company["Water"]}\""));
        Assert.That(cycle.Errors().Select(error => error.Split(": ")[0]), Is.EqualTo(new[]
        {
            "422 cycle /data/attributes/collections/0/parent_id", "422 cycle /data/attributes/collections/1/parent_id",
        }));
        var deep = await _company.Tree(Entry("Indoor", $"\"parent_id\":\"{_company["Boats"]}\""), Entry("Land", $"\"parent_id\":\"{_company["Boats"]}\""));
        Assert.That(deep.Errors().Select(error => error.Split(": ")[0]), Is.EqualTo(new[]
        {
            "422 too_deep /data/attributes/collections/0/parent_id", "422 too_deep /data/attributes/collections/1/parent_id",
        }));
    }

    [TestCase("""{"data":{"type":"collections","attributes":{"collections":[]}}}""", "409  /data/type")]
    [TestCase("""{"data":{"type":"collection_trees","id":"x","attributes":{"collections":[]}}}""", "403  /data/id")]
    [TestCase("""{"data":{"type":"collection_trees","attributes":{}}}""", "422 blank /data/attributes/collections")]
    [TestCase("""{"data":{"type":"collection_trees","attributes":{"collections":[]}}}""", "422 blank /data/attributes/collections")]
    [TestCase("""{"data":{"type":"collection_trees","attributes":{"collections":7}}}""", "400 type_error /data/attributes/collections")]
    [TestCase("""{"data":{"type":"collection_trees","attributes":{"collections":[7]}}}""", "400 type_error /data/attributes/collections/0")]
    [TestCase("""{"data":{"type":"collection_trees","attributes":{"collections":[{"position":1}]}}}""", "400 type_error /data/attributes/collections/0")]
    [TestCase("""{"data":{"type":"collection_trees","relationships":{"parent":{"data":null}},"attributes":{"collections":[{}]}}}""", "400  /data/relationships/parent")]
    [TestCase("""{"data":""", "400  ")]
    public async Task A_wrong_body_is_refused_with_its_pointer(string body, string error) =>
        Assert.That((await _company.Post(body, "collection_trees")).Errors()[0], Does.StartWith(error));

    [Test]
    public async Task Ten_thousand_entries_are_the_most()
    {
        var entries = Enumerable.Range(0, 10_001).Select(_ => $$"""{"id": "{{Guid.NewGuid()}}", "parent_id": "{{Guid.NewGuid()}}", "position": 1}""").ToArray();
        Assert.That((await _company.Tree(entries)).Errors(), Is.EqualTo(new[]
        {
            "422 too_many /data/attributes/collections: collections holds 10001 elements, and one request takes 10000 at most",
        }));
        Assert.That((await _company.Tree(entries[1..])).Errors()[0], Does.StartWith("422 not_found /data/attributes/collections/0/id"));
    }

    [TestCase("collection_trees")]
    [TestCase("sortings")]
    public async Task Only_post_is_offered_and_parameters_are_not(string path)
    {
        var read = await _company.GetAsync(path);
        Assert.That((read.Status, read.ContentHeaders.Allow.Single()), Is.EqualTo((405, "POST")));
        Assert.That((await _company.Post("{}", path + "?include=x")).Errors()[0], Does.StartWith("400  include: unknown parameter 'include'"));
    }

    private string Entry(string collection, string keys = "") => $$"""{"id":"{{_company[collection]}}"{{(keys.Length > 0 ? "," : "")}}{{keys}}}""";

    private static void Execute(string sql)
    {
        using var connection = WriteServer.Server.Database.OpenConnection();
        using var command = new SqliteCommand(sql, connection);
        Assert.That(command.ExecuteNonQuery(), Is.EqualTo(1), sql);
    }
}
