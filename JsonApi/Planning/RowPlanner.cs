using System.Reflection;
using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>
/// Lays out what is read: to-one includes ride on the row's own statement, each to-many include and each extra field takes one
/// statement more. So the number of statements depends on what is asked for, never on the rows.
/// </summary>
internal sealed class RowPlanner(FieldsPass fields)
{
    /// <summary>How many row plans were made.</summary>
    internal int Count { get; private set; }

    /// <summary>The primary rows.</summary>
    internal RowPlan Primary { get; private set; } = null!;

    internal RowPlanner Plan(ResourceDefinition definition, List<IncludeStep> includes)
    {
        Primary = new RowPlan(Count++, definition.Entity);
        Primary.Root = Node(Primary, definition, [], includes);
        return this;
    }

    private ResourceNode Node(RowPlan rows, ResourceDefinition definition, PropertyInfo[] prefix, List<IncludeStep> includes)
    {
        var id = rows.Column(definition.Id.Paths[0].Under(prefix));
        var variant = definition.VariantOf is { } kind ? rows.Column(kind.Paths[0].Under(prefix)) : -1;
        IReadOnlyList<ResourceDefinition> writers = variant < 0 ? [definition] : definition.Variants;
        var variants = new NodeVariant[writers.Count];
        for (var i = 0; i < variants.Length; i++)
            variants[i] = new NodeVariant(writers[i], Fields(rows, writers[i], definition, prefix, id));
        var node = new ResourceNode(definition, prefix, id, variant, variants);
        foreach (var step in includes)
            node.Includes.Add(Include(rows, node, step));
        return node;
    }

    private FieldPlan[] Fields(RowPlan rows, ResourceDefinition definition, ResourceDefinition listedAs, PropertyInfo[] prefix, int id)
    {
        var selected = fields.Of(definition, listedAs);
        var plans = new FieldPlan[selected.Attributes.Count + selected.Extras.Count];
        var at = 0;
        foreach (var attribute in selected.Attributes)
            plans[at++] = new FieldPlan(attribute, [.. attribute.Paths.Select(path => rows.Column(path.Under(prefix)))], null, null);
        foreach (var extra in selected.Extras)
            plans[at++] = new FieldPlan(null, [], extra, ExtraRows(rows, definition, extra, id));
        return plans;
    }

    private ChildPlan ExtraRows(RowPlan parent, ResourceDefinition definition, ExtraFieldDefinition extra, int id)
    {
        var rows = new RowPlan(Count++, extra.Source)
        {
            Where = extra.Where,
            Order = [.. extra.OrderBy.Select(path => new SortKey(path, WireTypes.Of(path.Property.PropertyType), Descending: false))],
        };
        foreach (var (_, path) in extra.Select)
            rows.Columns.Add(path);
        var child = new ChildPlan(rows, id, definition.Entity, null);
        parent.Children.Add(child);
        return child;
    }

    private IncludePlan Include(RowPlan rows, ResourceNode node, IncludeStep step)
    {
        var relationship = step.Relationship;
        if (!relationship.IsToMany)
            return new IncludePlan(relationship, Node(rows, relationship.Target, [.. node.Prefix, relationship.Navigation], step.Below), null);
        var childRows = new RowPlan(Count++, relationship.Target.Entity)
        {
            Where = relationship.Target.Scope,
            Order = SortPass.Default(relationship.Target),
        };
        var child = new ChildPlan(childRows, node.IdColumn, node.Definition.Entity, relationship);
        rows.Children.Add(child);
        childRows.Root = Node(childRows, relationship.Target, [], step.Below);
        return new IncludePlan(relationship, childRows.Root, child);
    }
}
