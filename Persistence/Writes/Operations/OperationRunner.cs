using System.Text.Json;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Connections;
using Persistence.Model.Configurations;
using Persistence.Transactions;

namespace Persistence.Writes.Operations;

/// <summary>An operation that has to be run.</summary>
/// <param name="CompanyId">Whose.</param>
/// <param name="Id">Its id.</param>
/// <param name="Data">Its data.</param>
public sealed record NextOperation(Guid CompanyId, Guid Id, string Data)
{
    private readonly Lazy<OperationTask> _task = new(() => OperationTask.Read(Data));

    /// <summary>What it does; throws where this version of the server cannot read the data.</summary>
    public OperationTask Task => _task.Value;
}

/// <summary>
/// Runs operations in batches. Each batch is a transaction that also writes how far the operation is, so that whenever the server ends, the
/// next start goes on where the last batch ended: nothing is done twice, and nothing left out.
/// </summary>
public sealed class OperationRunner(ConnectionPool connections, TransactionRunner transactions)
{
    /// <summary>The companies with operations that have to be run.</summary>
    public ValueTask<List<Guid>> FindCompaniesAsync(CancellationToken cancellation) => connections.LookUpAsync(
        0, static (connection, _) => connection.ReadRows(OperationRows.CompaniesSql, row => row.Id(0)), cancellation);

    /// <summary>The operation that a company's next batch belongs to; null where there is none.</summary>
    public async ValueTask<NextOperation?> FindNextAsync(Guid companyId, CancellationToken cancellation)
    {
        var found = await connections.LookUpAsync(
            companyId,
            static (connection, company) => connection.ReadRow(OperationRows.NextSql, row => (Id: row.Id(0), Data: row.Text(1)), company),
            cancellation);
        return found is { } next ? new NextOperation(companyId, next.Id, next.Data) : null;
    }

    /// <summary>Runs the next batch of an operation that changes targets; returns whether the operation is ended.</summary>
    public ValueTask<bool> RunBatchAsync(NextOperation operation, CancellationToken cancellation) =>
        RunAsync(operation, transaction => RunBatch(transaction, operation), cancellation);

    /// <summary>Says that an operation without targets is being run; returns whether it has to be.</summary>
    public ValueTask<bool> BeginAsync(NextOperation operation, CancellationToken cancellation) => RunAsync(
        operation,
        transaction =>
        {
            if (OperationRows.Find(transaction, operation.Id) is not { IsEnded: false })
                return false;
            OperationRows.Advance(transaction, operation.Id, 0, WireConversions.Write([]), 0);
            return true;
        },
        cancellation);

    /// <summary>
    /// Finishes an operation with the file that it made; null where that is not wanted any more. A company keeps its last files only: returns the
    /// URLs of those that are to be deleted.
    /// </summary>
    public async ValueTask<IReadOnlyList<string>?> FinishAsync(
        NextOperation operation, OperationArtifact artifact, IReadOnlyList<string> errors, CancellationToken cancellation)
    {
        List<string>? dropped = null;
        await RunAsync(
            operation,
            transaction =>
            {
                if (OperationRows.Find(transaction, operation.Id) is not { IsEnded: false })
                    return false;
                OperationRows.Advance(transaction, operation.Id, 0, WireConversions.Write(errors), errors.Count);
                OperationRows.SetArtifact(transaction, operation.Id, artifact.Json);
                OperationRows.End(transaction, operation.Id, hasFailed: false, Message(errors.Count));
                dropped = OperationRows.DropArtifacts(transaction).ConvertAll(OperationArtifact.UrlOf);
                return true;
            },
            cancellation);
        return dropped;
    }

    /// <summary>Ends an operation that cannot be run to its end; what was done remains.</summary>
    public async ValueTask FailAsync(NextOperation operation, string message, CancellationToken cancellation) => await RunAsync(
        operation,
        transaction =>
        {
            if (OperationRows.Find(transaction, operation.Id) is { IsEnded: false })
                OperationRows.End(transaction, operation.Id, hasFailed: true, message);
            return true;
        },
        cancellation);

    private async ValueTask<bool> RunAsync(NextOperation operation, Func<WriteTransaction, bool> work, CancellationToken cancellation)
    {
        var done = await transactions.RunAsync<bool>(new TenantScope(operation.CompanyId), transaction => work(transaction), cancellation);
        return done.TryGet(out var result) && result;
    }

    private static bool RunBatch(WriteTransaction transaction, NextOperation operation)
    {
        if (OperationRows.Find(transaction, operation.Id) is not { IsEnded: false } state)
            return true;
        var (task, work) = (operation.Task, TargetWork.Of(operation.Task));
        List<Guid> targets = [.. task.TargetIds.Skip(state.Progress).Take(work.BatchSize)];
        var progress = state.Progress + targets.Count;
        var errors = Errors(state.Errors);
        // A collection that is gone is missing in every batch.
        errors.AddRange(work.Run(transaction, targets).Except(errors));
        OperationRows.Advance(transaction, operation.Id, progress, WireConversions.Write(errors), errors.Count);
        if (progress < task.TargetIds.Count)
            return false;
        OperationRows.End(transaction, operation.Id, hasFailed: false, Message(errors.Count));
        return true;
    }

    private static string? Message(int errors) => errors == 0 ? null : "Not everything could be done: see error_data.";

    private static List<string> Errors(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<List<string>>(json)!;
}
