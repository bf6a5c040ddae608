using System.Collections.Immutable;
using System.Reflection;
using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>All rows of a plan.</summary>
/// <param name="Primary">The primary rows, with all rows below them.</param>
/// <param name="Count">How many row plans these are.</param>
/// <param name="OrderColumns">The cells of the primary rows with the values of an order; empty unless the order was asked for.</param>
/// <param name="Numbers">Reads the number of the first row; null unless it was asked for.</param>
internal sealed record RowLayout(RowPlan Primary, int Count, ImmutableArray<int> OrderColumns, RowNumberPlan? Numbers);

/// <summary>
/// Decides what is read: to-one includes are joined to their row, each to-many include and each extra field takes one statement more.
/// So the number of statements depends on the request, never on the rows.
/// </summary>
internal sealed class RowPlanner
{
    private readonly FieldsPass _fields;
    private int _count;

    private RowPlanner(FieldsPass fields) => _fields = fields;

    /// <summary>Plans the rows of a request.</summary>
    /// <param name="definition">The primary resource.</param>
    /// <param name="fields">What is written of each type.</param>
    /// <param name="includes">The include tree.</param>
    /// <param name="order">The order whose values are read as well, for cursors; may be empty.</param>
    /// <param name="isNumbered">Whether the number of the first row is read.</param>
    internal static RowLayout Plan(
        ResourceDefinition definition, FieldsPass fields, List<IncludeStep> includes, ImmutableArray<SortKey> order, bool isNumbered)
    {
        var planner = new RowPlanner(fields);
        var primary = new RowPlanBuilder(planner._count++, definition.Entity);
        var root = planner.Node(primary, definition, [], includes);
        ImmutableArray<int> orderColumns = [.. order.Select(key => primary.Column(key.Path))];
        var numbers = isNumbered ? Numbers(primary, definition) : null;
        return new RowLayout(primary.Build(root), planner._count, orderColumns, numbers);
    }

    private static RowNumberPlan Numbers(RowPlanBuilder rows, ResourceDefinition definition)
    {
        var numbering = definition.Numbering ?? throw new InvalidOperationException($"The rows of {definition.Type} have no numbers.");
        return new RowNumberPlan(numbering, definition.Scope, rows.Column(numbering.Within), rows.Column(numbering.By));
    }

    private ResourceNode Node(
        RowPlanBuilder rows, ResourceDefinition definition, ImmutableArray<PropertyInfo> prefix, List<IncludeStep> includes)
    {
        var id = rows.Column(definition.Id.Paths[0].Under(prefix));
        var variant = definition.VariantOf is { } kind ? rows.Column(kind.Paths[0].Under(prefix)) : -1;
        ImmutableArray<ResourceDefinition> writers = variant < 0 ? [definition] : definition.Variants;
        ImmutableArray<NodeVariant> variants =
        [
            .. writers.Select(writer => new NodeVariant(writer, Fields(rows, writer, definition, prefix, id))),
        ];
        ImmutableArray<IncludePlan> included = [.. includes.Select(step => Include(rows, definition, prefix, id, step))];
        return new ResourceNode(definition, prefix, id, variant, variants, included);
    }

    private ImmutableArray<FieldPlan> Fields(
        RowPlanBuilder rows, ResourceDefinition definition, ResourceDefinition listedAs, ImmutableArray<PropertyInfo> prefix, int id)
    {
        var selected = _fields.Of(definition, listedAs);
        var plans = ImmutableArray.CreateBuilder<FieldPlan>(selected.Attributes.Count + selected.Extras.Count);
        foreach (var attribute in selected.Attributes)
            plans.Add(new FieldPlan(attribute, [.. attribute.Paths.Select(path => rows.Column(path.Under(prefix)))], null, null));
        foreach (var extra in selected.Extras)
            plans.Add(new FieldPlan(null, [], extra, ExtraRows(rows, definition, extra, id)));
        return plans.MoveToImmutable();
    }

    private ChildPlan ExtraRows(RowPlanBuilder parent, ResourceDefinition definition, ExtraFieldDefinition extra, int id)
    {
        var rows = new RowPlan(_count++, extra.Source, [.. extra.Select.Select(member => member.Path)], root: null, children: []);
        ImmutableArray<SortKey> order =
        [
            .. extra.OrderBy.Select(path => new SortKey(path, WireTypes.Of(path.Property.PropertyType), Descending: false)),
        ];
        var child = new ChildPlan(rows, extra.Where, order, id, definition.Entity, Relationship: null);
        parent.Add(child);
        return child;
    }

    private IncludePlan Include(
        RowPlanBuilder rows, ResourceDefinition definition, ImmutableArray<PropertyInfo> prefix, int id, IncludeStep step)
    {
        var relationship = step.Relationship;
        var target = relationship.Target;
        if (!relationship.IsToMany)
            return new IncludePlan(relationship, Node(rows, target, prefix.AddRange(relationship.Path), step.Below), Children: null);
        var childRows = new RowPlanBuilder(_count++, target.Entity);
        var node = Node(childRows, target, [], step.Below);
        var parentId = relationship.Through is { } key ? rows.Column(key.Under(prefix)) : id;
        var child = new ChildPlan(childRows.Build(node), relationship.Rows(), target.DefaultOrder, parentId, definition.Entity, relationship);
        rows.Add(child);
        return new IncludePlan(relationship, node, child);
    }
}
