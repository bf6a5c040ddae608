using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Benchmarks.Data;
using Benchmarks.Load;

namespace Benchmarks.Tree;

/// <summary>Operations over many items, one at a time on one connection, server and floor in turn.</summary>
internal sealed partial class TreeRun(Options options)
{
    // Each server gives its own id and time to what it writes.
    private static readonly string[] Ignored = ["links", "updated_at"];
    private static readonly string[] IgnoredOfSortings = ["id"];

    internal static void WriteHead() => Console.WriteLine("""

        | operation | items | server | first ms | median ms | worst ms | statements | private memory MB, before and after | ratio to the floor |
        | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |
        """);

    /// <summary>Measures the operations named, or all, on a catalogue of that size.</summary>
    internal async Task RunAsync(int items, IReadOnlyCollection<string> codes)
    {
        var data = TreeDataSet.Build(Path.GetDirectoryName(Path.GetFullPath(options.Data))!, items);
        using var server = await ServerProcess.StartAsync("server", DataSet.CopyFor(data, "server"));
        using var floor = await ServerProcess.StartAsync("floor", DataSet.CopyFor(data, "floor"));
        var cursor = codes.Contains(Workload.CursorCode) ? await DeepCursor.FindAsync(server, items) : null;
        foreach (var operation in TreeOperation.All(data, cursor).Where(operation => codes.Contains(operation.Code)))
            await MeasureAsync(operation, items, [server, floor]);
        DataSet.Delete(data);
    }

    private static async Task MeasureAsync(TreeOperation operation, int items, ServerProcess[] servers)
    {
        var before = Array.ConvertAll(servers, server => server.PrivateBytes());
        var times = Array.ConvertAll(servers, _ => new List<double>());
        var statements = "";
        for (var round = 0; round <= operation.Rounds; round++)
        {
            var answers = new JsonDocument[servers.Length];
            for (var i = 0; i < servers.Length; i++)
            {
                operation.Prepare(servers[i].Database);
                using var request = operation.Request(round);
                var start = Stopwatch.GetTimestamp();
                using var response = await servers[i].Client.SendAsync(request);
                var body = await response.Content.ReadAsStringAsync();
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (!response.IsSuccessStatusCode)
                    throw new InvalidDataException($"{servers[i].Name} answered {response.StatusCode} to {operation.Code}: {body}");
                answers[i] = JsonDocument.Parse(body);
                if (i == 0 && response.Headers.TryGetValues("Server-Timing", out var timing))
                    statements = Count().Match(timing.First()).Groups[1].Value;
            }
            var ignored = operation.Code == TreeOperation.Sort ? IgnoredOfSortings : Ignored;
            if (JsonDifference.Find(answers[0].RootElement, answers[1].RootElement, ignored) is { } difference)
                throw new InvalidDataException($"{operation.Code}: server / floor differ at {difference}");
        }
        if (TreeState.Of(servers[0].Database) != TreeState.Of(servers[1].Database))
            throw new InvalidDataException($"{operation.Code}: server and floor left different rows.");
        for (var i = 0; i < servers.Length; i++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {operation.Code} {operation.Title} | {items:N0} | {servers[i].Name} | {times[i][0]:N1} | {Median(times[i]):N1} | {times[i].Skip(1).Max():N1} | "
                + $"{(i == 0 ? statements : "")} | {before[i] / 1_048_576} → {servers[i].PrivateBytes() / 1_048_576} | {Median(times[1]) / Median(times[i]):N2} |"));
    }

    /// <summary>Of all but the first.</summary>
    private static double Median(List<double> times)
    {
        var sorted = times.Skip(1).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    [GeneratedRegex("""desc="statements: (\d+)";?""")]
    private static partial Regex Count();
}
