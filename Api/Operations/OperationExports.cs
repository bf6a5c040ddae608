using System.Collections.Concurrent;
using System.Text;
using Api.Http;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Planning;
using Persistence.Writes.Operations;

namespace Api.Operations;

/// <summary>The exports under way, and the files that they become.</summary>
internal sealed class OperationExports(
    ResourceCatalog resources, QueryPipeline pipeline, OperationRunner runner, ArtifactFiles files, PublicUrl publicUrl) : IDisposable
{
    private readonly ConcurrentDictionary<Guid, ExportRun> _runs = [];

    /// <summary>Goes on with an export; returns whether it is ended.</summary>
    internal async ValueTask<bool> RunAsync(NextOperation operation, ExportTask task, CancellationToken cancellation)
    {
        if (!_runs.TryGetValue(operation.Id, out var run))
        {
            if (!await runner.BeginAsync(operation, cancellation))
                return true;
            _runs[operation.Id] = run = Begin(operation, task);
        }
        try
        {
            if (!await run.StepAsync(cancellation))
                return false;
            await FinishAsync(operation, task, run, cancellation);
        }
        catch
        {
            Drop(operation.Id);
            throw;
        }
        Drop(operation.Id);
        return true;
    }

    public void Dispose()
    {
        foreach (var id in _runs.Keys)
            Drop(id);
    }

    private ExportRun Begin(NextOperation operation, ExportTask task) => new(
        task,
        new QueryCall(resources.Find(task.TargetType)!, Operation.List, new TenantScope(operation.CompanyId)),
        pipeline,
        files.Create(),
        Encoding.UTF8.GetString(publicUrl.Setting));

    private async ValueTask FinishAsync(NextOperation operation, ExportTask task, ExportRun run, CancellationToken cancellation)
    {
        run.Close();
        var artifact = files.Keep(run.Path, task.TargetType);
        IReadOnlyList<string>? dropped = null;
        try
        {
            dropped = await runner.FinishAsync(operation, artifact, run.Errors, cancellation);
        }
        finally
        {
            foreach (var url in dropped ?? [artifact.Url])
                files.Delete(url);
        }
    }

    private void Drop(Guid id)
    {
        if (_runs.TryRemove(id, out var run))
            run.Dispose();
    }
}
