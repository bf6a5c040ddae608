using System.Collections.Immutable;
using JsonApi.Definitions;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>Whose rows a plan may touch. It limits every table of every statement; a plan cannot be made without one.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="UserId">Who asks, where it is a user of the company and not the company itself.</param>
public readonly record struct TenantScope(Guid CompanyId, Guid? UserId = null);

/// <summary>
/// What a read means: immutable, resolved against the definitions, limited to one company. A store needs nothing else to run it, and
/// a renderer nothing else to write its result.
/// </summary>
public sealed class QueryPlan
{
    internal QueryPlan(TenantScope scope, RowLayout layout, Condition where, QueryRequest request, int includedRows)
    {
        (Scope, Rows, RowPlanCount) = (scope, layout.Primary, layout.Count);
        (Where, HasIncludes, IncludedRows) = (where, request.Include is not null, includedRows);
        IncludeLocation = PlanningContext.Whole("include", request.Include?.FirstOrDefault()?.Position);
        ExtraFieldsLocation = PlanningContext.Whole("extra_fields", request.ExtraFields.FirstOrDefault()?.Position);
    }

    /// <summary>Whose rows it may touch.</summary>
    public TenantScope Scope { get; }

    /// <summary>The primary rows.</summary>
    public RowPlan Rows { get; }

    /// <summary>Which of them, besides the company's scope.</summary>
    public Condition Where { get; }

    /// <summary>Their order, ending in a unique key; empty for a single resource.</summary>
    public ImmutableArray<SortKey> Order { get; internal init; } = [];

    /// <summary>Which page of them; null for a single resource.</summary>
    public PagePlan? Page { get; internal init; }

    /// <summary>What to compute over the filtered, unpaged rows.</summary>
    public IReadOnlyList<StatPlan> Stats { get; internal init; } = [];

    /// <summary>Whether, and how, the number of the first row is read; null where it is not.</summary>
    public RowNumberPlan? Numbers { get; internal init; }

    /// <summary>Whether the first row of the list can have another number than 1.</summary>
    public bool LeavesOutNumbers { get; internal init; }

    /// <summary>Whether the numbers of the rows decrease: the list is in the reversed order of its numbering.</summary>
    public bool CountsDown => Numbers is not null && Order is [{ Descending: true } first, ..] && first.Path.Equals(Numbers.Numbering.By);

    /// <summary>How many <see cref="RowPlan"/>s there are, all children included; each has an index below it.</summary>
    public int RowPlanCount { get; }

    /// <summary>How many rows all children together may have at most.</summary>
    public int IncludedRows { get; }

    /// <summary>Whether the request has an <c>include</c>, which may be empty.</summary>
    public bool HasIncludes { get; }

    /// <summary>The location of <c>include</c> in the request: <c>include</c>, or <c>/include</c> in a body.</summary>
    public string IncludeLocation { get; }

    /// <summary>The location of extra fields in the request: <c>extra_fields</c>, or <c>/extra_fields</c> in a body.</summary>
    public string ExtraFieldsLocation { get; }

    /// <summary>The plan that counts the rows of the same entity and company that meet a condition.</summary>
    public QueryPlan Count(Condition where) => new(Scope, new RowLayout(Rows, 1, [], null), where, QueryRequest.Empty, 0)
    {
        Page = new PagePlan(1, 0),
        Stats = [StatPlan.Total],
    };
}
