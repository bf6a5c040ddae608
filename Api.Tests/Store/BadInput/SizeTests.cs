using System.Diagnostics;
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

    [Test]
    public async Task A_body_full_of_errors_is_refused_without_a_list_of_them_all()
    {
        var members = string.Join(',', Enumerable.Range(0, 60_000).Select(number => $"\"x{number}\":1"));
        var parts = string.Join(',', Enumerable.Repeat("""{"x":1}""", 100_000));
        foreach (var (type, body, errors) in new[]
        {
            ("collections", Attributes("collections", members), 1),
            ("collections", """{"data":{"type":"collections",""" + members + "}}", 101),
            ("collections", """{"data":{"type":"collections","relationships":{""" + members + "}}}", 1),
            ("bundles", Attributes("bundles", $"\"bundle_items_attributes\":[{parts}]"), 101),
            ("bundles", Attributes("bundles", "\"bundle_items_attributes\":[{" + members + "}]"), 101),
            ("items/search", """{"filter":{""" + members + "}}", 101),
        })
        {
            await Server.SendAsync(HttpMethod.Post, $"/api/4/{type}", body);
            var time = Stopwatch.GetTimestamp();
            var answer = await Server.SendAsync(HttpMethod.Post, $"/api/4/{type}", body);
            Assert.That(Stopwatch.GetElapsedTime(time), Is.LessThan(TimeSpan.FromSeconds(0.5)), body[..60]);
            Assert.That(answer.AssertRefused(ErrorCodes.BadRequest), Has.Count.EqualTo(errors), body[..60]);
            TestContext.Out.WriteLine($"{Stopwatch.GetElapsedTime(time).TotalMilliseconds:N0} ms {body[..60]}");
        }
    }

    private static string Attributes(string type, string members) => $"{{\"data\":{{\"type\":\"{type}\",\"attributes\":{{{members}}}}}}}";

    private static void AssertTooLarge(int status, string head, string body)
    {
        Assert.That(status, Is.EqualTo(413), body);
        Assert.That(head, Does.Contain("Content-Type: application/vnd.api+json"));
        Assert.That(body, Does.Contain("\"code\":\"payload_too_large\"").And.Contain("1048576 bytes"));
    }
}
