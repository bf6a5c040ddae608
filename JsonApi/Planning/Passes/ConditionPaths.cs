using System.Collections.Immutable;
using System.Reflection;
using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>Rewrites conditions for another row.</summary>
internal static class ConditionPaths
{
    /// <summary>The same condition for a row that leads to the condition's row through to-one steps.</summary>
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
            _ => throw new NotSupportedException($"{condition.GetType().Name} is for sub-plans only."),
        };
    }
}
