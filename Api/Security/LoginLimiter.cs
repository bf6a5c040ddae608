using System.Net;
using System.Threading.RateLimiting;
using JsonApi.Definitions;

namespace Api.Security;

/// <summary>
/// How many log-ins are tried at most: from one address, and as one user of one application. Tries are counted in a fixed number of
/// buckets, so that no flood of made-up names takes memory; who shares a bucket shares its limit, and which share one differs from
/// start to start.
/// </summary>
internal sealed class LoginLimiter : IDisposable
{
    internal const int TriesPerUser = 10;
    internal const int TriesPerAddress = 60;

    private const int Buckets = 16_384;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<int> _addresses = Limiter(TriesPerAddress);
    private readonly PartitionedRateLimiter<int> _users = Limiter(TriesPerUser);

    public void Dispose()
    {
        _addresses.Dispose();
        _users.Dispose();
    }

    /// <summary>Counts a try; how long to wait where it was one too many, else null.</summary>
    internal TimeSpan? Refuse(IPAddress? address, string clientId, string email) =>
        Refuse(_addresses, Network(address)) ?? Refuse(_users, HashCode.Combine(clientId, WireText.Fold(email)));

    private static TimeSpan? Refuse(PartitionedRateLimiter<int> limiter, int key)
    {
        using var lease = limiter.AttemptAcquire((int)((uint)key % Buckets));
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }

    /// <summary>An IPv6 address counts by its network, within which a machine has as many addresses as it likes.</summary>
    private static int Network(IPAddress? address)
    {
        var hash = new HashCode();
        var bytes = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4().GetAddressBytes() : address?.GetAddressBytes() ?? [];
        hash.AddBytes(bytes.AsSpan(0, Math.Min(bytes.Length, 8)));
        return hash.ToHashCode();
    }

    private static PartitionedRateLimiter<int> Limiter(int tries) => PartitionedRateLimiter.Create<int, int>(bucket =>
        RateLimitPartition.GetFixedWindowLimiter(bucket, _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = Window }));
}
