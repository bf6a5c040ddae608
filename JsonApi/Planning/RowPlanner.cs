using System.Reflection;
using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>All rows of a plan: the primary ones with those below them, and how many row plans that makes.</summary>
internal sealed record RowLayout(RowPlan Primary, int Count);

/// <summary>
/// Lays out what is read: to-one includes ride on the row's own statement, each to-many include and each extra field takes one
/// statement more. So the number of statements depends on what is asked for, never on the rows.
/// </summary>
internal sealed class RowPlanner
{
    private readonly FieldsPass _fields;
    private int _count;

    private RowPlanner(FieldsPass fields) => _fields = fields;

    internal static RowLayout Plan(ResourceDefinition definition, FieldsPass fields, List<IncludeStep> includes)
    {
        var planner = new RowPlanner(fields);
        var primary = new RowPlan(planner._count++, definition.Entity);
        primary.Root = planner.Node(primary, definition, [], includes);
        return new RowLayout(primary, planner._count);
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
        var selected = _fields.Of(definition, listedAs);
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
        var rows = new RowPlan(_count++, extra.Source);
        SortKey[] order = [.. extra.OrderBy.Select(path => new SortKey(path, WireTypes.Of(path.Property.PropertyType), Descending: false))];
        foreach (var (_, path) in extra.Select)
            rows.Columns.Add(path);
        var child = new ChildPlan(rows, extra.Where, order, id, definition.Entity, null);
        parent.Children.Add(child);
        return child;
    }

    private IncludePlan Include(RowPlan rows, ResourceNode node, IncludeStep step)
    {
        var relationship = step.Relationship;
        if (!relationship.IsToMany)
            return new IncludePlan(relationship, Node(rows, relationship.Target, [.. node.Prefix, relationship.Navigation], step.Below), null);
        var target = relationship.Target;
        var childRows = new RowPlan(_count++, target.Entity);
        var child = new ChildPlan(childRows, target.Scope, target.DefaultOrder, node.IdColumn, node.Definition.Entity, relationship);
        rows.Children.Add(child);
        childRows.Root = Node(childRows, target, [], step.Below);
        return new IncludePlan(relationship, childRows.Root, child);
    }
}
