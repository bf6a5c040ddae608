using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Api.Tests.Properties.Shop;

/// <summary>Product groups and bundles: their attributes, what their bodies bring along, putting away and taking out again.</summary>
internal static class ItemSteps
{
    /// <summary>Product groups, and bundles: so few that what is done to one is met by what is done to others.</summary>
    private const int MostOfType = 8;

    private static readonly ImmutableSortedDictionary<string, string> Defaults = ImmutableSortedDictionary<string, string>.Empty
        .Add("description", "null").Add("show_in_store", "true").Add("tag_list", "[]").Add("discountable", "true").Add("taxable", "true").Add("sorting_weight", "0");

    private static readonly ImmutableSortedDictionary<string, string> GroupDefaults = Defaults
        .Add("price_type", "\"simple\"").Add("flat_fee_price_in_cents", "0").Add("structure_price_in_cents", "0").Add("tracking_type", "\"bulk\"").Add("has_variations", "false").Add("variation_fields", "[]");

    internal static ShopWrite Create(ShopState shop, Random random)
    {
        var type = random.Pick(["product_groups", "bundles"]);
        if (shop.Items.Count(row => row.Type == type) >= MostOfType)
            return Change(shop, random, restores: false);
        var write = new ShopWrite("POST", type);
        write.Maybe(random, 1, "name", ShopDraws.Names);
        Fill(write, random);
        var isBundle = write.Type == "bundles";
        var made = new ShopItem("new", write.Type, ShopSlugs.Given(write) ?? "", null, Plain(isBundle ? Defaults : GroupDefaults, write));
        write.FailIf(made.Slug != "" && shop.Items.IsTaken(made.Slug, null));
        write.FailIf(!isBundle && !ProductSteps.Fits(null, made));
        var within = PropertySteps.Within(shop, made.Id, write, random);
        var parts = isBundle ? BundleItemSteps.Within(shop, made.Id, write, random) : (state, id) => within(state.With(ProductSteps.First(state.Item(id)!)), id);
        return write.With((state, answered) =>
        {
            var item = made with
            {
                Id = answered["id"]!.GetValue<string>(),
                Slug = made.Slug != "" ? made.Slug : ShopSlugs.Make(write.Fields["name"], name => state.Items.IsTaken(name, null), answered),
            };
            return Pictured(parts(state.With(item).Moved(null, item.Path, write), item.Id), item.Id, write);
        });
    }

    /// <param name="shop">The shop.</param>
    /// <param name="random">What to draw from.</param>
    /// <param name="restores">Whether the item is taken out again, should it be archived.</param>
    internal static ShopWrite Change(ShopState shop, Random random, bool restores)
    {
        var id = restores && shop.Items.Find(row => row.IsArchived) is { } archived ? archived.Id : random.Pick(shop.Items, shop);
        var old = shop.Item(id);
        var write = new ShopWrite(random.Pick(["PATCH", "PUT"]), old?.Type ?? "bundles", id);
        write.Maybe(random, 4, "name", ShopDraws.Names);
        Fill(write, random);
        if (restores)
            write.Fields["archived"] = "false";
        else
            write.Maybe(random, 12, "archived", "true", "false");
        var (within, properties) = (BundleItemSteps.Within(shop, id, write, random, old), PropertySteps.Within(shop, id, write, random));
        Func<ShopState, string, ShopState> parts = (state, known) => properties(within(state, known), known);
        if (old is null)
            return write.Missing();
        var changed = old with { Plain = Plain(old.Plain, write) };
        write.FailIf(!old.IsBundle && old.Plain["tracking_type"] != changed.Plain["tracking_type"], 400);
        var archives = !old.IsArchived && write.Fields.GetValueOrDefault("archived") == "true";
        var isTakenOut = old.IsArchived && write.Fields.GetValueOrDefault("archived") == "false";
        var slug = archives ? null : ShopSlugs.Given(write);
        changed = changed with { ArchivedAt = archives ? ShopRow.Now : isTakenOut ? null : old.ArchivedAt };
        write.FailIf(!old.IsBundle && !ProductSteps.Fits(old, changed));
        write.FailIf(!old.IsBundle && ProductSteps.Merges(shop, old, changed));
        write.FailIf(slug is not null && (changed.IsArchived || shop.Items.IsTaken(slug, id)));
        return write.With((state, answered) =>
        {
            var row = changed with
            {
                Slug = archives ? id : slug ?? (isTakenOut ? ShopSlugs.Make(changed.Plain["name"], name => state.Items.IsTaken(name, id), answered) : old.Slug),
            };
            return Pictured(parts(ProductSteps.Follow(state, old, Put(state, row)).Moved(old.Path, row.Path, write), id), id, write);
        });
    }

    internal static ShopWrite Archive(ShopState shop, Random random)
    {
        var id = random.Pick(shop.Items, shop);
        var old = shop.Item(id);
        var write = new ShopWrite("DELETE", old?.Type ?? "bundles", id);
        return old is null ? write.Missing() : write.With((state, _) => old.IsArchived ? state : Archived(state, old));
    }

    /// <summary>After an item is archived.</summary>
    internal static ShopState Archived(ShopState shop, ShopItem item) =>
        ProductSteps.Follow(shop, item, Put(shop, item with { ArchivedAt = ShopRow.Now, Slug = item.Id }));

    /// <summary>What is archived is in no collection. Bundles keep it, and it keeps its pictures.</summary>
    private static ShopState Put(ShopState shop, ShopItem item) => shop.With(item) with
    {
        Explicit = item.IsArchived ? shop.Explicit.Except(shop.Explicit.Where(pair => pair.Item == item.Id)) : shop.Explicit,
    };

    /// <summary>A picture in the body goes before all others.</summary>
    private static ShopState Pictured(ShopState shop, string id, ShopWrite write)
    {
        if (PhotoSteps.Address(write) is not { IsGiven: true } picture)
            return shop;
        foreach (var photo in shop.ItemPhotos(id).ToList())
            shop = shop.With(photo with { Position = photo.Position + 1 });
        return shop.With(new ShopPhoto(ShopRow.NewId(), "", id, 1, picture.Url, PhotoSteps.Defaults));
    }

    private static void Fill(ShopWrite write, Random random)
    {
        write.Maybe(random, 5, "slug", ShopDraws.Slugs);
        write.Maybe(random, 3, "create_url_redirect", "true", "true", "false");
        write.Maybe(random, 6, "description", "\"String\"", "null");
        write.Maybe(random, 3, "show_in_store", "true", "false");
        write.Maybe(random, 5, "tag_list", "[\"a\",\" b \",\"a\"]", "[\"c\"]", "[]");
        write.Maybe(random, 8, "discountable", "true", "false");
        write.Maybe(random, 8, "taxable", "true", "false");
        write.Maybe(random, 8, "sorting_weight", "3", "-1");
        PhotoSteps.MaybePicture(write, random, 5);
        if (write.Type == "product_groups")
        {
            write.Maybe(random, 4, "price_type", "\"simple\"", "\"fixed\"", "\"none\"", "\"structure\"");
            write.Maybe(random, 4, "flat_fee_price_in_cents", "100", "250");
            write.Maybe(random, 4, "structure_price_in_cents", "70", "30");
            write.Maybe(random, 3, "has_variations", "true", "true", "true", "false");
            write.Maybe(random, 4, "variation_fields", "[\"size\"]", "[\"size\"]", "[\"size\",\"colour\"]", "[\"colour\"]", "[]");
            write.Maybe(random, 10, "tracking_type", "\"bulk\"", "\"trackable\"");
        }
        write.Spoil(random, "name", "\"\"");
    }

    private static ImmutableSortedDictionary<string, string> Plain(ImmutableSortedDictionary<string, string> old, ShopWrite write)
    {
        var plain = old.SetItems(write.Fields.Where(field => old.ContainsKey(field.Key) || field.Key == "name"));
        return plain.SetItem("tag_list", Tags(plain["tag_list"]));
    }

    /// <summary>Each tag once, without the blanks around it.</summary>
    private static string Tags(string json) =>
        new JsonArray([.. JsonNode.Parse(json)!.AsArray().Select(tag => tag!.GetValue<string>().Trim()).Distinct().Select(tag => (JsonNode)tag)]).ToJsonString();
}
