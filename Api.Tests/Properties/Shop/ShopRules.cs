using System.Globalization;
using System.Text.Json.Nodes;

namespace Api.Tests.Properties.Shop;

/// <summary>What follows from the facts of a shop: rules I1 to I3 of collection items, the shape of the tree, the order of the photos of an item.</summary>
internal static class ShopRules
{
    internal static int Depth(this ShopState shop, ShopCollection collection) =>
        collection.Parent is { } parent && shop.Collection(parent) is { } above ? shop.Depth(above) + 1 : 1;

    /// <summary>The explicit collection items, and the implicit ones above them.</summary>
    internal static IEnumerable<(string Collection, string Item)> Rows(this ShopState shop) =>
        from collection in shop.Collections
        from item in shop.Items
        let row = (collection.Id, item.Id)
        where shop.Explicit.Contains(row) || shop.Sources(row).Any()
        select row;

    /// <summary>The collections below that hold the item explicitly.</summary>
    internal static IEnumerable<ShopCollection> Sources(this ShopState shop, (string Collection, string Item) row) =>
        shop.Collections.Where(other => shop.Explicit.Contains((other.Id, row.Item)) && shop.IsBelow(other, row.Collection));

    internal static int ItemCount(this ShopState shop, string collection) =>
        shop.Explicit.Count(pair => pair.Collection == collection && shop.Item(pair.Item) is { IsShown: true });

    /// <summary>Whether the tree keeps its rules with other parents.</summary>
    internal static bool Holds(this ShopState shop, params IEnumerable<(string Id, string? Parent)> moves)
    {
        var parents = moves.ToDictionary(move => move.Id, move => move.Parent);
        return shop.Collections.All(collection =>
        {
            var steps = 0;
            for (var at = collection.Id; at is not null; at = parents.TryGetValue(at, out var parent) ? parent : shop.Collection(at)!.Parent)
                if (++steps > 3 || shop.Collection(at) is not { } known || (known.IsSystem && known != collection))
                    return false;
            return true;
        });
    }

    /// <summary>The name of the group, and what values a product has.</summary>
    internal static string Name(this ShopState shop, ShopProduct product)
    {
        var values = JsonNode.Parse(product.Values)!.AsArray().Select(value => value!.GetValue<string>()).Where(value => value != "").ToList();
        return shop.Item(product.Group)!.Plain["name"].Trim('"') + (values.Count == 0 ? "" : $" - {string.Join(", ", values)}");
    }

    /// <summary>The values of a group's properties by identifier, in their order; null for a bundle, which has none.</summary>
    internal static string? Hash(this ShopState shop, ShopItem item) => item.IsBundle ? null : "{" + string.Join(',', shop.Properties
        .Where(property => property.Owner == item.Id)
        .OrderBy(property => property.Position).ThenBy(property => property.CreatedAt, StringComparer.Ordinal).ThenBy(property => property.Id, StringComparer.Ordinal)
        .Select(property => $"{property.Identifier}:{property.Plain["value"]}")) + "}";

    /// <summary>How many items of each type have each tag, without those that are archived.</summary>
    internal static IEnumerable<string> Tags(this ShopState shop) =>
        from item in shop.Items
        where !item.IsArchived
        from tag in JsonNode.Parse(item.Plain["tag_list"])!.AsArray()
        group item by (item.IsBundle, tag.GetValue<string>()) into tagged
        select TagLine(tagged.Key.IsBundle, tagged.Key.Item2, tagged.Count());

    internal static string TagLine(bool ofBundles, string name, int count) => string.Create(CultureInfo.InvariantCulture, $"tag {name} of {(ofBundles ? "bundles" : "product groups")} {count}");

    /// <summary>After a page has got a path: nothing leads away from it, and what led to the path before leads to it.</summary>
    internal static ShopState Moved(this ShopState shop, string? before, string? path, ShopWrite write)
    {
        if (path is null || before == path)
            return shop;
        var redirects = shop.Redirects.Remove(path);
        if (before is not null)
            redirects = redirects.SetItems(redirects.Where(redirect => redirect.Value == before).Select(redirect => KeyValuePair.Create(redirect.Key, path)).ToList());
        if (before is not null && write.Fields.GetValueOrDefault("create_url_redirect") == "true")
            redirects = redirects.SetItem(before, path);
        return shop with { Redirects = redirects };
    }

    internal static string? Price(this ShopState shop, ShopProduct product) => product.Price ?? shop.Item(product.Group)!.BasePrice;

    internal static IEnumerable<ShopProduct> Current(this ShopState shop, string group) => shop.Products.Where(product => product.Group == group && product.ArchivedAt is null);

    /// <summary>The pictures of an item in their order.</summary>
    internal static IEnumerable<ShopPhoto> ItemPhotos(this ShopState shop, string item) => shop.Photos.Where(photo => photo.Owner == item)
        .OrderBy(photo => photo.Position).ThenBy(photo => photo.CreatedAt, StringComparer.Ordinal).ThenBy(photo => photo.Id, StringComparer.Ordinal);

    /// <summary>The picture that an item shows.</summary>
    internal static ShopPhoto? Shown(this ShopState shop, string item) => shop.ItemPhotos(item).FirstOrDefault();

    /// <summary>The position behind all others in a bundle.</summary>
    internal static int LastPart(this ShopState shop, string bundle) =>
        1 + shop.Parts.Where(part => part.Bundle == bundle).Select(part => part.Position).DefaultIfEmpty().Max();

    /// <summary>What no sequence of writes leads to, however many write at once.</summary>
    internal static IEnumerable<string> Broken(this ShopState shop) =>
    [
        .. shop.Holds() ? Array.Empty<string>() : ["the tree"],
        .. shop.Collections.CountBy(row => row.Slug).Concat(shop.Items.CountBy(row => row.Slug)).Where(slug => slug.Value > 1).Select(slug => $"the slug {slug.Key} is there {slug.Value} times"),
        .. shop.Items.Where(row => !row.IsBundle && !row.IsArchived && !shop.Current(row.Id).Any()).Select(row => $"{row.Id} has no product"),
        .. shop.Items.Where(row => row.IsArchived && shop.Current(row.Id).Any()).Select(row => $"{row.Id} is archived without its products"),
        .. shop.Items.Where(row => row.IsArchived != (row.Slug == row.Id)).Select(row => $"{row.Id} has the slug {row.Slug}"),
        .. shop.Explicit.Where(pair => shop.Item(pair.Item) is not { IsArchived: false }).Select(pair => $"{pair.Item} is in {pair.Collection}"),
        .. shop.Positions.CountBy(pair => (pair.Key.Collection, pair.Value)).Where(pair => pair.Value > 1).Select(pair => $"several items at {pair.Key}"),
    ];

    private static bool IsBelow(this ShopState shop, ShopCollection collection, string above) =>
        collection.Parent is { } parent && (parent == above || (shop.Collection(parent) is { } next && shop.IsBelow(next, above)));
}
