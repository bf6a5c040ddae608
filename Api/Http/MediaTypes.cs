using Microsoft.Net.Http.Headers;

namespace Api.Http;

/// <summary>Which media types are spoken.</summary>
internal static class MediaTypes
{
    internal const string JsonApi = "application/vnd.api+json";
    internal const string Json = "application/json";

    /// <summary>
    /// The type to answer with: JSON:API, or plain JSON as a label for the same document where only that is admitted; null where
    /// neither is.
    /// </summary>
    internal static string? Negotiate(IList<string> accept)
    {
        if (accept.Count == 0 || accept is [JsonApi or "*/*"])
            return JsonApi;
        if (accept is [Json])
            return Json;
        if (accept.All(line => string.IsNullOrWhiteSpace(line)))
            return JsonApi;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
            return null;
        var admitsJson = false;
        foreach (var range in ranges)
        {
            if (range.Quality == 0)
                continue;
            if (range.MatchesAllTypes || (range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase)))
                return JsonApi;
            if (Is(range, JsonApi) && HasOnlyKnownParameters(range, isAccept: true))
                return JsonApi;
            admitsJson |= Is(range, Json);
        }
        return admitsJson ? Json : null;
    }

    /// <summary>Whether a body of this type is read: JSON:API or JSON, with nothing about it that would have to be understood.</summary>
    internal static bool IsReadable(string? contentType)
    {
        if (contentType is JsonApi or Json)
            return true;
        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (Is(type, Json) ? IsUtf8(type) : Is(type, JsonApi) && HasOnlyKnownParameters(type, isAccept: false));
    }

    private static bool Is(MediaTypeHeaderValue range, string type) =>
        range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    /// <summary>Profiles may be ignored, extensions not: none is served, so none may be asked for.</summary>
    private static bool HasOnlyKnownParameters(MediaTypeHeaderValue type, bool isAccept)
    {
        foreach (var parameter in type.Parameters)
            if (!IsKnown(parameter, isAccept))
                return false;
        return true;
    }

    private static bool IsKnown(NameValueHeaderValue parameter, bool isAccept)
    {
        var value = HeaderUtilities.RemoveQuotes(parameter.Value);
        if (parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase))
            return value.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        return parameter.Name.Equals("profile", StringComparison.OrdinalIgnoreCase)
            || (isAccept && parameter.Name.Equals("q", StringComparison.OrdinalIgnoreCase));
    }
}
