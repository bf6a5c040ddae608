using System.Collections.Immutable;
using System.Reflection;
using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>A node of the include tree: a resource, and the cells of the row that have its values.</summary>
public sealed class ResourceNode
{
    internal ResourceNode(
        ResourceDefinition definition,
        ImmutableArray<PropertyInfo> prefix,
        int idColumn,
        int variantColumn,
        ImmutableArray<NodeVariant> variants,
        ImmutableArray<IncludePlan> includes) =>
        (Definition, Prefix, IdColumn, VariantColumn, Variants, Includes) =
        (definition, prefix, idColumn, variantColumn, variants, includes);

    /// <summary>Its definition.</summary>
    public ResourceDefinition Definition { get; }

    /// <summary>The to-one steps from the row to it; empty for the row itself.</summary>
    public ImmutableArray<PropertyInfo> Prefix { get; }

    /// <summary>The cell with its id; null there means that there is no such resource.</summary>
    public int IdColumn { get; }

    /// <summary>The cell that says which variant it is; -1 where there is only one.</summary>
    public int VariantColumn { get; }

    /// <summary>How it is written, per resource type.</summary>
    public ImmutableArray<NodeVariant> Variants { get; }

    /// <summary>Its included relationships, in the order of the request.</summary>
    public ImmutableArray<IncludePlan> Includes { get; }
}

/// <summary>The fields of one resource type at a node.</summary>
/// <param name="Definition">The type's definition.</param>
/// <param name="Fields">What is written, in order.</param>
public sealed record NodeVariant(ResourceDefinition Definition, ImmutableArray<FieldPlan> Fields);

/// <summary>A member of <c>attributes</c>.</summary>
/// <param name="Attribute">The attribute, or null for an extra field.</param>
/// <param name="Columns">The cells with its values: one, or several for a composed attribute.</param>
/// <param name="Extra">The extra field, or null.</param>
/// <param name="ExtraRows">The extra field's rows.</param>
public sealed record FieldPlan(
    AttributeDefinition? Attribute, ImmutableArray<int> Columns, ExtraFieldDefinition? Extra, ChildPlan? ExtraRows);

/// <summary>An included relationship: joined to the row when to-one, a set of rows when to-many.</summary>
/// <param name="Relationship">The relationship.</param>
/// <param name="Node">The related resource.</param>
/// <param name="Children">Its rows; null for a to-one relationship.</param>
public sealed record IncludePlan(RelationshipDefinition Relationship, ResourceNode Node, ChildPlan? Children);
