using System.Text;
using Api.Photos;
using Api.Tests.Support;
using Domain.Items;
using NUnit.Framework;
using static Api.Tests.Photos.PhotoServer;
using static Api.Tests.Photos.TestImages;

namespace Api.Tests.Photos;

/// <summary>What is stored of an upload, with smaller photos and without.</summary>
[NonParallelizable]
internal sealed class PhotoFilesTests
{
    private static IEnumerable<TestCaseData> Images() =>
    [
        new TestCaseData(Png(8, 4)).SetArgDisplayNames("PNG"),
        new TestCaseData(Jpeg).SetArgDisplayNames("JPEG"),
        new TestCaseData(Gif).SetArgDisplayNames("GIF"),
        new TestCaseData(LossyWebp).SetArgDisplayNames("lossy WebP"),
        new TestCaseData(LosslessWebp).SetArgDisplayNames("lossless WebP"),
        new TestCaseData(ExtendedWebp).SetArgDisplayNames("extended WebP"),
    ];

    [TestCaseSource(nameof(Images))]
    public async Task Every_format_is_kept_as_it_is_and_shrunk_to_WebP(byte[] image)
    {
        var photo = await StoreAsync(With, image);
        Assert.That((photo.Width, photo.Height), Is.EqualTo((8, 4)));
        Assert.That(await BytesAsync(With, photo.OriginalUrl), Is.EqualTo(image));
        foreach (var url in new[] { photo.LargeUrl, photo.XlargeUrl })
            Assert.That(ImageHeader.Read(await BytesAsync(With, url)), Is.EqualTo(new ImageHeader(ImageFormat.Webp, 8, 4)));
    }

    [TestCase(3000, 1500, 2000, 1000, 500, 250)]
    [TestCase(900, 2400, 750, 2000, 188, 500)]
    [TestCase(600, 600, 600, 600, 500, 500)]
    [TestCase(5000, 1, 2000, 1, 500, 1)]
    [TestCase(1, 1, 1, 1, 1, 1)]
    public async Task Variants_fit_their_square_and_are_never_enlarged(int width, int height, int xlargeWidth, int xlargeHeight, int largeWidth, int largeHeight)
    {
        var photo = await StoreAsync(With, Png(width, height));
        var xlarge = ImageHeader.Read(await BytesAsync(With, photo.XlargeUrl))!.Value;
        var large = ImageHeader.Read(await BytesAsync(With, photo.LargeUrl))!.Value;
        Assert.That((xlarge.Width, xlarge.Height), Is.EqualTo((xlargeWidth, xlargeHeight)));
        Assert.That((large.Width, large.Height), Is.EqualTo((largeWidth, largeHeight)));
        Assert.That((photo.Width, photo.Height), Is.EqualTo((width, height)));
    }

    [Test]
    public async Task The_preview_is_a_tiny_picture()
    {
        var photo = await StoreAsync(With, Png(800, 400));
        Assert.That(photo.Preview, Does.StartWith("data:image/webp;base64,").And.Length.LessThan(1000));
        Assert.That(ImageHeader.Read(Convert.FromBase64String(photo.Preview![23..])), Is.EqualTo(new ImageHeader(ImageFormat.Webp, 16, 8)));
    }

    [Test]
    public async Task Variants_are_upright_and_have_no_metadata()
    {
        var image = JpegWithExif(6, "Nobody's business");
        var photo = await StoreAsync(With, image);
        Assert.That((photo.Width, photo.Height), Is.EqualTo((4, 8)));
        Assert.That(await BytesAsync(With, photo.OriginalUrl), Is.EqualTo(image));
        foreach (var url in new[] { photo.LargeUrl, photo.XlargeUrl })
        {
            var bytes = await BytesAsync(With, url);
            var text = Encoding.Latin1.GetString(bytes);
            Assert.That(ImageHeader.Read(bytes), Is.EqualTo(new ImageHeader(ImageFormat.Webp, 4, 8)));
            Assert.That(text, Does.Not.Contain("EXIF").And.Not.Contain("ICCP").And.Not.Contain("XMP ").And.Not.Contain("Nobody"));
        }
    }

    [Test]
    public async Task Transparency_is_kept()
    {
        var photo = await StoreAsync(With, ExtendedWebp);
        Assert.That(Encoding.Latin1.GetString(await BytesAsync(With, photo.LargeUrl)), Does.Contain("ALPH"));
    }

    [TestCaseSource(nameof(Images))]
    public async Task An_upload_cut_off_anywhere_is_an_error_of_the_caller(byte[] image)
    {
        var lengths = new[] { 0.3, 0.5, 0.75 }.Select(part => (int)(image.Length * part)).Where(length => ImageHeader.Read(image.AsSpan(0, length)) is not null);
        foreach (var length in lengths)
        {
            var result = await TryStoreAsync(With, image[..length]);
            Assert.That(result.Errors.Select(error => (error.Code.Status, error.Meta!.Code)), Is.EqualTo(new[] { (422, "undecodable") }), $"{length} bytes of {image.Length}");
        }
        Assert.That(Directory.GetDirectories(Path.Combine(Folder(With), "unfinished")), Is.Empty);
    }

    [TestCase(10_000, 5_000)]
    [TestCase(50_000_000, 1)]
    public async Task A_header_that_promises_too_much_is_an_error_of_the_caller(int width, int height)
    {
        var result = await TryStoreAsync(With, PngHead(width, height));
        Assert.That(result.Errors.Select(error => error.Meta!.Code), Is.EqualTo(new[] { "undecodable" }));
    }

    /// <summary>The canvas is one pixel, so the header promises little.</summary>
    [Test]
    public async Task A_frame_larger_than_the_canvas_does_no_harm()
    {
        var image = Gif.ToArray();
        new byte[] { 1, 0, 1, 0 }.CopyTo(image, 6);
        var frame = image.AsSpan().IndexOf((byte)0x2c);
        new byte[] { 0xff, 0xff, 0xff, 0xff }.CopyTo(image, frame + 5);
        var result = await TryStoreAsync(With, image);
        Assert.That(result.Errors.Select(error => error.Meta!.Code), Is.Empty.Or.EqualTo(new[] { "undecodable" }));
    }

    [Test]
    public async Task Without_smaller_photos_the_original_is_served_for_all()
    {
        var image = JpegWithExif(6, "Me");
        var photo = await StoreAsync(Without, image);
        Assert.That((photo.Width, photo.Height, photo.Preview), Is.EqualTo((4, 8, (string?)null)));
        foreach (var url in new[] { photo.OriginalUrl, photo.LargeUrl, photo.XlargeUrl })
            Assert.That(await BytesAsync(Without, url), Is.EqualTo(image));
    }

    [Test]
    public async Task Eight_uploads_at_once_keep_apart([Values] bool shrinks)
    {
        var server = Server(shrinks);
        var images = Enumerable.Range(1, 8).Select(i => Png(100 * i, 50)).ToList();
        var photos = await Task.WhenAll(images.Select(image => StoreAsync(server, image)));
        Assert.That(photos.Select(photo => photo.OriginalUrl).Distinct().Count(), Is.EqualTo(8));
        for (var i = 0; i < 8; i++)
        {
            Assert.That(await BytesAsync(server, photos[i].OriginalUrl), Is.EqualTo(images[i]));
            Assert.That(ImageHeader.Read(await BytesAsync(server, photos[i].LargeUrl))!.Value.Width, Is.EqualTo(shrinks ? Math.Min(500, 100 * (i + 1)) : 100 * (i + 1)));
        }
    }

    [Test]
    public async Task A_deleted_photo_is_gone_and_stays_gone([Values] bool shrinks)
    {
        var server = Server(shrinks);
        var (photo, other) = (await StoreAsync(server, Png(8, 4)), await StoreAsync(server, Png(8, 4)));
        Files(server).Delete(photo.OriginalUrl);
        Files(server).Delete(photo.OriginalUrl);
        foreach (var url in new[] { photo.OriginalUrl, photo.LargeUrl, photo.XlargeUrl })
            Assert.That((await server.GetAsync(url)).Status, Is.EqualTo(404));
        Assert.That((await server.GetAsync(other.LargeUrl)).Status, Is.EqualTo(200));
        Assert.That(FilesNamed(server, photo), Is.Empty);
    }

    [TestCase("https://images.example.com/photos/0123456789abcdef0123456789abcdef/original")]
    [TestCase("/photos/../../../original")]
    [TestCase("/photos/0123456789abcdef0123456789abcdef/original\n")]
    [TestCase("/photos/0123456789abcdef0123456789abcdef/original")]
    [TestCase("/photos//original")]
    [TestCase("")]
    public async Task Deleting_what_is_not_here_does_nothing(string url)
    {
        var photo = await StoreAsync(Without, Png(8, 4));
        Files(Without).Delete(url);
        Files(Without).Delete(photo.OriginalUrl + "/../original");
        Assert.That(FilesNamed(Without, photo), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task An_upload_that_is_given_up_leaves_nothing()
    {
        var server = With;
        Assert.That(PhotoUpload.FromBytes(Png(3000, 3000), "photo_base64").TryGet(out var upload), Is.True);
        var before = Directory.GetFiles(Folder(server), "*", SearchOption.AllDirectories).Length;
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(60));
        Assert.That(async () => await Files(server).StoreAsync(upload!, "a", cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Directory.GetFiles(Folder(server), "*", SearchOption.AllDirectories), Has.Length.EqualTo(before));
    }

    private static string[] FilesNamed(ApiServer server, ImageFile photo) =>
        [.. Directory.GetFiles(Folder(server), "*", SearchOption.AllDirectories).Where(file => file.Contains(photo.OriginalUrl.Split('/')[2], StringComparison.Ordinal))];
}
