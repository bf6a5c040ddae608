using System.Collections.Immutable;
using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>
/// One set of rows: an entity with the to-one relationships that are joined to it. One statement in a database. It depends only on
/// the fields and includes of a request, and all requests that ask for the same share it: nothing in it can be changed.
/// </summary>
public sealed class RowPlan
{
    internal RowPlan(
        int index, Type entity, ImmutableArray<PropertyPath> columns, ResourceNode? root, ImmutableArray<ChildPlan> children) =>
        (Index, Entity, Columns, Root, Children) = (index, entity, columns, root, children);

    /// <summary>Its number within the plan; the primary rows have 0.</summary>
    public int Index { get; }

    /// <summary>The entity of the rows.</summary>
    public Type Entity { get; }

    /// <summary>What is read of each row, in the order of the result's cells.</summary>
    public ImmutableArray<PropertyPath> Columns { get; }

    /// <summary>The resource that the rows are written as; null for the sub-plan of an extra field.</summary>
    public ResourceNode? Root { get; }

    /// <summary>Sets of rows that belong to these rows.</summary>
    public ImmutableArray<ChildPlan> Children { get; }
}

/// <summary>
/// Rows that belong to parent rows: those of a to-many include or of an extra field. Each of their rows has one cell more than the
/// row plan has columns: the id of its parent. Rows of one parent are next to each other.
/// </summary>
/// <param name="Rows">The rows.</param>
/// <param name="Where">Which of them, besides the company's scope and the parents.</param>
/// <param name="Order">Their order below one parent.</param>
/// <param name="ParentIdColumn">The cell in the parent's row with the id that they belong to; the cell can be null.</param>
/// <param name="ParentEntity">The entity of the parent's row.</param>
/// <param name="Relationship">
/// The relationship, whose key leads to the parent; null for an extra field, whose <see cref="SameAs"/> conditions lead there.
/// </param>
public sealed record ChildPlan(
    RowPlan Rows,
    Condition Where,
    ImmutableArray<SortKey> Order,
    int ParentIdColumn,
    Type ParentEntity,
    RelationshipDefinition? Relationship);
