using System.Globalization;
using JsonApi.Errors;

namespace Api.Photos;

/// <summary>An image as it was uploaded, checked without decoding it: one of four formats, by its bytes, within the limits.</summary>
internal sealed class PhotoUpload
{
    internal const int MaxBytes = 10 * 1024 * 1024;
    internal const int MaxPixels = 50_000_000;

    private PhotoUpload(ReadOnlyMemory<byte> bytes, ImageHeader header, string attribute) =>
        (Bytes, Header, Attribute) = (bytes, header, attribute);

    internal ReadOnlyMemory<byte> Bytes { get; }

    internal ImageHeader Header { get; }

    /// <summary>The attribute it came by, for later errors.</summary>
    internal string Attribute { get; }

    /// <summary>
    /// Reads base64 text, white space tolerated, plain or as a data URI. The media type of the URI is not looked at: the bytes tell.
    /// </summary>
    internal static Result<PhotoUpload> FromBase64(string text, string attribute)
    {
        var digits = text.AsSpan().Trim();
        if (digits.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            var comma = digits.IndexOf(',');
            if (comma < 0 || !digits[..comma].EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
                return NotBase64(attribute);
            digits = digits[(comma + 1)..];
        }
        // White space may double the text, not more.
        if (digits.Length > MaxBytes / 3 * 4 * 2)
            return TooLarge(attribute);
        var bytes = new byte[(digits.Length / 4 * 3) + 3];
        return Convert.TryFromBase64Chars(digits, bytes, out var length)
            ? FromBytes(bytes.AsMemory(0, length), attribute)
            : NotBase64(attribute);
    }

    /// <summary>Checks the bytes of a file.</summary>
    internal static Result<PhotoUpload> FromBytes(ReadOnlyMemory<byte> bytes, string attribute)
    {
        if (bytes.Length > MaxBytes)
            return TooLarge(attribute);
        if (ImageHeader.Read(bytes.Span) is not { } header)
            return RequestError.Invalid(attribute, "should be a PNG, JPEG, GIF or WebP image", "not_an_image");
        if (header.Pixels == 0)
            return RequestError.Invalid(attribute, "should be an image of one pixel at least", "not_an_image");
        if (header.Pixels > MaxPixels)
            return RequestError.Invalid(
                attribute,
                string.Create(CultureInfo.InvariantCulture, $"should have {MaxPixels / 1_000_000} megapixels at most, not {header.Width} x {header.Height}"),
                "too_many_pixels");
        return new PhotoUpload(bytes, header, attribute);
    }

    private static RequestError NotBase64(string attribute) =>
        RequestError.Invalid(attribute, "should be base64 text, plain or as a data URI", "not_base64");

    private static RequestError TooLarge(string attribute) =>
        RequestError.Invalid(attribute, $"should be {MaxBytes / 1024 / 1024} MB at most", "too_large");
}
