using System.IO.Compression;
using System.Net;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Queries;

internal sealed class CompressionTests
{
    private const string Long = "/api/4/collections";
    private const string Short = "/api/4/collections?page[size]=0";

    [TestCase("gzip", "gzip")]
    [TestCase("br", "br")]
    [TestCase("gzip, deflate, br", "br")]
    [TestCase("br;q=0.1, gzip", "gzip")]
    [TestCase("*", "br")]
    [TestCase("identity", null)]
    [TestCase("deflate", null)]
    [TestCase("gzip;q=0", null)]
    [TestCase(null, null)]
    public async Task A_long_document_is_compressed_as_accepted(string? accepted, string? encoding)
    {
        var plain = await AskAsync(HttpMethod.Get, Long);
        var answer = await AskAsync(HttpMethod.Get, Long, accepted);
        Assert.That(answer.Encoding, Is.EqualTo(encoding));
        Assert.That(Decompress(answer), Is.EqualTo(plain.Bytes));
        Assert.That(answer.Length, Is.EqualTo(answer.Bytes.Length));
        Assert.That(answer.Vary, Does.Contain("Accept-Encoding"));
        Assert.That(answer.Tag, encoding is null ? Is.EqualTo(plain.Tag) : Is.Not.EqualTo(plain.Tag));
        var head = await AskAsync(HttpMethod.Head, Long, accepted);
        Assert.That((head.Status, head.Encoding, head.Length, head.Tag, head.Bytes.Length), Is.EqualTo((HttpStatusCode.OK, encoding, answer.Length, answer.Tag, 0)));
    }

    [Test]
    public async Task A_short_document_is_not() => Assert.That((await AskAsync(HttpMethod.Get, Short, "gzip")).Encoding, Is.Null);

    [Test]
    public async Task A_tag_of_any_encoding_names_the_same_state([Values(null, "gzip", "br")] string? read, [Values(null, "gzip", "br")] string? asked)
    {
        var tag = (await AskAsync(HttpMethod.Get, Long, read)).Tag!;
        var again = await AskAsync(HttpMethod.Get, Long, asked, tag);
        Assert.That((again.Status, again.Bytes.Length), Is.EqualTo((HttpStatusCode.NotModified, 0)));
        Assert.That(again.Tag, Is.EqualTo((await AskAsync(HttpMethod.Get, Long, asked)).Tag));
        Assert.That((await AskAsync(HttpMethod.Get, Long, asked, tag.Replace(tag[1], tag[1] == 'a' ? 'b' : 'a'))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_setting_turns_it_off()
    {
        await using var server = await ApiServer.StartEmptyAsync("--Compression:Enabled=false");
        TestCatalog.Add(server, 1);
        Assert.That((await AskAsync(HttpMethod.Get, Long, "gzip", server: server)).Encoding, Is.Null);
    }

    private static async Task<Sent> AskAsync(HttpMethod method, string url, string? accepted = null, string? known = null, ApiServer? server = null)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Authorization = new("Bearer", "token-of-company-1");
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        if (known is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        using var response = await (server ?? QueryServer.Server).Client.SendAsync(request);
        return new Sent(
            response.StatusCode, response.Content.Headers.ContentEncoding.SingleOrDefault(), response.Content.Headers.ContentLength,
            response.Headers.ETag?.ToString(), string.Join(", ", response.Headers.Vary), await response.Content.ReadAsByteArrayAsync());
    }

    private static byte[] Decompress(Sent answer)
    {
        using var content = new MemoryStream(answer.Bytes);
        using Stream stream = answer.Encoding switch
        {
            "gzip" => new GZipStream(content, CompressionMode.Decompress),
            "br" => new BrotliStream(content, CompressionMode.Decompress),
            _ => content,
        };
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }

    private sealed record Sent(HttpStatusCode Status, string? Encoding, long? Length, string? Tag, string Vary, byte[] Bytes);
}
