using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>Body and query to a planned write, and the reads that belong to a write.</summary>
/// <param name="planner">Makes the plans of what is read.</param>
public sealed class ResourceWritePlanner(QueryPlanner planner)
{
    /// <summary>Plans a write; the errors of body and query come back together.</summary>
    /// <param name="definition">The resource.</param>
    /// <param name="operation">Create, update or delete.</param>
    /// <param name="id">Its id; for a new one the id it gets.</param>
    /// <param name="body">The body; null for a delete.</param>
    /// <param name="query">What the answer contains. An <c>include</c> of the body counts where the query has none.</param>
    /// <param name="scope">Whose data.</param>
    public Result<ResourceWrite> Plan(
        ResourceDefinition definition, Operation operation, Guid id, WriteRequest? body, QueryRequest query, TenantScope scope)
    {
        var errors = new List<RequestError>();
        WritePlan? plan = null;
        if (body is not null)
        {
            var planned = operation == Operation.Create
                ? WritePlanner.PlanCreate(definition, body, id)
                : WritePlanner.PlanUpdate(definition, body, id);
            errors.AddRange(planned.Errors);
            planned.TryGet(out plan);
            query = body.Include is { } include ? query.WithInclude(include) : query;
        }
        var answer = planner.PlanOne(definition, operation, query, scope, id);
        errors.AddRange(answer.Errors);
        return answer.TryGet(out var answerPlan) && errors.Count == 0
            ? new ResourceWrite(definition, operation, id, plan, query, answerPlan)
            {
                Before = RepeatedValues.Query(definition, plan?.Repeated ?? []),
            }
            : errors;
    }

    /// <summary>A write of values that were read from parameters, where nothing else can be wrong.</summary>
    public ResourceWrite Plan(WritePlan body, Operation operation, TenantScope scope, ReadOptions options) =>
        new(body.Definition, operation, body.Id, operation == Operation.Delete ? null : body, QueryRequest.Empty,
            PlanOne(body.Definition, operation, QueryRequest.Empty, scope, body.Id, options))
        {
            Options = options,
        };

    /// <summary>The same write, after resources that it refers to turned out to have other ids than they were to get.</summary>
    public ResourceWrite Redirect(ResourceWrite write, IReadOnlyDictionary<Guid, Guid> ids, TenantScope scope)
    {
        var id = ids.GetValueOrDefault(write.Id, write.Id);
        return write with
        {
            Id = id,
            Body = write.Body is not { } body ? null : body with
            {
                Id = id,
                Values = body.Values.ToDictionary(
                    pair => pair.Key, pair => pair.Value is Guid given && ids.TryGetValue(given, out var real) ? real : pair.Value),
            },
            Answer = id == write.Id ? write.Answer : PlanAnswer(write, scope, id),
        };
    }

    /// <summary>The read that finds out whether the resource exists, and what it is like.</summary>
    public QueryPlan PlanExistence(
        ResourceDefinition definition, Guid id, TenantScope scope, ReadOptions options, QueryRequest? query = null) =>
        PlanOne(definition, Operation.Fetch, query ?? QueryRequest.Empty, scope, id, options);

    /// <summary>The read of the answer, where the resource has another id than it was to get.</summary>
    public QueryPlan PlanAnswer(ResourceWrite write, TenantScope scope, Guid id) =>
        PlanOne(write.Definition, write.Operation, write.Query, scope, id, write.Options);

    /// <summary>The plan of a query in which nothing can be wrong.</summary>
    private QueryPlan PlanOne(
        ResourceDefinition definition, Operation operation, QueryRequest query, TenantScope scope, Guid id, ReadOptions options)
    {
        var planned = planner.PlanOne(definition, operation, query, scope, id, options);
        return planned.TryGet(out var plan) ? plan : throw new InvalidOperationException(planned.Errors[0].Detail);
    }
}
