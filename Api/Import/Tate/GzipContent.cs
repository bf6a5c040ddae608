using System.Buffers.Binary;
using System.IO.Compression;

namespace Api.Import.Tate;

/// <summary>
/// What a gzip file holds. The framework's stream ends without a word where the file is cut off, which would pass for a short
/// data set; so the length is compared with the one at the end of the file.
/// </summary>
internal sealed class GzipContent(FileStream file) : Stream
{
    private const int LengthBytes = 4;

    private readonly GZipStream _content = new(file, CompressionMode.Decompress);
    private long _count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = _content.Read(buffer);
        _count += read;
        if (read == 0 && buffer.Length > 0 && StatedLength() != (uint)_count)
            throw new InvalidDataException("The gzip file is cut off.");
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }

    private uint? StatedLength()
    {
        Span<byte> end = stackalloc byte[LengthBytes];
        return file.Length > LengthBytes && RandomAccess.Read(file.SafeFileHandle, end, file.Length - LengthBytes) == LengthBytes
            ? BinaryPrimitives.ReadUInt32LittleEndian(end)
            : null;
    }
}
