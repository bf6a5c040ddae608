namespace Benchmarks.Data;

internal sealed record CollectionNode(Guid Id, CollectionNode? Parent, int Index)
{
    internal int Depth => Parent is null ? 1 : Parent.Depth + 1;
}

/// <summary>An item's row in a collection, before it has an id.</summary>
internal sealed class CollectionItemRow(CollectionNode collection, int item, DateTimeOffset createdAt, bool isImplicit)
{
    internal CollectionNode Collection { get; } = collection;
    internal int Item { get; } = item;
    internal DateTimeOffset CreatedAt { get; } = createdAt;
    internal bool Implicit { get; set; } = isImplicit;
    internal int? Position { get; set; }
}

/// <summary>
/// 20 roots, each over 3 lists, and 920 leaves below the 60 lists. A root's items are its own thousand; a list
/// has a third of them; the leaves of a list take consecutive runs of the list's ring of items, so that together
/// they hold each of them and the implicit rows of rule I1 are known in number: 20 x 1,000 + 60 x 1,000/3 + 60,000 leaf rows.
/// </summary>
internal sealed class CatalogTree
{
    internal const int LargeLeafRows = 100;

    private const int Roots = 20, ChildrenOfRoot = 3, Leaves = 920, LargeLeaves = 200, LeafRows = 60_000, ItemsOfRoot = 1_000;

    private static readonly DateTimeOffset Start = new(2023, 1, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly Random _random;

    internal CatalogTree(Random random, Func<Guid> newId)
    {
        _random = random;
        for (var i = 0; i < Roots; i++)
            Collections.Add(new CollectionNode(newId(), null, Collections.Count));
        for (var i = 0; i < Roots * ChildrenOfRoot; i++)
            Collections.Add(new CollectionNode(newId(), Collections[i / ChildrenOfRoot], Collections.Count));
        for (var i = 0; i < Leaves; i++)
            Collections.Add(new CollectionNode(newId(), Collections[Roots + (i % (Roots * ChildrenOfRoot))], Collections.Count));
        FillLeaves();
    }

    internal List<CollectionNode> Collections { get; } = [];

    /// <summary>Every row of rule I1, oldest first.</summary>
    internal IReadOnlyList<CollectionItemRow> CollectionItems => [.. _items.Values.OrderBy(row => row.CreatedAt).ThenBy(row => row.Collection.Index)];

    private readonly Dictionary<(int Collection, int Item), CollectionItemRow> _items = [];

    private void FillLeaves()
    {
        var taken = new int[Roots * ChildrenOfRoot];
        var smallRows = LeafRows - (LargeLeaves * LargeLeafRows);
        var smallLeaves = Leaves - LargeLeaves;
        for (var i = 0; i < Leaves; i++)
        {
            var leaf = Collections[Roots + (Roots * ChildrenOfRoot) + i];
            var list = i % taken.Length;
            var small = i - LargeLeaves;
            var rows = small < 0 ? LargeLeafRows : (smallRows * (small + 1) / smallLeaves) - (smallRows * small / smallLeaves);
            FillLeaf(leaf, list, taken[list], rows);
            taken[list] += rows;
        }
    }

    private void FillLeaf(CollectionNode leaf, int list, int offset, int rows)
    {
        var first = (list / ChildrenOfRoot * ItemsOfRoot) + (list % ChildrenOfRoot * ItemsOfRoot / ChildrenOfRoot);
        var ring = ((list % ChildrenOfRoot + 1) * ItemsOfRoot / ChildrenOfRoot) - (list % ChildrenOfRoot * ItemsOfRoot / ChildrenOfRoot);
        var time = Start.AddMinutes(_random.Next(60 * 24 * 700));
        var sorted = rows * 7 / 10;
        var order = Enumerable.Range(1, rows).ToArray();
        _random.Shuffle(order);
        for (var i = 0; i < rows; i++)
        {
            // Rows come in batches of the same instant, so that ties are part of every sort.
            if (i % 5 == 0)
                time = time.AddTicks((_random.Next(1, 90_000_000) * 10L));
            var item = first + ((offset + i) % ring);
            var row = new CollectionItemRow(leaf, item, time, isImplicit: false) { Position = order[i] <= sorted ? order[i] : null };
            _items.Add((leaf.Index, item), row);
            AddToAncestors(leaf.Parent, item, time);
        }
    }

    private void AddToAncestors(CollectionNode? ancestor, int item, DateTimeOffset time)
    {
        for (; ancestor is not null; ancestor = ancestor.Parent)
            // Some items are explicit higher up as well.
            _items.TryAdd((ancestor.Index, item), new CollectionItemRow(ancestor, item, time, isImplicit: item % (7 * ancestor.Depth) != 0));
    }
}
