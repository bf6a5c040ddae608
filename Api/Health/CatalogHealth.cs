using Microsoft.Extensions.Diagnostics.HealthChecks;
using Persistence.Connections;

namespace Api.Health;

/// <summary>
/// Whether the catalogue can be read and written, for load balancers and for <c>/api/v2/status</c>. Anybody may ask, so it is looked up once a second at most.
/// </summary>
internal sealed class CatalogHealth(CatalogDatabase database, IConfiguration configuration) : IHealthCheck
{
    private const long Megabyte = 1024 * 1024;
    private const long KeptMilliseconds = 1_000;

    private readonly long _minFree = configuration.GetValue("Health:MinFreeMegabytes", 100L) * Megabyte;
    private readonly Lock _lock = new();
    private long _lookedAt = long.MinValue / 2;
    private string? _problem;

    /// <summary>What is wrong, as a sentence; null where nothing is.</summary>
    internal string? FindProblem()
    {
        lock (_lock)
        {
            if (Environment.TickCount64 - _lookedAt >= KeptMilliseconds)
            {
                _problem = database.FindProblem() ?? (IsDiskShort() ? "The disk of the catalogue is nearly full." : null);
                _lookedAt = Environment.TickCount64;
            }
            return _problem;
        }
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(FindProblem() is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy());

    private bool IsDiskShort() => new DriveInfo(database.DataFolder).AvailableFreeSpace < _minFree;
}
