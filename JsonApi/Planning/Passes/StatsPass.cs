using JsonApi.Definitions;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary><c>stats[total]=count</c>, <c>meta[price_type][]=count</c>, <c>stats[base_price_in_cents]=average</c>.</summary>
internal static class StatsPass
{
    internal static List<StatPlan> Run(PlanningContext context)
    {
        var stats = new List<StatPlan>();
        foreach (var term in context.Request.Stats)
            if (Read(context, term) is { } stat && !stats.Contains(stat))
                stats.Add(stat);
        return stats;
    }

    private static StatPlan? Read(PlanningContext context, StatTerm term)
    {
        var definition = context.Definition;
        if (term.Name == "total")
            return term.Calculation == "count"
                ? new StatPlan(term.Family, term.Name, term.Calculation, Calculation.Count, null, WireType.Integer)
                : Refuse("total can be counted only: count");
        var attribute = definition.FindAttribute(term.Name);
        var calculations = attribute is null ? [] : Calculations(attribute);
        if (calculations.Length == 0)
        {
            var known = definition.Attributes.Where(other => Calculations(other).Length > 0).Select(other => other.Name);
            return Refuse($"known are total, {string.Join(", ", known)}");
        }
        if (!calculations.Contains(term.Calculation))
            return Refuse($"known are {string.Join(", ", calculations)}");
        return new StatPlan(term.Family, term.Name, term.Calculation, CalculationOf(term.Calculation), attribute!.Paths[0], attribute.Type);

        StatPlan? Refuse(string why)
        {
            context.Fail(term.Parameter, term.Position, $"cannot compute '{term.Calculation}' of '{term.Name}': {why}");
            return null;
        }
    }

    private static string[] Calculations(AttributeDefinition attribute)
    {
        if (attribute.IsComposed)
            return [];
        if (attribute.IsCountable || attribute.Type is WireType.Enum or WireType.Boolean)
            return ["count", "count_each"];
        return WireTypes.IsNumber(attribute.Type) ? ["sum", "average", "minimum", "maximum"] : [];
    }

    private static Calculation CalculationOf(string name) => name switch
    {
        "sum" => Calculation.Sum,
        "average" => Calculation.Average,
        "minimum" => Calculation.Minimum,
        "maximum" => Calculation.Maximum,
        _ => Calculation.CountEach,
    };
}
