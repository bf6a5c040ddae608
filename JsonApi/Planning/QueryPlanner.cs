using System.Collections.Concurrent;
using System.Collections.Immutable;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>
/// Request to plan: resolves every name against the definitions, in passes, each of which may find errors; all of a request's
/// errors come back together. Needs no data, so it finds every error that needs none.
/// </summary>
/// <param name="limits">What a caller may ask for at most.</param>
/// <param name="signer">What cursors are sealed with.</param>
public sealed class QueryPlanner(QueryLimits limits, CursorSigner signer)
{
    /// <summary>Layouts kept. Includes are a small closed set, but a caller can spell one in many orders.</summary>
    private const int MaxLayouts = 500;

    private readonly ConcurrentDictionary<(ResourceDefinition, string), RowLayout> _layouts = [];

    /// <summary>Those of callers who choose their fields, apart: however many of them there are, the common ones keep their room.</summary>
    private readonly ConcurrentDictionary<(ResourceDefinition, string), RowLayout> _chosenLayouts = [];

    /// <summary>The limits plans are held to.</summary>
    public QueryLimits Limits { get; } = limits;

    /// <summary>A page of a resource: <c>GET /collection_items?filter[…]&amp;sort=…&amp;page[after]=…</c>.</summary>
    public Result<QueryPlan> PlanList(ResourceDefinition definition, QueryRequest request, TenantScope scope, ReadOptions? options = null) =>
        PlanPage(definition, Operation.List, request, scope, options ?? ReadOptions.None);

    /// <summary>A page of a resource, asked for in a body: <c>POST /items/search</c>.</summary>
    public Result<QueryPlan> PlanSearch(ResourceDefinition definition, QueryRequest request, TenantScope scope) =>
        PlanPage(definition, Operation.Search, request, scope, ReadOptions.None);

    private Result<QueryPlan> PlanPage(
        ResourceDefinition definition, Operation operation, QueryRequest request, TenantScope scope, ReadOptions options)
    {
        var context = new PlanningContext(Limits, definition, operation, request);
        var order = SortPass.Run(context);
        var page = PagePass.Run(context, options.Skip, context.Errors.Count > 0
            ? null
            : () => new CursorCodec(signer, scope, definition, order, options.CursorBinding));
        var includes = IncludePass.Run(context);
        var where = FilterPass.Run(context);
        var stats = StatsPass.Run(context);
        var fields = FieldsPass.Run(context);
        if (context.Errors.Count > 0)
            return context.Errors;
        // The next cursor is made of what the rows are ordered by, so that is read.
        var layout = Layout(definition, request, fields, includes, page.Cursor is null ? [] : order, options.NumbersRows);
        var condition = Condition.Both(definition.Scope, Condition.Both(options.Where, where));
        return new QueryPlan(scope, layout, condition, request, Limits.IncludedRows)
        {
            Numbers = layout.Numbers,
            LeavesOutNumbers = options.LeavesOutNumbers,
            Order = order,
            Page = page.Cursor is null ? page : page with { Cursor = page.Cursor with { Columns = layout.OrderColumns } },
            Stats = stats,
        };
    }

    /// <summary>One resource by its id: <c>GET /collection_items/{id}?include=item</c>, and what a write answers with.</summary>
    public Result<QueryPlan> PlanOne(
        ResourceDefinition definition, Operation operation, QueryRequest request, TenantScope scope, Guid id, ReadOptions? options = null)
    {
        options ??= ReadOptions.None;
        var context = new PlanningContext(Limits, definition, operation, request);
        SingleResourcePass.Run(context);
        var includes = IncludePass.Run(context);
        var fields = FieldsPass.Run(context);
        if (context.Errors.Count > 0)
            return context.Errors;
        var isIt = new Compare(definition.Id.Paths[0], WireType.Uuid, Comparison.Equal, [id]);
        var layout = Layout(definition, request, fields, includes, [], options.NumbersRows);
        var condition = Condition.Both(definition.Scope, Condition.Both(isIt, options.Where));
        return new QueryPlan(scope, layout, condition, request, Limits.IncludedRows) { Numbers = layout.Numbers };
    }

    /// <summary>What is read of each row: the same for every request with the same fields and includes.</summary>
    private RowLayout Layout(
        ResourceDefinition definition,
        QueryRequest request,
        FieldsPass fields,
        List<IncludeStep> includes,
        ImmutableArray<SortKey> read,
        bool isNumbered)
    {
        var isDefault = request.Fields.Count == 0 && request.ExtraFields.Count == 0 && read.IsEmpty && !isNumbered;
        var layouts = isDefault ? _layouts : _chosenLayouts;
        var key = (definition, isDefault ? Includes(request) : $"{Includes(request)}|{Fields(request.Fields)}|{Fields(request.ExtraFields)}|{Order(request, read)}|{isNumbered}");
        if (layouts.TryGetValue(key, out var known))
            return known;
        var layout = RowPlanner.Plan(definition, fields, includes, read, isNumbered);
        if (layouts.Count < MaxLayouts)
            layouts.TryAdd(key, layout);
        return layout;
    }

    private static string Includes(QueryRequest request) =>
        request.Include is { Count: > 0 } terms ? string.Join(',', terms.Select(term => term.Text).Distinct()) : "";

    private static string Fields(List<FieldsTerm> terms) =>
        terms.Count == 0 ? "" : string.Join('&', terms.Select(term => $"{term.Type}={string.Join(',', term.Names)}"));

    private static string Order(QueryRequest request, ImmutableArray<SortKey> read) =>
        read.IsEmpty ? "" : request.Sort is { Count: > 0 } terms ? "by " + string.Join(',', terms.Select(term => term.Text)) : "by default";
}
