using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>What a stat computes.</summary>
public enum Calculation
{
    /// <summary>How many rows.</summary>
    Count,

    /// <summary>How many rows per value.</summary>
    CountEach,

    /// <summary>The sum of the values.</summary>
    Sum,

    /// <summary>Their mean.</summary>
    Average,

    /// <summary>The least.</summary>
    Minimum,

    /// <summary>The greatest.</summary>
    Maximum,
}

/// <summary>One number, or one count per value, over the filtered rows.</summary>
/// <param name="Family">The member of <c>meta</c> with the result: <c>stats</c> (meta.stats.…) or <c>meta</c> (meta.…).</param>
/// <param name="Name">The attribute, or <c>total</c>.</param>
/// <param name="CalculationName">The calculation as the request spells it.</param>
/// <param name="Calculation">What to compute.</param>
/// <param name="Path">The path to the value; null for the total.</param>
/// <param name="Type">Its wire type.</param>
public sealed record StatPlan(string Family, string Name, string CalculationName, Calculation Calculation, PropertyPath? Path, WireType Type)
{
    /// <summary>The number of rows.</summary>
    internal static readonly StatPlan Total = new("stats", "total", "count", Calculation.Count, null, WireType.Integer);
}
