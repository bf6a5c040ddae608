using Microsoft.Net.Http.Headers;

namespace Api.Http;

/// <summary>The media types of the favourites API.</summary>
internal static class HalMediaTypes
{
    internal const string Hal = "application/hal+json";
    internal const string Form = "application/x-www-form-urlencoded";

    private const string Vendor = "application/vnd.artsy-v2+json";

    /// <summary>Of several that a client prefers equally, the first.</summary>
    private static readonly string[] Offered = [Hal, Vendor, MediaTypes.Json];

    /// <summary>The type to answer with, the best match of <c>Accept</c>; null where none is authenticated.</summary>
    internal static string? Negotiate(IList<string> accept)
    {
        if (accept is [] or ["*/*"] or [Hal])
            return Hal;
        if (accept is [MediaTypes.Json])
            return MediaTypes.Json;
        if (accept.All(string.IsNullOrWhiteSpace))
            return Hal;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
            return null;
        var best = Offered.Select(type => (Type: type, Match: Match(ranges, type))).MaxBy(offer => offer.Match);
        return best.Match.Quality > 0 ? best.Type : null;
    }

    /// <summary>Whether a body of this type is a form, or JSON; null where it is neither, or not in UTF-8.</summary>
    internal static bool? IsForm(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !MediaTypes.IsUtf8(type))
            return null;
        return Is(type, Form) ? true : Is(type, MediaTypes.Json) || Is(type, Hal) ? false : null;
    }

    /// <summary>The quality of a type for a client, by the most specific range that includes it (RFC 9110, 12.5.1).</summary>
    private static (double Quality, int Specificity) Match(IList<MediaTypeHeaderValue> ranges, string type)
    {
        var (specificity, quality) = ranges
            .Select(range => (Specificity: Specificity(range, type), Quality: range.Quality ?? 1))
            .Where(match => match.Specificity > 0)
            .DefaultIfEmpty((0, 0))
            .Max();
        return (quality, specificity);
    }

    private static int Specificity(MediaTypeHeaderValue range, string type) =>
        Is(range, type) ? 3
        : range.MatchesAllTypes ? 1
        : range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? 2
        : 0;

    private static bool Is(MediaTypeHeaderValue range, string type) => range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);
}
