using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Persistence.Connections;

namespace Api.Tests.Support;

/// <summary>The real server on a loopback port of its own, with a catalogue of its own in a temporary folder.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    internal const string DemoToken = "demo-token-of-the-tests";

    private readonly WebApplication _app;
    private readonly string? _folder;

    private ApiServer(WebApplication app, string? folder)
    {
        (_app, _folder) = (app, folder);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", DemoToken);
    }

    /// <summary>Speaks for the demo company unless a request says otherwise.</summary>
    internal HttpClient Client { get; }

    /// <summary>What absolute links begin with.</summary>
    internal string Url => Client.BaseAddress!.ToString().TrimEnd('/');

    internal CatalogDatabase Database => _app.Services.GetRequiredService<CatalogDatabase>();

    internal IServiceProvider Services => _app.Services;

    /// <summary>Starts a server with the demo company loaded.</summary>
    internal static Task<ApiServer> StartWithDemoAsync() => StartAsync("--Demo:Enabled=true", $"--Demo:Token={DemoToken}");

    /// <summary>Starts a server with an empty catalogue, to be filled through <see cref="Database"/>.</summary>
    internal static Task<ApiServer> StartEmptyAsync(params string[] settings) => StartAsync(["--Demo:Enabled=false", .. settings]);

    internal async Task<Answer> GetAsync(string url) => await SendAsync(HttpMethod.Get, url);

    internal async Task<Answer> SendAsync(HttpMethod method, string url, string? body = null, Action<HttpRequestMessage>? configure = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.api+json");
        }
        configure?.Invoke(request);
        using var response = await Client.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Starts a server on the catalogue of a folder, which stays when the server stops.</summary>
    internal static Task<ApiServer> StartInAsync(string folder, params string[] settings) => StartAsync(folder, isOwn: false, settings);

    private static Task<ApiServer> StartAsync(params string[] settings) =>
        StartAsync(Directory.CreateTempSubdirectory("catalog-tests-").FullName, isOwn: true, settings);

    private static async Task<ApiServer> StartAsync(string folder, bool isOwn, string[] settings)
    {
        var app = CatalogServer.Build(
            ["--urls=http://127.0.0.1:0", $"--ConnectionStrings:Catalog=Data Source={Path.Combine(folder, "catalog.db")}", "--Logging:LogLevel:Default=Warning", .. settings]);
        await app.StartAsync();
        return new ApiServer(app, isOwn ? folder : null);
    }
}

/// <summary>An answer, read to the end.</summary>
internal sealed record Answer(int Status, string Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    internal JsonNode Json => JsonNode.Parse(Body)!;
}
