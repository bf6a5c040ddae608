using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>A datetime without fractional digits: for eq, lte and gt it means that whole second.</summary>
/// <param name="Start">Its first instant.</param>
internal sealed record WholeSecond(DateTimeOffset Start)
{
    // The very last second has no next one.
    internal DateTimeOffset End =>
        Start.UtcTicks > DateTimeOffset.MaxValue.UtcTicks - TimeSpan.TicksPerSecond ? DateTimeOffset.MaxValue : Start.AddSeconds(1);
}

/// <summary>Comparisons with datetimes, some of which are whole seconds.</summary>
internal static class WholeSeconds
{
    internal static Condition Compare(FilterDefinition filter, Comparison comparison, FilterValues values)
    {
        if (comparison != Comparison.Equal)
            return Range(filter, comparison, values.Items[0]);
        var parts = new List<Condition>();
        var instants = values.Items.Where(value => value is DateTimeOffset).ToArray();
        if (instants.Length > 0 || values.OrNull)
            parts.Add(filter.Build(Comparison.Equal, new FilterValues(instants, values.OrNull)));
        foreach (var second in values.Items.OfType<WholeSecond>())
            parts.Add(new All([One(filter, Comparison.GreaterOrEqual, second.Start), One(filter, Comparison.Less, second.End)]));
        return parts.Count == 1 ? parts[0] : new Any(parts);
    }

    private static Condition Range(FilterDefinition filter, Comparison comparison, object value) => (value, comparison) switch
    {
        (WholeSecond second, Comparison.Greater) => One(filter, Comparison.GreaterOrEqual, second.End),
        (WholeSecond second, Comparison.LessOrEqual) => One(filter, Comparison.Less, second.End),
        (WholeSecond second, _) => One(filter, comparison, second.Start),
        _ => One(filter, comparison, value),
    };

    private static Condition One(FilterDefinition filter, Comparison comparison, object value) =>
        filter.Build(comparison, new FilterValues([value], false));
}
