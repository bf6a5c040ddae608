using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>
/// Request to plan: resolves every name against the definitions, in passes, each of which may find mistakes; all of a request's
/// mistakes come back together. Needs no data, so it finds every mistake that needs none.
/// </summary>
/// <param name="catalog">The definitions.</param>
/// <param name="limits">What a caller may ask for at most.</param>
public sealed class QueryPlanner(ResourceCatalog catalog, QueryLimits limits)
{
    /// <summary>The limits plans are held to.</summary>
    public QueryLimits Limits { get; } = limits;

    /// <summary>A page of a resource: <c>GET /collection_items?filter[…]&amp;sort=…</c>.</summary>
    public Result<QueryPlan> PlanList(ResourceDefinition definition, QueryRequest request, TenantScope scope)
    {
        var context = new PlanningContext(catalog, Limits, definition, Operation.List, request);
        var includes = IncludePass.Run(context);
        var where = FilterPass.Run(context);
        var order = SortPass.Run(context);
        var page = PagePass.Run(context);
        var stats = StatsPass.Run(context);
        var fields = FieldsPass.Run(context);
        if (context.Errors.Count > 0)
            return context.Errors;
        var rows = new RowPlanner(fields).Plan(definition, includes);
        rows.Primary.Where = Condition.Both(definition.Scope, where);
        rows.Primary.Order = order;
        return new QueryPlan(scope, rows, page, stats, request.Include is not null, Limits.IncludedRows);
    }

    /// <summary>One resource by its id: <c>GET /collection_items/{id}?include=item</c>, and what a write answers with.</summary>
    public Result<QueryPlan> PlanOne(ResourceDefinition definition, Operation operation, QueryRequest request, TenantScope scope, Guid id)
    {
        var context = new PlanningContext(catalog, Limits, definition, operation, request);
        SingleResourcePass.Run(context);
        var includes = IncludePass.Run(context);
        var fields = FieldsPass.Run(context);
        if (context.Errors.Count > 0)
            return context.Errors;
        var rows = new RowPlanner(fields).Plan(definition, includes);
        var isIt = new Compare(definition.Id.Paths[0], WireType.Uuid, Comparison.Equal, [id]);
        rows.Primary.Where = Condition.Both(definition.Scope, isIt);
        return new QueryPlan(scope, rows, null, [], request.Include is not null, Limits.IncludedRows);
    }
}
