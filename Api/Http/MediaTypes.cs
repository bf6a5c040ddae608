using Microsoft.Net.Http.Headers;

namespace Api.Http;

/// <summary>The media types of the store API.</summary>
internal static class MediaTypes
{
    internal const string JsonApi = "application/vnd.api+json";
    internal const string Json = "application/json";

    /// <summary>JSON:API with atomic operations: used at their endpoint only, where no other JSON:API is.</summary>
    internal const string Atomic = $"{JsonApi};ext=\"{AtomicExtension}\"";

    private const string AtomicExtension = "https://jsonapi.org/ext/atomic";

    /// <summary>
    /// The type to answer with: JSON:API, or plain JSON as a label for the same document where only that is accepted; null where
    /// neither is.
    /// </summary>
    /// <param name="accept">The values of the <c>Accept</c> header.</param>
    /// <param name="jsonApi">Which JSON:API is used: <see cref="JsonApi"/> or <see cref="Atomic"/>.</param>
    internal static string? Negotiate(IList<string> accept, string jsonApi = JsonApi)
    {
        if (accept.Count == 0 || (accept is [var only] && (only is "*/*" || only == jsonApi)))
            return jsonApi;
        if (accept is [Json])
            return Json;
        if (accept.All(line => string.IsNullOrWhiteSpace(line)))
            return jsonApi;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
            return null;
        var acceptsJson = false;
        foreach (var range in ranges)
        {
            if (range.Quality == 0)
                continue;
            if (range.MatchesAllTypes || (range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase)))
                return jsonApi;
            if (Is(range, JsonApi) && HasOnlyKnownParameters(range, jsonApi, isAccept: true))
                return jsonApi;
            acceptsJson |= Is(range, Json);
        }
        return acceptsJson ? Json : null;
    }

    /// <summary>
    /// Whether a body of this type is read: JSON:API or JSON, with nothing about it that would have to be understood; operations have
    /// to be announced by their extension.
    /// </summary>
    internal static bool IsReadable(string? contentType, string jsonApi = JsonApi)
    {
        if (contentType == jsonApi || (contentType is Json && jsonApi == JsonApi))
            return true;
        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (Is(type, Json) ? jsonApi == JsonApi && IsUtf8(type) : Is(type, JsonApi) && HasOnlyKnownParameters(type, jsonApi, isAccept: false));
    }

    private static bool Is(MediaTypeHeaderValue range, string type) =>
        range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);

    internal static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    /// <summary>Profiles may be ignored, extensions not: the one that is used has to be named, and no other.</summary>
    private static bool HasOnlyKnownParameters(MediaTypeHeaderValue type, string jsonApi, bool isAccept)
    {
        var isAtomic = false;
        foreach (var parameter in type.Parameters)
            if (IsAtomic(parameter))
                isAtomic = true;
            else if (!IsKnown(parameter, isAccept))
                return false;
        return isAtomic == (jsonApi == Atomic);
    }

    private static bool IsAtomic(NameValueHeaderValue parameter) =>
        parameter.Name.Equals("ext", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(parameter.Value).Equals(AtomicExtension, StringComparison.Ordinal);

    private static bool IsKnown(NameValueHeaderValue parameter, bool isAccept)
    {
        var value = HeaderUtilities.RemoveQuotes(parameter.Value);
        if (parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase))
            return value.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        return parameter.Name.Equals("profile", StringComparison.OrdinalIgnoreCase)
            || (isAccept && parameter.Name.Equals("q", StringComparison.OrdinalIgnoreCase));
    }
}
