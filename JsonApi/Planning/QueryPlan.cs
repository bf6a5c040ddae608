using System.Reflection;
using JsonApi.Definitions;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>Whose rows a plan may touch. Every table of every statement is held to it; a plan cannot be made without one.</summary>
/// <param name="CompanyId">The company.</param>
public readonly record struct TenantScope(Guid CompanyId);

/// <summary>
/// What a read means: immutable once planned, resolved against the definitions, scoped to one company. A store needs nothing
/// else to run it, nor a renderer to write its result.
/// </summary>
public sealed class QueryPlan
{
    internal QueryPlan(TenantScope scope, RowLayout layout, Condition where, QueryRequest request, int includedRows)
    {
        (Scope, Rows, RowPlanCount) = (scope, layout.Primary, layout.Count);
        (Where, HasIncludes, IncludedRows) = (where, request.Include is not null, includedRows);
        IncludeLocation = PlanningContext.Whole("include", request.Include?.FirstOrDefault()?.Position);
        ExtraFieldsLocation = PlanningContext.Whole("extra_fields", request.ExtraFields.FirstOrDefault()?.Position);
    }

    /// <summary>Whose rows it may touch.</summary>
    public TenantScope Scope { get; }

    /// <summary>The primary rows.</summary>
    public RowPlan Rows { get; }

    /// <summary>Which of them, the company's scope apart.</summary>
    public Condition Where { get; }

    /// <summary>Their order, ending in a unique key; empty for a single resource.</summary>
    public IReadOnlyList<SortKey> Order { get; internal init; } = [];

    /// <summary>Which page of them; null for a single resource.</summary>
    public PagePlan? Page { get; internal init; }

    /// <summary>What to compute over the filtered, unpaged rows.</summary>
    public IReadOnlyList<StatPlan> Stats { get; internal init; } = [];

    /// <summary>How many <see cref="RowPlan"/>s there are, this one's children included; their indexes run below it.</summary>
    public int RowPlanCount { get; }

    /// <summary>How many rows all children together may have at most.</summary>
    public int IncludedRows { get; }

    /// <summary>Whether <c>include</c> was asked for, if with an empty list of resources.</summary>
    public bool HasIncludes { get; }

    /// <summary>Where includes were asked for: <c>include</c>, or <c>/include</c> in a body.</summary>
    public string IncludeLocation { get; }

    /// <summary>Where extra fields were asked for: <c>extra_fields</c>, or <c>/extra_fields</c> in a body.</summary>
    public string ExtraFieldsLocation { get; }
}

/// <summary>
/// One set of rows: an entity with the to-one relationships that ride on its rows. One statement in a database. It depends on
/// the fields and includes asked for alone, and is shared by the plans that ask for the same.
/// </summary>
public sealed class RowPlan
{
    private readonly Dictionary<PropertyPath, int> _indexes = [];

    internal RowPlan(int index, Type entity) => (Index, Entity) = (index, entity);

    /// <summary>Its number within the plan; the primary rows have 0.</summary>
    public int Index { get; }

    /// <summary>The entity the rows are of.</summary>
    public Type Entity { get; }

    /// <summary>What is read of each row, in the order of the result's cells.</summary>
    public List<PropertyPath> Columns { get; } = [];

    /// <summary>The resource the rows are written as; null for the sub-plan of an extra field.</summary>
    public ResourceNode? Root { get; internal set; }

    /// <summary>Rows that hang below these, each a set of its own.</summary>
    public List<ChildPlan> Children { get; } = [];

    /// <summary>The index of a column, added where it is not yet read.</summary>
    internal int Column(PropertyPath path)
    {
        if (_indexes.TryGetValue(path, out var index))
            return index;
        _indexes.Add(path, Columns.Count);
        Columns.Add(path);
        return Columns.Count - 1;
    }
}

/// <summary>
/// Rows that belong to parent rows: those of a to-many include or of an extra field. Each of their rows bears one cell more than
/// the row plan has columns: the id of its parent. Rows of one parent lie together.
/// </summary>
/// <param name="Rows">The rows.</param>
/// <param name="Where">Which of them, the company's scope and the parents apart.</param>
/// <param name="Order">Their order below one parent.</param>
/// <param name="ParentIdColumn">In the parent's rows: the id of the resource they hang below, null where there is none.</param>
/// <param name="ParentEntity">The entity that id is of.</param>
/// <param name="Relationship">
/// The relationship, whose key leads to the parent; null for an extra field, whose rows belong by its <see cref="SameAs"/> conditions.
/// </param>
public sealed record ChildPlan(
    RowPlan Rows, Condition Where, IReadOnlyList<SortKey> Order, int ParentIdColumn, Type ParentEntity, RelationshipDefinition? Relationship);

/// <summary>A resource at one place of the include tree, and where its values stand in the rows.</summary>
public sealed class ResourceNode
{
    internal ResourceNode(ResourceDefinition definition, PropertyInfo[] prefix, int idColumn, int variantColumn, NodeVariant[] variants) =>
        (Definition, Prefix, IdColumn, VariantColumn, Variants) = (definition, prefix, idColumn, variantColumn, variants);

    /// <summary>Its definition.</summary>
    public ResourceDefinition Definition { get; }

    /// <summary>The to-one steps from the row to it; empty for the row itself.</summary>
    public PropertyInfo[] Prefix { get; }

    /// <summary>The cell with its id; null there means there is no such resource.</summary>
    public int IdColumn { get; }

    /// <summary>The cell that tells which variant it is; -1 where there is only one.</summary>
    public int VariantColumn { get; }

    /// <summary>How it is written, per resource type.</summary>
    public NodeVariant[] Variants { get; }

    /// <summary>Its included relationships, in the order asked for.</summary>
    public List<IncludePlan> Includes { get; } = [];
}

/// <summary>The fields of one resource type at a node.</summary>
/// <param name="Definition">The type's definition.</param>
/// <param name="Fields">What is written, in order.</param>
public sealed record NodeVariant(ResourceDefinition Definition, FieldPlan[] Fields);

/// <summary>A member of <c>attributes</c>.</summary>
/// <param name="Attribute">The attribute, or null for an extra field.</param>
/// <param name="Columns">Where its values stand in the row; one but for a composed attribute.</param>
/// <param name="Extra">The extra field, or null.</param>
/// <param name="ExtraRows">The extra field's rows.</param>
public sealed record FieldPlan(AttributeDefinition? Attribute, int[] Columns, ExtraFieldDefinition? Extra, ChildPlan? ExtraRows);

/// <summary>An included relationship: joined to the row when to-one, rows of its own when to-many.</summary>
public sealed record IncludePlan(RelationshipDefinition Relationship, ResourceNode Node, ChildPlan? Children);

/// <summary>What a stat computes.</summary>
public enum Calculation
{
    /// <summary>How many rows.</summary>
    Count,

    /// <summary>How many rows per value.</summary>
    CountEach,

    /// <summary>The values added up.</summary>
    Sum,

    /// <summary>Their mean.</summary>
    Average,

    /// <summary>The least.</summary>
    Minimum,

    /// <summary>The greatest.</summary>
    Maximum,
}

/// <summary>One number, or one count per value, over the filtered rows.</summary>
/// <param name="Family">Where the answer stands: <c>stats</c> (meta.stats.…) or <c>meta</c> (meta.…).</param>
/// <param name="Name">The attribute, or <c>total</c>.</param>
/// <param name="CalculationName">As asked for.</param>
/// <param name="Calculation">What to compute.</param>
/// <param name="Path">The value; null for the total.</param>
/// <param name="Type">Its wire type.</param>
public sealed record StatPlan(string Family, string Name, string CalculationName, Calculation Calculation, PropertyPath? Path, WireType Type);
