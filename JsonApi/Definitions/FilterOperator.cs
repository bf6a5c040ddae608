using System.Collections.Frozen;
using System.Collections.Immutable;

namespace JsonApi.Definitions;

/// <summary>How a stored value is compared with the given ones; an array matches when any of its elements, as text, does.</summary>
public enum Comparison
{
    /// <summary>Equal to any; text by its case-folded form.</summary>
    Equal,

    /// <summary>Text equal to any, case and accents included.</summary>
    EqualRaw,

    /// <summary>Folded text starts with any.</summary>
    Prefix,

    /// <summary>Folded text ends with any.</summary>
    Suffix,

    /// <summary>Folded text contains any.</summary>
    Match,

    /// <summary>Greater than the one value.</summary>
    Greater,

    /// <summary>Greater than or equal to the one value.</summary>
    GreaterOrEqual,

    /// <summary>Less than the one value.</summary>
    Less,

    /// <summary>Less than or equal to the one value.</summary>
    LessOrEqual,
}

/// <summary>An operator of a filter: <c>filter[name][not_prefix]=x</c>.</summary>
/// <param name="Name">The name in the URL.</param>
/// <param name="Comparison">What it compares.</param>
/// <param name="Negated">Whether it is the exact complement, nulls included.</param>
public sealed record FilterOperator(string Name, Comparison Comparison, bool Negated)
{
    /// <summary>Whether several values may be given (any of them, or none of them when negated).</summary>
    public bool TakesList =>
        Comparison is not (Comparison.Greater or Comparison.GreaterOrEqual or Comparison.Less or Comparison.LessOrEqual);

    /// <summary>Whether <c>null</c> may be given.</summary>
    public bool TakesNull => Comparison is Comparison.Equal or Comparison.EqualRaw;
}

/// <summary>The operators, and those that each wire type has by the contract.</summary>
public static class FilterOperators
{
    /// <summary>The operator of <c>filter[name]=x</c>.</summary>
    public static readonly FilterOperator Equal = new("eq", Comparison.Equal, false);

    /// <summary>All operators there are.</summary>
    public static readonly ImmutableArray<FilterOperator> All =
    [
        Equal,
        new("not_eq", Comparison.Equal, true),
        new("eql", Comparison.EqualRaw, false),
        new("not_eql", Comparison.EqualRaw, true),
        new("prefix", Comparison.Prefix, false),
        new("not_prefix", Comparison.Prefix, true),
        new("suffix", Comparison.Suffix, false),
        new("not_suffix", Comparison.Suffix, true),
        new("match", Comparison.Match, false),
        new("not_match", Comparison.Match, true),
        new("gt", Comparison.Greater, false),
        new("gte", Comparison.GreaterOrEqual, false),
        new("lt", Comparison.Less, false),
        new("lte", Comparison.LessOrEqual, false),
    ];

    private static readonly FrozenDictionary<string, FilterOperator> ByName = All.ToFrozenDictionary(op => op.Name, StringComparer.Ordinal);

    /// <summary>The operator of that name, or null.</summary>
    public static FilterOperator? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The operators of these names; throws on an unknown name.</summary>
    public static ImmutableArray<FilterOperator> Named(params string[] names) => [.. names.Select(name => ByName[name])];

    /// <summary>The operators of a wire type, where the declaration names none.</summary>
    public static ImmutableArray<FilterOperator> Of(WireType type) => type switch
    {
        WireType.String => Named("eq", "not_eq", "eql", "not_eql", "prefix", "not_prefix", "suffix", "not_suffix", "match", "not_match"),
        WireType.Uuid or WireType.Enum => Named("eq", "not_eq"),
        WireType.Integer or WireType.Float or WireType.DateTime => Named("eq", "not_eq", "gt", "gte", "lt", "lte"),
        _ => Named("eq"),
    };
}
