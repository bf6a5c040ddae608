using System.Numerics;

namespace Benchmarks.Load;

/// <summary>Counts of latencies in buckets 1.6 % wide.</summary>
internal sealed class Latencies
{
    private const int SubBits = 6, SubBuckets = 1 << SubBits;

    private readonly long[] _counts = new long[SubBuckets * 48];

    internal long Count { get; private set; }

    internal void Add(long nanoseconds)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)nanoseconds | 1) - SubBits);
        _counts[(shift * SubBuckets) + (int)(nanoseconds >> shift)]++;
        Count++;
    }

    internal void Add(Latencies other)
    {
        for (var i = 0; i < _counts.Length; i++)
            _counts[i] += other._counts[i];
        Count += other.Count;
    }

    /// <summary>In milliseconds, the upper end of the bucket in which the share is reached.</summary>
    internal double Percentile(double share)
    {
        var left = (long)Math.Ceiling(Count * share);
        for (var i = 0; i < _counts.Length; i++)
            if ((left -= _counts[i]) <= 0)
            {
                var shift = Math.Max(0, (i / SubBuckets) - 1);
                return ((long)(i - (shift * SubBuckets) + 1) << shift) / 1e6;
            }

        return double.NaN;
    }
}
