using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Api.Health;

/// <summary>
/// When the server is asked to stop it first says that it is not ready, for <c>Health:ShutdownDelay</c> seconds, so that load balancers send nothing
/// more; then it stops listening, and answers what it has read.
/// </summary>
internal sealed class ShutdownDelay(IConfiguration configuration) : IHostedLifecycleService, IHealthCheck
{
    private readonly TimeSpan _delay = TimeSpan.FromSeconds(configuration.GetValue("Health:ShutdownDelay", 0.0));
    private volatile bool _isStopping;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        await Task.Delay(_delay, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_isStopping ? HealthCheckResult.Unhealthy("The server is about to stop.") : HealthCheckResult.Healthy());

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
