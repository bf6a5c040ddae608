using System.Globalization;

namespace JsonApi.Planning;

/// <summary>
/// Reads ISO 8601 datetimes: any offset, up to seven fractional digits (the seventh is cut off, as on every stored datetime); a blank
/// before the offset is read as a plus sign.
/// </summary>
internal static class InstantReader
{
    private static readonly string[] SecondFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd' 'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd' 'HH:mmK", "yyyy-MM-dd",
    ];

    private static readonly string[] FractionFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK"];

    /// <summary>A <see cref="DateTimeOffset"/>, or a <see cref="WholeSecond"/> where the text has no fraction; null where it is no datetime.</summary>
    internal static object? Read(string text)
    {
        // "2025-01-01T00:00:00 00:00": a plus sign that was not percent-encoded arrives as a blank.
        if (text.Length > 6 && text[^6] == ' ' && text[^3] == ':' && text.Length > 16)
            text = string.Concat(text.AsSpan(0, text.Length - 6), "+", text.AsSpan(text.Length - 5));
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (text.Contains('.', StringComparison.Ordinal))
            return DateTimeOffset.TryParseExact(text, FractionFormats, CultureInfo.InvariantCulture, Utc, out var instant)
                ? instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond))
                : null;
        return DateTimeOffset.TryParseExact(text, SecondFormats, CultureInfo.InvariantCulture, Utc, out var second)
            ? new WholeSecond(second)
            : null;
    }
}
