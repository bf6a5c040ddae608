namespace Api.Tests.Properties.Shop;

/// <summary>What steps are about: mostly something that is there, now and then something that is not, or not any more.</summary>
internal static class ShopDraws
{
    internal static readonly string[] Names = ["\"Same name\"", "\"Made\"", "\"Other one\""];

    internal static readonly string[] Slugs = ["\"Same name\"", "\"made-2\"", "\"own\"", "\"Own one\""];

    internal static T Pick<T>(this Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    internal static string Pick(this Random random, IEnumerable<ShopRow> rows, ShopState shop)
    {
        var known = rows.Where(row => row.IsKnown).ToList();
        // What was made just now is what later operations mostly speak of.
        if (known.Where(row => shop.Fresh.Contains(row.Id)).ToList() is { Count: > 0 } fresh && random.Next(3) > 0)
            return random.Pick(fresh).Id;
        return known.Count == 0 || random.Next(24) == 0 ? random.Missing(shop) : random.Pick(known).Id;
    }

    /// <summary>A collection, seldom the system collection, which cannot be changed.</summary>
    internal static string PickCollection(this Random random, ShopState shop) => random.Pick(shop.Collections.Where(row => !row.IsSystem || random.Next(8) == 0), shop);

    internal static string Missing(this Random random, ShopState shop)
    {
        var gone = shop.Gone.Where(id => !shop.Fresh.Contains(id)).ToList();
        return gone.Count == 0 || random.Next(4) == 0 ? Guid.NewGuid().ToString() : random.Pick(gone);
    }

    /// <summary>An address of the web; nothing is fetched from there.</summary>
    internal static string Address(this Random random) => $"\"https://pictures.example/{random.Next()}.jpg\"";
}
