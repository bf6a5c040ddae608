using Api.Tests.Photos;

namespace Api.Tests.Store.Writes;

/// <summary>
/// A request that is refused, and how. <c>&lt;Water&gt;</c> is the id of what the catalogue has under that label.
/// </summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Request">Method and URL.</param>
/// <param name="Body">The body.</param>
/// <param name="Errors">Each error as <c>status code pointer</c>.</param>
internal sealed record BadWrite(string Name, string Request, string? Body, params string[] Errors)
{
    /// <summary>By the paragraph "bad input" of the second step, in its order.</summary>
    internal static readonly BadWrite[] All =
    [
        .. Trees, .. Sortings, .. Texts, .. Pictures, .. Tags, .. Searches, .. Operated, .. Others,
    ];

    private const string UnknownId = "33763613-da95-4e0a-89fd-1394814769da";
    private const string Parent = "/data/attributes/parent_id";

    private static IEnumerable<BadWrite> Trees =>
    [
        new("a cycle", "PATCH collections/<Outdoor>", Attributes("collections", """{"parent_id":"<Boats>"}"""), $"422 cycle {Parent}"),
        new("below itself", "PUT collections/<Water>", Attributes("collections", """{"parent_id":"<Water>"}"""), $"422 cycle {Parent}"),
        new("a branch at depth 4", "PATCH collections/<Outdoor>", Attributes("collections", """{"parent_id":"<Indoor>"}"""), $"422 too_deep {Parent}"),
        new("a new one at depth 4", "POST collections", Attributes("collections", """{"name":"x","parent_id":"<Boats>"}"""), $"422 too_deep {Parent}"),
        new("below a system collection", "PATCH collections/<Land>", Attributes("collections", """{"parent_id":"<Featured>"}"""), $"422 system {Parent}"),
        new("a cycle of two at once", "POST collection_trees", Tree("""{"id":"<Outdoor>","parent_id":"<Indoor>"},{"id":"<Indoor>","parent_id":"<Outdoor>"}"""),
            "422 cycle /data/attributes/collections/0/parent_id", "422 cycle /data/attributes/collections/1/parent_id"),
        new("a position of a tree that is negative", "POST collection_trees", Tree("""{"id":"<Land>","position":1},{"id":"<Water>","position":-1}"""),
            "422 out_of_range /data/attributes/collections/1/position"),
        new("a position of a photo that is negative", "PATCH photos/<bow>", Attributes("photos", """{"position":-1}"""), "422 out_of_range /data/attributes/position"),
        new("a position of a bundle item that is negative", "PATCH bundle_items/<Weekend set with Zelt>", Attributes("bundle_items", """{"position":-1}"""),
            "422 out_of_range /data/attributes/position"),
        new("10,001 collections", "POST collection_trees", Tree(string.Join(',', Enumerable.Repeat($$"""{"id":"{{UnknownId}}"}""", 10_001))), "422 too_many /data/attributes/collections"),
    ];

    private static IEnumerable<BadWrite> Sortings =>
    [
        new("ids of two collections", "POST sortings", Sorting("\"<Outdoor: Zelt>\",\"<Land: Zelt>\""), "422 mixed /data/attributes/ids/1"),
        new("an id twice", "POST sortings", Sorting("\"<Outdoor: Zelt>\",\"<Outdoor: Zelt>\""), "422 duplicate /data/attributes/ids/1"),
        new("an unknown id", "POST sortings", Sorting($"\"<Outdoor: Zelt>\",\"{UnknownId}\""), "422 not_found /data/attributes/ids/1"),
        new("10,001 ids", "POST sortings", Sorting(string.Join(',', Enumerable.Repeat($"\"{UnknownId}\"", 10_001))), "422 too_many /data/attributes/ids"),
    ];

    private static IEnumerable<BadWrite> Texts => new[] { "collections", "product_groups", "bundles" }.SelectMany(type => new BadWrite[]
    {
        new($"{type}: a slug of symbols", $"POST {type}", Attributes(type, """{"name":"x","slug":"!?*"}"""), "422 invalid /data/attributes/slug"),
        new($"{type}: a name of blanks", $"POST {type}", Attributes(type, """{"name":" \t\u00a0\n"}"""), "422 blank /data/attributes/name"),
        new($"{type}: a name of 1,001 characters", $"POST {type}", Attributes(type, $$"""{"name":"{{new string('n', 1_001)}}"}"""), "422 too_long /data/attributes/name"),
        new($"{type}: a name of 100,000 characters", $"POST {type}", Attributes(type, $$"""{"name":"{{new string('ä', 100_000)}}"}"""), "422 too_long /data/attributes/name"),
        new($"{type}: a name with NUL", $"POST {type}", Attributes(type, """{"name":"a\u0000"}"""), "400 type_error /data/attributes/name"),
    });

    private static IEnumerable<BadWrite> Pictures =>
        new (string Name, string Input, string Value, string Code)[]
        {
            ("text that is no base64", "photo_base64", "Not base64!", "not_base64"),
            ("base64 that is no image", "photo_base64", Base64("Just a text"u8), "not_an_image"),
            ("a header of 1 GB of pixels", "photo_base64", Base64(TestImages.PngHead(32_768, 32_768)), "too_many_pixels"),
            ("a picture with script", "photo_base64", "data:image/svg+xml;base64," + Base64("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8), "not_an_image"),
            ("a document that has a picture further in", "photo_base64", Base64([.. "%PDF-1.7 "u8, .. TestImages.Png(8, 4)]), "not_an_image"),
            ("a script that has a picture further in", "photo_base64", Base64([.. "<script>/*"u8, .. TestImages.Gif, .. "*/</script>"u8]), "not_an_image"),
            ("file:", "remote_photo_url", "file:///etc/passwd", "invalid_url"),
            ("javascript:", "remote_photo_url", "javascript:alert(1)", "invalid_url"),
            ("credentials", "remote_photo_url", "https://me:secret@img.example/a.png", "invalid_url"),
        }.SelectMany(wrong => new BadWrite[]
        {
            new($"photos: {wrong.Name}", "POST photos", Attributes("photos", $$"""{"owner_id":"<Zelt>","owner_type":"product_groups","{{wrong.Input}}":"{{wrong.Value}}"}"""), $"422 {wrong.Code} /data/attributes/{wrong.Input}"),
            new($"product_groups: {wrong.Name}", "PATCH product_groups/<Zelt>", Attributes("product_groups", $$"""{"name":"Changed","{{wrong.Input}}":"{{wrong.Value}}"}"""), $"422 {wrong.Code} /data/attributes/{wrong.Input}"),
        });

    private static IEnumerable<BadWrite> Tags => new[] { ("product_groups", "Zelt"), ("bundles", "Weekend set") }.Select(row =>
        new BadWrite($"{row.Item1}: a tag with a comma", $"PATCH {row.Item1}/<{row.Item2}>", Attributes(row.Item1, """{"name":"Changed","tag_list":["a","b,c"]}"""), "422 invalid /data/attributes/tag_list"));

    private static IEnumerable<BadWrite> Searches =>
    [
        new("an unknown operator at depth 8", "POST items/search", $$$"""{"filter":{"conditions":{{{Deep("""{"name":{"like":"x"}}""")}}}}}""", $"400  /filter/conditions{DeepCollectionItem}/name/like"),
        new("an unknown operator at depth 8 of a URL", $"GET items?filter[conditions]={Uri.EscapeDataString(Deep("""{"name":{"like":"x"}}"""))}", null, $"400  filter[conditions]{DeepCollectionItem}/name/like"),
        new("an unknown junction at depth 8", "POST items/search", $$$"""{"filter":{"conditions":{{{Deep("""{"name":"x"}""").Replace("\"or\"", "\"nor\"", StringComparison.Ordinal)}}}}}""",
            $"400  /filter/conditions{DeepCollectionItem[..^"/attributes/0".Length]}/operator"),
        new("a cursor of another sort", "GET collections?sort=-name&page[after]=<cursor>", null, "400  page[after]"),
        new("a cursor of another list", "GET items?sort=name&page[after]=<cursor>", null, "400  page[after]"),
        new("a cursor of another company", "GET collections?sort=name&page[after]=<foreign cursor>", null, "400  page[after]"),
        new("half a cursor", "GET collections?sort=name&page[after]=<half a cursor>", null, "400  page[after]"),
        new("a cursor of another list in a search", "POST items/search", """{"sort":"name","page":{"after":"<cursor>"}}""", "400  /page/after"),
    ];

    private static IEnumerable<BadWrite> Operated =>
    [
        new("operations of which the last fails", "POST operations", OperationRequests.Body(
            OperationRequests.Add("collections", """{"name":"x"}""", "x"), OperationRequests.Update("collections", OperationRequests.Lid("x"), """{"parent_id":"<Water>"}"""),
            OperationRequests.Add("collection_items", """{"collection_id":"<Land>","item_id":"<Lamp>"}"""), OperationRequests.Remove("product_groups", OperationRequests.Id("<Zelt>")),
            OperationRequests.Remove("collections", OperationRequests.Id("<Water>"))), "422 has_children /atomic:operations/4"),
        new("a lid that nothing has", "POST operations", OperationRequests.Body(OperationRequests.Add("collections", """{"name":"x"}"""), OperationRequests.Remove("collections", OperationRequests.Lid("x"))), "400  /atomic:operations/1/ref/lid"),
        new("ref and href", "POST operations", OperationRequests.Body($$"""{"op":"remove","ref":{"type":"collections","id":"<Boats>"},"href":"/collections/<Boats>"}"""), "400  /atomic:operations/0/href"),
        new("an item of another type in an operation", "POST operations", OperationRequests.Body(OperationRequests.Add("collections", """{"name":"x"}"""), OperationRequests.Add("collection_items", """{"collection_id":"<Boats>"}""", null, Item("bundles", "Zelt"))),
            "422 not_found /atomic:operations/1/data/attributes/item_id"),
    ];

    /// <summary>Found by trying.</summary>
    private static IEnumerable<BadWrite> Others =>
    [
        new("a product group as a bundle", "POST collection_items", $$$"""{"data":{"type":"collection_items","attributes":{"collection_id":"<Boats>"},"relationships":{{{Item("bundles", "Zelt")}}}}}""", "422 not_found /data/attributes/item_id"),
        new("a bundle as a product group", "POST collection_items", $$$"""{"data":{"type":"collection_items","attributes":{"collection_id":"<Boats>"},"relationships":{{{Item("product_groups", "Weekend set")}}}}}""", "422 not_found /data/attributes/item_id"),
        new("an item that is taken, of another type", "POST collection_items", $$$"""{"data":{"type":"collection_items","attributes":{"collection_id":"<Boats>"},"relationships":{{{Item("bundles", "Kayak")}}}}}""", "422 not_found /data/attributes/item_id"),
        new("an item's type as an attribute", "POST collection_items", Attributes("collection_items", """{"collection_id":"<Boats>","item_id":"<Zelt>","item_type":"product_groups"}"""), "400 unknown_attribute /data/attributes/item_type"),
        new("ids that are no ids", "POST sortings", Sorting("5,\"<Outdoor: Zelt>\",\"x\",\"<Land: Zelt>\",null"),
            "400 type_error /data/attributes/ids/0", "400 type_error /data/attributes/ids/2", "400 type_error /data/attributes/ids/4"),
        new("a sorting that includes", "POST sortings", $"{Sorting("\"<Outdoor: Zelt>\"")[..^1]},\"include\":\"item\"}}", "400  /include"),
        new("a tree that includes", "POST collection_trees", $"{Tree("""{"id":"<Land>","position":9}""")[..^1]},\"include\":\"parent\"}}", "400  /include"),
        new("NUL within an object", "PATCH photos/<bow>", Attributes("photos", """{"coordinates":{"a":{"b":["\u0000"]}}}"""), "400 type_error /data/attributes/coordinates"),
        new("NUL in a name within an object", "PATCH photos/<bow>", Attributes("photos", """{"coordinates":{"\u0000":1}}"""), "400 type_error /data/attributes/coordinates"),
        new("NUL in a property", "PATCH product_groups/<Zelt>", Attributes("product_groups", """{"properties_attributes":[{"name":"a","value":"\u0000"}]}"""), "400 type_error /data/attributes/properties_attributes/0/value"),
        new("the hash of properties", "PATCH product_groups/<Zelt>", Attributes("product_groups", """{"properties":{"a":"b"}}"""), "400 unwrittable_attribute /data/attributes/properties"),
    ];

    private static string DeepCollectionItem => string.Concat(Enumerable.Repeat("/attributes/0", 8));

    public override string ToString() => Name;

    private static string Deep(string leaf) => Enumerable.Range(0, 8).Aggregate(leaf, (inner, depth) => $$"""{"operator":"{{(depth == 0 ? "or" : "and")}}","attributes":[{{inner}}]}""");

    private static string Attributes(string type, string attributes) => Writes.CollectionRequests.Body(type, attributes);

    private static string Tree(string entries) => Attributes("collection_trees", $$"""{"collections":[{{entries}}]}""");

    private static string Sorting(string ids) => Attributes("sortings", $$"""{"type":"collection_items","ids":[{{ids}}]}""");

    private static string Item(string type, string label) => $$$$"""{"item":{"data":{"type":"{{{{type}}}}","id":"<{{{{label}}}}>"}}}""";

    private static string Base64(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes);
}
