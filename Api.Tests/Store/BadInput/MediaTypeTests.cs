using System.Text;
using Api.Tests.Support;
using JsonApi.Errors;
using NUnit.Framework;
using static Api.Tests.Store.BadInput.BadInputServer;

namespace Api.Tests.Store.BadInput;

internal sealed class MediaTypeTests
{
    private const string Body = """{"data":{"type":"collection_items"}}""";

    [TestCase(null)]
    [TestCase("")]
    [TestCase("text/plain")]
    [TestCase("text/json")]
    [TestCase("application/xml")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("multipart/form-data; boundary=x")]
    [TestCase("application/json; charset=latin1")]
    [TestCase("application/vnd.api+json; ext=\"https://jsonapi.org/ext/atomic\"")]
    [TestCase("application/vnd.api+json; charset=utf-16")]
    [TestCase("application/vnd.api+json; q=1")]
    [TestCase("application/*")]
    [TestCase("*/*")]
    [TestCase("garbage;;")]
    [TestCase("application/json, application/vnd.api+json")]
    public async Task A_body_of_another_media_type_is_not_read(string? contentType)
    {
        var stock = Stock();
        var answer = await SendAsync(contentType);
        var error = answer.AssertRefused(ErrorCodes.UnsupportedMediaType).Single();
        Assert.That(ErrorAssertions.Text(error, "detail"), Does.Contain("application/vnd.api+json").And.Contain($"'{contentType}'"));
        Assert.That(Stock(), Is.EqualTo(stock));
    }

    [TestCase("gzip", true)]
    [TestCase("identity, br", true)]
    [TestCase("Identity", false)]
    public async Task A_body_that_is_encoded_is_not_read(string encoding, bool isRefused)
    {
        var answer = await Server.SendAsync(HttpMethod.Post, Items, Body, request => request.Content!.Headers.TryAddWithoutValidation("Content-Encoding", encoding));
        var error = answer.AssertRefused(isRefused ? ErrorCodes.UnsupportedMediaType : ErrorCodes.Unprocessable)[0];
        if (isRefused)
            Assert.That(ErrorAssertions.Text(error, "detail"), Does.Contain($"Content-Encoding is '{encoding}'"));
    }

    [TestCase("application/json")]
    [TestCase("application/vnd.api+json")]
    [TestCase("Application/JSON; Charset=\"UTF-8\"")]
    [TestCase("application/vnd.api+json; profile=\"https://example.com/a https://example.com/b\"")]
    [TestCase("application/vnd.api+json;charset=utf-8")]
    public async Task A_body_of_a_known_media_type_is_read(string contentType) =>
        (await SendAsync(contentType)).AssertRefused(ErrorCodes.Unprocessable);

    [TestCase("text/html")]
    [TestCase("text/*")]
    [TestCase("application/xml")]
    [TestCase("application/json;q=0")]
    [TestCase("*/*;q=0")]
    [TestCase("application/vnd.api+json;ext=\"https://jsonapi.org/ext/atomic\"")]
    [TestCase("application/vnd.api+json;version=1")]
    [TestCase("foo")]
    [TestCase(";;;")]
    [TestCase("application/")]
    [TestCase("/json")]
    public async Task An_accept_header_without_json_is_refused(string accept)
    {
        var answer = await Server.SendAsync(HttpMethod.Get, Items, configure: request => request.Headers.TryAddWithoutValidation("Accept", accept));
        var error = answer.AssertRefused(ErrorCodes.NotAcceptable).Single();
        Assert.That(ErrorAssertions.Text(error, "detail"), Does.Contain("application/vnd.api+json or application/json"));
    }

    [TestCase("*/*", "application/vnd.api+json")]
    [TestCase("application/*", "application/vnd.api+json")]
    [TestCase("APPLICATION/*;q=0.1", "application/vnd.api+json")]
    [TestCase("text/html, application/json;q=0.5", "application/json")]
    [TestCase("application/json", "application/json")]
    [TestCase("Application/Json", "application/json")]
    [TestCase("application/vnd.api+json;profile=\"https://example.com/a\"", "application/vnd.api+json")]
    [TestCase("application/vnd.api+json;ext=\"x\", application/vnd.api+json", "application/vnd.api+json")]
    [TestCase("application/vnd.api+json;ext=\"x\", application/json", "application/json")]
    public async Task An_accept_header_that_allows_json_gets_it(string accept, string contentType)
    {
        var answer = await Server.SendAsync(HttpMethod.Get, Items + "?page[size]=0", configure: request => request.Headers.TryAddWithoutValidation("Accept", accept));
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo(contentType));
    }

    [Test]
    public async Task An_empty_accept_asks_for_nothing_special()
    {
        var (status, head, _) = await RawConnection.SendAsync(
            $"GET {Items}?page[size]=0 HTTP/1.1", [$"Authorization: Bearer {ApiServer.DemoToken}", "Accept:"]);
        Assert.That(status, Is.EqualTo(200));
        Assert.That(head, Does.Contain("application/vnd.api+json"));
    }

    private static Task<Answer> SendAsync(string? contentType) => Server.SendAsync(HttpMethod.Post, Items, configure: request =>
    {
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        if (contentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
    });
}
