using System.Collections.Immutable;
using System.Globalization;

namespace Api.Tests.Properties.Shop;

/// <summary>Properties of product groups, by requests of their own and within the body of the group.</summary>
internal static class PropertySteps
{
    private const int MostProperties = 16;

    private static readonly string[] Names = ["\"Colour\"", "\"Size\"", "\"Medium\""];

    private static readonly ImmutableSortedDictionary<string, string> Defaults =
        ImmutableSortedDictionary<string, string>.Empty.Add("value", "null").Add("property_type", "\"text_field\"");

    internal static ShopWrite Create(ShopState shop, Random random)
    {
        if (shop.Properties.Count >= MostProperties)
            return Delete(shop, random);
        var write = new ShopWrite("POST", "properties");
        var owner = random.Pick(shop.Items.Where(row => !row.IsBundle || random.Next(20) == 0), shop);
        write.References.Add(new ShopReference("owner", "product_groups", owner));
        write.Fields["name"] = random.Pick(Names);
        Fill(write.Fields, random);
        write.Spoil(random, "position", "0");
        write.FailIf(shop.Item(owner) is not { IsBundle: false, IsArchived: false });
        write.FailIf(Named(shop, owner, write.Fields["name"]) is not null);
        return write.With((state, answered) => state.With(New(state, answered["id"]!.GetValue<string>(), owner, write.Fields)));
    }

    internal static ShopWrite Change(ShopState shop, Random random)
    {
        var id = random.Pick(shop.Properties, shop);
        var write = new ShopWrite(random.Pick(["PATCH", "PUT"]), "properties", id);
        Fill(write.Fields, random);
        write.Spoil(random, "position", "0");
        return shop.Properties.Find(row => row.Id == id) is { } old ? write.With((state, _) => state.With(Changed(old, write.Fields))) : write.Missing();
    }

    internal static ShopWrite Delete(ShopState shop, Random random)
    {
        var id = random.Pick(shop.Properties, shop);
        var write = new ShopWrite("DELETE", "properties", id);
        return !shop.Properties.Exists(row => row.Id == id)
            ? write.Missing()
            : write.With((state, _) => state with { Properties = state.Properties.RemoveAll(row => row.Id == id), Gone = state.Gone.Add(id) });
    }

    /// <summary>
    /// Properties in the body of a product group, now and then: one that the group has by its name is changed, another is added. Returns what
    /// becomes of a shop that knows the group by an id.
    /// </summary>
    internal static Func<ShopState, string, ShopState> Within(ShopState shop, string group, ShopWrite write, Random random)
    {
        if (write.Type != "product_groups" || random.Next(4) > 0 || shop.Properties.Count >= MostProperties)
            return (state, _) => state;
        var bodies = new List<Dictionary<string, string>>();
        foreach (var name in Names.Take(random.Next(1, 3)))
        {
            var fields = new Dictionary<string, string> { ["name"] = name };
            Fill(fields, random);
            if (Named(shop, group, name) is { IsKnown: true } known && !shop.Fresh.Contains(group) && random.Next(3) == 0)
                (fields["id"], fields["_destroy"]) = ($"\"{known.Id}\"", random.Pick(["true", "false"]));
            bodies.Add(fields);
        }
        write.Fields["properties_attributes"] = $"[{string.Join(',', bodies.Select(body => $"{{{string.Join(',', body.Select(field => $"\"{field.Key}\":{field.Value}"))}}}"))}]";
        return (state, id) => bodies.Aggregate(state, (after, fields) => Named(after, id, fields["name"]) is not { } known ? after.With(New(after, ShopRow.NewId(), id, fields))
            : fields.GetValueOrDefault("_destroy") == "true" ? after with { Properties = after.Properties.RemoveAll(row => row.Id == known.Id), Gone = after.Gone.Add(known.Id) }
            : after.With(Changed(known, fields)));
    }

    private static ShopProperty? Named(ShopState shop, string owner, string name) => shop.Properties.Find(row => row.Owner == owner && row.Name == name);

    private static void Fill(Dictionary<string, string> fields, Random random)
    {
        if (random.Next(3) > 0)
            fields["value"] = random.Pick(["\"red\"", "\"L\"", "null"]);
        if (random.Next(3) == 0)
            fields["position"] = random.Pick(["1", "2", "5"]);
    }

    private static ShopProperty New(ShopState shop, string id, string owner, Dictionary<string, string> fields) => Changed(
        new ShopProperty(id, "", owner, fields["name"], 1 + shop.Properties.Where(row => row.Owner == owner).Select(row => row.Position).DefaultIfEmpty().Max(), Defaults), fields);

    private static ShopProperty Changed(ShopProperty property, Dictionary<string, string> fields) => property with
    {
        Position = fields.TryGetValue("position", out var position) ? int.Parse(position, CultureInfo.InvariantCulture) : property.Position,
        Plain = property.Plain.SetItems(fields.Where(field => ShopProperty.Names.Contains(field.Key))),
    };
}
