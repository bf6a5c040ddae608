using System.Buffers;
using System.Text;

namespace JsonApi.Rendering.Json;

/// <summary>Text of URLs.</summary>
internal static class UrlText
{
    private const string Hex = "0123456789ABCDEF";

    /// <summary>What RFC 3986 allows in a query, the percent sign of what is encoded already included.</summary>
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?%");

    /// <summary>
    /// A query in which every character is allowed: brackets and whatever else a client wrote as it is are percent-encoded, what is
    /// encoded already stays.
    /// </summary>
    internal static string Encode(string query)
    {
        var next = query.AsSpan().IndexOfAnyExcept(Allowed);
        if (next < 0)
            return query;
        var encoded = new StringBuilder(query.Length * 2);
        Span<byte> utf8 = stackalloc byte[4];
        var rest = query.AsSpan();
        for (; next >= 0; next = rest.IndexOfAnyExcept(Allowed))
        {
            encoded.Append(rest[..next]);
            Rune.DecodeFromUtf16(rest[next..], out var rune, out var length);
            foreach (var code in utf8[..rune.EncodeToUtf8(utf8)])
                encoded.Append('%').Append(Hex[code >> 4]).Append(Hex[code & 15]);
            rest = rest[(next + length)..];
        }
        return encoded.Append(rest).ToString();
    }
}
