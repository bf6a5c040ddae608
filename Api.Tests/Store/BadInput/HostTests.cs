using Api.Http;
using Api.Tests.Support;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Api.Tests.Store.BadInput;

internal sealed class HostTests
{
    private const string Collections = "/api/4/collections?page[size]=1";

    private ApiServer _server = null!;
    private TestCompany _first = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _server = await ApiServer.StartEmptyAsync(
            "--AllowedHosts=shop.example.com;*.example.net", "--BaseDomain=shops.example.com", "--ForwardedHeaders:KnownNetworks=10.0.0.0/8");
        _first = TestCatalog.Add(_server, 1);
        TestCatalog.Add(_server, 2);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [TestCase("localhost")]
    [TestCase("LOCALHOST:1234")]
    [TestCase("127.0.0.1:80")]
    [TestCase("127.9.9.9")]
    [TestCase("[::1]:5080")]
    [TestCase("shop.example.com")]
    [TestCase("Shop.Example.com:8443")]
    [TestCase("a.b.example.net")]
    public async Task Links_repeat_an_allowed_host(string host)
    {
        var answer = await AskAsync(host, Collections);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(answer.Json["links"]!["self"]!.GetValue<string>(), Does.StartWith($"http://{host}/api/4/").IgnoreCase);
    }

    [TestCase("evil.example.com")]
    [TestCase("example.net")]
    [TestCase("shop.example.com.evil.org")]
    [TestCase("xshop.example.com")]
    [TestCase("localhost.evil.org")]
    [TestCase("128.0.0.1")]
    [TestCase("shops.example.com")]
    public async Task Any_other_host_is_refused_whatever_the_path(string host)
    {
        foreach (var path in new[] { Collections, "/api/4/collections.json", "/api/v2", "/api/v2/status", "/photos/x/large", "/nowhere" })
        {
            var answer = await AskAsync(host, path);
            Assert.That(answer.Status, Is.EqualTo(400), path);
            Assert.That(answer.Body, Does.Contain("AllowedHosts").And.Not.Contain(host + "/"), path);
            Assert.That(answer.ContentHeaders.ContentType!.MediaType, Does.EndWith("json"), path);
        }
        Assert.That(ErrorAssertions.Text((await AskAsync(host, Collections)).Json["errors"]![0]!, "source", "header"), Is.EqualTo("Host"));
    }

    [Test]
    public async Task The_host_of_a_company_answers_its_tokens_only()
    {
        Assert.That((await AskAsync("company-1.shops.example.com", Collections)).Status, Is.EqualTo(200));
        Assert.That((await AskAsync("Company-1.Shops.example.com:444", Collections)).Status, Is.EqualTo(200));
        foreach (var host in new[] { "company-2.shops.example.com", "company-9.shops.example.com", "a.company-1.shops.example.com", "localhost.shops.example.com" })
            foreach (var path in new[] { Collections, $"/api/4/collections/{_first["Water"]}", "/api/4/nowhere" })
            {
                var answer = await AskAsync(host, path);
                Assert.That((answer.Status, ErrorAssertions.Text(answer.Json["errors"]![0]!, "detail")), Is.EqualTo((404, "company not found")), host + path);
            }
        Assert.That((await AskAsync("company-2.shops.example.com", "/api/v2")).Status, Is.EqualTo(404));
        Assert.That((await AskAsync("company-1.shops.example.com", "/api/v2")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_host_without_a_token_is_unauthorized_first() =>
        Assert.That((await _server.SendAsync(HttpMethod.Get, Collections, null, request =>
        {
            request.Headers.Host = "company-2.shops.example.com";
            request.Headers.Authorization = null;
        })).Status, Is.EqualTo(401));

    [Test]
    public async Task Forwarded_headers_of_strangers_are_not_believed()
    {
        var answer = await _first.SendAsync(HttpMethod.Get, Collections, null, request =>
        {
            request.Headers.Add("X-Forwarded-Host", "shop.example.com");
            request.Headers.Add("X-Forwarded-Proto", "https");
        });
        Assert.That(answer.Json["links"]!["self"]!.GetValue<string>(), Does.StartWith(_server.Url));
    }

    [Test]
    public async Task Forwarded_headers_of_a_known_proxy_are_believed_but_their_host_is_checked()
    {
        await using var server = await ApiServer.StartEmptyAsync("--AllowedHosts=shop.example.com", "--ForwardedHeaders:KnownProxies=127.0.0.1");
        var company = TestCatalog.Add(server, 1);
        foreach (var (host, status) in new[] { ("shop.example.com", 200), ("evil.example.com", 400) })
        {
            var answer = await company.SendAsync(HttpMethod.Get, Collections, null, request =>
            {
                request.Headers.Add("X-Forwarded-Host", host);
                request.Headers.Add("X-Forwarded-Proto", "https");
            });
            Assert.That(answer.Status, Is.EqualTo(status), answer.Body);
            if (status == 200)
                Assert.That(answer.Json["links"]!["self"]!.GetValue<string>(), Does.StartWith("https://shop.example.com/api/4/"));
        }
    }

    [TestCase("--AllowedHosts=http://x")]
    [TestCase("--BaseDomain=x:80/")]
    [TestCase("--ForwardedHeaders:KnownProxies=proxy")]
    [TestCase("--ForwardedHeaders:KnownNetworks=10.0.0.0/99")]
    public void A_wrong_setting_is_an_error(string setting) =>
        Assert.That(async () => await ApiServer.StartEmptyAsync(setting), Throws.InstanceOf<FormatException>());

    [Test]
    public void A_star_allows_any_host_and_a_public_url_its_own()
    {
        Assert.That(new Hosts("*", null, null).Allows(new HostString("evil.example.com")), Is.True);
        Assert.That(new Hosts(null, "https://shop.example.com/x", null).Allows(new HostString("shop.example.com:99")), Is.True);
        Assert.That(new Hosts(null, "https://shop.example.com/x", null).Allows(new HostString("evil.example.com")), Is.False);
    }

    private Task<Answer> AskAsync(string host, string path) =>
        _first.SendAsync(HttpMethod.Get, path, null, request => request.Headers.Host = host);
}
