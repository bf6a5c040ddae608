using System.Text;
using Api.Photos;
using JsonApi.Errors;
using NUnit.Framework;
using static Api.Tests.Photos.TestImages;

namespace Api.Tests.Photos;

internal sealed class PhotoUploadTests
{
    [TestCase("", "")]
    [TestCase("data:image/png;base64,", "")]
    [TestCase("DATA:text/html;charset=utf-8;BASE64,", "")]
    [TestCase(" \n data:;base64, ", " \r\n")]
    public void Plain_text_and_data_URIs_are_taken(string start, string end)
    {
        var image = Png(8, 4);
        var lines = Convert.ToBase64String(image, Base64FormattingOptions.InsertLineBreaks);
        Assert.That(PhotoUpload.FromBase64(start + lines + end, "photo_base64").TryGet(out var upload), Is.True);
        Assert.That(upload!.Bytes.ToArray(), Is.EqualTo(image));
        Assert.That(upload.Header, Is.EqualTo(new ImageHeader(ImageFormat.Png, 8, 4)));
    }

    [TestCase("Not base64 at all!", "not_base64")]
    [TestCase("iVBORw0KGgo", "not_base64")]
    [TestCase("data:image/png,iVBORw0KGgo=", "not_base64")]
    [TestCase("data:image/png;base64", "not_base64")]
    [TestCase("data:image/png;base64,%89PNG", "not_base64")]
    [TestCase("https://example.com/photo.png", "not_base64")]
    [TestCase("", "not_an_image")]
    [TestCase("data:image/png;base64,", "not_an_image")]
    [TestCase("iVBORw0KGgo=", "not_an_image")]
    public void Other_text_is_refused(string text, string code) => Refuses(PhotoUpload.FromBase64(text, "photo_base64"), code);

    [TestCase("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [TestCase("<html><script>alert(1)</script></html>")]
    [TestCase("PK\u0003\u0004 and so on and so on and so on")]
    public void What_is_no_image_is_refused_whatever_it_is_called(string content) =>
        Refuses(PhotoUpload.FromBase64("data:image/png;base64," + Convert.ToBase64String(Encoding.Latin1.GetBytes(content)), "photo_base64"), "not_an_image");

    [TestCase(60_000, 60_000)]
    [TestCase(32_768, 32_768)]
    [TestCase(7_072, 7_072)]
    [TestCase(50_000_001, 1)]
    [TestCase(int.MaxValue, int.MaxValue)]
    public void A_size_over_50_megapixels_is_refused_by_the_header_alone(int width, int height) =>
        Refuses(PhotoUpload.FromBytes(PngHead(width, height), "photo_base64"), "too_many_pixels");

    [Test]
    public void Fifty_megapixels_are_taken() => Assert.That(PhotoUpload.FromBytes(PngHead(10_000, 5_000), "photo_base64").Errors, Is.Empty);

    [TestCase(0, 4)]
    [TestCase(8, 0)]
    public void An_image_without_pixels_is_refused(int width, int height) => Refuses(PhotoUpload.FromBytes(PngHead(width, height), "photo_base64"), "not_an_image");

    [TestCase(0, null)]
    [TestCase(1, "too_large")]
    [TestCase(30 * 1024 * 1024, "too_large")]
    public void The_limit_is_10_MB(int more, string? code)
    {
        byte[] file = [.. Png(8, 4), .. new byte[PhotoUpload.MaxBytes - Png(8, 4).Length + more]];
        var result = PhotoUpload.FromBase64(Convert.ToBase64String(file), "image_base64");
        Assert.That(result.Errors.Select(error => error.Meta!.Code), Is.EqualTo(code is null ? Array.Empty<string>() : [code]));
        Assert.That(result.Errors.Select(error => error.Pointer), Is.All.EqualTo("/data/attributes/image_base64"));
    }

    [Test]
    public void Text_cut_at_any_length_is_refused_or_taken()
    {
        var text = "data:image/jpeg;base64," + Convert.ToBase64String(JpegWithExif(6, "Me"));
        for (var length = 0; length < text.Length; length++)
            Assert.That(() => PhotoUpload.FromBase64(text[..length], "photo_base64"), Throws.Nothing);
    }

    private static void Refuses(Result<PhotoUpload> result, string code)
    {
        var error = result.Errors.Single();
        Assert.That((error.Code.Status, error.Pointer, error.Meta!.Attribute, error.Meta.Code), Is.EqualTo((422, "/data/attributes/photo_base64", "photo_base64", code)));
        Assert.That(error.Detail, Does.StartWith("photo_base64 should be ").Or.StartWith("photo_base64 should have 50 megapixels at most"));
    }
}
