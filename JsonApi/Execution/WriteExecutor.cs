using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;

namespace JsonApi.Execution;

/// <summary>Runs planned writes within a transaction: existence, precondition, the resource's own writes, the read of the answer.</summary>
/// <param name="planner">Plans what is read besides.</param>
/// <param name="catalog">The writes of each resource.</param>
public sealed class WriteExecutor(ResourceWritePlanner planner, WriteCatalog catalog)
{
    private const string WrongState =
        "The resource is not in the state that If-Match or If-None-Match requires: fetch it again, with the same query, and decide anew.";

    /// <summary>
    /// Runs the writes one after the other. Each sees what the earlier ones did, and its answer is the state that it left itself. The
    /// caller disposes the results.
    /// </summary>
    public Result<IReadOnlyList<WrittenResource>> Apply(IWriteTransaction transaction, PlannedWrites planned)
    {
        var writes = planned.Writes;
        var results = new List<WrittenResource>(writes.Count);
        var otherIds = new Dictionary<Guid, Guid>();
        foreach (var write in writes)
        {
            var applied = write is ActionWrite action
                ? Apply(transaction, action)
                : Apply(transaction, Redirected((ResourceWrite)write, otherIds, transaction.Scope), planned);
            if (!applied.TryGet(out var written))
            {
                results.ForEach(result => result.Dispose());
                return write.Located(applied.Errors);
            }
            results.Add(written);
            // A resource that existed in another form keeps its id: later operations that refer to the planned id mean that one.
            if (write is ResourceWrite resource && written.Id != resource.Id)
                otherIds[resource.Id] = written.Id;
            if (writes.Count > 1)
                transaction.ClearTracking();
        }
        return results;
    }

    private static Result<WrittenResource> Apply(IWriteTransaction transaction, ActionWrite action) =>
        action.Work(transaction) is { Count: > 0 } errors
            ? errors.ToList()
            : new WrittenResource(Guid.CreateVersion7(transaction.Now), null, null);

    private ResourceWrite Redirected(ResourceWrite write, Dictionary<Guid, Guid> otherIds, TenantScope scope) =>
        otherIds.Count == 0 ? write : planner.Redirect(write, otherIds, scope);

    private Result<WrittenResource> Apply(IWriteTransaction transaction, ResourceWrite write, PlannedWrites planned)
    {
        var writes = catalog.Writes(write.Definition);
        if (write.Operation == Operation.Create)
            return Create(transaction, write, writes);

        // A deleted resource is answered as it last was; an archived one still exists.
        var isReadBefore = write.Operation == Operation.Delete && !writes.Archives;
        var found = Find(transaction, write, planned.Precondition, isReadBefore ? write.Answer : PlanExistence(transaction, write));
        if (!found.TryGet(out var before))
            return found;
        var refused = write.Body is { Repeated: { Count: > 0 } repeated } ? Refused(repeated, before, planned) : [];
        var changed = write.Operation == Operation.Delete ? writes.Delete(transaction, write.Id) : writes.Update(transaction, write.Body!);
        if (isReadBefore && changed.TryGet(out _))
            return before;
        before.Dispose();
        if (refused.Count > 0)
            return (List<RequestError>)[.. refused, .. changed.Errors];
        return changed.Then(_ => Read(transaction, write.Answer, write.Id));
    }

    /// <summary>The errors of the values that a body repeats and the resource does not have.</summary>
    private static List<RequestError> Refused(IReadOnlyList<RepeatedValue> repeated, WrittenResource before, PlannedWrites planned)
    {
        var document = planned.Present?.Invoke(before.Plan!, before.Rows!) ?? default;
        return [.. repeated.Where(value => !value.IsIn(document)).Select(value => value.Otherwise)];
    }

    private QueryPlan PlanExistence(IWriteTransaction transaction, ResourceWrite write) =>
        planner.PlanExistence(write.Definition, write.Id, transaction.Scope, write.Options, write.Before);

    private Result<WrittenResource> Create(IWriteTransaction transaction, ResourceWrite write, IResourceWrites writes)
    {
        if (write.Parent is { } parent && !Exists(transaction, parent.Plan))
            return parent.NotFound;
        return writes.Create(transaction, write.Body!)
            .Then(id => Read(transaction, id == write.Id ? write.Answer : planner.PlanAnswer(write, transaction.Scope, id), id));
    }

    /// <summary>The resource before the write; an error where it does not exist or is not in the required state.</summary>
    private static Result<WrittenResource> Find(
        IWriteTransaction transaction, ResourceWrite write, Precondition? precondition, QueryPlan plan)
    {
        if (precondition is not null && transaction.Read(precondition.State).TryGet(out var state))
            using (state)
                if (state.Primary.Count > 0 && !precondition.IsMet(state))
                    return new RequestError(ErrorCodes.PreconditionFailed, WrongState) { Header = precondition.Header };
        var read = Read(transaction, plan, write.Id);
        if (!read.TryGet(out var found) || found.Rows!.Primary.Count > 0)
            return read;
        found.Dispose();
        return write.NotFound ?? RequestError.NotFound(write.Definition.Type, write.Id.ToString("D"));
    }

    private static bool Exists(IWriteTransaction transaction, QueryPlan plan)
    {
        if (!transaction.Read(plan).TryGet(out var rows))
            return false;
        using (rows)
            return rows.Primary.Count > 0;
    }

    private static Result<WrittenResource> Read(IWriteTransaction transaction, QueryPlan plan, Guid id) =>
        transaction.Read(plan).Map(rows => new WrittenResource(id, plan, rows));
}
