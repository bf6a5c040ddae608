using System.Collections.Frozen;
using System.Collections.Immutable;

namespace JsonApi.Definitions;

/// <summary>The values of a filter in a request, read by the filter's type.</summary>
/// <param name="Items">The values other than null.</param>
/// <param name="OrNull">Whether null is among them.</param>
public sealed record FilterValues(IReadOnlyList<object> Items, bool OrNull);

/// <summary>A filter that is no attribute, such as <c>filter[exclude_system_collections]=true</c> or <c>filter[q]=bike</c>.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Type">How its values are read.</param>
/// <param name="Operators">The operators it takes.</param>
/// <param name="AllowsNull">Whether <c>null</c> among the values means null.</param>
/// <param name="EnumNames">The names an enum accepts.</param>
/// <param name="Build">
/// The condition for a comparison (never negated: the planner wraps the complement) and its values.
/// </param>
public sealed record FilterDefinition(
    string Name,
    WireType Type,
    ImmutableArray<FilterOperator> Operators,
    bool AllowsNull,
    ImmutableArray<string> EnumNames,
    Func<Comparison, FilterValues, Condition> Build)
{
    /// <summary>Other names of an enum's names, which clients may use in filters.</summary>
    public FrozenDictionary<string, string> Synonyms { get; init; } = FrozenDictionary<string, string>.Empty;
}
