using Domain.Operations;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Queries;
using Persistence.Transactions;

namespace Persistence.Writes.Operations;

/// <summary>Creating operations. They are run later: see <see cref="OperationRunner"/>.</summary>
/// <param name="signal">Says that there is a new one.</param>
public sealed class OperationWrites(OperationSignal signal) : ResourceWrites
{
    /// <summary>The most operations of a company that are not ended.</summary>
    public const int MaxUnended = 100;

    private const string Data = "operation_data";

    private static readonly TimeSpan RetryTime = TimeSpan.FromSeconds(10);

    protected override Result<Guid> Create(WriteTransaction transaction, WritePlan plan)
    {
        var json = plan.Text(Data)!;
        var task = OperationTask.Read(json);
        if (CheckCollections(transaction, task) is { Count: > 0 } errors)
            return errors;
        if (OperationRows.CountUnended(transaction) >= MaxUnended)
            return new RequestError(ErrorCodes.TooManyRequests, $"{MaxUnended} operations are waiting or running; wait until some of them are finished.")
            {
                RetryAfter = RetryTime,
            };
        OperationRows.DropOld(transaction);
        transaction.Context.Add(new Operation
        {
            CompanyId = transaction.Scope.CompanyId,
            Id = plan.Id,
            CreatedAt = transaction.Now,
            UpdatedAt = transaction.Now,
            Status = OperationStatus.Scheduled,
            Description = task.Description,
            TargetType = task.TargetType,
            OperationType = OperationTask.TypeOf(json),
            OperationData = json,
        });
        transaction.Save();
        var company = transaction.Scope.CompanyId;
        transaction.AfterCommit(() => signal.Raise(company));
        return plan.Id;
    }

    protected override Result<Guid> Update(WriteTransaction transaction, WritePlan plan) => throw new NotSupportedException();

    protected override Result<Guid> Delete(WriteTransaction transaction, Guid id) => throw new NotSupportedException();

    /// <summary>Few are named, so they are checked before anything is done; targets are checked when it is their turn.</summary>
    private static List<RequestError> CheckCollections(WriteTransaction transaction, OperationTask task)
    {
        var errors = new List<RequestError>();
        if (task is not UpdateCollectionsTask { CollectionIds: { } ids })
            return errors;
        var known = transaction.ReadRows(
            $"""
            SELECT known.id, known.system FROM {transaction.Dialect.Rows(2, "named", ("id", RowType.Id))}
            {transaction.Dialect.OrderedJoin} collections known ON known.company_id = ?1 AND known.id = named.id
            """,
            row => (Id: row.Id(0), IsSystem: row.Flag(1)),
            JsonRows.Of(ids)).ToDictionary(row => row.Id, row => row.IsSystem);
        foreach (var (index, id) in ids.Index())
            if (!known.TryGetValue(id, out var isSystem))
                errors.Add(RequestError.Invalid($"{Data}/data/collection_ids/{index}", "must be the id of a collection of this company", "not_found"));
            else if (isSystem)
                errors.Add(RequestError.Invalid($"{Data}/data/collection_ids/{index}", "is a system collection, which cannot be changed", "system"));
        return errors.ConvertAll(error => error with
        {
            Detail = error.Detail.Replace('/', '.'),
            Meta = error.Meta! with { Attribute = Data },
        });
    }
}
