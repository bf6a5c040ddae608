using System.Collections.Concurrent;
using Persistence.Connections;
using Persistence.Writes.Operations;

namespace Api.Operations;

/// <summary>
/// Runs operations after the requests that made them: a batch for one company, then one for the next. When the server stops, the batches
/// under way are ended, and the next start goes on from there.
/// </summary>
internal sealed class OperationWorker(
    OperationRunner runner,
    OperationExports exports,
    ArtifactFiles files,
    OperationSignal signal,
    OperationSettings settings,
    ILogger<OperationWorker> log) : BackgroundService
{
    /// <summary>How long a company waits after a fault of the database.</summary>
    private static readonly TimeSpan RetryTime = TimeSpan.FromSeconds(1);

    /// <summary>How often operations are looked for that nobody said anything about, such as those of another process.</summary>
    private static readonly TimeSpan LookTime = TimeSpan.FromMinutes(1);

    private readonly CompanyQueue _queue = new();

    // The operation of a company that is under way, so that its data are read once.
    private readonly ConcurrentDictionary<Guid, NextOperation> _underWay = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Workers == 0)
            return;
        signal.Created += _queue.Add;
        try
        {
            await Task.WhenAll(
                [LookAsync(stoppingToken), .. Enumerable.Range(0, settings.Workers).Select(_ => Task.Run(() => WorkAsync(stoppingToken), stoppingToken))]);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
        finally
        {
            signal.Created -= _queue.Add;
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(LookTime);
        do
            try
            {
                foreach (var company in await runner.FindCompaniesAsync(stopping))
                    _queue.Add(company);
                files.DropExpired();
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogWarning(fault, "Operations cannot be looked for now, or expired files cannot be deleted");
            }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (true)
        {
            var company = await _queue.TakeAsync(stopping);
            try
            {
                _queue.Return(company, hasMore: await RunAsync(company, stopping));
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                log.LogWarning(fault, "Operations of the company {Company} cannot be run now; they are tried again", company);
                _ = ReturnLaterAsync(company, stopping);
            }
        }
    }

    /// <summary>Runs one batch for a company; returns whether there may be more to do.</summary>
    private async ValueTask<bool> RunAsync(Guid company, CancellationToken stopping)
    {
        if (!_underWay.TryGetValue(company, out var operation))
        {
            if (await runner.FindNextAsync(company, stopping) is not { } next)
                return false;
            _underWay[company] = operation = next;
        }
        try
        {
            var isEnded = operation.Task is ExportTask export
                ? await exports.RunAsync(operation, export, stopping)
                : await runner.RunBatchAsync(operation, stopping);
            if (isEnded)
                _underWay.TryRemove(company, out _);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreUnavailableException))
        {
            log.LogError(fault, "The operation {Id} of the company {Company} failed", operation.Id, company);
            await runner.FailAsync(operation, "The server failed. What was done before that remains.", stopping);
            _underWay.TryRemove(company, out _);
        }
        return true;
    }

    private async Task ReturnLaterAsync(Guid company, CancellationToken stopping)
    {
        await Task.Delay(RetryTime, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _queue.Return(company, hasMore: true);
    }
}
