namespace Api.Tests.Properties.Shop;

/// <summary>Items put into collections and taken out.</summary>
internal static class CollectionItemSteps
{
    internal static ShopWrite Add(ShopState shop, Random random)
    {
        // Few items in many collections: what can go wrong is the effect of one collection item on another.
        var (collection, item) = (random.PickCollection(shop), random.Pick(random.Next(3) == 0 ? shop.Items : shop.Items.Where(row => !row.IsArchived).Take(2), shop));
        var write = new ShopWrite("POST", "collection_items");
        write.References.Add(new ShopReference("collection", "collections", collection));
        write.References.Add(new ShopReference("item", shop.Item(item)?.Type ?? "bundles", item));
        write.Spoil(random);
        write.FailIf(shop.Collection(collection) is not { IsSystem: false });
        write.FailIf(shop.Item(item) is not { IsArchived: false });
        write.FailIf(shop.Explicit.Contains((collection, item)));
        return write.With((state, answered) => state with
        {
            Explicit = state.Explicit.Add((collection, item)),
            // An implicit collection item becomes explicit and keeps its id.
            RowIds = state.RowIds.ContainsKey((collection, item)) ? state.RowIds : state.RowIds.Add((collection, item), answered["id"]!.GetValue<string>()),
        });
    }

    internal static ShopWrite Remove(ShopState shop, Random random)
    {
        var rows = shop.Rows().Where(shop.RowIds.ContainsKey).ToList();
        if (rows.Where(known => shop.Fresh.Contains(shop.RowIds[known])).ToList() is { Count: > 0 } fresh && random.Next(3) > 0)
            rows = fresh;
        else if (rows.Where(shop.Explicit.Contains).ToList() is { Count: > 0 } held && random.Next(4) > 0)
            rows = held;
        if (rows.Count == 0 || random.Next(16) == 0)
            return new ShopWrite("DELETE", "collection_items", random.Missing(shop)).Missing();
        var row = random.Pick(rows);
        var write = new ShopWrite("DELETE", "collection_items", shop.RowIds[row]);
        write.FailIf(!shop.Explicit.Contains(row) || shop.Collection(row.Collection)!.IsSystem);
        return write.With((state, _) => state with { Explicit = state.Explicit.Remove(row) });
    }
}
