using System.Collections.Immutable;
using System.Reflection;
using JsonApi.Definitions;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary><c>sort=collection.name,-created_at</c>; the id breaks ties in the direction of the last key.</summary>
internal static class SortPass
{
    internal static ImmutableArray<SortKey> Run(PlanningContext context)
    {
        if (context.Request.Sort is not { } terms)
            return context.Definition.DefaultOrder;
        var keys = new List<SortKey>();
        foreach (var term in terms)
            if (Read(context, term) is { } key && !keys.Any(known => known.Path.Equals(key.Path)))
                keys.Add(key);
        if (keys.Count > context.Limits.SortKeys)
            context.Fail(
                PlanningContext.Whole("sort", terms[0].Position),
                terms[0].Position,
                $"sort takes {context.Limits.SortKeys} keys at most");
        return keys.Count > 0 ? context.Definition.WithTieBreak(keys) : context.Definition.DefaultOrder;
    }

    private static SortKey? Read(PlanningContext context, NameTerm term)
    {
        var descending = term.Text.StartsWith('-');
        var steps = term.Text.AsSpan(descending ? 1 : 0).ToString().Split('.');
        var definition = context.Definition;
        var prefix = ImmutableArray<PropertyInfo>.Empty;
        if (steps.Length - 1 > context.Limits.PathSteps)
            return Refuse($"a path takes {context.Limits.PathSteps} relationships at most");
        for (var i = 0; i < steps.Length - 1; i++)
        {
            if (!definition.Relationships.TryGetValue(steps[i], out var relationship))
                return Refuse($"{definition.Type} has no relationship '{steps[i]}'");
            if (relationship.IsToMany)
                return Refuse($"'{steps[i]}' leads to many {relationship.TargetType}; sorting reaches through to-one relationships only");
            (prefix, definition) = (prefix.AddRange(relationship.Path), relationship.Target);
        }
        if (definition.FindAttribute(steps[^1]) is not { } attribute || !IsSortable(definition, attribute))
            return Refuse($"known are {string.Join(", ", SortableNames(definition))}");
        return new SortKey(attribute.Paths[0].Under(prefix), attribute.Type, descending);

        SortKey? Refuse(string why)
        {
            context.Fail(term.Parameter, term.Position, $"cannot sort by '{term.Text}': {why}");
            return null;
        }
    }

    private static IEnumerable<string> SortableNames(ResourceDefinition definition) =>
        definition.Attributes.Prepend(definition.Id).Where(attribute => IsSortable(definition, attribute)).Select(attribute => attribute.Name);

    /// <summary>The id ends every order, so it can also be asked for.</summary>
    private static bool IsSortable(ResourceDefinition definition, AttributeDefinition attribute) => attribute == definition.Id || attribute.IsSortable;
}
