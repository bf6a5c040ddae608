using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Queries;

internal sealed class CorsTests
{
    private const string Long = "/api/4/collections";

    [Test]
    public async Task Pages_of_allowed_origins_may_read()
    {
        await using var server = await ApiServer.StartEmptyAsync("--Cors:Origins=https://shop.example.com;http://localhost:3000");
        TestCatalog.Add(server, 1);
        var preflight = await PreflightAsync(server, "https://shop.example.com");
        Assert.That(((int)preflight.StatusCode, One(preflight, "Access-Control-Allow-Origin")), Is.EqualTo((204, "https://shop.example.com")));
        Assert.That(One(preflight, "Access-Control-Allow-Headers"), Is.EqualTo("authorization,if-match"));
        Assert.That(One(await PreflightAsync(server, "https://evil.example.com"), "Access-Control-Allow-Origin"), Is.Null);
        foreach (var (origin, allowed, token) in new[]
        {
            ("https://shop.example.com", "https://shop.example.com", "token-of-company-1"), ("https://shop.example.com", "https://shop.example.com", "wrong"),
            ("https://evil.example.com", null, "token-of-company-1"), (null, null, "token-of-company-1"),
        })
        {
            var answer = await GetAsync(server, origin, token);
            Assert.That(One(answer, "Access-Control-Allow-Origin"), Is.EqualTo(allowed));
            Assert.That(One(answer, "Vary"), Is.EqualTo("Accept, Accept-Encoding, Origin"));
            if (allowed is not null)
                Assert.That(One(answer, "Access-Control-Expose-Headers"), Does.Contain("ETag").And.Contain("Location").And.Contain("X-Request-Id").And.Contain("X-RateLimit-Remaining"));
        }
    }

    [Test]
    public async Task A_star_allows_every_origin_and_without_the_setting_none_is()
    {
        await using var server = await ApiServer.StartEmptyAsync("--Cors:Origins=*");
        TestCatalog.Add(server, 1);
        var answer = await GetAsync(server, "https://anywhere.example", "token-of-company-1");
        Assert.That((One(answer, "Access-Control-Allow-Origin"), One(answer, "Vary")), Is.EqualTo(("*", "Accept, Accept-Encoding")));
        Assert.That(One(answer, "Access-Control-Allow-Credentials"), Is.Null);
        Assert.That(One(await PreflightAsync(server, "https://anywhere.example"), "Access-Control-Allow-Origin"), Is.EqualTo("*"));
        var off = await GetAsync(QueryServer.Server, "https://anywhere.example", "token-of-company-1");
        Assert.That((One(off, "Access-Control-Allow-Origin"), One(off, "Vary")), Is.EqualTo(((string?)null, "Accept, Accept-Encoding")));
        Assert.That((int)(await PreflightAsync(QueryServer.Server, "https://anywhere.example")).StatusCode, Is.EqualTo(401));
    }

    [TestCase("shop.example.com")]
    [TestCase("https://shop.example.com/path")]
    public void A_wrong_origin_is_an_error(string origin) =>
        Assert.That(async () => await ApiServer.StartEmptyAsync($"--Cors:Origins={origin}"), Throws.InstanceOf<FormatException>());

    private static async Task<HttpResponseMessage> PreflightAsync(ApiServer server, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, Long);
        request.Headers.Authorization = new("Bearer", "none");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "PATCH");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,if-match");
        return await server.Client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> GetAsync(ApiServer server, string? origin, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Long);
        request.Headers.Authorization = new("Bearer", token);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await server.Client.SendAsync(request);
    }

    private static string? One(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var values) ? string.Join(", ", values) : null;
}
