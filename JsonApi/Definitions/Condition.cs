using System.Collections.Immutable;
using System.Reflection;

namespace JsonApi.Definitions;

/// <summary>
/// A condition on a row, in terms that every executor runs. It is true or false, never unknown: a comparison with a null is false, and
/// <see cref="Not"/> of it is true.
/// </summary>
public abstract record Condition
{
    /// <summary>True of every row.</summary>
    public static readonly Condition Always = new All([]);

    /// <summary>Both conditions; <see cref="Always"/> is dropped.</summary>
    public static Condition Both(Condition left, Condition right) =>
        left == Always ? right : right == Always ? left : new All([left, right]);

    /// <summary>The value at a path is the given one, of the CLR type that goes with the path's wire type.</summary>
    public static Condition Is(PropertyPath path, object value) =>
        new Compare(path, WireTypes.Of(path.Property.PropertyType), Comparison.Equal, [value]);
}

/// <summary>True when every part is true, and when there is none.</summary>
public sealed record All(IReadOnlyList<Condition> Parts) : Condition;

/// <summary>True when some part is true, so false when there is none.</summary>
public sealed record Any(IReadOnlyList<Condition> Parts) : Condition;

/// <summary>The exact complement.</summary>
public sealed record Not(Condition Part) : Condition;

/// <summary>A comparison of a stored value with given ones: <c>filter[position][gt]=3</c>.</summary>
/// <param name="Path">The path to the stored value.</param>
/// <param name="Type">Its wire type.</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Values">
/// The given values, of the CLR type of the wire type (string, Guid, long, double, bool, DateTimeOffset); text is
/// folded already where the comparison folds.
/// </param>
/// <param name="OrNull">Whether null is among the given values.</param>
public sealed record Compare(
    PropertyPath Path, WireType Type, Comparison Comparison, IReadOnlyList<object> Values, bool OrNull = false) : Condition;

/// <summary>There is a related row, through a to-many relationship, for which a condition is true.</summary>
/// <param name="Path">To-one steps, then the to-many navigation.</param>
/// <param name="Where">The condition on that row, with paths from it.</param>
public sealed record Exists(ImmutableArray<PropertyInfo> Path, Condition Where) : Condition;

/// <summary>In the sub-plan of an extra field: a value of its row equals a value of the row it belongs to; null equals nothing.</summary>
/// <param name="Inner">The path from the sub-plan's row.</param>
/// <param name="Outer">The path from the row that the field belongs to.</param>
public sealed record SameAs(PropertyPath Inner, PropertyPath Outer) : Condition;
