using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace JsonApi.Parsing;

/// <summary>Decodes percent signs and plus signs of query text; accepts valid UTF-8 only.</summary>
internal static class PercentDecoder
{
    private static readonly SearchValues<char> Encoded = SearchValues.Create("%+");
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>False for a broken escape, bytes that are not UTF-8, or NUL.</summary>
    internal static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? decoded)
    {
        if (!text.ContainsAny(Encoded))
        {
            decoded = text.ToString();
            return !text.ContainsAnyExceptInRange('\x01', '\x7f') || (!text.Contains('\0') && IsWellFormed(text));
        }
        decoded = null;
        var bytes = new byte[StrictUtf8.GetMaxByteCount(text.Length)];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || !TryReadHex(text.Slice(i + 1, 2), out bytes[length]))
                    return false;
                length++;
                i += 2;
            }
            else if (text[i] < 0x80)
                bytes[length++] = text[i] == '+' ? (byte)' ' : (byte)text[i];
            else
            {
                var run = text[i..];
                var end = run.IndexOfAnyInRange('\0', '\x7f');
                run = end < 0 ? run : run[..end];
                if (!IsWellFormed(run))
                    return false;
                length += Encoding.UTF8.GetBytes(run, bytes.AsSpan(length));
                i += run.Length - 1;
            }
        }
        try
        {
            decoded = StrictUtf8.GetString(bytes, 0, length);
            return !decoded.Contains('\0', StringComparison.Ordinal);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool TryReadHex(ReadOnlySpan<char> digits, out byte value) =>
        byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var used) != OperationStatus.Done)
                return false;
            text = text[used..];
        }
        return true;
    }
}
