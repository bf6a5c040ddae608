using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>A relationship to include, with those to include below it.</summary>
internal sealed record IncludeStep(RelationshipDefinition Relationship, List<IncludeStep> Below);

/// <summary><c>include=item,item.photo</c>: only the paths the operation lists, each with the steps that lead to it.</summary>
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
                context.Fail(term.Parameter, term.Position, allowed.Count == 0
                    ? $"cannot include '{term.Text}': this request does not accept any includes"
                    : $"cannot include '{term.Text}'; {context.Definition.Type} can include {string.Join(", ", allowed.Order(StringComparer.Ordinal))}");
        return tree;
    }

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
