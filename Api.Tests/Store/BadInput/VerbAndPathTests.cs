using Api.Tests.Support;
using JsonApi.Errors;
using NUnit.Framework;
using static Api.Tests.Store.BadInput.BadInputServer;

namespace Api.Tests.Store.BadInput;

internal sealed class VerbAndPathTests
{
    [TestCase("PUT", Items, "GET", "HEAD", "POST")]
    [TestCase("PATCH", Items, "GET", "HEAD", "POST")]
    [TestCase("DELETE", Items, "GET", "HEAD", "POST")]
    [TestCase("OPTIONS", Items, "GET", "HEAD", "POST")]
    [TestCase("BREW", Items, "GET", "HEAD", "POST")]
    [TestCase("get", Items, "GET", "HEAD", "POST")]
    [TestCase("head", Items, "GET", "HEAD", "POST")]
    [TestCase("Post", Items, "GET", "HEAD", "POST")]
    [TestCase("delete", Items + "/x", "DELETE", "GET", "HEAD")]
    [TestCase("PUT", Items + "/x", "DELETE", "GET", "HEAD")]
    [TestCase("PATCH", Items + "/x", "DELETE", "GET", "HEAD")]
    [TestCase("POST", Items + "/x", "DELETE", "GET", "HEAD")]
    public async Task A_verb_that_is_not_offered_names_those_that_are(string verb, string target, params string[] allowed)
    {
        var stock = Stock();
        var (status, head, body) = await RawConnection.SendAsync($"{verb} {target} HTTP/1.1", [$"Authorization: Bearer {ApiServer.DemoToken}", "Content-Length: 0"]);
        Assert.That(status, Is.EqualTo(405), body);
        var allow = head.Split("\r\n").Single(line => line.StartsWith("Allow:", StringComparison.OrdinalIgnoreCase))["Allow:".Length..].Split(',', StringSplitOptions.TrimEntries);
        Assert.That(allow, Is.EquivalentTo(allowed));
        Assert.That(body, Does.Contain("\"code\":\"method_not_allowed\"").And.Contain(target));
        Assert.That(Stock(), Is.EqualTo(stock));
    }

    [TestCase("/api/4")]
    [TestCase("/api/4/")]
    [TestCase("/api/4/nope")]
    [TestCase("/api/boomerang/nope/1")]
    [TestCase("/api/4/Collection%20Items")]
    [TestCase("/api/4//collection_items")]
    [TestCase("/api/4/collection_items/x/y")]
    [TestCase("/api/4/collection_items/x/relationships/item")]
    [TestCase("/api/4/orders")]
    public async Task An_unknown_path_is_not_found(string path)
    {
        var errors = (await GetAsync(path)).AssertRefused(ErrorCodes.NotFound);
        Assert.That(ErrorAssertions.Text(errors.Single(), "detail"), Does.Contain("There is nothing at"));
    }

    [TestCase("/")]
    [TestCase("/nope")]
    [TestCase("/api")]
    [TestCase("/api/5/collection_items")]
    [TestCase("/api/40/collection_items")]
    [TestCase("/favicon.ico")]
    [TestCase("/api/4/%2e%2e/secret")]
    public async Task A_path_outside_the_api_is_answered_too(string path)
    {
        var answer = await GetAsync(path);
        Assert.That(answer.Status, Is.EqualTo(404));
        Assert.That(ErrorAssertions.Text(answer.Json["errors"]![0]!, "code"), Is.EqualTo("resources_not_found"));
        Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo("application/vnd.api+json"));
    }

    [TestCase("a b")]
    [TestCase("<script>alert(1)</script>")]
    [TestCase("a\tb")]
    [TestCase("\u00c3\u00a9")]
    [TestCase("a%0d%0aSet-Cookie: x=1")]
    [TestCase("")]
    public async Task A_request_id_that_is_not_sane_is_not_echoed(string id)
    {
        var (status, head, _) = await RawConnection.SendAsync(
            $"GET {Items}?page[size]=0 HTTP/1.1", [$"Authorization: Bearer {ApiServer.DemoToken}", $"X-Request-Id: {id}"]);
        Assert.That(status, Is.EqualTo(200));
        Assert.That(head, Does.Match("X-Request-Id: [0-9a-f]{32}\r\n").And.Not.Contain("Set-Cookie").And.Not.Contain("script"));
    }

    [Test]
    public async Task A_request_id_is_echoed_up_to_128_characters()
    {
        foreach (var (id, echoed) in new[] { ("my-id_1.2:3", true), (new string('a', 128), true), (new string('a', 129), false) })
        {
            var answer = await Server.SendAsync(HttpMethod.Get, Items + "/x", configure: request => request.Headers.TryAddWithoutValidation("X-Request-Id", id));
            Assert.That(answer.Headers.GetValues("X-Request-Id").Single() == id, Is.EqualTo(echoed), id);
        }
    }

    [TestCase("\"")]
    [TestCase(",,,W/")]
    [TestCase("W/\"")]
    public async Task A_broken_if_none_match_matches_nothing(string tag)
    {
        var answer = await Server.SendAsync(HttpMethod.Get, Items + "?page[size]=0", configure: request => request.Headers.TryAddWithoutValidation("If-None-Match", tag));
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [TestCase("/api/4/items/%2500", 404)]
    [TestCase("/api/4/items/%2500.json", 404)]
    [TestCase("/api/4/items/%252e%252e.json", 404)]
    [TestCase("/api/4/%2569tems.json", 404)]
    [TestCase("/api/4/%69tems.json", 200)]
    public async Task A_path_is_decoded_once(string path, int status) =>
        Assert.That((await GetAsync(path)).Status, Is.EqualTo(status));

    [Test]
    public async Task Errors_name_the_header_at_fault()
    {
        foreach (var (header, value, method, url, status) in new[]
        {
            ("If-Match", "\"other\"", HttpMethod.Delete, $"{Items}/{TakenCollectionItem.Id}", 412),
            ("If-None-Match", "*", HttpMethod.Delete, $"{Items}/{TakenCollectionItem.Id}", 412),
            ("If-Match", "*", HttpMethod.Post, Items, 400),
            ("Accept", "text/html", HttpMethod.Get, Items, 406),
        })
        {
            var body = method == HttpMethod.Post ? """{"data":{"type":"collection_items"}}""" : null;
            var answer = await Server.SendAsync(method, url, body, request => request.Headers.TryAddWithoutValidation(header, value));
            Assert.That(answer.Status, Is.EqualTo(status), answer.Body);
            Assert.That(answer.Json["errors"]!.AsArray().Select(error => ErrorAssertions.Text(error!, "source", "header")), Has.Some.EqualTo(header), answer.Body);
        }
        var sent = await Server.SendAsync(HttpMethod.Post, Items, "<a/>", request => request.Content!.Headers.ContentType = new("application/xml"));
        Assert.That(ErrorAssertions.Text(sent.AssertRefused(ErrorCodes.UnsupportedMediaType).Single(), "source", "header"), Is.EqualTo("Content-Type"));
    }

    [Test]
    public async Task A_delete_that_breaks_a_rule_names_the_attribute_of_the_rule()
    {
        (await SendAsync(HttpMethod.Delete, $"{Items}/{ImplicitItem.Id}")).AssertPointer(
            ErrorCodes.Unprocessable, "/data/attributes/implicit", "is implicit", "implicit");
        (await SendAsync(HttpMethod.Delete, $"/api/4/collections/{SystemCollectionItem.CollectionId}")).AssertPointer(
            ErrorCodes.Unprocessable, "/data/attributes/system", "system collection", "system");
    }

    [Test]
    public async Task Bodies_of_reads_and_deletes_are_ignored()
    {
        Assert.That((await SendAsync(HttpMethod.Get, Items + "?page[size]=0", "garbage")).Status, Is.EqualTo(200));
        (await SendAsync(HttpMethod.Delete, $"{Items}/{Guid.Empty}", "garbage")).AssertRefused(ErrorCodes.NotFound);
    }

    [Test]
    public async Task Head_of_what_is_refused_has_no_body()
    {
        var answer = await SendAsync(HttpMethod.Head, Items + "?nope=1");
        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body, Is.Empty);
    }
}
