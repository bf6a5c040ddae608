namespace Domain.Collections;

/// <summary>A collection in the tree before a change.</summary>
public readonly record struct TreeNode(Guid? ParentId, bool IsSystem);

/// <summary>A collection that gets another parent; null makes it a root.</summary>
public readonly record struct TreeMove(Guid Id, Guid? ParentId);

/// <summary>Why a collection cannot have the parent it was given.</summary>
public enum TreeRefusal
{
    /// <summary>The parent does not exist in the caller's company.</summary>
    ParentMissing,

    /// <summary>The parent is a system collection, or is below one.</summary>
    ParentIsSystem,

    /// <summary>The parent is the collection itself, or is below it.</summary>
    Cycle,

    /// <summary>The collection, or one below it, would be deeper than <see cref="Collection.MaxDepth"/>.</summary>
    TooDeep,
}

/// <summary>A collection that has another parent or another depth after a change.</summary>
public readonly record struct MovedCollection(Guid Id, Guid? ParentId, int Depth);

/// <summary>A collection and one of its descendants.</summary>
public readonly record struct TreePair(Guid Above, Guid Below);

/// <summary>The result of a change.</summary>
/// <param name="Moved">Every collection whose parent or depth changes.</param>
/// <param name="Removed">
/// Pairs that no longer exist. A pair that follows from another is left out: where a collection stays below one that moves, the pair of
/// the latter is enough, because a collection has all items of its descendants (rule I1).
/// </param>
/// <param name="Added">Pairs that are new, again without those that follow from another.</param>
public sealed record TreeOutcome(IReadOnlyList<MovedCollection> Moved, IReadOnlyList<TreePair> Removed, IReadOnlyList<TreePair> Added)
{
    public static readonly TreeOutcome None = new([], [], []);
}

/// <summary>
/// The part of a company's tree that some moves change: the moved collections, all below them, their old and new parents and all
/// above those. Moves happen at once: only the final tree has to obey the rules.
/// </summary>
public sealed class CollectionTree
{
    private readonly IReadOnlyDictionary<Guid, TreeNode> _nodes;
    private readonly IReadOnlyList<TreeMove> _moves;
    private readonly Dictionary<Guid, int> _moveOf = [];
    private readonly TreeDepths _before;
    private readonly TreeDepths _after;

    /// <param name="nodes">The collections by id; the new parent of a move may be missing.</param>
    /// <param name="moves">At most one per collection, each of a collection that exists.</param>
    public CollectionTree(IReadOnlyDictionary<Guid, TreeNode> nodes, IReadOnlyList<TreeMove> moves)
    {
        (_nodes, _moves) = (nodes, moves);
        for (var i = 0; i < moves.Count; i++)
            _moveOf.Add(moves[i].Id, i);
        _before = new TreeDepths(OldParent);
        _after = new TreeDepths(NewParent);
    }

    /// <summary>The errors, each with the index of the move that causes it; empty when there are none.</summary>
    public IReadOnlyList<(int Move, TreeRefusal Refusal)> Check()
    {
        var refusals = new List<(int, TreeRefusal)>();
        for (var i = 0; i < _moves.Count; i++)
            if (CheckParent(_moves[i]) is { } refusal)
                refusals.Add((i, refusal));
        var deep = _nodes.Keys.Where(id => _after.Of(id) > Collection.MaxDepth).Select(Cause).OfType<int>().Distinct();
        refusals.AddRange(deep.Order().Select(move => (move, TreeRefusal.TooDeep)));
        return refusals;
    }

    /// <summary>The result of the moves, where <see cref="Check"/> finds no error.</summary>
    public TreeOutcome Outcome()
    {
        var (moved, removed, added) = (new List<MovedCollection>(), new List<TreePair>(), new List<TreePair>());
        foreach (var id in _nodes.Keys)
        {
            if (OldParent(id) != NewParent(id) || _before.Of(id) != _after.Of(id))
                moved.Add(new MovedCollection(id, NewParent(id), _after.Of(id)));
            List<Guid> before = [.. Above(id, OldParent)], after = [.. Above(id, NewParent)], kept = [.. before.Intersect(after)];
            removed.AddRange(NotFollowing(before.Except(after), kept, OldParent, NewParent).Select(above => new TreePair(above, id)));
            added.AddRange(NotFollowing(after.Except(before), kept, NewParent, OldParent).Select(above => new TreePair(above, id)));
        }
        return new TreeOutcome(moved, removed, added);
    }

    /// <summary>The ancestors whose pair does not follow from that of a kept ancestor below them.</summary>
    private static IEnumerable<Guid> NotFollowing(
        IEnumerable<Guid> aboves, List<Guid> kept, Func<Guid, Guid?> parentOf, Func<Guid, Guid?> otherParentOf) =>
        aboves.Where(above => !kept.Exists(mid => Above(mid, parentOf).Contains(above) && !Above(mid, otherParentOf).Contains(above)));

    private TreeRefusal? CheckParent(TreeMove move)
    {
        if (move.ParentId is not { } parent)
            return null;
        if (!_nodes.ContainsKey(parent))
            return TreeRefusal.ParentMissing;
        if (_after.Of(move.Id) == TreeDepths.InCycle)
            return TreeRefusal.Cycle;
        return Above(move.Id, NewParent).Take(Collection.MaxDepth).Any(above => _nodes[above].IsSystem) ? TreeRefusal.ParentIsSystem : null;
    }

    /// <summary>The move that decides a collection's depth: its own, or that of its nearest moved ancestor.</summary>
    private int? Cause(Guid id)
    {
        for (Guid? at = id; at is { } step; at = NewParent(step))
            if (_moveOf.TryGetValue(step, out var move) && _moves[move].ParentId is not null)
                return move;
        return null;
    }

    private Guid? OldParent(Guid id) => Known(_nodes.TryGetValue(id, out var node) ? node.ParentId : null);

    private Guid? NewParent(Guid id) => _moveOf.TryGetValue(id, out var move) ? Known(_moves[move].ParentId) : OldParent(id);

    private Guid? Known(Guid? id) => id is { } parent && _nodes.ContainsKey(parent) ? parent : null;

    private static IEnumerable<Guid> Above(Guid id, Func<Guid, Guid?> parentOf)
    {
        for (var at = parentOf(id); at is { } above; at = parentOf(above))
            yield return above;
    }

    /// <summary>Depths by walking up the tree, with each collection visited once.</summary>
    private sealed class TreeDepths(Func<Guid, Guid?> parentOf)
    {
        internal const int InCycle = -1;
        internal const int BelowCycle = -2;

        private readonly Dictionary<Guid, int> _known = [];

        internal int Of(Guid id)
        {
            if (_known.TryGetValue(id, out var depth))
                return depth;
            var path = new List<Guid>();
            var onPath = new Dictionary<Guid, int>();
            Guid? at = id;
            while (at is { } step && !_known.ContainsKey(step) && onPath.TryAdd(step, path.Count))
            {
                path.Add(step);
                at = parentOf(step);
            }
            var above = at is not { } end ? 0 : _known.TryGetValue(end, out var known) ? known : CloseCycle(path, onPath[end]);
            for (var i = path.Count - 1; i >= 0; i--)
                _known[path[i]] = above = above < 0 ? BelowCycle : above + 1;
            return _known[id];
        }

        private int CloseCycle(List<Guid> path, int start)
        {
            for (var i = start; i < path.Count; i++)
                _known[path[i]] = InCycle;
            path.RemoveRange(start, path.Count - start);
            return InCycle;
        }
    }
}
