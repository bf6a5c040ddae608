using System.Globalization;

namespace Benchmarks;

/// <summary>What a server process has allocated so far, asked for before and after a run. Outside the measured API.</summary>
internal static class ServerStats
{
    internal const string Path = "/_stats";

    internal static void Map(WebApplication app) =>
        app.MapGet(Path, static context => context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture,
            $$"""{"allocated_bytes":{{GC.GetTotalAllocatedBytes(precise: true)}},"working_set":{{Environment.WorkingSet}}}""")));
}
