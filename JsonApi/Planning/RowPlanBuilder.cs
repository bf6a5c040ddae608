using System.Collections.Immutable;
using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>Collects the columns and children of one row plan.</summary>
/// <param name="index">Its number within the plan.</param>
/// <param name="entity">The entity of the rows.</param>
internal sealed class RowPlanBuilder(int index, Type entity)
{
    private readonly ImmutableArray<PropertyPath>.Builder _columns = ImmutableArray.CreateBuilder<PropertyPath>();
    private readonly ImmutableArray<ChildPlan>.Builder _children = ImmutableArray.CreateBuilder<ChildPlan>();
    private readonly Dictionary<PropertyPath, int> _indexes = [];

    /// <summary>The index of a column, which is added where it is not yet read.</summary>
    internal int Column(PropertyPath path)
    {
        if (_indexes.TryGetValue(path, out var index))
            return index;
        _indexes.Add(path, _columns.Count);
        _columns.Add(path);
        return _columns.Count - 1;
    }

    internal void Add(ChildPlan child) => _children.Add(child);

    internal RowPlan Build(ResourceNode root) => new(index, entity, _columns.ToImmutable(), root, _children.ToImmutable());
}
