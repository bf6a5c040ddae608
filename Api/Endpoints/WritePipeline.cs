using System.Text;
using Api.Photos;
using Api.Resources;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Parsing;
using JsonApi.Planning;
using Persistence.Writes;

namespace Api.Endpoints;

/// <summary>A write whose every error that needs no data has been found.</summary>
/// <param name="Definition">The resource type.</param>
/// <param name="Operation">Create, update or delete.</param>
/// <param name="Id">The resource; for a new one the id it gets.</param>
/// <param name="Body">What to set; null for a delete.</param>
/// <param name="Asked">What the answer should hold.</param>
/// <param name="Answer">The plan to answer with.</param>
internal sealed record PlannedWrite(ResourceDefinition Definition, Operation Operation, Guid Id, WritePlan? Body, QueryRequest Asked, QueryPlan Answer);

/// <summary>What a client requires of the state it overwrites: how to read it, and whether it is the one it knows.</summary>
internal sealed record Precondition(QueryPlan State, Func<QueryResult, bool> IsMet);

/// <summary>What came of a write: the plan and the rows to answer with; the caller disposes them.</summary>
internal sealed record Written(QueryPlan Plan, QueryResult Rows) : IDisposable
{
    internal string Id => Encoding.ASCII.GetString(Rows.Primary.Text(0, Plan.Rows.Root!.IdColumn));

    public void Dispose() => Rows.Dispose();
}

/// <summary>One write from body to rows: plan, validate, then, within a transaction, the resource's own writes and the answer.</summary>
internal sealed class WritePipeline(QueryPlanner planner, WriteCatalog writes)
{
    /// <summary>Finds every error that needs no data, in body and query together.</summary>
    internal Result<PlannedWrite> Plan(
        ResourceDefinition definition, Operation operation, Guid id, WriteRequest? body, QueryRequest asked, TenantScope scope)
    {
        var errors = new List<RequestError>();
        WritePlan? plan = null;
        if (body is not null)
        {
            var planned = operation == Operation.Create ? WritePlanner.PlanCreate(definition, body, id) : WritePlanner.PlanUpdate(definition, body, id);
            errors.AddRange(planned.Errors);
            planned.TryGet(out plan);
            asked = body.Include is { } include ? asked.WithInclude(include) : asked;
        }
        var answer = planner.PlanOne(definition, operation, asked, scope, id);
        errors.AddRange(answer.Errors);
        if (plan is not null && errors.Count == 0)
            errors.AddRange(writes.Check(plan));
        return answer.TryGet(out var answerPlan) && errors.Count == 0
            ? new PlannedWrite(definition, operation, id, plan, asked, answerPlan)
            : errors;
    }

    /// <summary>Does what must not wait within a transaction: stores the image that the body bears.</summary>
    internal static async ValueTask<Result<PlannedWrite>> PrepareAsync(PlannedWrite write, BodyImages images, CancellationToken cancellation)
    {
        if (write.Body is not { } body)
            return write;
        var stored = await images.StoreAsync(body, cancellation);
        return stored.TryGet(out var prepared) ? write with { Body = prepared } : stored.As<PlannedWrite>();
    }

    /// <summary>Writes, and reads the answer.</summary>
    internal Result<Written> Apply(WriteTransaction transaction, PlannedWrite write, Precondition? precondition = null)
    {
        var resourceWrites = writes.Writes(write.Definition);
        if (write.Operation == Operation.Create)
            return resourceWrites.Create(transaction, write.Body!) is var made && made.TryGet(out var id)
                ? Read(transaction, id == write.Id ? write.Answer : PlanAnswer(write, transaction.Scope, id))
                : made.As<Written>();

        var readsBefore = write.Operation == Operation.Delete && !resourceWrites.Archives;
        var state = Check(transaction, write, precondition, readsBefore);
        if (!state.TryGet(out var last))
            return state;
        var changed = write.Operation == Operation.Delete ? resourceWrites.Delete(transaction, write.Id) : resourceWrites.Update(transaction, write.Body!);
        if (changed.TryGet(out _) && readsBefore)
            return last;
        last.Dispose();
        return changed.TryGet(out _) ? Read(transaction, write.Answer) : changed.As<Written>();
    }

    /// <summary>The same write, after resources it speaks of turned out to have other ids than they were to get.</summary>
    internal PlannedWrite Redirect(PlannedWrite write, Dictionary<Guid, Guid> ids, TenantScope scope)
    {
        var id = ids.GetValueOrDefault(write.Id, write.Id);
        return write with
        {
            Id = id,
            Body = write.Body is not { } body ? null : body with
            {
                Id = id,
                Values = body.Values.ToDictionary(pair => pair.Key, pair => pair.Value is Guid given && ids.TryGetValue(given, out var real) ? real : pair.Value),
            },
            Answer = id == write.Id ? write.Answer : PlanAnswer(write, scope, id),
        };
    }

    /// <summary>The resource as it is before the write; the caller's error where it is not there or not in the required state.</summary>
    private Result<Written> Check(WriteTransaction transaction, PlannedWrite write, Precondition? precondition, bool isAnswer)
    {
        if (precondition is not null && Read(transaction, precondition.State).TryGet(out var state))
            using (state)
                if (state.Rows.Primary.Count > 0 && !precondition.IsMet(state.Rows))
                    return new RequestError(ErrorCodes.PreconditionFailed, "The resource is not in the state that If-Match or If-None-Match requires: fetch it again, with the same query, and decide anew.");
        var plan = isAnswer ? write.Answer : PlanExistence(write, transaction.Scope);
        var read = Read(transaction, plan);
        if (!read.TryGet(out var found) || found.Rows.Primary.Count > 0)
            return read;
        found.Dispose();
        return RequestError.NotFound(write.Definition.Type, write.Id.ToString("D"));
    }

    private QueryPlan PlanExistence(PlannedWrite write, TenantScope scope) =>
        Planned(planner.PlanOne(write.Definition, Operation.Fetch, QueryRequest.Empty, scope, write.Id));

    private QueryPlan PlanAnswer(PlannedWrite write, TenantScope scope, Guid id) =>
        Planned(planner.PlanOne(write.Definition, write.Operation, write.Asked, scope, id));

    private static QueryPlan Planned(Result<QueryPlan> planned) =>
        planned.TryGet(out var plan) ? plan : throw new InvalidOperationException("A plan that was made before cannot be made again.");

    private static Result<Written> Read(WriteTransaction transaction, QueryPlan plan)
    {
        var read = transaction.Read(plan);
        return read.TryGet(out var rows) ? new Written(plan, rows) : read.As<Written>();
    }
}
