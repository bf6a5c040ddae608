using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Benchmarks.Load;

internal sealed record LoadResult(double RequestsPerSecond, Latencies Latencies, double AllocatedBytesPerRequest, long ResidentBytes);

/// <summary>
/// Loads one server with one workload: a blocking thread for each connection, the next request as soon as the last is answered.
/// </summary>
internal sealed class LoadRun(ServerProcess server, Workload workload)
{
    private const int Connections = 16;

    /// <summary>Seconds of load that are held against the seconds before, and how many of them at most.</summary>
    private const int Settling = 3, MostSettling = 30;

    /// <summary>What counts as faster than before.</summary>
    private const double Faster = 1.05;

    private readonly List<Latencies> _latencies = [];
    private readonly long[] _completed = new long[Connections * CacheLine];
    private volatile bool _measuring;
    private volatile bool _stopped;
    private volatile Exception? _failure;

    private const int CacheLine = 8;

    /// <param name="warmUpSeconds">How long to load before measuring.</param>
    /// <param name="untilSteady">Whether to load on until the server gets no faster: on one core it compiles its hot methods beside its work.</param>
    /// <param name="seconds">How long to measure.</param>
    internal async Task<LoadResult> RunAsync(double warmUpSeconds, bool untilSteady, double seconds)
    {
        var threads = Enumerable.Range(0, Connections).Select(Start).ToList();
        await WaitAsync(warmUpSeconds);
        if (untilSteady)
            await WarmUpAsync();
        var (allocatedBefore, completedBefore) = (await server.AllocatedBytesAsync(), Completed());
        var clock = Stopwatch.StartNew();
        _measuring = true;
        await WaitAsync(seconds);
        _measuring = false;
        var elapsed = clock.Elapsed.TotalSeconds;
        var (allocatedAfter, completedAfter) = (await server.AllocatedBytesAsync(), Completed());
        _stopped = true;
        threads.ForEach(thread => thread.Join());
        Throw();
        var all = new Latencies();
        _latencies.ForEach(all.Add);
        return new LoadResult(all.Count / elapsed, all,
            (double)(allocatedAfter - allocatedBefore) / Math.Max(1, completedAfter - completedBefore), server.ResidentBytes());
    }

    private Thread Start(int index)
    {
        var latencies = new Latencies();
        _latencies.Add(latencies);
        var thread = new Thread(() => RunConnection(index, latencies), 256 * 1024) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private void RunConnection(int index, Latencies latencies)
    {
        try
        {
            Exchange(index, latencies);
        }
        catch (Exception failure) when (failure is IOException or System.Net.Sockets.SocketException or InvalidDataException)
        {
            _failure = failure;
        }
    }

    private void Exchange(int index, Latencies latencies)
    {
        using var connection = new HttpConnection(server.Address);
        var source = workload.Source(index);
        // What was created is deleted before the end, or the next round would meet it.
        while (!_stopped || source.Open)
        {
            var measured = _measuring;
            var started = Stopwatch.GetTimestamp();
            var status = connection.Exchange(source.Next());
            if (status is < 200 or > 299)
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                    $"{server.Name} answered {status} to {workload.Code}: {Encoding.UTF8.GetString(connection.Body)}"));
            if (measured && _measuring)
                latencies.Add((long)Stopwatch.GetElapsedTime(started).TotalNanoseconds);
            Volatile.Write(ref _completed[index * CacheLine], _completed[index * CacheLine] + 1);
            source.Answered(connection.Body);
        }
    }

    private long Completed()
    {
        var sum = 0L;
        for (var i = 0; i < Connections; i++)
            sum += Volatile.Read(ref _completed[i * CacheLine]);
        return sum;
    }

    private async Task WarmUpAsync()
    {
        var before = 0L;
        for (var waited = 0; waited < MostSettling; waited += Settling)
        {
            var start = Completed();
            await WaitAsync(Settling);
            var after = Completed() - start;
            if (after <= before * Faster)
                return;
            before = after;
        }
    }

    private async Task WaitAsync(double seconds)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds is var passed && passed < seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(Math.Min(0.5, seconds - passed) + 0.001));
            Throw();
        }
    }

    private void Throw()
    {
        if (_failure is { } failure)
        {
            _stopped = true;
            throw new InvalidDataException(failure.Message, failure);
        }
    }
}
