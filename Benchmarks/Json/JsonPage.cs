using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using JsonApi.Definitions;
using JsonApi.Execution;

namespace Benchmarks.Json;

/// <summary>What both JSON writers render: 25 collection items, each with its product group. The same values on every machine.</summary>
internal sealed class JsonPage : IDisposable
{
    private const int Rows = 25;

    private readonly Random _random = new(1);

    private readonly bool _isPlain;

    /// <param name="plain">Whether all texts are ASCII without a character to escape.</param>
    internal JsonPage(bool plain)
    {
        _isPlain = plain;
        Items = new Resource("collection_items",
        [
            .. Fields(WireType.DateTime, "created_at", "updated_at"), .. Fields(WireType.Uuid, "item_id", "collection_id"),
            .. Fields(WireType.Integer, "position"), .. Fields(WireType.Boolean, "implicit"),
        ]);
        Groups = new Resource("product_groups",
        [
            .. Fields(WireType.DateTime, "created_at", "updated_at", "archived_at"), .. Fields(WireType.Enum, "type", "product_type"),
            .. Fields(WireType.String, "name", "group_name", "slug", "sku", "extra_information", "photo_url", "description", "excerpt"),
            .. Fields(WireType.Integer, "buffer_time_before", "buffer_time_after", "sorting_weight"),
            .. Fields(WireType.Integer, "base_price_in_cents", "deposit_in_cents"),
            .. Fields(WireType.Float, "height", "width"),
            .. Fields(WireType.Boolean, "archived", "trackable", "has_variations", "variation", "show_in_store", "discountable", "taxable"),
            .. Fields(WireType.Uuid, "photo_id", "tax_category_id", "price_ruleset_id"),
            .. Fields(WireType.Array, "tag_list"), .. Fields(WireType.Hash, "properties"),
        ]);
        for (var row = 0; row < Rows; row++)
        {
            Fill(Groups, row);
            Fill(Items, row);
        }
    }

    internal Resource Items { get; }

    internal Resource Groups { get; }

    public void Dispose()
    {
        Items.Table.Dispose();
        Groups.Table.Dispose();
    }

    private static IEnumerable<Field> Fields(WireType type, params string[] names) => names.Select(name => new Field(name, type));

    private void Fill(Resource resource, int row)
    {
        resource.Table.Add(Utf8(NewId()));
        foreach (var field in resource.Fields)
            if (field.Name is "archived_at" or "group_name" or "price_ruleset_id" || (field.Name == "position" && row % 3 == 0))
                resource.Table.AddNull();
            else
                AddValue(resource.Table, field, row);
    }

    private void AddValue(ResultTable table, Field field, int row)
    {
        switch (field.Type)
        {
            case WireType.Boolean: table.Add(_random.Next(2)); break;
            case WireType.Integer: table.Add(_random.Next(100_000)); break;
            // Every fifth is whole.
            case WireType.Float: table.Add(row % 5 == 0 ? _random.Next(3_000) : _random.Next(30_000) / 10.0); break;
            case WireType.Uuid: table.Add(Utf8(NewId())); break;
            case WireType.DateTime: table.Add(Utf8(Time(row))); break;
            case WireType.Enum: table.Add(field.Name == "type" ? "product_groups"u8 : "rental"u8); break;
            case WireType.Array: table.Add("""["painting","oil on canvas","19th century"]"""u8); break;
            case WireType.Hash: table.Add("""{"artist":"Turner, Joseph Mallord William","year":"1842","medium":"Oil paint"}"""u8); break;
            default: table.Add(Utf8(Text(field.Name, row))); break;
        }
    }

    // Unless plain: a third of the long texts has characters to escape, another third letters outside ASCII.
    private string Text(string name, int row) => name switch
    {
        "slug" => $"snow-storm-steam-boat-off-a-harbours-mouth-{row}",
        "sku" => $"N{row:00000}",
        "photo_url" => $"https://images.example.com/uploads/photos/{row}/snow-storm-large.jpg?width=1600&height=1200",
        "name" => _isPlain || row % 2 == 0 ? $"Snow Storm - Steam-Boat off a Harbour's Mouth {row}" : $"The \"Fighting Temeraire\" {row}",
        "excerpt" => $"Oil paint on canvas, 914 x 1219 mm, accepted by the nation as part of the Turner Bequest 1856 ({row})",
        _ => (_isPlain ? 0 : row % 3) switch
        {
            0 => "The painting shows a steam boat in a storm. Sea, sky and smoke turn round the mast, and little else can be seen. ",
            1 => "He said: \"I did not paint it to be understood.\"\nThe critics wrote of \"soapsuds and whitewash\".\n",
            _ => "Das Gemälde zeigt ein Dampfschiff im Sturm, Öl auf Leinwand; später galt es als prägend für die Moderne. ",
        } + (name == "description" ? "It was first shown in 1842 and has been in the collection since 1856. " : ""),
    };

    private string Time(int row) =>
        string.Create(CultureInfo.InvariantCulture, $"2026-11-{row + 1:00}T09:15:27.{_random.Next(1_000_000):000000}Z");

    private string NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>An attribute, with its name in the form that is fastest for each writer.</summary>
    internal sealed record Field(string Name, WireType Type)
    {
        internal byte[] Member { get; } = Utf8($"\"{Name}\":");

        internal JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    }

    /// <summary>A resource and its rows: the id, then a cell for each attribute.</summary>
    internal sealed record Resource(string Type, Field[] Fields)
    {
        internal ResultTable Table { get; } = new(Fields.Length + 1);

        internal byte[] Utf8Type { get; } = Utf8($"\"{Type}\"");

        internal JsonEncodedText EncodedType { get; } = JsonEncodedText.Encode(Type, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    }
}
