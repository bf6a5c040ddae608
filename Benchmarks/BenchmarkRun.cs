using System.Globalization;
using Benchmarks.Bulk;
using Benchmarks.Data;
using Benchmarks.Load;
using Benchmarks.Tree;

namespace Benchmarks;

/// <summary>A whole run: data set, servers, check, load, table.</summary>
internal sealed class BenchmarkRun(Options options)
{
    /// <summary>So many items hang below the collection that is moved, deleted, sorted.</summary>
    private const int TreeItems = 20_000;

    private static readonly int[] GrowingItems = [1_000, 10_000, 100_000];

    private static readonly string[] TreeCodes = [TreeOperation.Move, TreeOperation.Delete, TreeOperation.Sort];

    private static readonly string[] GrowthCodes = [.. TreeCodes, Workload.SearchCode, Workload.CursorCode];

    internal async Task RunAsync()
    {
        if (options.Growth)
        {
            await RunTreesAsync(GrowingItems, Chosen(GrowthCodes, code => code));
            return;
        }
        if (options.Bulk)
        {
            await new BulkRun(options).RunAsync();
            return;
        }
        var codes = options.Workloads;
        DataSet.Ensure(options.Data);
        var workloads = Workload.All(options.Data);
        if (codes.Except([.. workloads.Select(workload => workload.Code), .. GrowthCodes]).FirstOrDefault() is { } unknown)
            throw new FormatException($"There is no workload {unknown}.");
        workloads = Chosen(workloads, workload => workload.Code);
        if (workloads.Count > 0 || codes.Contains(Workload.CursorCode))
            await RunLoadAsync(workloads);
        if (!options.FloorOnly && !options.Calibrate && Chosen(TreeCodes, code => code) is { Count: > 0 } trees)
            await RunTreesAsync([TreeItems], trees);
    }

    private async Task RunTreesAsync(int[] sizes, List<string> codes)
    {
        Cores.PinGenerator();
        TreeRun.WriteHead();
        foreach (var items in sizes)
            await new TreeRun(options).RunAsync(items, codes);
    }

    private async Task RunLoadAsync(List<Workload> workloads)
    {
        using var servers = new Servers();
        if (!options.FloorOnly)
            servers.Add(await ServerProcess.StartAsync(options.Calibrate ? "floor" : "server", DataSet.CopyFor(options.Data, "server")));
        servers.Add(await ServerProcess.StartAsync("floor", DataSet.CopyFor(options.Data, "floor")));
        // Only the real server makes cursors.
        if (servers.Count == 2 && !options.Calibrate && Chosen([Workload.CursorCode], code => code).Count > 0)
            workloads.Add(Workload.Deep(await DeepCursor.FindAsync(servers[0], 50_000)));
        Cores.PinGenerator();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {Environment.ProcessorCount} cores; {(Cores.CanPin ? "servers pinned to one, generator to another" : "nothing pinned")}; 16 connections;
            {options.Rounds} rounds of {options.Seconds} s after {options.WarmUpSeconds} s of warm-up each{(options.Quick ? "" : ", the first until it is steady")}; requests/s is the median round.

            """));
        Report.WriteHead();
        foreach (var workload in workloads)
        {
            if (servers.Count == 2)
                await EqualityCheck.RunAsync(servers[0], servers[1], workload);
            Report.Write(workload, await LoadAsync(servers, workload));
        }
    }

    private List<T> Chosen<T>(IEnumerable<T> all, Func<T, string> code) =>
        [.. all.Where(one => options.Workloads.Length == 0 || options.Workloads.Contains(code(one)))];

    private async Task<List<(string Server, List<LoadResult> Rounds)>> LoadAsync(Servers servers, Workload workload)
    {
        var results = servers.ConvertAll(server => (Server: server.Name, Rounds: new List<LoadResult>()));
        for (var round = 0; round < options.Rounds; round++)
            for (var i = 0; i < servers.Count; i++)
                results[i].Rounds.Add(await new LoadRun(servers[i], workload).RunAsync(options.WarmUpSeconds, untilSteady: round == 0 && !options.Quick, options.Seconds));
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
