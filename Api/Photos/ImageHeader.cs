using System.Buffers.Binary;

namespace Api.Photos;

/// <summary>The formats that are taken.</summary>
internal enum ImageFormat
{
    Png,
    Jpeg,
    Gif,
    Webp,
}

/// <summary>
/// What an image's first bytes tell, read without decoding it. Width and height are those of the picture as it is displayed: the
/// orientation in the EXIF data of a JPEG is taken into account, that of other formats, which browsers ignore too, is not.
/// </summary>
internal readonly record struct ImageHeader(ImageFormat Format, int Width, int Height)
{
    /// <summary>How many bytes tell the format.</summary>
    internal const int SniffedBytes = 16;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1a, (byte)'\n'];

    internal long Pixels => (long)Width * Height;

    internal static string MediaType(ImageFormat format) => format switch
    {
        ImageFormat.Png => "image/png",
        ImageFormat.Jpeg => "image/jpeg",
        ImageFormat.Gif => "image/gif",
        _ => "image/webp",
    };

    /// <summary>What the name of a file of the format ends in.</summary>
    internal static string Extension(ImageFormat format) => format switch
    {
        ImageFormat.Png => ".png",
        ImageFormat.Jpeg => ".jpg",
        ImageFormat.Gif => ".gif",
        _ => ".webp",
    };

    /// <summary>The format by its signature, or null.</summary>
    internal static ImageFormat? Sniff(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(PngSignature) ? ImageFormat.Png
        : bytes.StartsWith(JpegHeader.Signature) ? ImageFormat.Jpeg
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? ImageFormat.Gif
        : bytes.Length >= SniffedBytes && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBPVP8"u8) ? ImageFormat.Webp
        : null;

    /// <summary>The header, or null where the bytes are no image of these formats or end too soon to tell its size.</summary>
    internal static ImageHeader? Read(ReadOnlySpan<byte> bytes) => Sniff(bytes) switch
    {
        ImageFormat.Png => ReadPng(bytes),
        ImageFormat.Jpeg => JpegHeader.Read(bytes),
        ImageFormat.Gif => ReadGif(bytes),
        ImageFormat.Webp => ReadWebp(bytes),
        _ => null,
    };

    /// <summary>The chunk IHDR has to be the first.</summary>
    private static ImageHeader? ReadPng(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 24 || !bytes[8..].StartsWith("\0\0\0\rIHDR"u8))
            return null;
        var width = BinaryPrimitives.ReadInt32BigEndian(bytes[16..]);
        var height = BinaryPrimitives.ReadInt32BigEndian(bytes[20..]);
        return width < 0 || height < 0 ? null : new ImageHeader(ImageFormat.Png, width, height);
    }

    private static ImageHeader? ReadGif(ReadOnlySpan<byte> bytes) =>
        bytes.Length < 10 ? null : new ImageHeader(ImageFormat.Gif, Short(bytes[6..]), Short(bytes[8..]));

    /// <summary>Lossy, lossless or extended: the first chunk tells.</summary>
    private static ImageHeader? ReadWebp(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30)
            return null;
        var content = bytes[20..];
        switch (bytes[15])
        {
            case (byte)' ' when content[3..].StartsWith((ReadOnlySpan<byte>)[0x9d, 0x01, 0x2a]):
                return new ImageHeader(ImageFormat.Webp, Short(content[6..]) & 0x3fff, Short(content[8..]) & 0x3fff);
            case (byte)'L' when content[0] == 0x2f:
                var bits = BinaryPrimitives.ReadUInt32LittleEndian(content[1..]);
                return new ImageHeader(ImageFormat.Webp, (int)(bits & 0x3fff) + 1, (int)((bits >> 14) & 0x3fff) + 1);
            case (byte)'X':
                return new ImageHeader(ImageFormat.Webp, (Short(content[4..]) | (content[6] << 16)) + 1, (Short(content[7..]) | (content[9] << 16)) + 1);
            default:
                return null;
        }
    }

    private static int Short(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
