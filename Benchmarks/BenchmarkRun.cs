using System.Globalization;
using Benchmarks.Data;
using Benchmarks.Load;

namespace Benchmarks;

/// <summary>A whole run: data set, servers, check, load, table.</summary>
internal sealed class BenchmarkRun(Options options)
{
    internal async Task RunAsync()
    {
        DataSet.Ensure(options.Data);
        var workloads = Chosen(Workload.All(options.Data));
        using var servers = new Servers();
        if (!options.FloorOnly)
            servers.Add(await ServerProcess.StartAsync(options.Calibrate ? "floor" : "server", DataSet.CopyFor(options.Data, "server")));
        servers.Add(await ServerProcess.StartAsync("floor", DataSet.CopyFor(options.Data, "floor")));
        Cores.PinGenerator();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {Environment.ProcessorCount} cores; {(Cores.CanPin ? "servers pinned to one, generator to another" : "nothing pinned")}; 16 connections;
            {options.Rounds} rounds of {options.Seconds} s after {options.WarmUpSeconds} s of warm-up; requests/s is the median round.

            """));
        Report.WriteHead();
        foreach (var workload in workloads)
        {
            if (servers.Count == 2)
                await EqualityCheck.RunAsync(servers[0], servers[1], workload);
            Report.Write(workload, await LoadAsync(servers, workload));
        }
    }

    private List<Workload> Chosen(List<Workload> all)
    {
        if (options.Workloads.Except(all.Select(workload => workload.Code)).FirstOrDefault() is { } unknown)
            throw new FormatException($"There is no workload {unknown}.");
        return all.FindAll(workload => options.Workloads.Length == 0 || options.Workloads.Contains(workload.Code));
    }

    private async Task<List<(string Server, List<LoadResult> Rounds)>> LoadAsync(Servers servers, Workload workload)
    {
        var results = servers.ConvertAll(server => (Server: server.Name, Rounds: new List<LoadResult>()));
        for (var round = 0; round < options.Rounds; round++)
            for (var i = 0; i < servers.Count; i++)
                results[i].Rounds.Add(await new LoadRun(servers[i], workload).RunAsync(options.WarmUpSeconds, options.Seconds));
        return results;
    }

    /// <summary>Ends the processes however the run ends.</summary>
    private sealed class Servers : List<ServerProcess>, IDisposable
    {
        private bool _disposed;

        internal Servers() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();

        public void Dispose()
        {
            if (_disposed)
                return;
            _disposed = true;
            ForEach(server => server.Dispose());
        }
    }
}
