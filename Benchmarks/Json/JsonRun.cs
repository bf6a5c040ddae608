using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Benchmarks.Load;

namespace Benchmarks.Json;

/// <summary>The project's own JSON writer against the framework's: the same page with both, in turn, on one thread.</summary>
internal static class JsonRun
{
    private const int Rounds = 15;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(250);

    private readonly record struct Measurement(double Microseconds, double Allocated);

    internal static void Run()
    {
        Cores.PinGenerator();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            .NET {Environment.Version}; {Environment.ProcessorCount} cores; {(Cores.CanPin ? "pinned to one" : "not pinned")};
            {Rounds} rounds of about {Round.TotalMilliseconds} ms each, in turn, after {WarmUp.TotalSeconds} s of warm-up; processor time.

            | page | bytes | writer | µs a page, median | lowest to highest | allocated bytes a page | to JsonBuffer | lowest to highest |
            | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |
            """));
        Compare("mixed text", plain: false);
        Compare("plain ASCII", plain: true);
    }

    private static void Compare(string title, bool plain)
    {
        using var page = new JsonPage(plain);
        using var writer = new WriterPage();
        var bytes = Check(page, writer);
        (string Name, Action Render)[] ways =
        [
            ("JsonBuffer", () => BufferPage.Write(page).Dispose()),
            ("Utf8JsonWriter", () => writer.Write(page).Dispose()),
        ];
        var pages = Array.ConvertAll(ways, way => PagesARound(way.Render));
        var results = Array.ConvertAll(ways, _ => new List<Measurement>());
        for (var round = 0; round < Rounds; round++)
            for (var turn = 0; turn < ways.Length; turn++)
            {
                // Each is the first of the two in every second round.
                var way = (round + turn) % ways.Length;
                results[way].Add(Measure(ways[way].Render, pages[way]));
            }
        for (var way = 0; way < ways.Length; way++)
            Write(string.Create(CultureInfo.InvariantCulture, $"{title} | {bytes:N0} | {ways[way].Name}"), results[way], results[0]);
    }

    private static int Check(JsonPage page, WriterPage writer)
    {
        using var own = BufferPage.Write(page);
        using var framework = writer.Write(page);
        using var left = JsonDocument.Parse(own.Written);
        using var right = JsonDocument.Parse(framework.Written);
        // 1.0 and 1 are one number here: the framework writes no fraction that is zero.
        return JsonDifference.Find(left.RootElement, right.RootElement, []) is { } difference
            ? throw new InvalidDataException($"JsonBuffer / Utf8JsonWriter differ at {difference}")
            : own.Length;
    }

    private static int PagesARound(Action render)
    {
        var pages = 0;
        var start = Stopwatch.GetTimestamp();
        for (; Stopwatch.GetElapsedTime(start) < WarmUp; pages++)
            render();
        return Math.Max(100, (int)(pages * (Round / WarmUp)));
    }

    // Processor time: what other programs do meanwhile does not count.
    private static Measurement Measure(Action render, int pages)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < pages; i++)
            render();
        var time = Environment.CpuUsage.TotalTime - start;
        return new Measurement(time.TotalMicroseconds / pages, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / pages);
    }

    private static void Write(string head, List<Measurement> rounds, List<Measurement> own)
    {
        var times = rounds.Select(round => round.Microseconds).Order().ToList();
        var ratios = rounds.Zip(own, (round, first) => round.Microseconds / first.Microseconds).Order().ToList();
        var allocated = rounds.Select(round => round.Allocated).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {head} | {times[Rounds / 2]:N1} | {times[0]:N1} to {times[^1]:N1} | {allocated[Rounds / 2]:N0} | "
            + $"{ratios[Rounds / 2]:N2} | {ratios[0]:N2} to {ratios[^1]:N2} |"));
    }
}
