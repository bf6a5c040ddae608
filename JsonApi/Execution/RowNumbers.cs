using JsonApi.Definitions;
using JsonApi.Planning;

namespace JsonApi.Execution;

/// <summary>The number of the first row of a result, where its plan asks for it.</summary>
public static class RowNumbers
{
    /// <summary>Whether rows before the first one have to be counted: all but those of a first page, whose number is known.</summary>
    public static bool AreCounted(QueryPlan plan) =>
        plan.Numbers is not null
        && (plan.LeavesOutNumbers || plan.CountsDown || plan.Page is null or { Cursor.Values.Count: > 0 });

    /// <summary>The plan that counts the rows before the first row of a result; null where there is no row.</summary>
    public static QueryPlan? PlanCount(QueryPlan plan, QueryResult result)
    {
        if (plan.Numbers is not { } numbers || result.Primary is not { Count: > 0 } rows)
            return null;
        var (within, by) = numbers.Numbering;
        return plan.Count(new All(
        [
            numbers.Scope,
            new Compare(within, WireType.Uuid, Comparison.Equal, [WireId.Read(rows.Text(0, numbers.WithinColumn)).Value]),
            new Compare(by, WireType.Integer, Comparison.Less, [rows.Integer(0, numbers.ByColumn)]),
        ]));
    }
}
