using Api.Tests.Support;
using JsonApi.Errors;
using NUnit.Framework;
using static Api.Tests.Store.BadInput.BadInputServer;

namespace Api.Tests.Store.BadInput;

/// <summary>Who is asked before what.</summary>
internal sealed class AccessTests
{
    private const string Body = """{"data":{"type":"collection_items"}}""";

    [TestCase(null)]
    [TestCase("")]
    [TestCase("Bearer")]
    [TestCase("Bearer ")]
    [TestCase("Bearer wrong")]
    [TestCase("Bearer " + ExpiredToken)]
    [TestCase("Bearer " + ReadToken + " ,")]
    [TestCase("Bearer " + ReadToken + ", Bearer " + ReadToken)]
    [TestCase("Basic " + ReadToken)]
    [TestCase(ReadToken)]
    [TestCase("Token token=" + ReadToken)]
    [TestCase("Bearer \u00c3\u00a9")]
    [TestCase("Bearer ' OR 1=1 --")]
    public async Task A_request_without_a_valid_token_is_refused(string? authorization)
    {
        var (status, head, body) = await RawConnection.SendAsync(
            $"GET {Items} HTTP/1.1", authorization is null ? [] : [$"Authorization: {authorization}"]);
        Assert.That(status, Is.EqualTo(401), body);
        Assert.That(head, Does.Contain("WWW-Authenticate: Bearer").And.Contain("Content-Type: application/vnd.api+json"));
        Assert.That(body, Does.Contain("\"code\":\"unauthorized\"").And.Contain("Authorization: Bearer TOKEN"));
    }

    [Test]
    public async Task A_token_of_five_kilobytes_is_a_wrong_one() =>
        (await SendAsync(HttpMethod.Get, Items, token: new string('x', 5_000))).AssertRefused(ErrorCodes.Unauthorized);

    [Test]
    public async Task Two_tokens_are_none()
    {
        var (status, _, _) = await RawConnection.SendAsync($"GET {Items} HTTP/1.1", [$"Authorization: Bearer {ReadToken}", $"Authorization: Bearer {ReadToken}"]);
        Assert.That(status, Is.EqualTo(401));
    }

    [Test]
    public async Task A_revoked_token_is_reported_as_such()
    {
        var answer = await SendAsync(HttpMethod.Get, Items, token: RevokedToken);
        var error = answer.AssertRefused(ErrorCodes.Unauthorized).Single();
        Assert.That(ErrorAssertions.Text(error, "detail"), Is.EqualTo("token is invalid (revoked)"));
        Assert.That(answer.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Bearer"));
    }

    [Test]
    public async Task The_token_is_checked_before_anything_else()
    {
        var stock = Stock();
        foreach (var (method, target, body) in new[]
        {
            ("GET", "/api/4/nope", null), ("GET", "/api/boomerang", null), ("PUT", Items, Body), ("BREW", Items, null),
            ("GET", Items + "?nope=1", null), ("GET", Items + "/x", null), ("POST", Items, "{"), ("DELETE", $"{Items}/{TakenCollectionItem.Id}", null),
            ("GET", $"{Items}?{new string('a', 20_000)}", null),
        })
        {
            var answer = await Server.SendAsync(new HttpMethod(method), target, body, request =>
            {
                request.Headers.Authorization = new("Bearer", "wrong");
                request.Headers.TryAddWithoutValidation("Accept", "text/html");
            });
            answer.AssertRefused(ErrorCodes.Unauthorized);
            Assert.That(answer.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Bearer"), $"{method} {target}");
        }
        Assert.That(Stock(), Is.EqualTo(stock));
    }

    [Test]
    public async Task Who_may_only_read_cannot_write()
    {
        var stock = Stock();
        Assert.That((await SendAsync(HttpMethod.Get, $"{Items}/{TakenCollectionItem.Id}", token: ReadToken)).Status, Is.EqualTo(200));
        var create = await SendAsync(HttpMethod.Post, Items, Body, ReadToken);
        Assert.That(ErrorAssertions.Text(create.AssertRefused(ErrorCodes.Forbidden).Single(), "detail"), Does.Contain("'write'"));
        (await SendAsync(HttpMethod.Delete, $"{Items}/{TakenCollectionItem.Id}", token: ReadToken)).AssertRefused(ErrorCodes.Forbidden);
        Assert.That(Stock(), Is.EqualTo(stock));
    }

    [Test]
    public async Task Who_may_only_write_cannot_read()
    {
        foreach (var target in new[] { Items, $"{Items}/{TakenCollectionItem.Id}", "/api/4/photos" })
        {
            var error = (await SendAsync(HttpMethod.Get, target, token: WriteToken)).AssertRefused(ErrorCodes.Forbidden).Single();
            Assert.That(ErrorAssertions.Text(error, "detail"), Does.Contain("'read'"));
        }
        (await SendAsync(HttpMethod.Post, Items, Body, WriteToken)).AssertRefused(ErrorCodes.Unprocessable);
    }

    [Test]
    public async Task The_scheme_may_be_written_in_any_case([Values("bearer", "BEARER")] string scheme)
    {
        var (status, _, body) = await RawConnection.SendAsync($"GET {Items}?page[size]=0 HTTP/1.1", [$"Authorization: {scheme} {ApiServer.DemoToken}"]);
        Assert.That(status, Is.EqualTo(200), body);
    }
}
