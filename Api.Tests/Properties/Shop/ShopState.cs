using System.Collections.Immutable;
using System.Globalization;

namespace Api.Tests.Properties.Shop;

/// <summary>
/// A shop as plain lists of what was made and written, never changed, so that an earlier state can be kept and restored. What follows from it
/// (<see cref="ShopRules"/>) is worked out anew each time, with no regard to how a store would keep it.
/// </summary>
internal sealed record ShopState
{
    internal ImmutableList<ShopCollection> Collections { get; init; } = [];

    internal ImmutableList<ShopItem> Items { get; init; } = [];

    internal ImmutableList<ShopProduct> Products { get; init; } = [];

    internal ImmutableList<ShopProperty> Properties { get; init; } = [];

    internal ImmutableList<ShopPart> Parts { get; init; } = [];

    internal ImmutableList<ShopPhoto> Photos { get; init; } = [];

    /// <summary>What someone put where.</summary>
    internal ImmutableHashSet<(string Collection, string Item)> Explicit { get; init; } = [];

    internal ImmutableDictionary<(string Collection, string Item), int> Positions { get; init; } = ImmutableDictionary<(string, string), int>.Empty;

    internal ImmutableDictionary<(string Collection, string Item), string> RowIds { get; init; } = ImmutableDictionary<(string, string), string>.Empty;

    /// <summary>Paths that lead to others.</summary>
    internal ImmutableDictionary<string, string> Redirects { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Ids of what was deleted.</summary>
    internal ImmutableList<string> Gone { get; init; } = [];

    /// <summary>What the operations before this one have made in the same request: relationships can name it by its local id, attributes cannot.</summary>
    internal ImmutableHashSet<string> Fresh { get; init; } = [];

    internal ShopCollection? Collection(string id) => Collections.Find(row => row.Id == id);

    internal ShopItem? Item(string id) => Items.Find(row => row.Id == id);

    internal ShopState With(ShopCollection row) => this with { Collections = Put(Collections, row) };

    internal ShopState With(ShopItem row) => this with { Items = Put(Items, row) };

    internal ShopState With(ShopProduct row) => this with { Products = Put(Products, row) };

    internal ShopState With(ShopProperty row) => this with { Properties = Put(Properties, row) };

    internal ShopState With(ShopPart row) => this with { Parts = Put(Parts, row) };

    internal ShopState With(ShopPhoto row) => this with { Photos = Put(Photos, row) };

    /// <summary>After a write: rows that are gone take their ids and positions along.</summary>
    internal ShopState Synchronized()
    {
        var rows = this.Rows().ToHashSet();
        return this with
        {
            Positions = Positions.RemoveRange(Positions.Keys.Where(row => !rows.Contains(row))),
            RowIds = RowIds.RemoveRange(RowIds.Keys.Where(row => !rows.Contains(row))),
            Gone = Gone.AddRange(RowIds.Where(pair => !rows.Contains(pair.Key)).Select(pair => pair.Value)),
        };
    }

    /// <summary>Takes over what the store makes up: the ids of what came along with others, and the time of what is ordered by it.</summary>
    internal ShopState Learn(ShopState stored)
    {
        var products = stored.Products.Where(product => !Products.Exists(known => known.Id == product.Id)).ToList();
        var properties = stored.Properties.Where(property => !Properties.Exists(known => known.Id == property.Id)).ToList();
        var parts = stored.Parts.Where(part => !Parts.Exists(known => known.Id == part.Id)).ToList();
        var photos = stored.Photos.Where(photo => !Photos.Exists(known => known.Id == photo.Id)).ToList();
        return this with
        {
            Items = Items.ConvertAll(item => item.IsArchived && stored.Item(item.Id) is { IsArchived: true } other ? item with { ArchivedAt = other.ArchivedAt } : item),
            Products = Products.ConvertAll(product => Found(
                product, stored.Products, products, other => product with
                {
                    Id = other.Id, CreatedAt = other.CreatedAt, ArchivedAt = product.ArchivedAt is null ? null : other.ArchivedAt ?? product.ArchivedAt,
                })),
            Properties = Properties.ConvertAll(property => Found(property, stored.Properties, properties, other => property with { Id = other.Id, CreatedAt = other.CreatedAt })),
            Parts = Parts.ConvertAll(part => Found(part, stored.Parts, parts, other => part with { Id = other.Id, CreatedAt = other.CreatedAt })),
            Photos = Photos.ConvertAll(photo => Found(
                photo, stored.Photos, photos, other => photo with { Id = other.Id, CreatedAt = other.CreatedAt, Url = photo.Url ?? other.Url })),
            RowIds = RowIds.AddRange(this.Rows().Where(row => !RowIds.ContainsKey(row) && stored.RowIds.ContainsKey(row)).Select(row => KeyValuePair.Create(row, stored.RowIds[row]))),
            Fresh = [],
        };
    }

    /// <summary>A line for each row of the store, with all that follows.</summary>
    internal IEnumerable<string> Lines()
    {
        var rows = this.Rows().ToList();
        return
        [
            .. Collections.Select(row => row.Line(this.Depth(row), this.ItemCount(row.Id))),
            .. Items.Select(row => this.Shown(row.Id) is var photo ? row.Line(row.BasePrice, this.Hash(row), photo?.Id, photo?.Url) : ""),
            .. Products.Select(row => row.Line(this.Name(row), this.Price(row))),
            .. Properties.Select(row => row.Line),
            .. this.Tags(),
            .. Redirects.Select(redirect => $"{redirect.Key} leads to {redirect.Value}"),
            .. Parts.Select(row => row.Line),
            .. Photos.Select(row => row.Line),
            .. rows.Select(row => CollectionItemLine(
                row, RowIds.GetValueOrDefault(row), !Explicit.Contains(row), Positions.TryGetValue(row, out var position) ? position : null, this.Sources(row).Select(source => source.Id))),
        ];
    }

    internal static string CollectionItemLine((string Collection, string Item) row, string? id, bool isImplicit, int? position, IEnumerable<string> sources) =>
        string.Create(CultureInfo.InvariantCulture, $"{id} {row.Collection} {row.Item} implicit={isImplicit} position={position} sources={string.Join(',', sources.Order(StringComparer.Ordinal))}");

    private static T Found<T>(T row, IEnumerable<T> stored, List<T> unknown, Func<T, T> learned)
        where T : ShopRow
    {
        if (row.IsKnown)
            return stored.FirstOrDefault(other => other.Id == row.Id) is { } same ? learned(same) : row;
        // Whichever of several that are alike: only then does it not matter.
        if (unknown.FirstOrDefault(other => Content(learned(other)) == Content(other)) is not { } found)
            return row;
        unknown.Remove(found);
        return learned(found);
    }

    private static string Content(ShopRow row) => row switch
    {
        ShopProduct product => product.Line("", product.Price),
        ShopProperty property => property.Line,
        ShopPart part => part.Line,
        ShopPhoto photo => photo.Line,
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    private static ImmutableList<T> Put<T>(ImmutableList<T> rows, T row)
        where T : ShopRow =>
        rows.FindIndex(other => other.Id == row.Id) is >= 0 and var index ? rows.SetItem(index, row) : rows.Add(row);
}
