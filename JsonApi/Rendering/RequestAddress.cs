namespace JsonApi.Rendering;

/// <summary>The address of a list as the caller asked for it, from which the links to its other pages are made.</summary>
/// <param name="path">The path, or the absolute URL up to the query.</param>
/// <param name="query">The query text, with or without the question mark.</param>
public sealed class RequestAddress(string path, string query)
{
    private readonly string _query = query.TrimStart('?');

    // Every link but the one to itself begins with the same text.
    private string? _start;

    /// <summary>The address itself.</summary>
    public string Self => _query.Length == 0 ? path : $"{path}?{_query}";

    /// <summary>The same address with another page: all parameters are kept but those that name a page.</summary>
    /// <param name="pageParameters">The names of the parameters that name a page, decoded. The same in every call.</param>
    /// <param name="name">The parameter that names the other page; it needs no escape.</param>
    /// <param name="value">Its value; it needs no escape.</param>
    internal string WithPage(string[] pageParameters, string name, string value)
    {
        _start ??= WithoutPage(pageParameters) is { Length: > 0 } kept ? $"{path}?{kept}&" : $"{path}?";
        return $"{_start}{name}={value}";
    }

    private string WithoutPage(string[] pageParameters) =>
        string.Join('&', _query.Split('&').Where(pair => pair.Length > 0 && !pageParameters.Contains(Name(pair))));

    private static string Name(string pair)
    {
        var name = pair.Split('=')[0];
        return name.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(name) : name;
    }
}
