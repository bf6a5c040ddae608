using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Api.Setup;

/// <summary>
/// The section <c>ForwardedHeaders</c>: the proxies whose <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> are believed. Without any, nobody's are,
/// whatever the host's own switches say.
/// </summary>
internal static class ForwardedHeadersSetup
{
    internal static void AddForwardedHeaders(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("ForwardedHeaders");
        var proxies = Values(section["KnownProxies"]).Select(text => IPAddress.TryParse(text, out var address) ? address : throw Wrong("KnownProxies", text, "10.0.0.5")).ToList();
        var networks = Values(section["KnownNetworks"]).Select(text => System.Net.IPNetwork.TryParse(text, out var network) ? network : throw Wrong("KnownNetworks", text, "10.0.0.0/24")).ToList();
        services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = proxies.Count + networks.Count > 0
                ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost
                : ForwardedHeaders.None;
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            proxies.ForEach(options.KnownProxies.Add);
            networks.ForEach(options.KnownIPNetworks.Add);
        });
    }

    internal static void UseForwardedHeadersOfProxies(this WebApplication app)
    {
        var section = app.Configuration.GetSection("ForwardedHeaders");
        if (Values(section["KnownProxies"]).Length + Values(section["KnownNetworks"]).Length > 0)
            app.UseForwardedHeaders();
    }

    private static string[] Values(string? setting) =>
        (setting ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static FormatException Wrong(string name, string value, string example) =>
        new($"ForwardedHeaders:{name} should be a list such as {example}, separated by semicolons; '{value}' is none.");
}
