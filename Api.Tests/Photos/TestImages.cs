using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Api.Tests.Photos;

/// <summary>Small images made byte by byte.</summary>
internal static class TestImages
{
    /// <summary>Eight pixels wide, four high, each.</summary>
    internal static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2Nj"
        + "Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAEAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAYEAEBAAMAAAAA"
        + "AAAAAAAAAAAABAUhI//EABUBAQEAAAAAAAAAAAAAAAAAAAID/8QAHBEAAQMFAAAAAAAAAAAAAAAAAgABAwQSEyEx/9oADAMBAAIRAxEAPwCQYqTXMAJTK7qrQyHhbbr/2Q==");

    internal static readonly byte[] Gif = Convert.FromBase64String(
        "R0lGODlhCAAEAIEAACuZgC0igKmYgKohgCH/C05FVFNDQVBFMi4wAwEAAAAh+QQEAAAAACwAAAAACAAEAAACCowzOWcKL2J8VBYAOw==");

    internal static readonly byte[] LossyWebp = Convert.FromBase64String(
        "UklGRkwAAABXRUJQVlA4IEAAAABQAgCdASoIAAQAAgA0JbACdEyAev+B6IBX4AAA/vGpZzVVuSEhw0GlhGdHJY2xK//LcZ+v4nFOwiQ8f/x1ycAA");

    internal static readonly byte[] LosslessWebp = Convert.FromBase64String(
        "UklGRi4AAABXRUJQVlA4TCEAAAAvB8AAAJmM6H9sIgrf/4BCthGggZ0/2YswHgMYE4Dk1Q0A");

    /// <summary>In the extended form, for its transparency.</summary>
    internal static readonly byte[] ExtendedWebp = Convert.FromBase64String(
        "UklGRnAAAABXRUJQVlA4WAoAAAAQAAAABwAAAwAAQUxQSAoAAAABB1CyiAhERP8DVlA4IEAAAABQAgCdASoIAAQAAgA0JbACdEyAev+B6IBX4AAA/vGpZzVVuSEhw0GlhGdHJY2x"
        + "K//LcZ+v4nFOwiQ8f/x1ycAA");

    internal static byte[] Png(int width, int height)
    {
        using var pixels = new MemoryStream();
        using (var packed = new ZLibStream(pixels, CompressionLevel.Fastest))
            for (var y = 0; y < height; y++)
            {
                var row = new byte[1 + (width * 3)];
                for (var x = 0; x < row.Length - 1; x++)
                    row[x + 1] = (byte)(x + y);
                packed.Write(row);
            }
        return [.. PngHead(width, height), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A PNG's signature and first chunk, which claims a size that nothing follows.</summary>
    internal static byte[] PngHead(int width, int height)
    {
        var size = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), height);
        (size[8], size[9]) = (8, 2);
        return [0x89, .. "PNG\r\n"u8, 0x1a, (byte)'\n', .. Chunk("IHDR", size)];
    }

    /// <summary>The JPEG with EXIF data: an orientation, and a name that nobody should read.</summary>
    internal static byte[] JpegWithExif(ushort orientation, string artist, bool isLittle = true)
    {
        var tiff = new byte[8 + 2 + (2 * 12) + 4 + artist.Length + 1];
        (isLittle ? "II*\0"u8 : "MM\0*"u8).CopyTo(tiff);
        Int(4, 8);
        Short(8, 2);
        Entry(10, 0x0112, 3, 1);
        Short(18, orientation);
        Entry(22, 0x013b, 2, artist.Length + 1);
        Int(30, 38);
        Encoding.ASCII.GetBytes(artist, tiff.AsSpan(38));
        byte[] content = [.. "Exif\0\0"u8, .. tiff];
        return [0xff, 0xd8, 0xff, 0xe1, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content, .. Jpeg.AsSpan(2)];

        void Entry(int at, ushort tag, ushort type, int count)
        {
            Short(at, tag);
            Short(at + 2, type);
            Int(at + 4, count);
        }

        void Short(int at, ushort value)
        {
            if (isLittle)
                BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), value);
            else
                BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), value);
        }

        void Int(int at, int value)
        {
            if (isLittle)
                BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at), value);
            else
                BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at), value);
        }
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(^4), Crc(named));
        return chunk;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320;
        }
        return ~crc;
    }
}
