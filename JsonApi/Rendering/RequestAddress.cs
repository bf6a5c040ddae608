using System.Text;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering;

/// <summary>
/// The address of a list as the caller asked for it, from which the links to its other pages are made: absolute, and percent-encoded
/// whatever the caller wrote (RFC 3986).
/// </summary>
/// <param name="baseUrl">Scheme and host as UTF-8, without a slash at the end.</param>
/// <param name="path">The path, percent-encoded.</param>
/// <param name="query">The query text, with or without the question mark.</param>
public sealed class RequestAddress(byte[] baseUrl, string path, string query)
{
    private readonly string _query = UrlText.Encode(query.TrimStart('?'));

    // Every link but the one to itself begins with the same text.
    private byte[]? _start;

    /// <summary>Writes the address itself as a string.</summary>
    internal void WriteSelf(JsonBuffer json)
    {
        json.Raw((byte)'"');
        json.Content(baseUrl);
        json.Content(path);
        if (_query.Length > 0)
        {
            json.Raw((byte)'?');
            json.Content(_query);
        }
        json.Raw((byte)'"');
    }

    /// <summary>Writes the same address with another page as a string: all parameters are kept but those that name a page.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="pageParameters">The names of the parameters that name a page, decoded. The same in every call.</param>
    /// <param name="name">The parameter that names the other page, percent-encoded.</param>
    /// <param name="value">Its value; it needs no escape.</param>
    internal void WritePage(JsonBuffer json, string[] pageParameters, ReadOnlySpan<byte> name, string value)
    {
        _start ??= Encoding.UTF8.GetBytes(path + (WithoutPage(pageParameters) is { Length: > 0 } kept ? $"?{kept}&" : "?"));
        json.Raw((byte)'"');
        json.Content(baseUrl);
        json.Content(_start);
        json.Raw(name);
        json.Raw((byte)'=');
        json.Content(value);
        json.Raw((byte)'"');
    }

    private string WithoutPage(string[] pageParameters) =>
        string.Join('&', _query.Split('&').Where(pair => pair.Length > 0 && !pageParameters.Contains(Name(pair))));

    private static string Name(string pair)
    {
        var name = pair.Split('=')[0];
        return name.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(name) : name;
    }
}
