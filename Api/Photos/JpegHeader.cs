using System.Buffers.Binary;

namespace Api.Photos;

/// <summary>A JPEG's segments up to its frame header, which has the size; one before it may have the orientation.</summary>
internal static class JpegHeader
{
    private const int OrientationTag = 0x0112;

    internal static ReadOnlySpan<byte> Signature => [0xff, 0xd8, 0xff];

    internal static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var isTurned = false;
        var rest = bytes[2..];
        while (rest.Length >= 2 && rest[0] == 0xff)
        {
            var marker = rest[1];
            // A marker may be preceded by any number of fill bytes.
            if (marker == 0xff)
            {
                rest = rest[1..];
                continue;
            }
            if (rest.Length < 4 || marker is < 0xc0 or >= 0xd0 and <= 0xda)
                return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 2 || rest.Length < 2 + length)
                return null;
            var content = rest.Slice(4, length - 2);
            if (marker is <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
                return ReadFrame(content, isTurned);
            if (marker == 0xe1 && content.StartsWith("Exif\0\0"u8))
                isTurned = IsTurned(content[6..]);
            rest = rest[(2 + length)..];
        }
        return null;
    }

    private static ImageHeader? ReadFrame(ReadOnlySpan<byte> frame, bool isTurned)
    {
        if (frame.Length < 5)
            return null;
        var height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        return isTurned ? new ImageHeader(ImageFormat.Jpeg, height, width) : new ImageHeader(ImageFormat.Jpeg, width, height);
    }

    /// <summary>Whether the EXIF data (a TIFF file) lays the picture on its side: orientations 5 to 8.</summary>
    private static bool IsTurned(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return false;
        var isLittle = tiff.StartsWith("II"u8);
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
            return false;
        var entries = tiff[(int)directory..];
        var count = Short(entries, isLittle);
        entries = entries[2..];
        for (var i = 0; i < count && entries.Length >= 12; i++, entries = entries[12..])
            if (Short(entries, isLittle) == OrientationTag)
                return Short(entries[8..], isLittle) is >= 5 and <= 8;
        return false;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
