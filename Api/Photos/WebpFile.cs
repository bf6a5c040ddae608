using System.Buffers.Binary;

namespace Api.Photos;

/// <summary>WebP files as libvips writes them.</summary>
internal static class WebpFile
{
    private const int HeaderBytes = 12;
    private const byte AlphaFlag = 0x10;

    /// <summary>
    /// The same picture without EXIF, XMP and colour profile. libvips has an option for that, but 8.14, Debian's, does not heed it
    /// for WebP. The pixels are sRGB by then, which is what a file without a profile has.
    /// </summary>
    internal static byte[] WithoutMetadata(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(file[..HeaderBytes]);
        var rest = file[HeaderBytes..];
        while (rest.Length >= 8)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest[4..]);
            // Chunks have an even length; the last one's padding may be missing.
            var chunk = rest[..Math.Min(rest.Length, 8 + length + (length & 1))];
            if (chunk.StartsWith("VP8X"u8))
                kept.Write([.. chunk[..8], (byte)(chunk[8] & AlphaFlag), .. chunk[9..]]);
            else if (chunk.StartsWith("VP8"u8) || chunk.StartsWith("ALPH"u8))
                kept.Write(chunk);
            rest = rest[chunk.Length..];
        }
        var bytes = kept.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return bytes;
    }
}
