using System.Globalization;
using Persistence.Connections;

namespace Benchmarks;

/// <summary>What a server process has allocated so far, asked for before and after a run. Outside the measured API.</summary>
internal static class ServerStats
{
    internal const string Path = "/_stats";

    /// <summary>How many statements the connection that writes has run.</summary>
    internal const string StatementsPath = "/_statements";

    internal static void Map(WebApplication app)
    {
        app.MapGet(StatementsPath, static async context =>
        {
            var connections = context.RequestServices.GetRequiredService<ConnectionPool>();
            var count = await connections.WriteAsync(Guid.Empty, connection => (connection.Count.Value, false), context.RequestAborted);
            await context.Response.WriteAsync(count.ToString(CultureInfo.InvariantCulture));
        });
        app.MapGet(Path, static context => context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture,
            $$"""{"allocated_bytes":{{GC.GetTotalAllocatedBytes(precise: true)}},"working_set":{{Environment.WorkingSet}}}""")));
    }
}
