using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Api.Photos;
using NUnit.Framework;
using static Api.Tests.Photos.PhotoServer;
using static Api.Tests.Photos.TestImages;

namespace Api.Tests.Photos;

/// <summary>How pictures are handed out.</summary>
internal sealed class PhotoServingTests
{
    [Test]
    public async Task A_picture_needs_no_token_and_has_its_headers([Values] bool shrinks, [Values("GET", "HEAD")] string method)
    {
        var image = Png(8, 4);
        var photo = await StoreAsync(Server(shrinks), image);
        using var stranger = new HttpClient { BaseAddress = Server(shrinks).Client.BaseAddress };
        using var answer = await stranger.SendAsync(new HttpRequestMessage(new HttpMethod(method), photo.OriginalUrl));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("image/png"));
        Assert.That(answer.Content.Headers.ContentLength, Is.EqualTo(image.Length));
        Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=31536000, immutable"));
        Assert.That(Header(answer, "X-Content-Type-Options"), Is.EqualTo("nosniff"));
        Assert.That(Header(answer, "Content-Security-Policy"), Is.EqualTo("default-src 'none'; sandbox"));
        Assert.That(Header(answer, "Cross-Origin-Resource-Policy"), Is.EqualTo("cross-origin"));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(method == "GET" ? image : []));
    }

    [TestCase(true, "image/webp")]
    [TestCase(false, "image/gif")]
    public async Task The_media_type_is_that_of_the_bytes(bool shrinks, string type)
    {
        var photo = await StoreAsync(Server(shrinks), Gif);
        Assert.That((await Server(shrinks).GetAsync(photo.OriginalUrl)).ContentHeaders.ContentType!.ToString(), Is.EqualTo("image/gif"));
        Assert.That((await Server(shrinks).GetAsync(photo.LargeUrl)).ContentHeaders.ContentType!.ToString(), Is.EqualTo(type));
    }

    /// <summary>A GIF that is a page, and a JPEG that is an archive, too: good images, and served as nothing else.</summary>
    [Test]
    public async Task A_polyglot_is_served_as_an_image_only([Values] bool shrinks)
    {
        var script = "<html><script>alert(1)</script></html>"u8.ToArray();
        byte[] archive = [.. "PK\u0005\u0006"u8, .. new byte[18]];
        foreach (var (image, type) in new[] { ((byte[])[.. Gif, .. script], "image/gif"), ([.. JpegWithExif(1, "<script>alert(1)</script>"), .. archive], "image/jpeg") })
        {
            var photo = await StoreAsync(Server(shrinks), image);
            var answer = await Server(shrinks).GetAsync(photo.OriginalUrl);
            Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo(type));
            Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("sandbox"));
            if (shrinks)
                Assert.That(Encoding.Latin1.GetString(await BytesAsync(With, photo.XlargeUrl)), Does.Not.Contain("script").And.Not.Contain("PK\u0005\u0006"));
        }
    }

    [Test]
    public async Task A_picture_that_the_caller_has_is_not_sent_again()
    {
        var photo = await StoreAsync(Without, Png(8, 4));
        var tag = (await Without.GetAsync(photo.OriginalUrl)).Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Get, photo.OriginalUrl);
        request.Headers.IfNoneMatch.Add(tag);
        using var answer = await Without.Client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(answer.Headers.CacheControl!.ToString(), Does.Contain("immutable"));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task A_range_is_a_part()
    {
        var image = Png(8, 4);
        var photo = await StoreAsync(Without, image);
        using var request = new HttpRequestMessage(HttpMethod.Get, photo.OriginalUrl);
        request.Headers.Range = new RangeHeaderValue(8, 15);
        using var answer = await Without.Client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(image[8..16]));
        Assert.That(answer.Content.Headers.ContentRange!.ToString(), Is.EqualTo($"bytes 8-15/{image.Length}"));
    }

    [Test]
    public async Task A_range_past_the_end_is_refused()
    {
        var photo = await StoreAsync(Without, Png(8, 4));
        using var request = new HttpRequestMessage(HttpMethod.Get, photo.OriginalUrl);
        request.Headers.Range = new RangeHeaderValue(1_000_000, null);
        using var answer = await Without.Client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestedRangeNotSatisfiable));
    }

    [TestCase("/photos")]
    [TestCase("/photos/")]
    [TestCase("/photos/0123456789abcdef0123456789abcdef/original")]
    [TestCase("/photos/{name}")]
    [TestCase("/photos/{name}/")]
    [TestCase("/photos/{name}/Original")]
    [TestCase("/photos/{name}/shrunk.webp")]
    [TestCase("/photos/{NAME}/original")]
    [TestCase("/photos/{name}x/original")]
    [TestCase("/photos/{name}%0a/original")]
    [TestCase("/photos/{name}%00/original")]
    [TestCase("/photos/unfinished/original")]
    [TestCase("/photos/../../catalog.db")]
    [TestCase("/photos/..%2f..%2fcatalog.db/original")]
    [TestCase("/photos/..%2f..%2f..%2f{name}/original")]
    [TestCase("/photos/%2e%2e/original")]
    [TestCase("/photos/{name}/..%2foriginal")]
    [TestCase("/photos/{name}/%2e%2e%2f%2e%2e%2fcatalog.db")]
    [TestCase("/photos/{name}/..%5c..%5ccatalog.db")]
    [TestCase("/photos/%2fetc%2fpasswd/original")]
    public async Task Nothing_else_is_served(string url)
    {
        var photo = await StoreAsync(Without, Png(8, 4));
        var name = photo.OriginalUrl.Split('/')[2];
        var path = url.Replace("{name}", name, StringComparison.Ordinal).Replace("{NAME}", name.ToUpperInvariant() + "A", StringComparison.Ordinal);
        var status = await RawStatusAsync(path);
        Assert.That(status, Is.EqualTo(404).Or.EqualTo(400), path);
        if (!url.Contains("%00", StringComparison.Ordinal))
            Assert.That(status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_missing_picture_is_an_error_document() =>
        Assert.That((await Without.GetAsync("/photos/x/original")).Json["errors"]![0]!["code"]!.GetValue<string>(), Is.EqualTo("resources_not_found"));

    [TestCase("PUT")]
    [TestCase("POST")]
    [TestCase("DELETE")]
    public async Task Pictures_are_only_read(string method)
    {
        var photo = await StoreAsync(Without, Png(8, 4));
        var answer = await Without.SendAsync(new HttpMethod(method), photo.OriginalUrl);
        Assert.That(answer.Status, Is.EqualTo(405));
        Assert.That(answer.ContentHeaders.Allow, Is.EquivalentTo(new[] { "GET", "HEAD" }));
    }

    /// <summary>The path goes out as it is written, which a client would not do.</summary>
    private static async Task<int> RawStatusAsync(string path)
    {
        var address = Without.Client.BaseAddress!;
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return int.Parse((await reader.ReadLineAsync())!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));
}
