using System.Text.Json.Nodes;
using NUnit.Framework;
using static Api.Tests.Store.Queries.QueryAssertions;
using static Api.Tests.Store.Queries.QueryServer;

namespace Api.Tests.Store.Queries;

internal sealed class IncludingTests
{
    [Test]
    public async Task Nothing_asked_for_is_nothing_included()
    {
        var document = await Get("collection_items?page[size]=1");
        Assert.That(document.At("data", 0, "relationships"), Is.EqualTo("{}"));
        Assert.That(document.AsObject().ContainsKey("included"), Is.False);
    }

    [Test]
    public async Task Include_of_nothing_is_an_empty_list()
    {
        var document = await Get("collection_items?page[size]=1&include=");
        Assert.That(document.At("data", 0, "relationships"), Is.EqualTo("{}"));
        Assert.That(document.At("included"), Is.EqualTo("[]"));
    }

    [Test]
    public async Task Each_item_is_included_as_its_own_type()
    {
        var document = await Get($"collection_items?filter[collection_id]={A["Outdoor"]}&include=item&fields[items]=type,name");
        Assert.That(document.At("data", 0, "relationships"), Is.EqualTo(Linkage("item", "bundles", "Weekend set")));
        Assert.That(document.At("data", 1, "relationships"), Is.EqualTo(Linkage("item", "product_groups", "Kayak")));
        Assert.That(Included(document), Is.EqualTo(new[] { "bundles Weekend set", "product_groups Kayak", "product_groups kayak", "product_groups Zelt" }));
        Assert.That(document.At("included", 0, "attributes"), Is.EqualTo("""{"type":"bundles","name":"Weekend set"}"""));
    }

    [Test]
    public async Task A_path_includes_the_steps_that_lead_to_it()
    {
        var document = await Get($"collection_items?filter[collection_id]={A["Boats"]}&include=item.photo&fields[items]=name&fields[photos]=position");
        Assert.That(Included(document), Is.EqualTo(new[] { "product_groups Kayak", "photos bow" }));
        Assert.That(document.At("included", 0, "relationships"), Is.EqualTo(Linkage("photo", "photos", "bow")));
    }

    [Test]
    public async Task What_is_not_there_is_linked_as_null()
    {
        var document = await Get($"collection_items?filter[collection_id]={A["Land"]}&include=item,item.photo");
        Assert.That(document.At("included", 0, "relationships"), Is.EqualTo("""{"photo":{"data":null}}"""));
        Assert.That(Included(document), Is.EqualTo(new[] { "product_groups Zelt" }));
    }

    [Test]
    public async Task A_resource_is_included_once_however_often_it_is_linked()
    {
        var document = await Get($"collection_items?filter[item_id]={A["Kayak"]}&include=item,collection");
        Assert.That(document["data"]!.AsArray(), Has.Count.EqualTo(4));
        Assert.That(Included(document).Count(label => label == "product_groups Kayak"), Is.EqualTo(1));
        Assert.That(Included(document), Is.Unique.And.Length.EqualTo(5));
    }

    [Test]
    public async Task To_many_is_linked_in_order_and_included()
    {
        var document = await Get($"collections/{A["Outdoor"]}?include=collection_items.item&fields[collections]=name&fields[collection_items]=position&fields[items]=name");
        Assert.That(document["data"]!["relationships"]!["collection_items"]!["data"]!.AsArray().Select(Label),
            Is.EqualTo(new[] { "collection_items Outdoor: Weekend set", "collection_items Outdoor: Kayak", "collection_items Outdoor: kayak", "collection_items Outdoor: Zelt" }));
        Assert.That(Included(document), Is.EqualTo(new[]
        {
            "collection_items Outdoor: Weekend set", "bundles Weekend set", "collection_items Outdoor: Kayak", "product_groups Kayak",
            "collection_items Outdoor: kayak", "product_groups kayak", "collection_items Outdoor: Zelt", "product_groups Zelt",
        }));
    }

    [Test]
    public async Task To_many_of_several_parents_goes_to_each()
    {
        var document = await Get("items?filter[name]=lamp,zelt,atlas&sort=name&include=collection_items,bundle_items");
        Assert.That(document["data"]!.AsArray().Select(item => string.Join(", ",
                item!["relationships"]!["collection_items"]!["data"]!.AsArray().Select(Label))),
            Is.EqualTo(new[] { "collection_items Indoor: Lamp", "collection_items Land: Zelt, collection_items Outdoor: Zelt" }));
        Assert.That(document.At("data", 0, "relationships", "bundle_items"), Is.EqualTo("""{"data":[]}"""));
    }

    [Test]
    public async Task A_photo_and_its_owner_point_at_each_other()
    {
        var document = await Get($"photos/{A["tent"]}?include=owner");
        Assert.That(document.At("data", "relationships"), Is.EqualTo(Linkage("owner", "bundles", "Weekend set")));
        Assert.That(Included(document), Is.EqualTo(new[] { "bundles Weekend set" }));
    }

    [Test]
    public async Task A_path_of_three_steps_is_included_depth_first()
    {
        var document = await Get($"bundles/{A["Weekend set"]}?include=bundle_items.product_group.photo&fields[product_groups]=name&fields[photos]=position");
        Assert.That(Included(document), Is.EqualTo(new[]
        {
            "bundle_items Weekend set with Kayak", "product_groups Kayak", "photos bow", "bundle_items Weekend set with Zelt", "product_groups Zelt",
        }));
    }

    [Test]
    public async Task Archived_resources_are_included()
    {
        var document = await Get($"bundles/{A["Éclair set"]}?include=bundle_items.product_group&fields[product_groups]=archived");
        Assert.That(Included(document), Is.EqualTo(new[] { "bundle_items Éclair set with Old raft", "product_groups Old raft" }));
        Assert.That(document.At("included", 1, "attributes"), Is.EqualTo("""{"archived":true}"""));
    }

    [Test]
    public async Task What_is_included_has_extra_fields_too()
    {
        var document = await Get(
            $"collections/{A["Water"]}?include=collection_items&fields[collection_items]=implicit&extra_fields[collection_items]=source_collections");
        Assert.That(document["included"]!.AsArray().Select(row => row!["attributes"]!.ToJsonString()), Is.EqualTo(new[]
        {
            """{"implicit":false,"source_collections":[]}""",
            $$"""{"implicit":true,"source_collections":[{"id":"{{A["Boats"]}}","name":"Boats"}]}""",
        }));
    }

    [TestCase("items?filter[name]=unknown&include=photo,collection_items,bundle_items")]
    [TestCase("items?page[size]=0&include=photo,collection_items,bundle_items")]
    [TestCase("items?page[number]=9&include=photo,collection_items,bundle_items")]
    public async Task Of_no_rows_nothing_is_included(string url)
    {
        var document = await Get(url);
        Assert.That((document.At("data"), document.At("included")), Is.EqualTo(("[]", "[]")));
    }

    [TestCase("collection_items?include=itme", "itme")]
    [TestCase("collection_items?include=item.photos", "item.photos")]
    [TestCase("collection_items?include=item.collection_items", "item.collection_items")]
    [TestCase("product_groups?include=price_structure", "price_structure")]
    [TestCase("items?include=barcode", "barcode")]
    public Task A_path_that_is_not_listed_is_refused(string url, string path) => Refuses(url, "include", $"cannot include '{path}'");

    private static string Linkage(string relationship, string type, string label) =>
        $$$$"""{"{{{{relationship}}}}":{"data":{"type":"{{{{type}}}}","id":"{{{{A[label]}}}}"}}}""";

    private static string[] Included(JsonNode document) => [.. document["included"]!.AsArray().Select(Label)];

    private static string Label(JsonNode? resource) => $"{resource!["type"]} {A.LabelOf(resource["id"]!.GetValue<string>())}";
}
