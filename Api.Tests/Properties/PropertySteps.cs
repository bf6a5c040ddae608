using System.Text.Json;
using System.Text.Json.Nodes;

namespace Api.Tests.Properties;

/// <summary>Random writes of properties, default properties and tags, about what a reading found; some of them are due to be refused.</summary>
internal static class PropertySteps
{
    private static readonly string[] Names = ["Size", "size ", "Colour", "Höhe", "a b", "!"];
    private static readonly string[] Identifiers = [.. Names, "one", "Two", "three", "four"];
    private static readonly string?[] Values = ["S", "M", "2026-11-28", "", null, "\"é\\ 😀\n"];
    private static readonly string[] Tags = ["a", "b", "B", " c "];

    /// <summary>What a step does, in the words of the test that each happens.</summary>
    internal static readonly string[] Kinds =
    [
        "add default", "change default", "delete default", "add property", "change property", "delete property", "nested", "tags", "archive", "restore",
    ];

    /// <summary>A request: its kind, method, path and body.</summary>
    internal static (string Kind, HttpMethod Method, string Path, string? Body) Draw(PropertyReading state, Random random)
    {
        var kind = Pick(random, Kinds);
        var (link, property, item) = (Id(random, state.Defaults), Id(random, state.Properties), Id(random, state.Items));
        var owner = Id(random, [.. state.Items.Where(row => row["type"]!.GetValue<string>() == "product_groups")]);
        return kind switch
        {
            "add default" => Post("default_properties", With(Default(random), "owner_type", random.Next(8) == 0 ? "orders" : "product_groups")),
            "change default" => Patch("default_properties", link, Default(random)),
            "delete default" => (kind, HttpMethod.Delete, $"default_properties/{link}", null),
            "add property" => Post("properties", With(With(Property(random, state), "owner_id", owner), "owner_type", "product_groups")),
            "change property" => Patch("properties", property, Property(random, state)),
            "delete property" => (kind, HttpMethod.Delete, $"properties/{property}", null),
            "nested" => Patch("product_groups", owner, new JsonObject { ["properties_attributes"] = Parts(random, state) }),
            "tags" => Patch(TypeOf(state, item), item, new JsonObject { ["tag_list"] = new JsonArray([.. Tags.Where(_ => random.Next(2) == 0).Select(tag => (JsonNode)tag)]) }),
            _ => Patch(TypeOf(state, item), item, new JsonObject { ["archived"] = kind == "archive" }),
        };

        (string, HttpMethod, string, string?) Post(string type, JsonObject attributes) => (kind, HttpMethod.Post, type, Body(type, attributes));
        (string, HttpMethod, string, string?) Patch(string type, string id, JsonObject attributes) => (kind, HttpMethod.Patch, $"{type}/{id}", Body(type, attributes));
    }

    private static JsonObject Default(Random random)
    {
        var attributes = new JsonObject { ["name"] = Pick(random, Names) };
        if (random.Next(2) == 0)
            attributes["identifier"] = Pick(random, Identifiers);
        if (random.Next(2) == 0)
            attributes["validation_required"] = random.Next(2) == 0;
        if (random.Next(4) == 0)
            attributes["show_on"] = new JsonArray("web");
        if (random.Next(4) == 0)
        {
            attributes["property_type"] = Pick(random, ["select", "text_field", "date_field"]);
            attributes["select_options"] = attributes["property_type"]!.GetValue<string>() == "select" ? new JsonArray("S", Pick(random, ["M", "L"])) : new JsonArray();
        }
        return attributes;
    }

    private static JsonObject Property(Random random, PropertyReading state)
    {
        var attributes = new JsonObject { ["value"] = Pick(random, Values) };
        if (random.Next(3) > 0)
            attributes["name"] = Pick(random, Names);
        if (random.Next(5) == 0)
            attributes["identifier"] = Pick(random, Identifiers);
        if (random.Next(3) == 0)
            attributes["default_property_id"] = random.Next(4) == 0 ? null : Id(random, state.Defaults);
        if (random.Next(4) == 0)
            attributes["position"] = random.Next(1, 4);
        if (random.Next(6) == 0)
            attributes["property_type"] = Pick(random, ["text_area", "date_field", "address"]);
        if (random.Next(6) == 0)
            attributes["validation_required"] = random.Next(2) == 0;
        return attributes;
    }

    private static JsonArray Parts(Random random, PropertyReading state)
    {
        var parts = new JsonArray();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var part = Property(random, state);
            if (random.Next(4) == 0)
                part["id"] = Id(random, state.Properties);
            if (random.Next(5) == 0)
                part["_destroy"] = true;
            parts.Add(part);
        }
        return parts;
    }

    private static JsonObject With(JsonObject attributes, string name, string value)
    {
        attributes[name] = value;
        return attributes;
    }

    private static string Body(string type, JsonObject attributes) =>
        new JsonObject { ["data"] = new JsonObject { ["type"] = type, ["attributes"] = attributes } }.ToJsonString(JsonSerializerOptions.Default);

    private static string TypeOf(PropertyReading state, string id) => state.Items.First(row => row["id"]!.GetValue<string>() == id)["type"]!.GetValue<string>();

    private static string Id(Random random, IReadOnlyList<JsonNode> rows) =>
        rows.Count == 0 ? "33763613-da95-4e0a-89fd-1394814769da" : rows[random.Next(rows.Count)]["id"]!.GetValue<string>();

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
