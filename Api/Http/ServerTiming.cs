using System.Diagnostics.Metrics;
using System.Globalization;
using JsonApi.Definitions;
using JsonApi.Execution;

namespace Api.Http;

/// <summary>
/// Where the time of a request went: the header <c>Server-Timing</c> for the caller, a histogram of each stage for the operator.
/// </summary>
internal static class ServerTiming
{
    internal const string MeterName = "Booqable.CollectionItems";
    internal const string StageDuration = "request.stage.duration";

    private static readonly Histogram<double> Stages =
        new Meter(MeterName).CreateHistogram<double>(StageDuration, "s", "How long requests took in each stage of a pipeline.");

    private static readonly KeyValuePair<string, object?>[] Tags =
        [.. Enum.GetValues<Stage>().Select(stage => new KeyValuePair<string, object?>("stage", WireText.Write(stage)))];

    /// <summary>
    /// The header's value: <c>db;dur=1.204;desc="statements: 2", total;dur=1.530</c>, in milliseconds. Errors do not count their statements.
    /// </summary>
    internal static string Format(in StageTimes times, TimeSpan total, bool isError)
    {
        var statements = isError ? "" : string.Create(CultureInfo.InvariantCulture, $";desc=\"statements: {times.Statements}\"");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"db;dur={times[Stage.Execute].TotalMilliseconds:0.###}{statements}, total;dur={total.TotalMilliseconds:0.###}");
    }

    /// <summary>Records the stages that a request passed, where somebody collects them.</summary>
    internal static void Record(in StageTimes times)
    {
        if (!Stages.Enabled)
            return;
        for (var stage = Stage.Read; stage <= Stage.Render; stage++)
            if (times[stage] > TimeSpan.Zero)
                Stages.Record(times[stage].TotalSeconds, Tags[(int)stage]);
    }
}
