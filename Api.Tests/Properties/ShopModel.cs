using System.Globalization;

namespace Api.Tests.Properties;

/// <summary>One collection of the model.</summary>
internal sealed class ShopCollection(string id, bool isSystem)
{
    internal string Id { get; } = id;

    internal bool IsSystem { get; } = isSystem;

    internal bool IsGone { get; set; }

    internal ShopCollection? Parent { get; set; }

    internal int? Position { get; set; }

    internal int Depth => Parent is null ? 1 : Parent.Depth + 1;

    internal bool IsBelow(ShopCollection other) => Parent is not null && (Parent == other || Parent.IsBelow(other));
}

/// <summary>What a request does to the model when it is answered as due.</summary>
/// <param name="Method">How it is sent.</param>
/// <param name="Path">Where to.</param>
/// <param name="Body">What with.</param>
/// <param name="Status">The status it has to answer with.</param>
/// <param name="Take">Takes it over into the model, with the id that was answered.</param>
internal sealed record ShopRequest(HttpMethod Method, string Path, string? Body, int Status, Action<string> Take);

/// <summary>
/// A shop as plain sets: a tree of collections and pairs of a collection and an item that someone put there. Rows, sources,
/// counts and positions are worked out anew from the rules I1 to I3, with no regard to how a store would keep them.
/// </summary>
internal sealed class ShopModel
{
    private const int MostCollections = 14;
    private readonly List<ShopCollection> _collections = [];
    private readonly string[] _items;
    private readonly HashSet<int> _archived = [];
    private readonly HashSet<int> _hidden = [];
    private readonly HashSet<(ShopCollection, int)> _explicit = [];
    private readonly Dictionary<(ShopCollection, int), int> _positions = [];
    private readonly Dictionary<(ShopCollection, int), string> _ids = [];

    /// <param name="items">The items, the last of which the store does not show.</param>
    /// <param name="system">A system collection.</param>
    internal ShopModel(string[] items, string system)
    {
        _items = items;
        _hidden.Add(items.Length - 1);
        _collections.Add(new ShopCollection(system, true));
    }

    /// <summary>Takes over a tree and the places in it; what was read while others wrote may have gaps.</summary>
    internal void Load(
        IEnumerable<(string Id, string? Parent, int? Position)> collections,
        IEnumerable<(string Id, string Collection, string Item, bool IsImplicit, int? Position)> places)
    {
        var rows = collections.DistinctBy(row => row.Id).ToDictionary(row => row.Id);
        var known = rows.Values.ToDictionary(row => row.Id, row => _collections[0].Id == row.Id ? _collections[0] : new ShopCollection(row.Id, false) { Position = row.Position });
        foreach (var (id, collection) in known)
            collection.Parent = known.GetValueOrDefault(rows[id].Parent ?? "");
        _collections.AddRange(known.Values.Where(collection => !collection.IsSystem));
        foreach (var place in places.Where(place => known.ContainsKey(place.Collection)))
        {
            var row = (known[place.Collection], Array.IndexOf(_items, place.Item));
            _ids[row] = place.Id;
            if (!place.IsImplicit)
                _explicit.Add(row);
            if (place.Position is { } position)
                _positions[row] = position;
        }
    }

    /// <summary>Takes over what became of an item.</summary>
    internal void LoadItem(string id, bool isArchived, bool isShown)
    {
        var item = Array.IndexOf(_items, id);
        Set(_archived, item, isArchived);
        Set(_hidden, item, !isShown);
    }

    /// <summary>What a step asks for, and what has to come of it.</summary>
    internal ShopRequest Request(ShopStep step)
    {
        var one = Pick(step.One);
        return step.Act switch
        {
            ShopAct.Create when _collections.Count < MostCollections => Create(step.Other % 3 == 0 ? null : Pick(step.Other)),
            ShopAct.Move when one is not null => Move(one, step.Other % 4 == 0 ? null : Pick(step.Other)),
            ShopAct.Tree => Tree(new Random(step.Seed)),
            ShopAct.Delete when one is not null => Delete(one),
            ShopAct.Sort when one is not null => Sort(one, new Random(step.Seed)),
            ShopAct.Remove when one is not null => Remove(one, step.Other % _items.Length),
            ShopAct.Archive => Archive(step.Other % _items.Length),
            ShopAct.Restore => Change(step.Other % _items.Length, """{"archived":false}""", item => _archived.Remove(item)),
            ShopAct.Show => Show(step.Other % _items.Length, step.Seed % 2 == 0),
            _ => Add(one ?? _collections[0], step.Other % _items.Length),
        };
    }

    /// <summary>One line a collection: parent, depth, position, count.</summary>
    internal IEnumerable<string> Collections() => Present.Select(collection => string.Join(' ',
        collection.Id, collection.Parent?.Id ?? "-", collection.Depth, collection.Position?.ToString(CultureInfo.InvariantCulture) ?? "-",
        _explicit.Count(place => place.Item1 == collection && !_hidden.Contains(place.Item2))));

    /// <summary>One line a place: collection, item, implicit, position, sources.</summary>
    internal IEnumerable<string> Places() => Rows().Select(row => string.Join(' ',
        row.Collection.Id, _items[row.Item], _explicit.Contains(row) ? "false" : "true",
        _positions.TryGetValue(row, out var position) ? position : "-",
        string.Join(',', Sources(row).Select(source => source.Id).Order(StringComparer.Ordinal))));

    /// <summary>Learns the ids of new rows; those known have to be as they were.</summary>
    internal void Follow(IReadOnlyDictionary<(string Collection, string Item), string> stored)
    {
        var rows = Rows().ToHashSet();
        foreach (var gone in _ids.Keys.Where(row => !rows.Contains(row)).ToList())
            _ids.Remove(gone);
        foreach (var row in rows)
            if (stored[(row.Collection.Id, _items[row.Item])] is var id && !_ids.TryAdd(row, id) && _ids[row] != id)
                throw new InvalidOperationException($"The row {_ids[row]} became {id}.");
    }

    private IEnumerable<ShopCollection> Present => _collections.Where(collection => !collection.IsGone);

    private ShopCollection? Pick(int number) => number % (_collections.Count + 1) is var index && index < _collections.Count ? _collections[index] : null;

    private IEnumerable<(ShopCollection Collection, int Item)> Rows() =>
        from collection in Present
        from item in Enumerable.Range(0, _items.Length)
        where _explicit.Contains((collection, item)) || Sources((collection, item)).Any()
        select (collection, item);

    private IEnumerable<ShopCollection> Sources((ShopCollection Collection, int Item) row) =>
        Present.Where(other => other.IsBelow(row.Collection) && _explicit.Contains((other, row.Item)));

    private ShopRequest Create(ShopCollection? parent)
    {
        var fits = parent is null || (parent is { IsGone: false, IsSystem: false } && parent.Depth < 3);
        return new ShopRequest(HttpMethod.Post, "collections", Resource("collections", $$"""{"name":"Made","parent_id":{{Json(parent?.Id)}}}"""), fits ? 201 : 422, id =>
            _collections.Add(new ShopCollection(id, false) { Parent = parent }));
    }

    private ShopRequest Move(ShopCollection moved, ShopCollection? parent)
    {
        var status = moved.IsGone ? 404 : moved.IsSystem || !Holds(new() { [moved] = parent }) ? 422 : 200;
        return new ShopRequest(HttpMethod.Patch, $"collections/{moved.Id}", Resource("collections", $$"""{"parent_id":{{Json(parent?.Id)}}}"""), status, _ =>
        {
            moved.Parent = parent;
            Forget();
        });
    }

    private ShopRequest Tree(Random random)
    {
        var entries = new List<(ShopCollection Collection, bool SetsParent, ShopCollection? Parent, int? Position)>();
        for (var count = random.Next(1, 5); count > 0; count--)
            entries.Add((_collections[random.Next(_collections.Count)], random.Next(4) > 0, random.Next(3) == 0 ? null : _collections[random.Next(_collections.Count)], random.Next(-1, 20)));
        var isSound = entries.All(entry => entry.Collection is { IsGone: false, IsSystem: false } && entry.Position >= 0)
            && entries.DistinctBy(entry => entry.Collection).Count() == entries.Count
            && Holds(entries.Where(entry => entry.SetsParent).ToDictionary(entry => entry.Collection, entry => entry.Parent));
        var list = entries.Select(entry => $$"""{"id":"{{entry.Collection.Id}}",{{(entry.SetsParent ? $"\"parent_id\":{Json(entry.Parent?.Id)}," : "")}}"position":{{entry.Position}}}""");
        return new ShopRequest(HttpMethod.Post, "collection_trees", Resource("collection_trees", $$"""{"collections":[{{string.Join(',', list)}}]}"""), isSound ? 201 : 422, _ =>
        {
            foreach (var entry in entries)
                (entry.Collection.Parent, entry.Collection.Position) = (entry.SetsParent ? entry.Parent : entry.Collection.Parent, entry.Position);
            Forget();
        });
    }

    private ShopRequest Delete(ShopCollection deleted)
    {
        var status = deleted.IsGone ? 404 : deleted.IsSystem || Present.Any(other => other.Parent == deleted) ? 422 : 200;
        return new ShopRequest(HttpMethod.Delete, $"collections/{deleted.Id}", null, status, _ =>
        {
            deleted.IsGone = true;
            _explicit.RemoveWhere(place => place.Item1 == deleted);
            Forget();
        });
    }

    private ShopRequest Sort(ShopCollection sorted, Random random)
    {
        var named = _ids.Keys.Where(row => row.Item1 == sorted || random.Next(12) == 0).OrderBy(_ => random.Next()).ToList();
        named = [.. named.Take(random.Next(1, 6))];
        if (random.Next(10) == 0 && named.Count > 0)
            named.Add(named[0]);
        var isSound = named.Count > 0 && named.Distinct().Count() == named.Count && named.All(row => row.Item1 == named[0].Item1 && !row.Item1.IsSystem);
        var ids = named.Select(row => $"\"{_ids[row]}\"");
        return new ShopRequest(HttpMethod.Post, "sortings", Resource("sortings", $$"""{"type":"collection_items","ids":[{{string.Join(',', ids)}}]}"""), isSound ? 201 : 422, _ =>
        {
            var following = _positions.Keys.Where(row => row.Item1 == named[0].Item1 && !named.Contains(row)).OrderBy(row => _positions[row]).ToList();
            foreach (var (row, index) in named.Concat(following).Select((row, index) => (row, index)))
                _positions[row] = index + 1;
        });
    }

    private ShopRequest Archive(int item) => new(HttpMethod.Delete, $"product_groups/{_items[item]}", null, 200, _ =>
    {
        _archived.Add(item);
        _explicit.RemoveWhere(place => place.Item2 == item);
        Forget();
    });

    private ShopRequest Show(int item, bool isShown) => Change(item, $$"""{"show_in_store":{{(isShown ? "true" : "false")}}}""", _ => Set(_hidden, item, !isShown));

    private ShopRequest Change(int item, string attributes, Action<int> take) =>
        new(HttpMethod.Patch, $"product_groups/{_items[item]}", Resource("product_groups", attributes), 200, _ => take(item));

    private static void Set(HashSet<int> items, int item, bool isIn)
    {
        if (isIn)
            items.Add(item);
        else
            items.Remove(item);
    }

    private ShopRequest Add(ShopCollection collection, int item)
    {
        var status = collection.IsGone || collection.IsSystem || _archived.Contains(item) || _explicit.Contains((collection, item)) ? 422 : 201;
        var body = Resource("collection_items", $$"""{"collection_id":"{{collection.Id}}","item_id":"{{_items[item]}}"}""");
        return new ShopRequest(HttpMethod.Post, "collection_items", body, status, _ => _explicit.Add((collection, item)));
    }

    private ShopRequest Remove(ShopCollection collection, int item)
    {
        var row = (collection, item);
        var status = !_ids.ContainsKey(row) ? 404 : _explicit.Contains(row) && !collection.IsSystem ? 200 : 422;
        return new ShopRequest(HttpMethod.Delete, $"collection_items/{_ids.GetValueOrDefault(row, Guid.NewGuid().ToString())}", null, status, _ =>
        {
            _explicit.Remove(row);
            Forget();
        });
    }

    /// <summary>Whether the tree keeps its rules with other parents.</summary>
    private bool Holds(Dictionary<ShopCollection, ShopCollection?> parents) => Present.All(collection =>
    {
        var steps = 0;
        for (ShopCollection? at = collection; at is not null; at = parents.TryGetValue(at, out var parent) ? parent : at.Parent)
            if (++steps > 3 || at.IsGone || (at.IsSystem && at != collection))
                return false;
        return true;
    });

    /// <summary>A row that is gone takes its position along.</summary>
    private void Forget()
    {
        var rows = Rows().ToHashSet();
        foreach (var gone in _positions.Keys.Where(row => !rows.Contains(row)).ToList())
            _positions.Remove(gone);
    }

    private static string Json(string? id) => id is null ? "null" : $"\"{id}\"";

    private static string Resource(string type, string attributes) => $$$$"""{"data":{"type":"{{{{type}}}}","attributes":{{{{attributes}}}}}}""";
}
