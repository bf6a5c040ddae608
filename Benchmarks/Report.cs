using System.Globalization;
using Benchmarks.Load;

namespace Benchmarks;

/// <summary>The table of a run, in the form in which it is kept in docs/performance.md.</summary>
internal static class Report
{
    internal static void WriteHead() => Console.WriteLine("""
        | workload | server | requests/s | p50 ms | p99 ms | allocated bytes a request | memory MB | ratio to the floor |
        | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
        """);

    internal static void Write(Workload workload, List<(string Server, List<LoadResult> Rounds)> results)
    {
        var floor = Median(results[^1].Rounds, round => round.RequestsPerSecond);
        foreach (var (server, rounds) in results)
        {
            var latencies = new Latencies();
            rounds.ForEach(round => latencies.Add(round.Latencies));
            var rate = Median(rounds, round => round.RequestsPerSecond);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {workload.Code} {workload.Title} | {server} | {rate:N0} | {latencies.Percentile(0.5):N2} | {latencies.Percentile(0.99):N2} | "
                + $"{Median(rounds, round => round.AllocatedBytesPerRequest):N0} | {rounds[^1].ResidentBytes / 1_048_576.0:N0} | {rate / floor:N2} |"));
        }
    }

    private static double Median(List<LoadResult> rounds, Func<LoadResult, double> value)
    {
        var sorted = rounds.Select(value).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
