using System.Diagnostics.Metrics;
using Api.Http;
using NUnit.Framework;
using static Api.Tests.Store.Queries.QueryServer;

namespace Api.Tests.Store.Queries;

/// <summary>The histogram of how long requests take in each stage.</summary>
[NonParallelizable]
internal sealed class StageDurationTests
{
    [Test]
    public async Task A_read_records_every_stage_that_it_passes()
    {
        var stages = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == ServerTiming.MeterName && instrument.Name == ServerTiming.StageDuration)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            Assert.That(seconds, Is.Positive);
            lock (stages)
                stages.Add((string)tags[0].Value!);
        });
        listener.Start();
        await A.GetAsync("collections?page[size]=1");
        lock (stages)
            Assert.That(stages, Is.EqualTo(new[] { "parse", "plan", "execute", "render" }));
    }
}
