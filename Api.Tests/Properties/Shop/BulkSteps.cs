using System.Text.Json.Nodes;

namespace Api.Tests.Properties.Shop;

/// <summary>Long-running operations, which do to many items what single writes do; those that are not there, or archived, are left out.</summary>
internal static class BulkSteps
{
    internal const string Path = "operations";

    private static readonly string[] Tags = ["a", "c", "d"];

    internal static ShopRequest Operate(ShopState shop, Random random)
    {
        var type = random.Pick(["product_groups", "bundles"]);
        var targets = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Pick(shop.Items, shop)).Distinct().ToList();
        var common = $"\"target_type\":\"{type}\",\"target_ids\":{Json(targets)}";
        var items = targets.Where(id => shop.Item(id) is { IsArchived: false } item && item.Type == type).ToList();
        return random.Next(6) switch
        {
            0 => Archive(common, items),
            1 or 2 => UpdateTags(common, items, random),
            _ => UpdateCollections(shop, common, items, random),
        };
    }

    private static ShopRequest UpdateCollections(ShopState shop, string common, List<string> items, Random random)
    {
        var collections = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.PickCollection(shop)).Distinct().ToList();
        var adds = random.Next(3) > 0;
        var isSound = collections.TrueForAll(id => shop.Collection(id) is { IsSystem: false });
        var pairs = collections.SelectMany(_ => items, (collection, item) => (collection, item)).ToList();
        return Post(
            "update_collections", $"{common},\"action\":\"{(adds ? "add_entities" : "remove_entities")}\",\"collection_ids\":{Json(collections)}", isSound,
            state => state with { Explicit = adds ? state.Explicit.Union(pairs) : state.Explicit.Except(pairs) });
    }

    private static ShopRequest UpdateTags(string common, List<string> items, Random random)
    {
        var action = random.Pick(["add", "replace", "remove", "remove_all"]);
        var tags = Tags.Take(random.Next(1, 3)).ToList();
        var given = action == "remove_all" ? "" : $",\"tags\":{Json(tags)}";
        return Post("update_tag", $"{common},\"action\":\"{action}\"{given}", true, state => items.Aggregate(state, (after, id) =>
        {
            var item = after.Item(id)!;
            var old = JsonNode.Parse(item.Plain["tag_list"])!.AsArray().Select(tag => tag!.GetValue<string>()).ToList();
            return after.With(item with
            {
                Plain = item.Plain.SetItem("tag_list", Json(action switch
                {
                    "add" => old.Union(tags),
                    "replace" => tags,
                    "remove" => old.Except(tags),
                    _ => [],
                })),
            });
        }));
    }

    private static ShopRequest Archive(string common, List<string> items) =>
        Post("archive", common, true, state => items.Aggregate(state, (after, id) => ItemSteps.Archived(after, after.Item(id)!)));

    private static string Json(IEnumerable<string> texts) => new JsonArray([.. texts.Select(text => (JsonNode)text)]).ToJsonString();

    private static ShopRequest Post(string type, string data, bool isSound, Func<ShopState, ShopState> take) => new(
        HttpMethod.Post, Path,
        "{\"data\":{\"type\":\"operations\",\"attributes\":{\"operation_data\":{\"type\":\"" + type + "\",\"data\":{" + data + "}}}}}",
        isSound ? 201 : 422, [$"operation {type}"], (shop, _) => take(shop).Synchronized());
}
