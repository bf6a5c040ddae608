using System.Text;
using Api.Tests.Support;
using JsonApi.Errors;
using NUnit.Framework;
using static Api.Tests.Store.BadInput.BadInputServer;

namespace Api.Tests.Store.BadInput;

internal sealed class SizeTests
{
    private const int Limit = 1024 * 1024;

    private static readonly string[] Headers = [$"Authorization: Bearer {ApiServer.DemoToken}", "Content-Type: application/json"];

    [Test]
    public async Task A_body_over_a_megabyte_is_refused_by_its_announced_length()
    {
        var stock = Stock();
        var (status, head, body) = await RawConnection.SendAsync($"POST {Items} HTTP/1.1", [.. Headers, $"Content-Length: {Limit + 1}"], new byte[Limit + 1]);
        AssertTooLarge(status, head, body);
        Assert.That(Stock(), Is.EqualTo(stock));
    }

    [Test]
    public async Task A_body_over_a_megabyte_is_refused_without_an_announced_length()
    {
        var stock = Stock();
        var chunk = Encoding.ASCII.GetBytes("10000\r\n" + new string(' ', 65_536) + "\r\n");
        var chunks = Enumerable.Range(0, 17).SelectMany(_ => chunk).Concat("0\r\n\r\n"u8.ToArray()).ToArray();
        var (status, head, body) = await RawConnection.SendAsync($"POST {Items} HTTP/1.1", [.. Headers, "Transfer-Encoding: chunked"], chunks);
        AssertTooLarge(status, head, body);
        Assert.That(Stock(), Is.EqualTo(stock));
    }

    [Test]
    public async Task A_body_of_exactly_a_megabyte_is_read()
    {
        var document = """{"data":{"type":"collection_items"}}""";
        (await PostAsync(document + new string(' ', Limit - document.Length))).AssertRefused(ErrorCodes.Unprocessable);
    }

    [Test]
    public async Task A_broken_chunk_is_a_bad_request()
    {
        var (status, _, body) = await RawConnection.SendAsync($"POST {Items} HTTP/1.1", [.. Headers, "Transfer-Encoding: chunked"], "zz\r\n"u8.ToArray());
        Assert.That(status, Is.EqualTo(400));
        Assert.That(body, Does.Contain("\"code\":\"bad_request\""));
    }

    private static void AssertTooLarge(int status, string head, string body)
    {
        Assert.That(status, Is.EqualTo(413), body);
        Assert.That(head, Does.Contain("Content-Type: application/vnd.api+json"));
        Assert.That(body, Does.Contain("\"code\":\"payload_too_large\"").And.Contain("1048576 bytes"));
    }
}
