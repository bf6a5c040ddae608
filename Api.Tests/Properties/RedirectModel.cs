namespace Api.Tests.Properties;

/// <summary>
/// Redirects as someone would keep them on paper: every page remembers all paths that were left with a redirect to it, and every other redirect
/// is an entry of its own. Where a path leads to is found by following one arrow after the other.
/// </summary>
internal sealed class RedirectModel
{
    private readonly Dictionary<string, string> _arrows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _slugs = new(StringComparer.Ordinal);

    /// <summary>Pages by name, with their path; no path for what is archived.</summary>
    internal IReadOnlyDictionary<string, string> Pages => _slugs;

    internal IReadOnlyCollection<string> Sources => _arrows.Keys;

    /// <summary>Each path that leads somewhere, with the end of all arrows from it.</summary>
    internal string[] Lines => [.. _arrows.Keys.Order(StringComparer.Ordinal).Select(from => $"{from} leads to {End(from)}")];

    internal void Make(string page, string path)
    {
        _arrows.Remove(path);
        _slugs[page] = path;
    }

    internal void Rename(string page, string path, bool leavesRedirect)
    {
        var old = _slugs[page];
        if (old == path)
            return;
        Make(page, path);
        // Without a redirect of its own, the old path is an arrow only for those that led to it.
        foreach (var (from, _) in _arrows.Where(arrow => arrow.Value == old).ToList())
            _arrows[from] = path;
        if (leavesRedirect)
            _arrows[old] = path;
    }

    internal void Archive(string page) => _slugs.Remove(page);

    /// <summary>Whether a redirect of its own can be made; it is, then.</summary>
    internal bool Add(string from, string to)
    {
        if (_arrows.ContainsKey(from) || _slugs.ContainsValue(from) || End(to) == from)
            return false;
        _arrows[from] = to;
        // Arrows are copied to their end, so that taking one of them away takes no other.
        foreach (var other in _arrows.Keys.ToList())
            _arrows[other] = End(other);
        return true;
    }

    internal void Delete(string from) => _arrows.Remove(from);

    private string End(string path)
    {
        for (var steps = 0; _arrows.TryGetValue(path, out var next); steps++)
            path = steps < 100 ? next : throw new InvalidOperationException($"The redirects of {path} form a loop.");
        return path;
    }
}
