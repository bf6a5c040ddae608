using Api.Tests.Support;
using Domain.Companies;
using NUnit.Framework;
using static Api.Tests.Store.Queries.QueryServer;

namespace Api.Tests.Store.Queries;

internal sealed class HeaderTests
{
    private const string Url = "collections?page[size]=2";

    [Test]
    public async Task Every_answer_has_the_common_headers([Values("collections", "collections?sort=nmae", "collections/x", "nowhere")] string url)
    {
        var answer = await A.GetAsync(url);
        Assert.That(Header(answer, "Vary"), Is.EqualTo("Accept, Accept-Encoding"));
        Assert.That(Header(answer, "Cache-Control").Split(", "), Is.EquivalentTo(new[] { "max-age=0", "private", "must-revalidate" }));
        Assert.That(Header(answer, "X-Content-Type-Options"), Is.EqualTo("nosniff"));
        Assert.That(Header(answer, "X-Request-Id"), Is.Not.Empty);
        Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo("application/vnd.api+json"));
    }

    [TestCase("application/vnd.api+json", "application/vnd.api+json")]
    [TestCase("*/*", "application/vnd.api+json")]
    [TestCase("application/json", "application/json")]
    [TestCase("text/html, application/json;q=0.9", "application/json")]
    [TestCase("application/json, application/vnd.api+json", "application/vnd.api+json")]
    public async Task Accept_chooses_the_label_of_the_same_document(string accept, string contentType)
    {
        var answer = await AskAsync(Url, "Accept", accept);
        Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo(contentType));
        Assert.That(answer.Body, Is.EqualTo((await A.GetAsync(Url)).Body));
    }

    [Test]
    public async Task Each_media_type_has_an_etag_of_its_own() =>
        Assert.That(Header(await AskAsync(Url, "Accept", "application/json"), "ETag"), Is.Not.EqualTo(Header(await A.GetAsync(Url), "ETag")));

    [Test]
    public async Task An_accept_header_without_either_type_is_refused() =>
        Assert.That((await AskAsync(Url, "Accept", "text/html")).Status, Is.EqualTo(406));

    [Test]
    public async Task Server_timing_lists_database_statements_and_total() =>
        Assert.That(Header(await A.GetAsync(Url), "Server-Timing"), Does.Match("""^db;dur=[\d.]+;desc="statements: 1", total;dur=[\d.]+$"""));

    [TestCase("GET", "collections?sort=nmae", null, 400)]
    [TestCase("GET", "collections/33763613-da95-4e0a-89fd-1394814769da", null, 404)]
    [TestCase("POST", "collections", """{"data":{"type":"collections","attributes":{"name":""}}}""", 422)]
    [TestCase("DELETE", "collections/33763613-da95-4e0a-89fd-1394814769da", null, 404)]
    public async Task So_do_errors_but_for_the_statements(string method, string url, string? body, int status)
    {
        var answer = await A.SendAsync(new HttpMethod(method), url, body);
        Assert.That(answer.Status, Is.EqualTo(status), answer.Body);
        Assert.That(Header(answer, "Server-Timing"), Does.Match(@"^db;dur=[\d.]+, total;dur=[\d.]+$"));
    }

    [Test]
    public async Task A_strong_etag_names_the_document_and_a_known_one_is_not_sent_again()
    {
        var first = await A.GetAsync(Url);
        var tag = Header(first, "ETag");
        Assert.That(tag, Does.Match("^\"[^\"]+\"$"));
        foreach (var known in new[] { tag, "W/" + tag, $"\"other\", {tag}", "*" })
        {
            var again = await AskAsync(Url, "If-None-Match", known);
            Assert.That((again.Status, again.Body), Is.EqualTo((304, "")), known);
            Assert.That((Header(again, "ETag"), Header(again, "Vary"), Header(again, "Cache-Control").Length > 0),
                Is.EqualTo((tag, "Accept, Accept-Encoding", true)));
        }
        Assert.That((await AskAsync(Url, "If-None-Match", "\"other\"")).Status, Is.EqualTo(200));
        Assert.That((await AskAsync("collections?page[size]=3", "If-None-Match", tag)).Status, Is.EqualTo(200));
        Assert.That(Header(await B.GetAsync(Url), "ETag"), Is.Not.EqualTo(tag));
    }

    [TestCase("7f3c9a.B-1_2:x", true)]
    [TestCase("a b", false)]
    [TestCase("<script>", false)]
    [TestCase("", false)]
    public async Task A_valid_request_id_is_echoed(string id, bool echoed)
    {
        var answer = await AskAsync(Url, "X-Request-Id", id);
        Assert.That(Header(answer, "X-Request-Id"), echoed ? Is.EqualTo(id) : Does.Match("^[0-9a-f]{32}$"));
    }

    [Test]
    public async Task A_request_id_of_more_than_128_characters_does_not_come_back()
    {
        Assert.That(Header(await AskAsync(Url, "X-Request-Id", new string('x', 128)), "X-Request-Id"), Has.Length.EqualTo(128));
        Assert.That(Header(await AskAsync(Url, "X-Request-Id", new string('x', 129)), "X-Request-Id"), Has.Length.EqualTo(32));
    }

    [TestCase(Url)]
    [TestCase("collections?sort=nmae")]
    [TestCase("collections/x")]
    public async Task Head_is_get_without_the_body(string url)
    {
        var get = await A.GetAsync(url);
        var head = await A.SendAsync(HttpMethod.Head, url);
        Assert.That((head.Status, head.Body), Is.EqualTo((get.Status, "")));
        Assert.That(head.ContentHeaders.ContentLength, Is.EqualTo(get.ContentHeaders.ContentLength));
        Assert.That(head.ContentHeaders.ContentType, Is.EqualTo(get.ContentHeaders.ContentType));
        Assert.That(head.Headers.ETag, Is.EqualTo(get.Headers.ETag));
    }

    [TestCase("")]
    [TestCase("Bearer")]
    [TestCase("Bearer unknown")]
    [TestCase("Basic token-of-company-1")]
    [TestCase("token-of-company-1")]
    public async Task Without_a_good_token_nothing_else_is_looked_at(string authorization)
    {
        foreach (var url in new[] { Url, "collections?sort=nmae", "nowhere" })
        {
            var answer = await AskAsync(url, "Authorization", authorization);
            Assert.That(answer.Status, Is.EqualTo(401), url);
            Assert.That(answer.Json.At("errors", 0, "code"), Is.EqualTo("\"unauthorized\""));
            Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer"));
        }
    }

    [Test]
    public async Task Revoked_and_expired_tokens_are_refused()
    {
        var past = DateTimeOffset.UtcNow.AddMinutes(-1);
        A.SaveToken("revoked", TokenScopes.Read, revokedAt: past);
        A.SaveToken("expired", TokenScopes.Read, expiresAt: past);
        A.SaveToken("expiring", TokenScopes.Read, expiresAt: past.AddHours(1));
        var revoked = await AskAsync(Url, "Authorization", "Bearer revoked");
        Assert.That((revoked.Status, revoked.Json.At("errors", 0, "detail")), Is.EqualTo((401, "\"token is invalid (revoked)\"")));
        Assert.That((await AskAsync(Url, "Authorization", "Bearer expired")).Status, Is.EqualTo(401));
        Assert.That((await AskAsync(Url, "Authorization", "Bearer expiring")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Without_the_scope_read_nothing_is_read()
    {
        A.SaveToken("writer", TokenScopes.Write);
        foreach (var url in new[] { Url, $"collections/{A["Water"]}" })
            Assert.That((await AskAsync(url, "Authorization", "Bearer writer")).Status, Is.EqualTo(403), url);
    }

    [Test]
    public async Task Unknown_paths_and_wrong_verbs_answer_error_documents()
    {
        var nowhere = await A.GetAsync("nowhere");
        Assert.That((nowhere.Status, nowhere.Json.At("errors", 0, "code")), Is.EqualTo((404, "\"resources_not_found\"")));
        var wrong = await A.SendAsync(HttpMethod.Delete, "collection_items");
        Assert.That((wrong.Status, wrong.Json.At("errors", 0, "code")), Is.EqualTo((405, "\"method_not_allowed\"")));
        Assert.That(wrong.ContentHeaders.Allow, Is.EquivalentTo(new[] { "GET", "HEAD", "POST" }));
    }

    private static Task<Answer> AskAsync(string url, string header, string value) => A.SendAsync(HttpMethod.Get, url, null, request =>
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, value);
    });

    private static string Header(Answer answer, string name) => string.Join(", ", answer.Headers.GetValues(name));
}
