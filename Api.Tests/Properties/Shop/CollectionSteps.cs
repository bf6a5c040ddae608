using System.Collections.Immutable;

namespace Api.Tests.Properties.Shop;

/// <summary>Collections one by one: their attributes, images and positions in the tree.</summary>
internal static class CollectionSteps
{
    private const int MostCollections = 12;

    private static readonly ImmutableSortedDictionary<string, string> Defaults =
        ImmutableSortedDictionary<string, string>.Empty.Add("description", "null").Add("show_in_store", "true").Add("collection_type", "null");

    internal static ShopWrite Create(ShopState shop, Random random)
    {
        if (shop.Collections.Count >= MostCollections)
            return Change(shop, random, moves: false);
        var write = new ShopWrite("POST", "collections");
        write.Maybe(random, 1, "name", ShopDraws.Names);
        Fill(write, random);
        var parent = random.Next(3) == 0 ? null : Parent(shop, random);
        write.Fields["parent_id"] = Json(parent);
        write.Spoil(random, "name", "\" \"");
        var slug = ShopSlugs.Given(write);
        var made = new ShopCollection("new", parent, null, slug ?? "", false, Image(write, null), Plain(Defaults, write));
        write.FailIf(!shop.With(made).Holds());
        write.FailIf(slug is not null && shop.Collections.IsTaken(slug, null));
        return write.With((state, answered) =>
        {
            var row = made with
            {
                Id = answered["id"]!.GetValue<string>(),
                Slug = slug ?? ShopSlugs.Make(write.Fields["name"], name => state.Collections.IsTaken(name, null), answered),
            };
            return state.With(row).Moved(null, row.Path, write);
        });
    }

    internal static ShopWrite Change(ShopState shop, Random random, bool moves)
    {
        var id = random.PickCollection(shop);
        var write = new ShopWrite(random.Pick(["PATCH", "PUT"]), "collections", id);
        if (!moves || random.Next(4) == 0)
        {
            write.Maybe(random, 3, "name", ShopDraws.Names);
            Fill(write, random);
            write.Maybe(random, 3, "remove_image", "true", "true", "false");
        }
        var parent = random.Next(4) == 0 ? null : Parent(shop, random);
        if (moves)
            write.Fields["parent_id"] = Json(parent);
        if (write.Fields.ContainsKey("remote_image_url"))
            write.Fields.Remove("remove_image");
        write.Spoil(random, "name", "\"\"");
        if (shop.Collection(id) is not { } old)
            return write.Missing();
        if (old.IsSystem)
            return write.Fail(422);
        var slug = ShopSlugs.Given(write);
        write.FailIf(slug is not null && shop.Collections.IsTaken(slug, id));
        write.FailIf(moves && !shop.Holds((id, parent)));
        write.FailIf(old.Plain["collection_type"] != "null" && old.Plain["collection_type"] != write.Fields.GetValueOrDefault("collection_type", old.Plain["collection_type"]), 400);
        var changed = old with { Parent = moves ? parent : old.Parent, Slug = slug ?? old.Slug, Image = Image(write, old.Image), Plain = Plain(old.Plain, write) };
        return write.With((state, _) => state.With(changed).Moved(old.Path, changed.Path, write));
    }

    internal static ShopWrite Delete(ShopState shop, Random random)
    {
        var id = random.PickCollection(shop);
        var write = new ShopWrite("DELETE", "collections", id);
        if (shop.Collection(id) is not { } old)
            return write.Missing();
        write.FailIf(old.IsSystem || shop.Collections.Exists(other => other.Parent == id));
        return write.With((state, _) => state with
        {
            Collections = state.Collections.RemoveAll(row => row.Id == id),
            Explicit = state.Explicit.Except(state.Explicit.Where(pair => pair.Collection == id)),
            Gone = state.Gone.Add(id),
        });
    }

    internal static string Json(string? id) => id is null ? "null" : $"\"{id}\"";

    private static string? Parent(ShopState shop, Random random) => random.Pick(shop.Collections.Where(row => !shop.Fresh.Contains(row.Id) && (!row.IsSystem || random.Next(8) == 0)), shop);

    private static void Fill(ShopWrite write, Random random)
    {
        write.Maybe(random, 4, "slug", ShopDraws.Slugs);
        write.Maybe(random, 3, "create_url_redirect", "true", "true", "false");
        write.Maybe(random, 3, "description", "\"String\"", "null");
        write.Maybe(random, 4, "show_in_store", "true", "false");
        write.Maybe(random, 8, "collection_type", "\"static\"", "\"dynamic\"");
        write.Maybe(random, 4, "remote_image_url", random.Address());
    }

    private static string? Image(ShopWrite write, string? old) =>
        write.Fields.TryGetValue("remote_image_url", out var address) ? address.Trim('"') : write.Fields.GetValueOrDefault("remove_image") == "true" ? null : old;

    private static ImmutableSortedDictionary<string, string> Plain(ImmutableSortedDictionary<string, string> old, ShopWrite write) =>
        old.SetItems(write.Fields.Where(field => ShopCollection.Names.Contains(field.Key)));
}
