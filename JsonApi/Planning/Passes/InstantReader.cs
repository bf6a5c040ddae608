using System.Globalization;
using System.Text.RegularExpressions;

namespace JsonApi.Planning;

/// <summary>
/// Reads ISO 8601 datetimes: any offset, up to seven fractional digits (the seventh is cut off, as on every stored datetime); a blank
/// before the offset is read as a plus sign. Also as Ruby writes them: <c>2026-11-27 22:22:46 +0000</c>, <c>2026-11-27 22:22:46 UTC</c>.
/// </summary>
internal static partial class InstantReader
{
    private static readonly string[] SecondFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd' 'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd' 'HH:mmK", "yyyy-MM-dd",
    ];

    private static readonly string[] FractionFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK"];

    /// <summary>A <see cref="DateTimeOffset"/>, or a <see cref="WholeSecond"/> where the text has no fraction; null where it is no datetime.</summary>
    internal static object? Read(string text)
    {
        if (Zone().Match(text) is { Success: true } zone)
            text = text[..zone.Index] + (zone.Groups["hours"] is { Success: true } hours
                // A plus sign that was not percent-encoded arrives as a blank.
                ? $"{zone.Groups["sign"].Value.Replace(' ', '+')}{hours.Value}:{zone.Groups["minutes"].Value}"
                : "Z");
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (text.Contains('.', StringComparison.Ordinal))
            return DateTimeOffset.TryParseExact(text, FractionFormats, CultureInfo.InvariantCulture, Utc, out var instant)
                ? instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond))
                : null;
        return DateTimeOffset.TryParseExact(text, SecondFormats, CultureInfo.InvariantCulture, Utc, out var second)
            ? new WholeSecond(second)
            : null;
    }

    /// <summary>An offset, with a colon or without, or the name of UTC, behind a time of day.</summary>
    [GeneratedRegex(@"(?<=\d:\d\d(:\d\d(\.\d+)?)?)( UTC| ?(?<sign>[+\- ])(?<hours>\d\d):?(?<minutes>\d\d))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Zone();
}
