using System.Net;

namespace Api.Http;

/// <summary>
/// The hosts that the server answers at: loopback names, the host of <c>PublicUrl</c>, those under the setting <c>BaseDomain</c>, each of which
/// is a company's, and what <c>AllowedHosts</c> names. A request to any other may come from a page that has its name lead to this address.
/// </summary>
internal sealed class Hosts
{
    private const string Any = "*";

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { "localhost" };
    private readonly List<string> _suffixes = [];
    private readonly string? _companySuffix;
    private readonly bool _allowsAny;

    // Nearly all requests name the same host.
    private volatile string? _last;

    internal Hosts(string? allowedHosts, string? publicUrl, string? baseDomain)
    {
        foreach (var name in (allowedHosts ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (name == Any)
                _allowsAny = true;
            else if (name.StartsWith("*.", StringComparison.Ordinal) && IsName(name[2..]))
                _suffixes.Add(name[1..]);
            else if (IsName(name))
                _names.Add(name);
            else
                throw new FormatException($"AllowedHosts should be names without scheme and port, separated by semicolons, such as shop.example.com;*.example.com; '{name}' is none.");
        if (Uri.TryCreate(publicUrl, UriKind.Absolute, out var url))
            _names.Add(url.Host);
        if (string.IsNullOrWhiteSpace(baseDomain))
            return;
        if (!IsName(baseDomain))
            throw new FormatException($"BaseDomain should be a name without scheme and port, such as shops.example.com; it is '{baseDomain}'.");
        _suffixes.Add(_companySuffix = "." + baseDomain);
    }

    internal static Hosts From(IConfiguration configuration) =>
        new(configuration["AllowedHosts"], configuration["PublicUrl"], configuration["BaseDomain"]);

    /// <summary>Whether a request to this host is answered. One that names none, as HTTP/1.0 allows, leads to no links to it.</summary>
    internal bool Allows(HostString host)
    {
        if (!host.HasValue || host.Value == _last)
            return true;
        var name = host.Host;
        var isAllowed = _allowsAny || _names.Contains(name) || IsLoopback(name)
            || _suffixes.Exists(suffix => name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
        if (isAllowed)
            _last = host.Value;
        return isAllowed;
    }

    /// <summary>The slug of the company whose host it is; null where it is no company's.</summary>
    internal string? CompanySlug(HostString host) =>
        _companySuffix is not null && host.HasValue && host.Host is var name && name.Length > _companySuffix.Length
        && name.EndsWith(_companySuffix, StringComparison.OrdinalIgnoreCase) && !_names.Contains(name)
            ? name[..^_companySuffix.Length].ToLowerInvariant()
            : null;

    private static bool IsLoopback(string name) => IPAddress.TryParse(name.AsSpan().Trim("[]"), out var address) && IPAddress.IsLoopback(address);

    private static bool IsName(string name) => Uri.CheckHostName(name) != UriHostNameType.Unknown;
}
