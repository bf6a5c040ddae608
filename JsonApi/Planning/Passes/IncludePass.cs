using System.Collections.Frozen;
using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>A relationship to include, with the relationships to include below it.</summary>
internal sealed record IncludeStep(RelationshipDefinition Relationship, List<IncludeStep> Below);

/// <summary><c>include=item,item.photo</c>: only the paths that the operation lists, each with the steps to it.</summary>
internal static class IncludePass
{
    internal static List<IncludeStep> Run(PlanningContext context)
    {
        var tree = new List<IncludeStep>();
        var allowed = context.Definition.Operations[context.Operation];
        foreach (var term in context.Request.Include ?? [])
            if (allowed.Contains(term.Text))
                Add(tree, context.Definition, term.Text);
            else
                context.Fail(term.Parameter, term.Position, $"cannot include '{term.Text}'{Allowed(context.Definition, allowed)}");
        return tree;
    }

    private static string Allowed(ResourceDefinition definition, FrozenSet<string> paths) =>
        paths.Count == 0
            ? ": this request does not accept any includes"
            : $"; {definition.Type} can include {string.Join(", ", paths.Order(StringComparer.Ordinal))}";

    private static void Add(List<IncludeStep> tree, ResourceDefinition definition, string path)
    {
        foreach (var name in path.Split('.'))
        {
            var relationship = definition.Relationships[name];
            var step = tree.Find(known => known.Relationship == relationship);
            if (step is null)
                tree.Add(step = new IncludeStep(relationship, []));
            (tree, definition) = (step.Below, relationship.Target);
        }
    }
}
