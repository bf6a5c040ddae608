using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.NestedJson;

/// <summary>Paths that end in <c>.json</c>: nested plain JSON.</summary>
internal sealed class NestedJsonTests
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
    public async Task A_list_with_includes() => Snapshot.Verify((await GetAsync(
        "collection_items.json?filter[collection.name]=boats,outdoor&include=item,item.photo&fields[collection_items]=position&fields[items]=name,type&fields[photos]=large_url"
        + "&extra_fields[collection_items]=source_collections&stats[total]=count&page[size]=2")).Json);

    [Test]
    public async Task One_resource_with_its_tree() => Snapshot.Verify((await GetAsync(
        $"bundles/{_company["Weekend set"]}.json?include=photo,bundle_items.product_group.photo&fields[items]=name&fields[bundle_items]=quantity&fields[photos]=photo")).Json);

    [TestCase("collection_items", "?include=item,item.photo,collection&extra_fields[collection_items]=source_collections&page[size]=3&page[number]=2&meta[total][]=count")]
    [TestCase("collections/Outdoor", "?include=collection_items.item.photo&extra_fields[collections]=all_children,hierarchical_name")]
    [TestCase("items", "?include=photo,collection_items,bundle_items&sort=-name&stats[type]=count")]
    [TestCase("items", "?page[size]=0&stats[base_price_in_cents]=average")]
    [TestCase("product_groups/Kayak", "?include=")]
    [TestCase("bundles/Weekend set", "?include=photo,bundle_items,bundle_items.product_group,bundle_items.product_group.photo")]
    [TestCase("photos/bow", "?include=owner")]
    public async Task It_says_what_json_api_says(string path, string query)
    {
        var parts = path.Split('/');
        path = parts.Length == 1 ? path : $"{parts[0]}/{_company[parts[1]]}";
        var document = (await GetAsync(path + query)).Json.AsObject();
        var expected = new JsonObject();
        foreach (var (name, value) in document)
            if (name == "data")
                expected.Add(name, value is JsonArray rows ? new JsonArray([.. rows.Select(row => Nested(document, row!))]) : Nested(document, value!));
            else if (name != "included")
                expected.Add(name, JsonNode.Parse(value!.ToJsonString().Replace($"/{path}", $"/{path}.json", StringComparison.Ordinal)));
        Assert.That((await GetAsync($"{path}.json{query}")).Json.ToJsonString(), Is.EqualTo(expected.ToJsonString()));
    }

    [Test]
    public async Task A_search_answers_it_too()
    {
        var answer = await _company.SendAsync(HttpMethod.Post, "items/search.json", """{"filter":{"name":{"eql":"Kayak"}},"fields":{"items":"name"},"include":"photo"}""");
        Assert.That((answer.Status, answer.ContentHeaders.ContentType!.ToString()), Is.EqualTo((200, "application/json")));
        Assert.That(answer.Json["data"]![0]!.AsObject().Select(member => member.Key), Is.EqualTo(new[] { "id", "name", "photo" }));
        Assert.That(answer.Json.AsObject().Select(member => member.Key), Is.EqualTo(new[] { "data", "meta" }));
    }

    [Test]
    public async Task Writes_take_json_api_and_answer_it()
    {
        var (collection, item) = (_company["Indoor"], _company["Zelt"]);
        var created = await _company.SendAsync(HttpMethod.Post, "collection_items.json?include=item&fields[collection_items]=implicit&fields[items]=name",
            $$$$"""{"data":{"type":"collection_items","attributes":{"collection_id":"{{{{collection}}}}","item_id":"{{{{item}}}}"}}}""");
        Assert.That((created.Status, created.ContentHeaders.ContentType!.ToString()), Is.EqualTo((201, "application/json")), created.Body);
        var id = created.Json["data"]!["id"]!.GetValue<string>();
        Assert.That(created.Body, Is.EqualTo($$$"""{"data":{"id":"{{{id}}}","implicit":false,"item":{"id":"{{{item}}}","name":"Zelt"}},"meta":{}}"""));
        Assert.That(created.Headers.Location!.ToString(), Is.EqualTo($"{_server.Url}/api/4/collection_items/{id}"));
        Assert.That((await _company.GetAsync(created.Headers.Location.ToString())).Status, Is.EqualTo(200));
        var deleted = await _company.SendAsync(HttpMethod.Delete, $"collection_items/{id}.json?fields[collection_items]=implicit");
        Assert.That((deleted.Status, deleted.Body), Is.EqualTo((200, $$$"""{"data":{"id":"{{{id}}}","implicit":false},"meta":{}}""")));
    }

    [Test]
    public async Task A_write_may_require_the_state_that_was_read()
    {
        var url = $"bundle_items/{_company["Weekend set with Kayak"]}.json";
        var tag = (await GetAsync(url)).Headers.ETag!.ToString();
        var body = $$$$"""{"data":{"type":"bundle_items","id":"{{{{_company["Weekend set with Kayak"]}}}}","attributes":{"quantity":1}}}""";
        foreach (var (required, status) in new[] { ("\"other\"", 412), (tag, 200) })
        {
            var answer = await _company.SendAsync(HttpMethod.Patch, url, body, request => request.Headers.TryAddWithoutValidation("If-Match", required));
            Assert.That((answer.Status, answer.ContentHeaders.ContentType!.ToString()), Is.EqualTo((status, "application/json")), answer.Body);
        }
    }

    [TestCase("text/html")]
    [TestCase("application/vnd.api+json")]
    [TestCase("application/vnd.api+json; ext=\"https://example.org\"")]
    [TestCase("nonsense")]
    public async Task Accept_has_no_say(string accept)
    {
        foreach (var path in new[] { "/api/4/collections.json", "/api/boomerang/collections.json", "/API/4/collections.JSON" })
        {
            var answer = await GetAsync(path, "Accept", accept);
            Assert.That((answer.Status, answer.ContentHeaders.ContentType!.ToString()), Is.EqualTo((200, "application/json")), path);
            Assert.That(answer.Json["data"]![0]!["name"]!.GetValue<string>(), Is.EqualTo("Outdoor"), path);
        }
    }

    [TestCase("collections.json?sort=nope", 400)]
    [TestCase("collections/x.json", 404)]
    [TestCase("collections.json.json", 404)]
    [TestCase("nowhere.json", 404)]
    [TestCase(".json", 404)]
    public async Task Errors_are_the_same_document_as_plain_json(string url, int status)
    {
        var answer = await GetAsync(url, "Accept", "text/html");
        Assert.That((answer.Status, answer.ContentHeaders.ContentType!.ToString()), Is.EqualTo((status, "application/json")));
        Assert.That(answer.Json["errors"]![0]!["status"]!.GetValue<string>(), Is.EqualTo($"{status}"));
        if (url == "nowhere.json")
            Assert.That(answer.Json["errors"]![0]!["detail"]!.GetValue<string>(), Does.Contain("'/api/4/nowhere.json'"));
    }

    [Test]
    public async Task A_wrong_token_and_a_wrong_verb_are_answered_in_plain_json()
    {
        var refused = await GetAsync("collections.json", "Authorization", "Bearer unknown");
        Assert.That((refused.Status, refused.ContentHeaders.ContentType!.ToString()), Is.EqualTo((401, "application/json")));
        var wrong = await _company.SendAsync(HttpMethod.Delete, "collection_items.json");
        Assert.That((wrong.Status, wrong.ContentHeaders.ContentType!.ToString()), Is.EqualTo((405, "application/json")));
        Assert.That(wrong.Json["errors"]![0]!["detail"]!.GetValue<string>(), Does.Contain("'/api/4/collection_items.json'"));
    }

    [TestCase("collections", "?page[size]=2")]
    [TestCase("collections.json", "?page[size]=2")]
    [TestCase("collections/Outdoor", "")]
    [TestCase("collections/Outdoor.json", "?include=collection_items.item")]
    public async Task A_known_etag_is_not_sent_again(string path, string query)
    {
        var url = path.Replace("Outdoor", _company["Outdoor"], StringComparison.Ordinal) + query;
        var tag = (await GetAsync(url)).Headers.ETag!.ToString();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            foreach (var known in new[] { tag, "W/" + tag, $"\"other\", {tag}", $"W/\"other\",W/{tag} , \"third\"", "*" })
            {
                var again = await AskAsync(method, url, "If-None-Match", known);
                Assert.That((again.Status, again.Body, again.Headers.ETag!.ToString()), Is.EqualTo((304, "", tag)), $"{method} {known}");
            }
            foreach (var other in new[] { "\"other\"", tag.Trim('"'), tag[..^2] + "\"", $"\"{tag}\"x" })
                Assert.That((await AskAsync(method, url, "If-None-Match", other)).Status, Is.EqualTo(200), $"{method} {other}");
        }
    }

    [TestCase("collections", "")]
    [TestCase("collections", "?filter[name]=unknown")]
    [TestCase("collections/Outdoor", "?fields[collections]=")]
    public async Task Every_representation_has_an_etag_of_its_own(string path, string query)
    {
        path = path.Replace("Outdoor", _company["Outdoor"], StringComparison.Ordinal);
        var tags = new[]
        {
            (await GetAsync(path + query)).Headers.ETag,
            (await GetAsync(path + query, "Accept", "application/json")).Headers.ETag,
            (await GetAsync(path + ".json" + query)).Headers.ETag,
        };
        Assert.That(tags, Is.Unique.And.All.Not.Null);
        Assert.That((await GetAsync(path + ".json" + query)).Headers.ETag, Is.EqualTo(tags[2]));
    }

    /// <summary>What the resource object and what it includes should look like when nested: attributes, then relationships.</summary>
    private static JsonObject Nested(JsonObject document, JsonNode resource)
    {
        var nested = new JsonObject { ["id"] = resource["id"]!.DeepClone() };
        foreach (var (name, value) in resource["attributes"]!.AsObject())
            nested.Add(name, value?.DeepClone());
        foreach (var (name, relationship) in resource["relationships"]!.AsObject())
            nested.Add(name, relationship!["data"] switch
            {
                null => null,
                JsonArray many => new JsonArray([.. many.Select(one => Nested(document, Find(document, one!)))]),
                var one => Nested(document, Find(document, one)),
            });
        return nested;
    }

    private static JsonObject Find(JsonObject document, JsonNode identifier) =>
        (document["included"]?.AsArray() ?? []).Concat(document["data"] as JsonArray ?? []).Append(document["data"] as JsonObject).OfType<JsonObject>()
            .First(resource => JsonNode.DeepEquals(resource["id"], identifier["id"]) && JsonNode.DeepEquals(resource["type"], identifier["type"]));

    private Task<Answer> GetAsync(string url) => _company.GetAsync(url);

    private Task<Answer> GetAsync(string url, string header, string value) => AskAsync(HttpMethod.Get, url, header, value);

    private Task<Answer> AskAsync(HttpMethod method, string url, string header, string value) => _company.SendAsync(method, url, null, request =>
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, value);
    });
}
