using Api.Tests.Support;
using Domain.Companies;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Bodies, parameters and answers of creating and deleting collection items.</summary>
internal sealed class CollectionItemRequestTests
{
    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [TestCase("/api/4")]
    [TestCase("/api/boomerang")]
    public async Task Both_prefixes_create_and_delete_and_location_leads_to_what_was_made(string prefix)
    {
        var created = await _company.Post(CollectionItemRequests.Body(_company["Water"], _company["Zelt"]), $"{prefix}/collection_items");
        Assert.That(created.Status, Is.EqualTo(201), created.Body);
        var location = created.Headers.Location!.ToString();
        Assert.That(location, Is.EqualTo($"{WriteServer.Server.Url}{prefix}/collection_items/{created.Json["data"]!.Text("id")}"));
        Assert.That((await _company.GetAsync(location)).Body, Is.EqualTo(created.Body));
        Assert.That((await _company.SendAsync(HttpMethod.Delete, location)).Body, Is.EqualTo(created.Body));
        Assert.That((await _company.GetAsync(location)).Status, Is.EqualTo(404));
    }

    [TestCase("product_groups", "Zelt")]
    [TestCase("items", "Zelt")]
    [TestCase("bundles", "Éclair set")]
    public async Task Relationships_equal_the_ids(string type, string item)
    {
        var answer = await _company.Post($$$$$$"""
            {"data":{"type":"collection_items","relationships":{
                "collection":{"data":{"type":"collections","id":"{{{{{{_company["Water"]}}}}}}"}},
                "item":{"data":{"type":"{{{{{{type}}}}}}","id":"{{{{{{_company[item]}}}}}}"}}}}}
            """);
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        Assert.That((answer.Attributes().Text("collection_id"), answer.Attributes().Text("item_id")), Is.EqualTo((_company["Water"], _company[item])));
    }

    [Test]
    public async Task Ids_may_be_written_in_upper_case_and_are_kept_in_lower_case()
    {
        var answer = await _company.Post(CollectionItemRequests.Body(_company["Water"].ToUpperInvariant(), _company["Zelt"].ToUpperInvariant()));
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        Assert.That(await _company.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Water, Land"));
        var removed = await _company.Remove(answer.Json["data"]!.Text("id").ToUpperInvariant());
        Assert.That(removed.Status, Is.EqualTo(200), removed.Body);
        Assert.That(await _company.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Land"));
    }

    [Test]
    public async Task A_relationship_may_repeat_an_id_but_not_contradict_it()
    {
        string Body(string related) => $$$$$$"""
            {"data":{"type":"collection_items",
                "attributes":{"collection_id":"{{{{{{_company["Water"]}}}}}}","item_id":"{{{{{{_company["Zelt"]}}}}}}"},
                "relationships":{"item":{"data":{"type":"product_groups","id":"{{{{{{_company[related]}}}}}}"}}}}}
            """;
        Assert.That((await _company.Post(Body("Lamp"))).Errors().Single(), Does.StartWith("400  /data/relationships/item: "));
        Assert.That((await _company.Post(Body("Zelt"))).Status, Is.EqualTo(201));
    }

    [TestCase("""{"data":{"type":"collection_items","id":"33763613-da95-4e0a-89fd-1394814769da","attributes":{}}}""", "403  /data/id")]
    [TestCase("""{"data":{"type":"items","attributes":{}}}""", "409  /data/type")]
    [TestCase("""{"data":{"type":"collection_items","attributes":{"name":"x"}}}""", "400 unknown_attribute /data/attributes/name: data.attributes.name is an unknown attribute")]
    [TestCase("""{"data":{"type":"collection_items","attributes":{"position":1}}}""", "400 unwrittable_attribute /data/attributes/position")]
    [TestCase("""{"data":{"type":"collection_items","attributes":{"implicit":false}}}""", "400 unwrittable_attribute /data/attributes/implicit")]
    [TestCase("""{"data":{"type":"collection_items","attributes":{"item_id":7}}}""", "400 type_error /data/attributes/item_id")]
    [TestCase("""{"data":{"type":"collection_items","attributes":{"item_id":"x"}}}""", "400 type_error /data/attributes/item_id")]
    [TestCase("""{"data":{"type":"collection_items","relationships":{"photo":{"data":null}}}}""", "400  /data/relationships/photo")]
    [TestCase("""{"data":{"type":"collection_items","relationships":{"item":{"data":{"type":"photos","id":"33763613-da95-4e0a-89fd-1394814769da"}}}}}""", "400  /data/relationships/item/data")]
    [TestCase("""{"data":{"attributes":{}}}""", "400  /data/type")]
    [TestCase("""{"data":[]}""", "400  /data")]
    [TestCase("""{}""", "400  ")]
    [TestCase("""{"data":""", "400  ")]
    [TestCase("", "400  ")]
    public async Task A_wrong_body_is_refused_with_its_pointer(string body, string error)
    {
        var answer = await _company.Post(body);
        Assert.That(answer.Errors().Single(), Does.StartWith(error));
        Assert.That(answer.Status, Is.EqualTo(int.Parse(error[..3], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [TestCase("""{"data":{"type":"collection_items"}}""")]
    [TestCase("""{"data":{"type":"collection_items","attributes":{"item_id":null,"collection_id":null}}}""")]
    [TestCase("""{"data":{"type":"collection_items","relationships":{"item":{"data":null},"collection":{"data":null}}}}""")]
    public async Task Both_ends_have_to_be_given(string body) =>
        Assert.That((await _company.Post(body)).Errors(), Is.EqualTo(new[]
        {
            "422 blank /data/attributes/collection_id: collection_id can't be blank",
            "422 blank /data/attributes/item_id: item_id can't be blank",
        }));

    [Test]
    public async Task Members_beside_data_are_ignored_but_for_include()
    {
        var answer = await _company.Post($$$$"""
            {"headers":{"x":1},"include":"item,collection",
             "data":{"type":"collection_items","attributes":{"collection_id":"{{{{_company["Water"]}}}}","item_id":"{{{{_company["Zelt"]}}}}"}}}
            """);
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        Assert.That(answer.Json["included"]!.AsArray().Select(resource => _company.LabelOf(resource!.Text("id"))), Is.EqualTo(new[] { "Zelt", "Water" }));
        Assert.That(answer.Json["data"]!["relationships"]!.AsObject().Select(relationship => relationship.Key), Is.EqualTo(new[] { "item", "collection" }));
    }

    [Test]
    public async Task The_query_may_include_and_choose_fields()
    {
        var answer = await _company.Post(
            CollectionItemRequests.Body(_company["Water"], _company["Zelt"]),
            "collection_items?include=item.photo&fields[items]=name&fields[collection_items]=implicit&extra_fields[collection_items]=source_collections");
        Assert.That(answer.Attributes().ToJsonString(), Is.EqualTo("""{"implicit":false,"source_collections":[]}"""));
        Assert.That(answer.Json["included"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [TestCase("collection_items?include=itme", "400  include")]
    [TestCase("collection_items?fields[collection_items]=nmae", "400 unknown_attribute fields[collection_items]")]
    [TestCase("collection_items?filter[id]=x", "400  filter[id]")]
    public async Task A_wrong_query_is_refused_before_anything_is_written(string url, string error)
    {
        var answer = await _company.Post(CollectionItemRequests.Body(_company["Water"], _company["Zelt"]), url);
        Assert.That(answer.Errors().Single(), Does.StartWith(error));
        Assert.That(await _company.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Land"));
        var row = await _company.Remove(_company["Land: Zelt"], url["collection_items".Length..]);
        Assert.That(row.Errors().Single(), Does.StartWith(error));
        Assert.That(await _company.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Land"));
    }

    [Test]
    public async Task A_wrong_include_of_the_body_is_refused_before_anything_is_written()
    {
        var body = CollectionItemRequests.Body(_company["Water"], _company["Zelt"]).Insert(1, "\"include\":\"itme\",");
        Assert.That((await _company.Post(body)).Errors().Single(), Does.StartWith("400  /include: cannot include 'itme'"));
        Assert.That(await _company.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Land"));
    }

    [Test]
    public async Task The_body_of_a_delete_is_ignored_and_fields_are_served()
    {
        await _company.Add("Water", "Kayak");
        var answer = await _company.SendAsync(
            HttpMethod.Delete,
            $"collection_items/{_company["Water: Kayak"]}?fields[collection_items]=implicit&extra_fields[collection_items]=source_collections",
            "no JSON at all");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(answer.Attributes().ToJsonString(), Is.EqualTo(
            $$"""{"implicit":false,"source_collections":[{"id":"{{_company["Boats"]}}","name":"Boats"}]}"""));
    }

    [Test]
    public async Task Without_the_scope_write_nothing_is_written()
    {
        var reader = $"reader-of-{_company.Number}";
        _company.SaveToken(reader, TokenScopes.Read);
        void AsReader(HttpRequestMessage request) => request.Headers.Authorization = new("Bearer", reader);
        var created = await _company.SendAsync(HttpMethod.Post, "collection_items", CollectionItemRequests.Body(_company["Water"], _company["Zelt"]), AsReader);
        var removed = await _company.SendAsync(HttpMethod.Delete, $"collection_items/{_company["Land: Zelt"]}", null, AsReader);
        Assert.That((created.Status, removed.Status), Is.EqualTo((403, 403)));
        Assert.That(created.Json["errors"]![0]!.Text("code"), Is.EqualTo("forbidden"));
        Assert.That(await _company.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Land"));
    }

    [TestCase("")]
    [TestCase(".json")]
    public async Task Without_the_scope_read_an_answer_is_an_id_and_a_type(string suffix)
    {
        var writer = $"writer-of-{_company.Number}";
        _company.SaveToken(writer, TokenScopes.Write);
        void AsWriter(HttpRequestMessage request) => request.Headers.Authorization = new("Bearer", writer);
        var created = await _company.SendAsync(
            HttpMethod.Post, $"collection_items{suffix}?include=item&extra_fields[collection_items]=source_collections",
            CollectionItemRequests.Body(_company["Water"], _company["Zelt"]), AsWriter);
        var removed = await _company.SendAsync(HttpMethod.Delete, $"collection_items/{_company["Land: Zelt"]}{suffix}", null, AsWriter);
        Assert.That((created.Status, removed.Status), Is.EqualTo((201, 200)));
        Assert.That(created.Json["data"]!.AsObject().Select(member => member.Key), Is.EqualTo(new[] { "id", "type" }));
        Assert.That(created.Json.AsObject().Select(member => member.Key), Is.EqualTo(new[] { "data", "meta" }));
        Assert.That(removed.Body, Is.EqualTo($$$"""{"data":{"id":"{{{_company["Land: Zelt"]}}}","type":"collection_items"},"meta":{}}"""));
        Assert.That(await _company.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Water"));
    }

    [TestCase("PUT")]
    [TestCase("PATCH")]
    public async Task A_collection_item_is_never_updated(string method)
    {
        var answer = await _company.SendAsync(new HttpMethod(method), $"collection_items/{_company["Land: Zelt"]}", "{}");
        Assert.That(answer.Status, Is.EqualTo(405));
        Assert.That(answer.ContentHeaders.Allow, Is.EquivalentTo(new[] { "GET", "HEAD", "DELETE" }));
        Assert.That(answer.Json["errors"]![0]!.Text("code"), Is.EqualTo("method_not_allowed"));
    }
}
