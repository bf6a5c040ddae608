using System.Globalization;
using System.Text.Json.Nodes;

namespace Api.Tests.Properties.Shop;

/// <summary>Slugs of plain words: unique within collections and within items.</summary>
internal static class ShopSlugs
{
    /// <summary>The slug that a body asks for.</summary>
    internal static string? Given(ShopWrite write) => write.Fields.TryGetValue("slug", out var given) ? Spelled(given) : null;

    private static string Spelled(string json) => json.Trim('"').ToLowerInvariant().Replace(' ', '-');

    internal static bool IsTaken(this IEnumerable<ShopCollection> rows, string slug, string? own) => rows.Any(row => row.Slug == slug && row.Id != own);

    internal static bool IsTaken(this IEnumerable<ShopItem> rows, string slug, string? own) => rows.Any(row => row.Slug == slug && row.Id != own);

    /// <summary>
    /// The slug made of a name: as it is where that is free, else with a number of which the one before is taken; which of those is the
    /// server's to choose, and read from its answer.
    /// </summary>
    internal static string Make(string name, Func<string, bool> isTaken, JsonNode answered)
    {
        string Numbered(int number) => number == 1 ? Spelled(name) : string.Create(CultureInfo.InvariantCulture, $"{Spelled(name)}-{number}");
        if (!isTaken(Spelled(name)))
            return Spelled(name);
        var possible = Enumerable.Range(2, 1_000).Where(number => !isTaken(Numbered(number)) && isTaken(Numbered(number - 1))).Select(Numbered).ToList();
        var slug = answered["attributes"]?["slug"]?.GetValue<string>() ?? possible[0];
        return possible.Contains(slug) ? slug : throw new InvalidOperationException($"The slug {slug} is none of {string.Join(", ", possible.Take(5))}.");
    }
}
