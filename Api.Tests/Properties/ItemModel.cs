namespace Api.Tests.Properties;

/// <summary>What can be done to an item and its places.</summary>
internal enum ItemAction
{
    Create,
    Place,
    Remove,
    Archive,
    Restore,
    Hide,
    Show,
    Rename,
}

/// <summary>One action on an item and, where it is about a place, a collection; both by number.</summary>
internal readonly record struct ItemStep(ItemAction Action, int Item, int Collection);

/// <summary>Steps to take one after the other.</summary>
internal sealed record ItemSequence(IReadOnlyList<ItemStep> Steps)
{
    internal static ItemSequence Make(int seed, int length)
    {
        var random = new Random(seed);
        // Half of all steps place an item, or there would soon be nothing to lose.
        return new ItemSequence([.. Enumerable.Range(0, random.Next(length / 2, length)).Select(_ => new ItemStep(
            random.Next(2) == 0 ? ItemAction.Place : (ItemAction)random.Next(Enum.GetValues<ItemAction>().Length), random.Next(ItemModel.MaxItems), random.Next(ItemModel.Collections.Length)))]);
    }

    /// <summary>The same with one step less.</summary>
    internal IEnumerable<ItemSequence> Shrunk() =>
        Enumerable.Range(0, Steps.Count).Select(drop => new ItemSequence([.. Steps.Where((_, index) => index != drop)]));

    public override string ToString() => string.Join("; ", Steps);
}

/// <summary>Items and their explicit places; rows and counts are worked out anew from these and the rules I1 and I3.</summary>
internal sealed class ItemModel
{
    internal const int MaxItems = 5;

    internal static readonly string[] Collections = ["root", "branch", "leaf", "side", "other"];

    private static readonly int?[] Parents = [null, 0, 1, 0, null];

    private readonly HashSet<(int Collection, int Item)> _explicit = [];
    private readonly List<(bool Archived, bool Shown)> _items = [];

    internal int Items => _items.Count;

    internal static string? ParentOf(string collection) => Parents[Array.IndexOf(Collections, collection)] is { } parent ? Collections[parent] : null;

    /// <summary>The status a step has to answer with; what it leaves is taken over.</summary>
    internal int Take(ItemStep step)
    {
        var item = step.Action == ItemAction.Create ? default : _items[step.Item];
        var place = (step.Collection, step.Item);
        switch (step.Action)
        {
            case ItemAction.Create:
                _items.Add((false, true));
                return 201;
            case ItemAction.Place:
                return !item.Archived && _explicit.Add(place) ? 201 : 422;
            case ItemAction.Remove:
                var isThere = IsThere(place);
                return _explicit.Remove(place) ? 200 : isThere ? 422 : 404;
            case ItemAction.Archive:
                _explicit.RemoveWhere(taken => taken.Item == step.Item);
                _items[step.Item] = item with { Archived = true };
                return 200;
            case ItemAction.Restore:
                _items[step.Item] = item with { Archived = false };
                return 200;
            case ItemAction.Hide or ItemAction.Show:
                _items[step.Item] = item with { Shown = step.Action == ItemAction.Show };
                return 200;
            default:
                return 200;
        }
    }

    /// <summary>One line a row: collection, item, implicit.</summary>
    internal IEnumerable<string> Places() =>
        from collection in Enumerable.Range(0, Collections.Length)
        from item in Enumerable.Range(0, _items.Count)
        where IsThere((collection, item))
        select $"{Collections[collection]} {item} {!_explicit.Contains((collection, item))}";

    /// <summary>One line a collection: its item count.</summary>
    internal IEnumerable<string> Counts() => Collections.Select((name, collection) =>
        $"{name} {_explicit.Count(place => place.Collection == collection && _items[place.Item].Shown)}");

    /// <summary>One line an item: archived, shown.</summary>
    internal IEnumerable<string> States() => _items.Select((item, number) => $"{number} {item.Archived} {item.Shown}");

    private bool IsThere((int Collection, int Item) place) =>
        _explicit.Any(held => held.Item == place.Item && (held.Collection == place.Collection || IsBelow(held.Collection, place.Collection)));

    private static bool IsBelow(int collection, int above) => Parents[collection] is { } parent && (parent == above || IsBelow(parent, above));
}
