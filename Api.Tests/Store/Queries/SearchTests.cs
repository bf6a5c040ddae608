using System.Text.Json.Nodes;
using Domain.Companies;
using NUnit.Framework;
using static Api.Tests.Store.Queries.QueryServer;

namespace Api.Tests.Store.Queries;

/// <summary>POST …/search: what lists take in the query, in a body.</summary>
internal sealed class SearchTests
{
    [TestCase("""{"operator":"or","attributes":[{"name":{"prefix":"kay"}},{"name":"Zelt"}]}""", "Kayak", "kayak", "Zelt")]
    [TestCase("""{"operator":"and","attributes":[{"name":{"prefix":"kay"}},{"base_price_in_cents":{"lt":5000}}]}""", "kayak")]
    [TestCase("""{"operator":"or","attributes":[{"operator":"and","attributes":[{"name":"kayak"},{"sku":"kay-2"}]},{"type":"bundles","name":{"prefix":"week"}}]}""", "kayak", "Weekend set")]
    [TestCase("""{"operator":"and","attributes":[{"base_price_in_cents":{"gt":500,"lt":1500}}]}""", "Zelt")]
    [TestCase("""{"operator":"or","attributes":[{"archived":true},{"name":"zelt"}]}""", "Zelt", "Old raft")]
    [TestCase("""{"operator":"and","attributes":[{"collection_items.collection.name":["boats","land"]}]}""", "Kayak", "Zelt")]
    public async Task Conditions_are_those_of_a_list(string conditions, params string[] labels)
    {
        var document = await Search("items", $$$"""{"filter":{"conditions":{{{conditions}}}}}""");
        Assert.That(A.Labels(document), Is.EqualTo(labels));
        var list = await A.GetAsync("items?filter[conditions]=" + Uri.EscapeDataString(conditions));
        Assert.That(document["data"]!.ToJsonString(), Is.EqualTo(list.Json["data"]!.ToJsonString()));
    }

    [Test]
    public async Task Filters_beside_conditions_hold_too() => Assert.That(
        A.Labels(await Search("items", """
            {"filter":{"conditions":{"operator":"or","attributes":[{"name":"kayak"},{"name":"zelt"}]},"name":{"not_eq":"zelt"},"sku":{"eql":"KAY-1"}}}
            """)),
        Is.EqualTo(new[] { "Kayak" }));

    [TestCase("""{"excerpt":"a, b"}""", "Äpfelkorb")]
    [TestCase("""{"excerpt":"null"}""", "älg")]
    [TestCase("""{"excerpt":["null","a, b"]}""", "Äpfelkorb", "älg")]
    [TestCase("""{"name":"{{zelt}}"}""")]
    [TestCase("""{"name":"kayak,zelt"}""")]
    [TestCase("""{"group_name":{"not_eq":null}}""", "Kayak")]
    [TestCase("""{"description":["",null],"name":{"prefix":["kay","ze"]}}""", "kayak", "Zelt")]
    [TestCase("""{"base_price_in_cents":2500}""", "kayak")]
    [TestCase("""{"show_in_store":false}""", "Lamp")]
    public async Task In_a_filter_null_is_null_and_text_is_never_split(string filter, params string[] labels) =>
        Assert.That(A.Labels(await Search("product_groups", $$"""{"filter":{{filter}}}""")), Is.EqualTo(labels));

    [TestCase("""{"sort":"-name","page":{"size":2,"number":2},"fields":{"product_groups":"name,sku"},"include":"photo","stats":{"total":"count"}}""")]
    [TestCase("""{"sort":["-name"],"page":{"size":"2","number":"2"},"fields":{"product_groups":["name","sku"]},"include":["photo"],"stats":{"total":["count"]}}""")]
    [TestCase("""{"sort":"-name","page":{"size":2,"number":2},"fields":{"items":["name,sku"]},"include":"photo","stats":{"total":["count"]},"extra_fields":{},"filter":{}}""")]
    [TestCase("""{"sort":"-name","page":{"size":2,"number":2},"fields":{"product_groups":"name,sku"},"include":"photo","stats":{"total":"count"},"meta":null,"filter":null,"extra_fields":null}""")]
    [TestCase("""{"headers":{"X-Client":"1"},"data":null,"a/b~c":["x"],"sort":"-name","page":{"size":2,"number":2},"fields":{"items":"name,sku"},"include":"photo","stats":{"total":"count"}}""")]
    public async Task The_other_members_are_the_parameters_of_a_list(string body)
    {
        var list = (await A.GetAsync("product_groups?sort=-name&page[size]=2&page[number]=2&fields[product_groups]=name,sku&include=photo&stats[total]=count")).Json.AsObject();
        Assert.That(list.Remove("links"), Is.True);
        Assert.That((await Search("product_groups", body)).ToJsonString(), Is.EqualTo(list.ToJsonString()));
    }

    [Test]
    public async Task Stats_are_answered_where_the_request_put_them() => Assert.That(
        (await Search("items", """{"page":{"size":0},"stats":{"total":"count","base_price_in_cents":["minimum","maximum"]},"meta":{"total":["count"]}}""")).At("meta"),
        Is.EqualTo("""{"total":{"count":10},"stats":{"total":{"count":10},"base_price_in_cents":{"minimum":0,"maximum":5000}}}"""));

    [Test]
    public async Task An_empty_body_object_lists_all_that_is_not_archived()
    {
        var document = await Search("bundles", "{}");
        Assert.That(A.Labels(document), Is.EqualTo(new[] { "Weekend set", "Éclair set" }));
        Assert.That(document.AsObject().Select(member => member.Key), Is.EqualTo(new[] { "data", "meta" }));
    }

    [Test]
    public async Task Empty_lists_ask_for_nothing()
    {
        var document = await Search("bundles", """{"include":[],"fields":{"bundles":[]},"sort":[],"stats":{"total":[]}}""");
        Assert.That(document.At("included"), Is.EqualTo("[]"));
        Assert.That(document.At("data", 0, "attributes"), Is.EqualTo("{}"));
        Assert.That(document.At("meta"), Is.EqualTo("{}"));
    }

    [Test]
    public async Task The_query_string_adds_what_the_body_leaves_out()
    {
        var document = await Search("items", """{"filter":{"name":{"eql":"Kayak"}}}""", "?include=photo&fields[items]=name");
        Assert.That(document.At("data", 0, "attributes"), Is.EqualTo("""{"name":"Kayak"}"""));
        Assert.That(document["included"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Reading_is_enough_and_writing_is_not()
    {
        A.SaveToken("search-reader", TokenScopes.Read);
        A.SaveToken("search-writer", TokenScopes.Write);
        foreach (var (token, status) in new[] { ("search-reader", 200), ("search-writer", 403) })
        {
            var answer = await A.SendAsync(HttpMethod.Post, "items/search", "{}", request => request.Headers.Authorization = new("Bearer", token));
            Assert.That(answer.Status, Is.EqualTo(status), token);
        }
    }

    [TestCase("collections")]
    [TestCase("collection_items")]
    [TestCase("photos")]
    public async Task Only_items_are_searched(string type) =>
        Assert.That((await A.SendAsync(HttpMethod.Post, type + "/search", "{}")).Status, Is.EqualTo(405));

    [Test]
    public async Task Nothing_of_another_company_is_found() =>
        Assert.That((await Search("items", $$$"""{"filter":{"id":"{{{B["Kayak"]}}}"}}"""))["data"]!.AsArray(), Is.Empty);

    private static async Task<JsonNode> Search(string type, string body, string query = "")
    {
        var answer = await A.SendAsync(HttpMethod.Post, $"{type}/search{query}", body);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return answer.Json;
    }
}
