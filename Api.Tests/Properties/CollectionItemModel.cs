using System.Globalization;
using Domain.Collections;
using Domain.Companies;
using Domain.Items;
using Persistence.Connections;

namespace Api.Tests.Properties;

/// <summary>Adding an item to a collection, or taking it out; both by number.</summary>
internal readonly record struct CollectionItemStep(bool Adds, int Collection, int Item)
{
    public override string ToString() => $"{(Adds ? "add" : "remove")} {Item} {(Adds ? "to" : "from")} {Collection}";
}

/// <summary>
/// A small company whose explicit collection items are a set of pairs. Rows, sources and counts are computed from that set and the
/// rules I1 to I3, without regard to how a store would keep them.
/// </summary>
internal sealed class CollectionItemModel
{
    private const int System = 7;
    private const int ForeignCollection = 8;
    private const int Hidden = 3;
    private const int Archived = 4;
    private const int ForeignItem = 5;

    /// <summary>The collections of the company that are no system collection come first.</summary>
    internal const int OwnCollections = System;

    internal const int Collections = 9;
    internal const int Items = 6;

    private static readonly int?[] Parents = [null, 0, 0, 1, 1, null, 5, null];
    private static readonly string[] Names = ["root", "b", "B", "ä", "a", "second", "leaf", "system"];
    private static readonly int?[] Positions = [null, 2, 2, 1, null, 1, 1, null];

    private readonly Guid[] _collections = Ids(Collections);
    private readonly Guid[] _items = Ids(Items);
    private readonly HashSet<(int Collection, int Item)> _explicit = [];

    /// <summary>The rows' ids and positions, which outlive a change between explicit and implicit.</summary>
    private readonly Dictionary<(int Collection, int Item), (Guid Id, int? Position)> _rows = [];

    private CollectionItemModel()
    {
    }

    internal Guid CompanyId { get; } = Guid.NewGuid();

    /// <summary>A company in the database that already has some collection items, some of them sorted.</summary>
    internal static CollectionItemModel Create(CatalogDatabase database, int seed)
    {
        var model = new CollectionItemModel();
        var random = new Random(seed);
        for (var count = random.Next(4); count > 0; count--)
            model._explicit.Add((random.Next(System), random.Next(Archived)));
        foreach (var pair in model.Expected())
            model._rows.Add(pair, (Guid.NewGuid(), random.Next(2) == 0 ? null : random.Next(9)));
        model.Save(database);
        return model;
    }

    internal Guid CollectionId(int collection) => _collections[collection];

    internal Guid ItemId(int item) => _items[item];

    /// <summary>Whether an operation can be done to an item, as one of a type: every other item is a bundle.</summary>
    internal static bool CanBeTarget(int item, bool asBundle) => item is not (Archived or ForeignItem) && (item % 2 == 1) == asBundle;

    internal (Guid Collection, Guid Item) Ids(CollectionItemStep step) => (_collections[step.Collection], _items[step.Item]);

    /// <summary>The id of the row that a step is about; an unknown id where there is none.</summary>
    internal Guid RowId(CollectionItemStep step) => _rows.TryGetValue((step.Collection, step.Item), out var row) ? row.Id : Guid.NewGuid();

    /// <summary>The status that a step must be answered with.</summary>
    internal int StatusOf(CollectionItemStep step)
    {
        var pair = (step.Collection, step.Item);
        if (step.Adds)
            return step.Collection is System or ForeignCollection || step.Item is Archived or ForeignItem || _explicit.Contains(pair) ? 422 : 201;
        return !_rows.ContainsKey(pair) ? 404 : _explicit.Contains(pair) ? 200 : 422;
    }

    /// <summary>Applies a step that was acknowledged. A collection item that was implicit and becomes explicit must keep its id, where that is known.</summary>
    internal void Take(CollectionItemStep step, Guid? id)
    {
        var pair = (step.Collection, step.Item);
        if (step.Adds && id is not null && _rows.TryGetValue(pair, out var known) && known.Id != id)
            throw new InvalidOperationException($"{step}: the row {known.Id} became {id}");
        if (!(step.Adds ? _explicit.Add(pair) : _explicit.Remove(pair)))
            throw new InvalidOperationException($"{step} was acknowledged, but can change nothing.");
        if (step.Adds && id is { } own)
            _rows.TryAdd(pair, (own, null));
    }

    /// <summary>What the store must contain, one line a row: collection, item, implicit, sources in order.</summary>
    internal IEnumerable<string> CollectionItems() => Expected().Select(pair => string.Join(' ',
        _collections[pair.Collection], _items[pair.Item], IsImplicit(pair) ? "true" : "false",
        string.Join(',', Sources(pair).Select(source => $"{_collections[source]}={Names[source]}"))));

    /// <summary>What the store must contain, one line a collection: its item count.</summary>
    internal IEnumerable<string> Counts() => Enumerable.Range(0, ForeignCollection).Select(collection =>
        $"{_collections[collection]} {_explicit.Count(pair => pair.Collection == collection && pair.Item != Hidden).ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Adds the ids of new rows and drops those of removed rows; the others must be unchanged.</summary>
    internal void Follow(IReadOnlyDictionary<(Guid Collection, Guid Item), (Guid Id, int? Position)> stored)
    {
        var expected = Expected().ToHashSet();
        foreach (var gone in _rows.Keys.Where(pair => !expected.Contains(pair)).ToList())
            _rows.Remove(gone);
        foreach (var pair in expected)
        {
            var row = stored[(_collections[pair.Collection], _items[pair.Item])];
            if (!_rows.TryAdd(pair, (row.Id, null)) && _rows[pair].Id != row.Id)
                throw new InvalidOperationException($"The row {_rows[pair].Id} became {row.Id}.");
            if (_rows[pair].Position != row.Position)
                throw new InvalidOperationException($"The row {row.Id} moved from {_rows[pair].Position} to {row.Position}.");
        }
    }

    private IEnumerable<(int Collection, int Item)> Expected() =>
        from collection in Enumerable.Range(0, ForeignCollection)
        from item in Enumerable.Range(0, Items)
        where _explicit.Contains((collection, item)) || Sources((collection, item)).Any()
        select (collection, item);

    private bool IsImplicit((int Collection, int Item) pair) => !_explicit.Contains(pair);

    /// <summary>Ordered by depth, then position with nulls last, then name.</summary>
    private IEnumerable<int> Sources((int Collection, int Item) pair) =>
        Enumerable.Range(0, ForeignCollection)
            .Where(other => IsBelow(other, pair.Collection) && _explicit.Contains((other, pair.Item)))
            .OrderBy(Depth).ThenBy(other => Positions[other] ?? int.MaxValue)
            .ThenBy(other => Names[other].ToUpperInvariant(), StringComparer.Ordinal).ThenBy(other => Names[other], StringComparer.Ordinal);

    private static bool IsBelow(int collection, int above) =>
        Parents[collection] is { } parent && (parent == above || IsBelow(parent, above));

    private static int Depth(int collection) => Parents[collection] is { } parent ? Depth(parent) + 1 : 1;

    private static Guid[] Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid())];

    private void Save(CatalogDatabase database)
    {
        var now = DateTimeOffset.UnixEpoch;
        using var context = database.CreateContext();
        var foreign = Guid.NewGuid();
        foreach (var company in new[] { CompanyId, foreign })
            context.Add(new Company { Id = company, Slug = "c-" + company, Name = "Company", CreatedAt = now, UpdatedAt = now });
        for (var i = 0; i < ForeignCollection; i++)
            context.Add(new Collection
            {
                CompanyId = CompanyId, Id = _collections[i], CreatedAt = now, UpdatedAt = now, Name = Names[i], Slug = _collections[i].ToString(), System = i == System,
                ParentId = Parents[i] is { } parent ? _collections[parent] : null, Depth = Depth(i), Position = Positions[i],
                ItemCount = _explicit.Count(pair => pair.Collection == i && pair.Item != Hidden),
            });
        context.Add(new Collection { CompanyId = foreign, Id = _collections[ForeignCollection], CreatedAt = now, UpdatedAt = now, Name = "foreign", Slug = "foreign" });
        for (var i = 0; i < Items; i++)
        {
            var company = i == ForeignItem ? foreign : CompanyId;
            Item item = i % 2 == 0
                ? new ProductGroup { CompanyId = company, Id = _items[i], CreatedAt = now, Name = "group", Slug = _items[i].ToString() }
                : new Bundle { CompanyId = company, Id = _items[i], CreatedAt = now, Name = "bundle", Slug = _items[i].ToString() };
            (item.ShowInStore, item.Archived, item.UpdatedAt) = (i != Hidden, i == Archived, now);
            context.Add(item);
        }
        foreach (var (pair, row) in _rows)
            context.Add(new CollectionItem
            {
                CompanyId = CompanyId, Id = row.Id, CreatedAt = now, UpdatedAt = now, CollectionId = _collections[pair.Collection],
                ItemId = _items[pair.Item], Implicit = IsImplicit(pair), Position = row.Position,
            });
        context.SaveChanges();
    }
}
