using System.Globalization;
using Api.Tests.Store.Writes;

namespace Api.Tests.Properties.Shop;

/// <summary>The actions: many collections moved at once, and rows of one owner put into an order.</summary>
internal static class SortingSteps
{
    internal static ShopRequest Tree(ShopState shop, Random random)
    {
        var entries = new List<(string Id, bool SetsParent, string? Parent, int? Position)>();
        for (var count = random.Next(1, 5); count > 0; count--)
            entries.Add((
                random.PickCollection(shop), random.Next(3) > 0, random.Next(2) == 0 ? null : random.PickCollection(shop),
                random.Next(20) == 0 ? -1 : random.Next(8) == 0 ? null : random.Next(20)));
        var isSound = entries.TrueForAll(entry => shop.Collection(entry.Id) is { IsSystem: false } && entry.Position is not < 0)
            && entries.DistinctBy(entry => entry.Id).Count() == entries.Count
            && shop.Holds(entries.Where(entry => entry.SetsParent).Select(entry => (entry.Id, entry.Parent)));
        var list = entries.Select(entry =>
            $$"""{"id":"{{entry.Id}}",{{(entry.SetsParent ? $"\"parent_id\":{CollectionSteps.Json(entry.Parent)}," : "")}}"position":{{entry.Position?.ToString(CultureInfo.InvariantCulture) ?? "null"}}}""");
        return Post("collection_trees", $$"""{"collections":[{{string.Join(',', list)}}]}""", isSound, "collection_trees", state => entries.Aggregate(state, (after, entry) =>
            after.Collection(entry.Id) is { } row ? after.With(row with { Parent = entry.SetsParent ? entry.Parent : row.Parent, Position = entry.Position }) : after));
    }

    internal static ShopRequest Sort(ShopState shop, Random random)
    {
        var type = random.Pick(["collection_items", "photos", "bundle_items"]);
        var rows = Sortable(shop, type).Where(row => row.IsThere || random.Next(8) == 0).ToList();
        var owner = rows.Count == 0 ? "" : random.Pick(rows).Owner;
        // Now and then one too many: of another owner, or named twice.
        var named = rows.Where(row => row.Owner == owner || random.Next(24) == 0).OrderBy(_ => random.Next()).Take(random.Next(1, 6)).ToList();
        if (random.Next(10) == 0 && named.Count > 0)
            named.Add(named[0]);
        var isSound = named.Count > 0 && named.TrueForAll(row => row.Owner == named[0].Owner && row.IsThere) && named.Distinct().Count() == named.Count;
        var ids = named.ConvertAll(row => row.Id);
        return Post("sortings", $$"""{"type":"{{type}}","ids":[{{string.Join(',', ids.Select(id => $"\"{id}\""))}}]}""", isSound, $"sortings {type}", state =>
        {
            var following = Sortable(state, type).Where(row => row.Owner == named[0].Owner && row is { IsThere: true, Position: not null } && !ids.Contains(row.Id))
                .OrderBy(row => row.Position).ThenBy(row => row.CreatedAt, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal);
            return ids.Concat(following.Select(row => row.Id)).Index().Aggregate(state, (after, row) => WithPosition(after, type, row.Item, row.Index + 1));
        });
    }

    private static List<(string Id, string Owner, bool IsThere, int? Position, string CreatedAt)> Sortable(ShopState shop, string type) => type switch
    {
        "photos" => [.. shop.Photos.Where(row => row.IsKnown).Select(row => (row.Id, row.Owner, true, (int?)row.Position, row.CreatedAt))],
        "bundle_items" => [.. shop.Parts.Where(row => row.IsKnown).Select(row => (row.Id, row.Bundle, !row.IsArchived, (int?)row.Position, row.CreatedAt))],
        _ => [.. shop.Rows().Where(shop.RowIds.ContainsKey).Select(row =>
            (shop.RowIds[row], row.Collection, !shop.Collection(row.Collection)!.IsSystem, shop.Positions.TryGetValue(row, out var position) ? position : (int?)null, ""))],
    };

    private static ShopState WithPosition(ShopState shop, string type, string id, int position) => type switch
    {
        "photos" => shop.With(shop.Photos.Find(row => row.Id == id)! with { Position = position }),
        "bundle_items" => shop.With(shop.Parts.Find(row => row.Id == id)! with { Position = position }),
        _ => shop with { Positions = shop.Positions.SetItem(shop.RowIds.First(pair => pair.Value == id).Key, position) },
    };

    private static ShopRequest Post(string path, string attributes, bool isSound, string trait, Func<ShopState, ShopState> take) =>
        new(HttpMethod.Post, path, CollectionRequests.Body(path, attributes), isSound ? 201 : 422, [trait], (shop, _) => take(shop).Synchronized());
}
