using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;

namespace JsonApi.Definitions;

/// <summary>
/// The path from an entity to a value: to-one navigations, then a property. It is made from a lambda such as
/// <c>x =&gt; x.Collection.System</c>, so that the compiler checks it. Stores map it to joins and a column.
/// </summary>
public sealed class PropertyPath : IEquatable<PropertyPath>
{
    private string? _text;

    /// <summary>A path made of its steps.</summary>
    public PropertyPath(ImmutableArray<PropertyInfo> navigations, PropertyInfo property) =>
        (Navigations, Property) = (navigations, property);

    /// <summary>The to-one navigations, outermost first.</summary>
    public ImmutableArray<PropertyInfo> Navigations { get; }

    /// <summary>The value's property, taken from its declaring type.</summary>
    public PropertyInfo Property { get; }

    /// <summary>Whether the value can be null: its own type is nullable, or there are navigations, which can be null.</summary>
    public bool CanBeNull => Navigations.Length > 0 || IsNullable(Property);

    /// <summary>Reads a lambda of member accesses; casts to a subtype are skipped.</summary>
    public static PropertyPath From(LambdaExpression lambda)
    {
        var steps = Steps(lambda);
        return new PropertyPath(steps.RemoveAt(steps.Length - 1), steps[^1]);
    }

    /// <summary>The members that a lambda accesses, outermost first.</summary>
    public static ImmutableArray<PropertyInfo> Steps(LambdaExpression lambda)
    {
        var steps = new List<PropertyInfo>();
        for (var node = lambda.Body; node is not ParameterExpression;)
            node = node switch
            {
                MemberExpression { Member: PropertyInfo property, Expression: { } owner } => Add(property, owner),
                UnaryExpression { NodeType: ExpressionType.Convert } cast => cast.Operand,
                _ => throw new ArgumentException($"'{lambda}' is not a path of properties."),
            };
        steps.Reverse();
        return [.. steps];

        Expression Add(PropertyInfo property, Expression owner)
        {
            steps.Add(Declared(property));
            return owner;
        }
    }

    /// <summary>The same path from an entity that leads to this one through <paramref name="prefix"/>.</summary>
    public PropertyPath Under(ImmutableArray<PropertyInfo> prefix) =>
        prefix.Length == 0 ? this : new PropertyPath([.. prefix, .. Navigations], Property);

    /// <inheritdoc />
    public bool Equals(PropertyPath? other) =>
        other is not null && Property == other.Property && Navigations.AsSpan().SequenceEqual(other.Navigations.AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as PropertyPath);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Property, Navigations.Length);

    /// <inheritdoc />
    public override string ToString() => _text ??= string.Join('.', Navigations.Append(Property).Select(step => step.Name));

    private static PropertyInfo Declared(PropertyInfo property) =>
        property.DeclaringType == property.ReflectedType ? property : property.DeclaringType!.GetProperty(property.Name)!;

    private static bool IsNullable(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (!property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).ReadState != NullabilityState.NotNull);
}
