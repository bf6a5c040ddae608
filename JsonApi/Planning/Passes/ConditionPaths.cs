using System.Collections.Immutable;
using System.Reflection;
using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>Conditions seen from another row.</summary>
internal static class ConditionPaths
{
    /// <summary>The condition, for a row that reaches the one it speaks of through to-one steps.</summary>
    internal static Condition Under(Condition condition, ImmutableArray<PropertyInfo> prefix)
    {
        if (prefix.Length == 0)
            return condition;
        return condition switch
        {
            All all => new All([.. all.Parts.Select(part => Under(part, prefix))]),
            Any any => new Any([.. any.Parts.Select(part => Under(part, prefix))]),
            Not not => new Not(Under(not.Part, prefix)),
            Compare compare => compare with { Path = compare.Path.Under(prefix) },
            Exists exists => exists with { Path = [.. prefix, .. exists.Path] },
            _ => throw new NotSupportedException($"{condition.GetType().Name} stands only in sub-plans."),
        };
    }
}
