using System.Text;

namespace Api.Http;

/// <summary>Where clients see the server: the setting <c>PublicUrl</c> if there is one, else what they called it by.</summary>
internal sealed class PublicUrl
{
    private readonly byte[]? _fixed;

    // Nearly all callers use the same address.
    private volatile Address? _last;

    /// <param name="setting">An absolute http or https URL, with a path where a proxy adds one; null for none.</param>
    internal PublicUrl(string? setting)
    {
        if (string.IsNullOrEmpty(setting))
            return;
        if (!Uri.TryCreate(setting, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            || url.Query.Length + url.Fragment.Length + url.UserInfo.Length > 0)
            throw new FormatException(
                $"PublicUrl should be an absolute http or https URL without query, such as https://shop.example.com; it is '{setting}'.");
        _fixed = Encoding.UTF8.GetBytes(url.AbsoluteUri.TrimEnd('/'));
    }

    /// <summary>The setting without a slash at the end; empty where there is none.</summary>
    internal byte[] Setting => _fixed ?? [];

    /// <summary>Scheme, host and the setting's path, without a slash at the end; empty where the caller named no host.</summary>
    internal byte[] Of(HttpRequest request)
    {
        if (_fixed is not null)
            return _fixed;
        if (!request.Host.HasValue)
            return [];
        var last = _last;
        if (last is null || last.Scheme != request.Scheme || last.Host != request.Host)
            _last = last = new Address(
                request.Scheme, request.Host, Encoding.UTF8.GetBytes($"{request.Scheme}://{request.Host.ToUriComponent()}"));
        return last.Url;
    }

    private sealed record Address(string Scheme, HostString Host, byte[] Url);
}
