using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Benchmarks;

/// <summary>A server in a process of its own, on a core of its own where the machine lets us say so.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(string mode, string database, Process process, IPEndPoint address)
    {
        (Name, Database) = (mode, database);
        _process = process;
        Address = address;
        Client = new HttpClient { BaseAddress = new Uri($"http://{address}") };
    }

    internal string Name { get; }

    /// <summary>The file it works on.</summary>
    internal string Database { get; }

    internal IPEndPoint Address { get; }

    /// <summary>For checks and figures, not for load.</summary>
    internal HttpClient Client { get; }

    internal static async Task<ServerProcess> StartAsync(string mode, string database)
    {
        var address = FreeAddress();
        List<string> command = [Environment.ProcessPath!];
        if (Path.GetFileNameWithoutExtension(command[0]) == "dotnet")
            command.Add(typeof(ServerProcess).Assembly.Location);
        command.AddRange([mode, "--urls", $"http://{address}", "--db", Path.GetFullPath(database)]);
        if (Cores.CanPin)
            command.InsertRange(0, ["taskset", "-c", Cores.Server]);
        var start = new ProcessStartInfo(command[0], command.Skip(1));
        var server = new ServerProcess(mode, database, Process.Start(start)!, address);
        try
        {
            await server.ReadyAsync();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    internal async Task<long> AllocatedBytesAsync()
    {
        using var stats = JsonDocument.Parse(await Client.GetStringAsync(new Uri(ServerStats.Path, UriKind.Relative)));
        return stats.RootElement.GetProperty("allocated_bytes").GetInt64();
    }

    /// <summary>The part of the process that is in memory, in bytes.</summary>
    internal long ResidentBytes() => Memory("status", "VmRSS:") ?? WorkingSet();

    /// <summary>As <see cref="ResidentBytes"/>, but without what is mapped from files, as the database is.</summary>
    internal long PrivateBytes() => Memory("smaps_rollup", "Anonymous:") ?? WorkingSet();

    private long? Memory(string file, string name)
    {
        var path = $"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/{file}";
        if (File.Exists(path))
            foreach (var line in File.ReadLines(path))
                if (line.StartsWith(name, StringComparison.Ordinal))
                    return 1024 * long.Parse(line.AsSpan(name.Length).Trim().TrimEnd("kB "), CultureInfo.InvariantCulture);
        return null;
    }

    private long WorkingSet()
    {
        _process.Refresh();
        return _process.WorkingSet64;
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private async Task ReadyAsync()
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await AllocatedBytesAsync();
                return;
            }
            catch (HttpRequestException) when (started.Elapsed < TimeSpan.FromSeconds(60))
            {
                if (_process.HasExited)
                    throw new InvalidDataException($"The process of the {Name} ended before it answered.");
                await Task.Delay(50);
            }
        }
    }

    private static IPEndPoint FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}
