using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Api.Tests.Properties.Shop;

/// <summary>Variations of product groups, and what products take from their groups.</summary>
internal static class ProductSteps
{
    private const int MostProducts = 24;

    private static readonly ImmutableSortedDictionary<string, string> Defaults = ImmutableSortedDictionary<string, string>.Empty.Add("sorting_weight", "0");

    private static readonly string[] Sizes = ["S", "M", "L", "l "];

    internal static ShopWrite Create(ShopState shop, Random random)
    {
        if (shop.Products.Count >= MostProducts)
            return Change(shop, random);
        var write = new ShopWrite("POST", "products");
        var group = random.Pick(shop.Items.Where(row => HasVariations(row) || random.Next(12) == 0), shop);
        write.References.Add(new ShopReference("product_group", "product_groups", group));
        var count = Fields(shop.Item(group)).Count;
        write.Fields["variation_values"] = Values(random, count);
        Fill(write, random);
        write.FailIf(shop.Item(group) is not { IsBundle: false, IsArchived: false } known || !HasVariations(known));
        write.FailIf(Count(write) != count || IsTaken(shop, group, null, write.Fields["variation_values"]));
        return write.With((state, answered) => state.With(Changed(
            new ShopProduct(answered["id"]!.GetValue<string>(), "", group, "[]", null, null, Defaults), write)));
    }

    internal static ShopWrite Change(ShopState shop, Random random)
    {
        var id = random.Pick(shop.Products, shop);
        var write = new ShopWrite(random.Pick(["PATCH", "PUT"]), "products", id);
        var old = shop.Products.Find(row => row.Id == id);
        var count = Fields(shop.Item(old?.Group ?? "")).Count;
        if (random.Next(2) == 0)
            write.Fields["variation_values"] = Values(random, count);
        Fill(write, random);
        if (old is null)
            return write.Missing();
        // The values that it has may be sent back, even where another product has them by now.
        write.FailIf(write.Fields.TryGetValue("variation_values", out var values) && values != old.Values && (Count(write) != count || IsTaken(shop, old.Group, id, values)));
        write.FailIf(!HasVariations(shop.Item(old.Group)!) && write.Fields.TryGetValue("base_price_in_cents", out var price) && price != shop.Price(old));
        return write.With((state, _) => state.With(Changed(old, write)));
    }

    internal static ShopWrite Delete(ShopState shop, Random random)
    {
        var id = random.Pick(shop.Products, shop);
        var write = new ShopWrite("DELETE", "products", id);
        if (shop.Products.Find(row => row.Id == id) is not { } old)
            return write.Missing();
        write.FailIf(old.ArchivedAt is null && shop.Current(old.Group).Count() == 1);
        return write.With((state, _) => state.With(old with { ArchivedAt = old.ArchivedAt ?? ShopRow.Now }));
    }

    /// <summary>The product that a group is made with.</summary>
    internal static ShopProduct First(ShopItem group) => new(ShopRow.NewId(), "", group.Id, Fit("[]", [], Fields(group)), null, null, Defaults);

    /// <summary>Whether a group keeps the rules of variations: once switched on they stay on, and fields need them.</summary>
    internal static bool Fits(ShopItem? old, ShopItem group) =>
        !(old is not null && HasVariations(old) && !HasVariations(group))
        && (HasVariations(group) || Fields(group).Count == 0 || (old is not null && old.Plain["variation_fields"] == group.Plain["variation_fields"]));

    /// <summary>Whether two products that differ would have the same values with the fields of a changed group.</summary>
    internal static bool Merges(ShopState shop, ShopItem old, ShopItem group)
    {
        var products = shop.Current(group.Id).ToList();
        return products.Select(product => Key(Fit(product.Values, Fields(old), Fields(group)))).Distinct().Count() < products.Select(product => Key(product.Values)).Distinct().Count();
    }

    /// <summary>After a group has changed: its products are archived and restored with it, and fit its fields.</summary>
    internal static ShopState Follow(ShopState shop, ShopItem old, ShopState changed)
    {
        if (old.IsBundle || changed.Item(old.Id) is not { } group)
            return changed;
        return changed with
        {
            Products = changed.Products.ConvertAll(product => product.Group != group.Id ? product : product with
            {
                Values = Fit(product.Values, Fields(old), Fields(group)),
                ArchivedAt = !old.IsArchived && group.IsArchived ? product.ArchivedAt ?? group.ArchivedAt
                    : old.IsArchived && !group.IsArchived && product.ArchivedAt == old.ArchivedAt ? null
                    : product.ArchivedAt,
            }),
        };
    }

    private static bool HasVariations(ShopItem item) => item.Plain.GetValueOrDefault("has_variations") == "true";

    private static List<string> Fields(ShopItem? item) => Texts(item?.Plain.GetValueOrDefault("variation_fields") ?? "[]");

    private static List<string> Texts(string json) => [.. JsonNode.Parse(json)!.AsArray().Select(text => text!.GetValue<string>())];

    private static string Json(IEnumerable<string> texts) => new JsonArray([.. texts.Select(text => (JsonNode)text)]).ToJsonString();

    private static string Values(Random random, int count) =>
        Json(Enumerable.Range(0, random.Next(16) == 0 ? count + 1 : count).Select(_ => random.Pick(Sizes)));

    private static int Count(ShopWrite write) => Texts(write.Fields["variation_values"]).Count;

    private static string Key(string values) => string.Join('|', Texts(values).Select(value => value.Trim().ToUpperInvariant()));

    private static bool IsTaken(ShopState shop, string group, string? own, string values) =>
        Texts(values).Count > 0 && shop.Current(group).Any(other => other.Id != own && Key(other.Values) == Key(values));

    /// <summary>A field that stays keeps its value, one that takes the name of a field that is gone too; others are empty.</summary>
    private static string Fit(string values, List<string> oldFields, List<string> fields)
    {
        var old = Texts(values);
        return Json(fields.Select((field, index) =>
        {
            var at = oldFields.IndexOf(field);
            if (at < 0 && oldFields.Count == fields.Count && !fields.Contains(oldFields[index]))
                at = index;
            return at >= 0 && at < old.Count ? old[at] : "";
        }));
    }

    private static void Fill(ShopWrite write, Random random)
    {
        write.Maybe(random, 3, "base_price_in_cents", "5", "6");
        write.Maybe(random, 3, "sorting_weight", "1", "2");
        write.Spoil(random, "base_price_in_cents", "-1");
    }

    private static ShopProduct Changed(ShopProduct product, ShopWrite write) => product with
    {
        Values = write.Fields.TryGetValue("variation_values", out var values) ? values : product.Values,
        Price = write.Fields.TryGetValue("base_price_in_cents", out var price) ? price : product.Price,
        Plain = product.Plain.SetItems(write.Fields.Where(field => ShopProduct.Names.Contains(field.Key))),
    };
}
