using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Domain.Companies;
using Domain.Items;
using JsonApi.Definitions;
using Microsoft.Data.Sqlite;

namespace Benchmarks.Data;

/// <summary>Writes every row of the data set: the same rows on every machine and every run.</summary>
internal sealed class DataSetRows
{
    private const int ProductGroups = 20_000, Bundles = 2_000, Items = ProductGroups + Bundles;

    /// <summary>Columns among those of a product group.</summary>
    private const int BasePrice = 7, Weight = 14, Properties = 15;

    private static readonly DateTimeOffset Start = new(2022, 3, 1, 9, 30, 0, TimeSpan.Zero);

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly Random _random = new(20_251_121);
    private readonly SampleText _text;
    private readonly string _company;
    private readonly string[] _items = new string[Items];
    private readonly bool[] _shown = new bool[Items];
    private readonly List<GroupRow> _groups = [];

    internal DataSetRows(SqliteConnection connection, SqliteTransaction transaction)
    {
        _connection = connection;
        _transaction = transaction;
        _text = new SampleText(_random);
        _company = WireText.Write(NewId());
    }

    internal void Write()
    {
        WriteCompany();
        WriteItems();
        var tree = new CatalogTree(_random, NewId);
        var items = tree.CollectionItems;
        WriteCollections(tree, items);
        WriteCollectionItems(items);
        // Last, so that the rows above are the same with it and without.
        new FavouritesRows(Insert, _random, NewId, _company, WireText.Write(Start)).Write(
            [.. Enumerable.Range(0, Items).Where(i => KindOf(i) == ItemKind.ProductGroups).Select(i => (_items[i], _shown[i]))]);
        new ProductRows(Insert, NewId, _company).Write(_groups);
    }

    private void WriteCompany()
    {
        var now = WireText.Write(Start);
        using var companies = Insert("companies", "id", "slug", "name", "created_at", "updated_at");
        companies.Row(_company, "benchmark", "Benchmark", now, now);
        using var tokens = Insert("access_tokens", "hash", "company_id", "name", "scopes", "created_at");
        tokens.Row(SHA256.HashData(Encoding.UTF8.GetBytes(DataSet.Token)), _company, "benchmark",
            (int)(TokenScopes.Read | TokenScopes.Write), now);
    }

    private void WriteItems()
    {
        using var items = Insert("items",
            "company_id", "id", "kind", "created_at", "updated_at", "archived", "name", "slug", "product_type", "extra_information",
            "description", "excerpt", "show_in_store", "sorting_weight", "discountable", "taxable", "seo_title", "seo_description",
            "tag_list", "photo_id", "name_folded", "sku", "buffer_time_before", "buffer_time_after", "tracking_type", "trackable",
            "has_variations", "variation", "base_price_in_cents", "flat_fee_price_in_cents", "structure_price_in_cents", "price_type",
            "price_period", "deposit_in_cents", "default_purchase_cost_in_cents", "weight", "properties", "allow_shortage",
            "shortage_limit", "variation_fields", "stock_item_properties", "sku_folded");
        using var photos = Insert("photos",
            "company_id", "id", "created_at", "updated_at", "original_url", "large_url", "xlarge_url", "coordinates", "alt_text",
            "position", "width", "height", "owner_id", "owner_type");
        for (var i = 0; i < Items; i++)
        {
            var kind = KindOf(i);
            var photo = WireText.Write(NewId());
            _items[i] = WireText.Write(NewId());
            _shown[i] = _random.Next(10) != 0;
            object?[] common = [.. CommonValues(i, kind, photo)], own = [.. ProductGroupValues(i, kind)];
            items.Row([.. common, .. own]);
            if (kind == ItemKind.ProductGroups)
                _groups.Add(new GroupRow(_items[i], (string)common[3]!, (string)common[6]!, (int)own[BasePrice]!, (string?)own[Weight], (string)own[Properties]!, HasVariations(i)));
            WritePhoto(photos, i, kind, photo);
        }
    }

    /// <summary>Every eleventh is a bundle, so that every collection holds both kinds.</summary>
    private static ItemKind KindOf(int i) => i % 11 == 10 ? ItemKind.Bundles : ItemKind.ProductGroups;

    private static bool HasVariations(int i) => i % 10 == 0;

    private object?[] CommonValues(int i, ItemKind kind, string photo)
    {
        var created = Start.AddSeconds(i * 37L).AddTicks(_random.Next(1_000_000) * 10L);
        var name = _text.Name();
        return
        [
            _company, _items[i], WireText.Write(kind), WireText.Write(created), WireText.Write(created.AddHours(_random.Next(9_000))), 0,
            name, $"item-{i.ToString(CultureInfo.InvariantCulture)}",
            WireText.Write(kind == ItemKind.Bundles ? ProductType.Bundle : ProductType.Rental),
            _random.Next(4) == 0 ? _text.Sentence(60) : null, _text.Sentence(_random.Next(150, 290)), _text.Sentence(_random.Next(100, 150)),
            _shown[i] ? 1 : 0, _random.Next(100), 1, 1, _random.Next(2) == 0 ? _text.Name() : null,
            _random.Next(2) == 0 ? _text.Sentence(80) : null, _text.TagList(), photo, WireText.Fold(name),
        ];
    }

    private object?[] ProductGroupValues(int i, ItemKind kind)
    {
        if (kind == ItemKind.Bundles)
            return new object?[21];
        var sku = string.Create(CultureInfo.InvariantCulture, $"Sku-{i:D5}");
        var price = _random.Next(500, 90_000);
        return
        [
            sku, _random.Next(3) * 3_600, _random.Next(3) * 3_600, WireText.Write(TrackingType.Bulk), 0, HasVariations(i) ? 1 : 0, 0, price, price, 0,
            WireText.Write(PriceType.Simple), WireText.Write(PricePeriod.Day), price / 2, price * 8,
            _random.Next(2) == 0 ? """{"value":2.5,"unit":"kg"}""" : null, _text.Properties(), _random.Next(2), _random.Next(5),
            HasVariations(i) ? "[\"size\"]" : "[]", "[]", WireText.Fold(sku),
        ];
    }

    private void WritePhoto(TableInsert photos, int i, ItemKind kind, string photo)
    {
        var created = WireText.Write(Start.AddSeconds(i * 37L));
        var url = $"https://images.example.com/uploads/{photo}/upload/";
        photos.Row(_company, photo, created, created, url + "original.jpg", url + "large.jpg", url + "xlarge.jpg",
            """{"x":0.5,"y":0.5}""", _random.Next(3) == 0 ? _text.Sentence(40) : null, 1, 1_600, 1_200, _items[i], WireText.Write(kind));
    }

    private void WriteCollections(CatalogTree tree, IReadOnlyList<CollectionItemRow> items)
    {
        var counts = new int[tree.Collections.Count];
        foreach (var item in items)
            if (!item.Implicit && _shown[item.Item])
                counts[item.Collection.Index]++;
        using var collections = Insert("collections",
            "company_id", "id", "created_at", "updated_at", "name", "slug", "description", "system", "item_count", "show_in_store",
            "parent_id", "depth", "position", "name_folded");
        foreach (var node in tree.Collections)
        {
            var created = WireText.Write(Start.AddMinutes(node.Index));
            var name = _text.Name();
            collections.Row(_company, WireText.Write(node.Id), created, created, name,
                $"collection-{node.Index.ToString(CultureInfo.InvariantCulture)}", _text.Sentence(_random.Next(100, 200)), 0,
                counts[node.Index], 1, node.Parent is { } parent ? WireText.Write(parent.Id) : null, node.Depth, null, WireText.Fold(name));
        }
    }

    private void WriteCollectionItems(IReadOnlyList<CollectionItemRow> items)
    {
        using var rows = Insert("collection_items",
            "company_id", "id", "created_at", "updated_at", "item_id", "collection_id", "position", "implicit");
        foreach (var item in items)
        {
            var created = WireText.Write(item.CreatedAt);
            rows.Row(_company, WireText.Write(NewId()), created, created, _items[item.Item], WireText.Write(item.Collection.Id),
                item.Position, item.Implicit ? 1 : 0);
        }
    }

    private TableInsert Insert(string table, params string[] columns) => new(_connection, _transaction, table, columns);

    /// <summary>Shaped like version 4, from the seeded source.</summary>
    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        bytes[6] = (byte)(0x40 | (bytes[6] & 0x0f));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3f));
        return new Guid(bytes, bigEndian: true);
    }
}
