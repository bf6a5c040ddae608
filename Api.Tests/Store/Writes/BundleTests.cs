using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Bundles with the bundle items in their bodies, and bundle items on their own.</summary>
internal sealed class BundleTests
{
    private const string At = "/data/attributes/bundle_items_attributes";

    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [Test]
    public async Task A_bundle_is_made_with_its_items_in_one_request()
    {
        var answer = await _company.CreateItem("bundles", $$"""
            {"name":"Trip","tag_list":["x"],"description":"Two","bundle_items_attributes":[
                {"product_group_id":"{{_company["Kayak"]}}","quantity":2},
                {"product_group_id":"{{_company["Zelt"]}}","position":7,"discount_percentage":12.5},
                {"product_group_id":"{{_company["Lamp"]}}"}]}
            """, "?include=bundle_items.product_group");
        Assert.That(answer.Some("name", "slug", "product_type", "tag_list", "description", "archived"), Is.EqualTo("\"Trip\" \"trip\" \"bundle\" [\"x\"] \"Two\" false"));
        Assert.That(answer.Json["included"]!.AsArray().Select(one => one!.Text("type")), Is.EquivalentTo(new[] { "bundle_items", "bundle_items", "bundle_items", "product_groups", "product_groups", "product_groups" }));
        Assert.That(answer.Json["data"]!["relationships"]!["bundle_items"]!["data"]!.AsArray(), Has.Count.EqualTo(3));
        Assert.That(await _company.PartsOf(answer.Id()), Is.EqualTo("1: 2 Kayak, 7: 1 Zelt, 8: 1 Lamp"));
    }

    [Test]
    public async Task An_archived_item_is_in_no_include_of_its_bundle_and_is_still_fetched_and_listed()
    {
        var (set, item) = (_company["Weekend set"], _company["Weekend set with Kayak"]);
        Assert.That(await IncludedItems(), Is.EqualTo(new[] { 2, 2, 2 }));
        await _company.Archive("bundle_items", item);
        Assert.That(await IncludedItems(), Is.EqualTo(new[] { 1, 1, 1 }));
        Assert.That((await _company.GetAsync($"bundle_items/{item}")).Some("archived"), Is.EqualTo("true"));
        foreach (var (filter, found) in new[] { ("[archived]=true", 1), ("[archived]=true,false", 2), ("[bundle_id]=" + set, 1) })
            Assert.That((await _company.GetAsync($"bundle_items?filter[bundle_id]={set}&filter{filter}")).Json["data"]!.AsArray(), Has.Count.EqualTo(found), filter);
        foreach (var (filter, isFound) in new[]
        {
            ($"[bundle_items.product_group_id]={_company["Kayak"]}", false), ($"[bundle_items.product_group_id]={_company["Zelt"]}", true),
            ($"[bundle_items.product_group_id][not_eq]={_company["Kayak"]}", true), ("[bundle_items.archived]=true", true),
            ($"[bundle_items.archived]=true&filter[bundle_items.product_group_id]={_company["Zelt"]}", false),
        })
            Assert.That(_company.Labels((await _company.GetAsync($"bundles?filter{filter}")).Json).Contains("Weekend set"), Is.EqualTo(isFound), filter);

        async Task<int[]> IncludedItems() =>
        [
            .. (await Task.WhenAll(
                _company.GetAsync($"bundles/{set}?include=bundle_items"), _company.GetAsync($"items/{set}?include=bundle_items"),
                _company.SendAsync(HttpMethod.Post, "items/search", $$"""{"filter":{"id":"{{set}}"},"include":"bundle_items"}""")))
            .Select(answer => answer.Json["included"]!.AsArray().Count),
        ];
    }

    [Test]
    public async Task An_update_adds_changes_and_takes_away()
    {
        var answer = await _company.ChangeItem("bundles", "Weekend set", $$"""
            {"bundle_items_attributes":[
                {"id":"{{_company["Weekend set with Kayak"]}}","_destroy":true,"quantity":-1},
                {"id":"{{_company["Weekend set with Zelt"]}}","quantity":5,"product_group_id":"{{_company["Zelt"]}}","_destroy":false},
                {"product_group_id":"{{_company["Lamp"]}}","quantity":3}]}
            """);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(await _company.PartsOf("Weekend set"), Is.EqualTo("2: 5 Zelt, 3: 3 Lamp"));
        Assert.That((await _company.GetAsync($"bundle_items/{_company["Weekend set with Kayak"]}")).Some("archived", "quantity"), Is.EqualTo("true 1"));
        await _company.ChangeItem("bundles", "Weekend set", """{"bundle_items_attributes":null,"name":"W"}""");
        Assert.That(await _company.PartsOf("Weekend set"), Is.EqualTo("2: 5 Zelt, 3: 3 Lamp"), "what is not named stays");
    }

    [Test]
    public async Task What_a_body_adds_goes_behind_all_others_wherever_it_puts_those()
    {
        var answer = await _company.ChangeItem("bundles", "Weekend set", $$"""
            {"bundle_items_attributes":[
                {"product_group_id":"{{_company["Lamp"]}}","position":1},
                {"product_group_id":"{{_company["kayak"]}}"},
                {"id":"{{_company["Weekend set with Kayak"]}}","position":6},
                {"product_group_id":"{{_company["älg"]}}"}]}
            """);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(await _company.PartsOf("Weekend set"), Is.EqualTo("1: 1 Lamp, 2: 2 Zelt, 3: 1 kayak, 6: 1 Kayak, 7: 1 älg"));
    }

    [TestCase("""{"quantity":"2"}""", "400 type_error {0}/1/quantity: data.attributes.bundle_items_attributes.1.quantity should be a whole number")]
    [TestCase("""{"nope":1}""", "400 unknown_attribute {0}/1/nope: data.attributes.bundle_items_attributes.1.nope is an unknown attribute")]
    [TestCase("""{"archived":true}""", "400 unwrittable_attribute {0}/1/archived")]
    [TestCase("""{"bundle_id":"33763613-da95-4e0a-89fd-1394814769da"}""", "400 unwrittable_attribute {0}/1/bundle_id")]
    [TestCase("""{"id":"x"}""", "400 type_error {0}/1/id")]
    [TestCase("""{"_destroy":1}""", "400 type_error {0}/1/_destroy")]
    [TestCase("""{"quantity":1}""", "422 blank {0}/1/product_group_id")]
    [TestCase("""{"product_group_id":"33763613-da95-4e0a-89fd-1394814769da","quantity":0}""", "422 out_of_range {0}/1/quantity")]
    [TestCase("""{"product_group_id":"33763613-da95-4e0a-89fd-1394814769da"}""", "422 not_found {0}/1/product_group_id")]
    [TestCase("""{"id":"33763613-da95-4e0a-89fd-1394814769da"}""", "422 not_found {0}/1/id")]
    [TestCase("""{"_destroy":true}""", "422 blank {0}/1/id")]
    [TestCase("1", "400 type_error {0}: ")]
    [TestCase("null", "400 type_error {0}: ")]
    public async Task An_error_within_has_a_pointer_and_nothing_is_written(string part, string error)
    {
        var answer = await _company.ChangeItem("bundles", "Weekend set", $$"""
            {"name":"W","bundle_items_attributes":[{"id":"{{_company["Weekend set with Zelt"]}}","quantity":9},{{part}}]}
            """);
        Assert.That(answer.Errors().Single(), Does.StartWith(string.Format(System.Globalization.CultureInfo.InvariantCulture, error, At)));
        Assert.That(await _company.PartsOf("Weekend set"), Is.EqualTo("1: 1 Kayak, 2: 2 Zelt"));
        Assert.That((await _company.GetAsync($"bundles/{_company["Weekend set"]}")).Some("name"), Is.EqualTo("\"Weekend set\""));
    }

    [Test]
    public async Task Items_of_other_bundles_archived_groups_and_ids_given_twice_are_refused_together()
    {
        var other = WriteServer.NewCompany();
        var answer = await _company.ChangeItem("bundles", "Weekend set", $$"""
            {"bundle_items_attributes":[
                {"id":"{{_company["Éclair set with Old raft"]}}"},
                {"product_group_id":"{{_company["Old raft"]}}"},
                {"product_group_id":"{{other["Zelt"]}}"},
                {"product_group_id":"{{_company["Éclair set"]}}"},
                {"id":"{{_company["Weekend set with Zelt"]}}","product_group_id":"{{_company["Lamp"]}}"},
                {"id":"{{_company["Weekend set with Zelt"]}}","_destroy":true}]}
            """);
        Assert.That(answer.Errors().Select(error => error.Split(':')[0]), Is.EqualTo(new[]
        {
            $"422 not_found {At}/0/id", $"422 not_found {At}/1/product_group_id", $"422 not_found {At}/2/product_group_id", $"422 not_found {At}/3/product_group_id",
            $"400 unwrittable_attribute {At}/4/product_group_id", $"422 taken {At}/5/id",
        }));
        Assert.That(await _company.PartsOf("Weekend set"), Is.EqualTo("1: 1 Kayak, 2: 2 Zelt"));
    }

    [Test]
    public async Task A_thousand_items_are_taken_and_one_more_is_not()
    {
        string Parts(int count) => $$"""{"bundle_items_attributes":[{{string.Join(',', Enumerable.Repeat($$"""{"product_group_id":"{{_company["Kayak"]}}"}""", count))}}]}""";
        Assert.That((await _company.ChangeItem("bundles", "Éclair set", Parts(1_001))).Errors().Single(), Does.StartWith($"422 too_many {At}: "));
        Assert.That((await _company.ChangeItem("bundles", "Éclair set", Parts(1_000))).Status, Is.EqualTo(200));
        var last = await _company.GetAsync($"bundle_items?filter[bundle_id]={_company["Éclair set"]}&sort=-position&page[size]=1&stats[total]=count");
        Assert.That((last.Json["meta"]!["stats"]!["total"]!["count"]!.GetValue<int>(), last.Json["data"]![0]!["attributes"]!["position"]!.GetValue<int>()), Is.EqualTo((1_001, 1_001)));
    }

    [Test]
    public async Task A_bundle_item_of_its_own_goes_behind_the_others()
    {
        var answer = await _company.CreateItem("bundle_items", $$"""{"bundle_id":"{{_company["Weekend set"]}}","product_group_id":"{{_company["Lamp"]}}"}""", "?include=bundle,product_group.photo");
        Assert.That(answer.Some("position", "quantity", "discount_percentage", "archived"), Is.EqualTo("3 1 0 false").Or.EqualTo("3 1 0.0 false"));
        Assert.That((await _company.ChangeItem("bundle_items", answer.Id(), """{"position":1,"quantity":4}""")).Some("position", "quantity"), Is.EqualTo("1 4"));
        Assert.That((await _company.Archive("bundle_items", answer.Id())).Some("archived"), Is.EqualTo("true"));
        Assert.That(await _company.PartsOf("Weekend set"), Is.EqualTo("1: 1 Kayak, 2: 2 Zelt"));
    }

    [Test]
    public async Task Nothing_is_added_to_an_archived_bundle_until_it_is_taken_out_again()
    {
        await _company.Archive("bundles", "Weekend set");
        var parts = $$"""[{"product_group_id":"{{_company["Lamp"]}}"}]""";
        Assert.That((await _company.ChangeItem("bundles", "Weekend set", $$"""{"bundle_items_attributes":{{parts}}}""")).Errors().Single(), Does.StartWith($"422 not_found {At}/0/bundle_id"));
        Assert.That((await _company.ChangeItem("bundles", "Weekend set", $$"""{"archived":false,"bundle_items_attributes":{{parts}}}""")).Some("slug"), Is.EqualTo("\"weekend-set\""));
        Assert.That(await _company.PartsOf("Weekend set"), Is.EqualTo("1: 1 Kayak, 2: 2 Zelt, 3: 1 Lamp"));
    }
}
