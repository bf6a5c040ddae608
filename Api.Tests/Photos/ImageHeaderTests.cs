using System.Text;
using Api.Photos;
using NUnit.Framework;
using static Api.Tests.Photos.TestImages;

namespace Api.Tests.Photos;

internal sealed class ImageHeaderTests
{
    private static IEnumerable<TestCaseData> Images() =>
    [
        new TestCaseData(Png(8, 4), "image/png").SetArgDisplayNames("PNG"),
        new TestCaseData(Jpeg, "image/jpeg").SetArgDisplayNames("JPEG"),
        new TestCaseData(JpegWithExif(1, "Me"), "image/jpeg").SetArgDisplayNames("JPEG with EXIF data"),
        new TestCaseData(Gif, "image/gif").SetArgDisplayNames("GIF"),
        new TestCaseData(LossyWebp, "image/webp").SetArgDisplayNames("lossy WebP"),
        new TestCaseData(LosslessWebp, "image/webp").SetArgDisplayNames("lossless WebP"),
        new TestCaseData(ExtendedWebp, "image/webp").SetArgDisplayNames("extended WebP"),
    ];

    [TestCaseSource(nameof(Images))]
    public void The_first_bytes_tell_format_and_size(byte[] image, string mediaType)
    {
        var header = ImageHeader.Read(image)!.Value;
        Assert.That((ImageHeader.MediaType(header.Format), header.Width, header.Height), Is.EqualTo((mediaType, 8, 4)));
    }

    [TestCaseSource(nameof(Images))]
    public void A_truncated_image_has_the_same_header_or_none(byte[] image, string mediaType)
    {
        var whole = ImageHeader.Read(image);
        var lengths = Enumerable.Range(0, image.Length).Where(length => ImageHeader.Read(image.AsSpan(0, length)) is { } header && header != whole);
        Assert.That(lengths, Is.Empty);
        Assert.That(ImageHeader.Read(image.AsSpan(0, 9)), Is.Null, mediaType);
    }

    [TestCaseSource(nameof(Images))]
    public void Any_bytes_have_a_header_or_none(byte[] image, string mediaType)
    {
        var random = new Random(20260101);
        for (var i = 0; i < 20_000; i++)
        {
            var changed = image.ToArray();
            for (var change = random.Next(1, 5); change > 0; change--)
                changed[random.Next(2, Math.Min(changed.Length, 80))] = (byte)random.Next(256);
            Assert.That(() => ImageHeader.Read(changed.AsSpan(0, random.Next(changed.Length))), Throws.Nothing, mediaType);
        }
    }

    [Test]
    public void Orientation_decides_what_is_width([Range(1, 8)] int orientation, [Values] bool isLittle)
    {
        var header = ImageHeader.Read(JpegWithExif((ushort)orientation, "Me", isLittle))!.Value;
        Assert.That((header.Width, header.Height), Is.EqualTo(orientation < 5 ? (8, 4) : (4, 8)));
    }

    [TestCase(0, 4)]
    [TestCase(60_000, 60_000)]
    [TestCase(int.MaxValue, int.MaxValue)]
    public void Claims_are_read_as_they_are(int width, int height)
    {
        var header = ImageHeader.Read(PngHead(width, height))!.Value;
        Assert.That(header.Pixels, Is.EqualTo((long)width * height));
    }

    [TestCase("")]
    [TestCase("GIF88a\b\0\u0004\0")]
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg' width='8' height='4'><script>alert(1)</script></svg>")]
    [TestCase("<!DOCTYPE html><script>alert(1)</script>")]
    [TestCase("%PDF-1.7 and so on and so on and so on")]
    [TestCase("BM and so on and so on and so on and so on")]
    [TestCase("RIFF\u0010\0\0\0WAVEfmt and so on and so on and so on")]
    [TestCase("push graphic-context viewbox 0 0 640 480")]
    public void Anything_else_is_no_image(string content) => Assert.That(ImageHeader.Read(Encoding.Latin1.GetBytes(content)), Is.Null);

    [Test]
    public void A_PNG_of_negative_size_is_no_image() => Assert.That(ImageHeader.Read(PngHead(-1, 4)), Is.Null);

    [Test]
    public void A_PNG_starts_with_its_size()
    {
        var image = Png(8, 4);
        "tEXt"u8.CopyTo(image.AsSpan(12));
        Assert.That(ImageHeader.Read(image), Is.Null);
    }
}
