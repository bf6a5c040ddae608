using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace JsonApi.Rendering.Json;

/// <summary>
/// JSON bytes in pooled memory. The renderer knows the shape it writes, so nothing is validated; text is escaped where it needs
/// it and copied where it does not. The caller disposes it when the bytes have been sent.
/// </summary>
public sealed class JsonBuffer : IDisposable
{
    /// <summary>Quote, backslash and the control characters: all that must be escaped in JSON.</summary>
    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private byte[] _bytes;

    /// <param name="capacity">Bytes to begin with.</param>
    public JsonBuffer(int capacity = 16 * 1024) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>How many bytes have been written.</summary>
    public int Length { get; private set; }

    /// <summary>What has been written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>Appends bytes as they are.</summary>
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Appends a byte.</summary>
    public void Raw(byte value)
    {
        Room(1)[0] = value;
        Length++;
    }

    /// <summary>Takes back the last byte, such as a comma too many.</summary>
    public void TakeBack() => Length--;

    /// <summary>Appends a string whose bytes need no escape.</summary>
    public void Quoted(ReadOnlySpan<byte> utf8)
    {
        var room = Room(utf8.Length + 2);
        room[0] = (byte)'"';
        utf8.CopyTo(room[1..]);
        room[utf8.Length + 1] = (byte)'"';
        Length += utf8.Length + 2;
    }

    /// <summary>Appends a string, escaped where needed.</summary>
    public void String(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOfAny(Escaped) < 0)
        {
            Quoted(utf8);
            return;
        }
        Raw((byte)'"');
        Content(utf8);
        Raw((byte)'"');
    }

    /// <summary>Appends one string made of two, escaped where needed.</summary>
    public void String(ReadOnlySpan<byte> start, ReadOnlySpan<byte> end)
    {
        Raw((byte)'"');
        Content(start);
        Content(end);
        Raw((byte)'"');
    }

    /// <summary>Appends a string, escaped where needed.</summary>
    public void String(ReadOnlySpan<char> text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        String(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>Appends a whole number.</summary>
    public void Number(long value)
    {
        Utf8Formatter.TryFormat(value, Room(20), out var written);
        Length += written;
    }

    /// <summary>Appends a number, always with a fraction.</summary>
    public void Number(double value)
    {
        value.TryFormat(Room(32), out var written, "R", System.Globalization.CultureInfo.InvariantCulture);
        var isWhole = _bytes.AsSpan(Length, written).IndexOfAny((byte)'.', (byte)'E') < 0;
        Length += written;
        if (isWhole)
            Raw(".0"u8);
    }

    /// <summary>Appends what another buffer holds.</summary>
    public void Append(JsonBuffer other) => Raw(other.Written.Span);

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, Length) = ([], 0);
    }

    /// <summary>Appends a part of a string, escaped where needed; the quotes are the caller's.</summary>
    internal void Content(ReadOnlySpan<byte> utf8)
    {
        for (var next = utf8.IndexOfAny(Escaped); next >= 0; next = utf8.IndexOfAny(Escaped))
        {
            Raw(utf8[..next]);
            Escape(utf8[next]);
            utf8 = utf8[(next + 1)..];
        }
        Raw(utf8);
    }

    /// <summary>Appends a part of a string, escaped where needed; the quotes are the caller's.</summary>
    internal void Content(ReadOnlySpan<char> text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Content(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Escape(byte code)
    {
        switch (code)
        {
            case (byte)'"': Raw("\\\""u8); break;
            case (byte)'\\': Raw("\\\\"u8); break;
            case (byte)'\n': Raw("\\n"u8); break;
            case (byte)'\r': Raw("\\r"u8); break;
            case (byte)'\t': Raw("\\t"u8); break;
            default:
                Raw("\\u00"u8);
                Utf8Formatter.TryFormat(code, Room(2), out _, new StandardFormat('x', 2));
                Length += 2;
                break;
        }
    }

    private Span<byte> Room(int bytes)
    {
        if (Length + bytes > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + bytes, _bytes.Length * 2));
            _bytes.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
        return _bytes.AsSpan(Length);
    }
}
