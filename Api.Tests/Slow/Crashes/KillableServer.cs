using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Api.Tests.Slow.Crashes;

/// <summary>The real program in a process of its own, so that it can be killed.</summary>
internal sealed class KillableServer : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;

    private KillableServer(Process process, HttpClient client) => (_process, _client) = (process, client);

    internal static async Task<KillableServer> StartAsync(string catalog, string token, params string[] settings)
    {
        var address = FreeAddress();
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "Api.dll"), $"--urls=http://{address}", $"--ConnectionStrings:Catalog=Data Source={catalog}",
            "--Demo:Enabled=false", "--Logging:LogLevel:Default=Warning", .. settings,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        var complaints = process.StandardError.ReadToEndAsync();
        var client = new HttpClient { BaseAddress = new Uri($"http://{address}/api/4/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var server = new KillableServer(process, client);
        for (var started = Stopwatch.StartNew(); ; await Task.Delay(20))
            try
            {
                await server.SendAsync(HttpMethod.Get, "collections?page[size]=1");
                return server;
            }
            catch (HttpRequestException) when (started.Elapsed < TimeSpan.FromSeconds(60))
            {
                if (process.HasExited)
                    throw new InvalidOperationException("The server ended before it answered: " + await complaints);
            }
    }

    /// <summary>Asks; throws where the connection breaks before the answer is there.</summary>
    internal async Task<(int Status, JsonNode Document)> SendAsync(HttpMethod method, string url, string? body = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/vnd.api+json");
        using var response = await _client.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>SIGKILL: the process learns nothing of it.</summary>
    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGTERM, as whoever runs servers sends it; the exit code once the process has ended.</summary>
    internal async Task<int> StopAsync()
    {
        using (var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await signal.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
        _client.Dispose();
    }

    private static IPEndPoint FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}
