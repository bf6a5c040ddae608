using System.Net;

namespace Api.Setup;

/// <summary>Where the server listens, and whether strangers can reach it there.</summary>
internal static class ServerAddresses
{
    private const string Default = "http://localhost:5080";

    /// <summary>Listens on loopback only, unless some setting names an address.</summary>
    internal static void SetDefault(WebApplicationBuilder builder)
    {
        if (Configured(builder.Configuration).Count == 0)
            builder.WebHost.UseUrls(Default);
    }

    /// <summary>Whether the server runs neither in Development nor on loopback addresses alone.</summary>
    internal static bool AreExposed(WebApplication app) =>
        !app.Environment.IsDevelopment() && Configured(app.Configuration).Exists(url => !IsLoopback(url));

    /// <summary>The address to show to a person.</summary>
    internal static string BaseUrl(WebApplication app) => app.Urls.FirstOrDefault() ?? Default;

    private static List<string> Configured(IConfiguration configuration)
    {
        var urls = new List<string>();
        urls.AddRange((configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        foreach (var key in new[] { "http_ports", "https_ports" })
            urls.AddRange((configuration[key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(port => $"http://*:{port}"));
        urls.AddRange(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "http://*"));
        return urls;
    }

    private static bool IsLoopback(string url)
    {
        var address = BindingAddress.Parse(url);
        return address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
