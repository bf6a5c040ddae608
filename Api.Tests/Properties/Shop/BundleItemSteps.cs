using System.Collections.Immutable;
using System.Globalization;

namespace Api.Tests.Properties.Shop;

/// <summary>Product groups in bundles, by requests of their own and within the bundle's body.</summary>
internal static class BundleItemSteps
{
    private const int MostParts = 12;

    private static readonly ImmutableSortedDictionary<string, string> Defaults =
        ImmutableSortedDictionary<string, string>.Empty.Add("quantity", "1").Add("discount_percentage", "0.0");

    internal static ShopWrite Create(ShopState shop, Random random)
    {
        if (IsFull(shop))
            return Change(shop, random);
        var write = new ShopWrite("POST", "bundle_items");
        var (bundle, group) = (Bundle(shop, random), Group(shop.Items, shop, random));
        write.References.Add(new ShopReference("bundle", "bundles", bundle));
        write.References.Add(new ShopReference("product_group", "product_groups", group));
        Fill(write.Fields, random);
        write.Spoil(random, "quantity", "0");
        write.FailIf(!Fits(shop, bundle, group));
        return write.With((state, answered) => state.With(New(state, bundle, group, write.Fields) with { Id = answered["id"]!.GetValue<string>() }));
    }

    internal static ShopWrite Change(ShopState shop, Random random)
    {
        var id = random.Pick(shop.Parts, shop);
        var write = new ShopWrite(random.Pick(["PATCH", "PUT"]), "bundle_items", id);
        Fill(write.Fields, random);
        var group = random.Next(8) == 0 ? Group(shop.Items.Where(row => !shop.Fresh.Contains(row.Id)), shop, random) : null;
        if (group is not null)
            write.Fields["product_group_id"] = $"\"{group}\"";
        write.Spoil(random, "position", "0");
        if (shop.Parts.Find(row => row.Id == id) is not { } old)
            return write.Missing();
        write.FailIf(group is not null && group != old.Group, 400);
        return write.With((state, _) => state.With(Changed(old, write.Fields)));
    }

    internal static ShopWrite Delete(ShopState shop, Random random)
    {
        var id = random.Pick(shop.Parts, shop);
        var write = new ShopWrite("DELETE", "bundle_items", id);
        return shop.Parts.Find(row => row.Id == id) is { } old ? write.With((state, _) => state.With(old with { IsArchived = true })) : write.Missing();
    }

    /// <summary>
    /// Parts in the body of a bundle, now and then: as if each were sent by itself, but all or none. Returns what becomes of a shop that
    /// knows the bundle by an id.
    /// </summary>
    internal static Func<ShopState, string, ShopState> Within(ShopState shop, string bundle, ShopWrite write, Random random, ShopItem? old = null)
    {
        var takes = new List<Func<ShopState, string, ShopState>>();
        if (write.Type != "bundles" || random.Next(2) == 0 || IsFull(shop))
            return (state, _) => state;
        // Where the body puts the bundle away, too, nothing can be added to it any more.
        var isArchived = write.Fields.TryGetValue("archived", out var archives) ? archives == "true" : old is { IsArchived: true };
        var bodies = new List<string>();
        var named = new HashSet<string>();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var fields = new Dictionary<string, string>();
            Fill(fields, random);
            var kind = random.Next(4);
            if (kind < 2)
            {
                var group = Group(shop.Items.Where(row => !shop.Fresh.Contains(row.Id)), shop, random);
                fields["product_group_id"] = $"\"{group}\"";
                write.FailIf(isArchived || shop.Item(group) is not { IsBundle: false, IsArchived: false });
                takes.Add((state, id) => state.With(New(state, id, group, fields)));
            }
            else
            {
                var own = shop.Parts.Where(part => part.Bundle == bundle && !shop.Fresh.Contains(part.Id)).ToList();
                var id = random.Pick(random.Next(12) == 0 ? shop.Parts.Where(part => !shop.Fresh.Contains(part.Id)) : own, shop);
                fields["id"] = $"\"{id}\"";
                if (kind == 3)
                    fields["_destroy"] = "true";
                write.FailIf(!own.Exists(part => part.Id == id) || !named.Add(id));
                takes.Add((state, _) => state.Parts.Find(part => part.Id == id) is not { } part ? state : state.With(kind == 3 ? part with { IsArchived = true } : Changed(part, fields)));
            }
            bodies.Add($"{{{string.Join(',', fields.Select(field => $"\"{field.Key}\":{field.Value}"))}}}");
        }
        write.Fields["bundle_items_attributes"] = $"[{string.Join(',', bodies)}]";
        return (state, id) => takes.Aggregate(state, (after, take) => take(after, id));
    }

    private static bool IsFull(ShopState shop) => shop.Parts.Count(row => !row.IsArchived) >= MostParts;

    private static string Bundle(ShopState shop, Random random) => random.Pick(shop.Items.Where(row => row.IsBundle || random.Next(20) == 0), shop);

    private static string Group(IEnumerable<ShopItem> items, ShopState shop, Random random) => random.Pick(items.Where(row => !row.IsBundle || random.Next(20) == 0), shop);

    private static bool Fits(ShopState shop, string bundle, string group) =>
        shop.Item(bundle) is { IsBundle: true, IsArchived: false } && shop.Item(group) is { IsBundle: false, IsArchived: false };

    private static void Fill(Dictionary<string, string> fields, Random random)
    {
        if (random.Next(2) == 0)
            fields["quantity"] = random.Pick(["2", "7"]);
        if (random.Next(4) == 0)
            fields["discount_percentage"] = random.Pick(["12.5", "0.0"]);
        if (random.Next(3) == 0)
            fields["position"] = random.Pick(["1", "2", "5"]);
    }

    private static ShopPart New(ShopState shop, string bundle, string group, Dictionary<string, string> fields) =>
        Changed(new ShopPart(ShopRow.NewId(), "", bundle, group, shop.LastPart(bundle), false, Defaults), fields);

    private static ShopPart Changed(ShopPart part, Dictionary<string, string> fields) => part with
    {
        Position = fields.TryGetValue("position", out var position) ? int.Parse(position, CultureInfo.InvariantCulture) : part.Position,
        Plain = part.Plain.SetItems(fields.Where(field => ShopPart.Names.Contains(field.Key))),
    };
}
