using System.Text.Json.Nodes;
using Api.Tests.Support;

namespace Api.Tests.Properties;

/// <summary>All properties, default properties, items and tags of a company as lists show them, and what is wrong with what is kept twice.</summary>
internal sealed class PropertyReading
{
    private PropertyReading(IReadOnlyList<JsonNode>[] lists) => (Defaults, Properties, Items, Tags) = (lists[0], lists[1], lists[2], lists[3]);

    internal IReadOnlyList<JsonNode> Defaults { get; }

    internal IReadOnlyList<JsonNode> Properties { get; }

    internal IReadOnlyList<JsonNode> Items { get; }

    private IReadOnlyList<JsonNode> Tags { get; }

    internal static async Task<PropertyReading> ReadAsync(TestCompany company)
    {
        string[] urls = ["default_properties", "properties", "items?filter[archived]=true,false", "tags"];
        return new PropertyReading(await Task.WhenAll(urls.Select(ListAsync)));

        async Task<IReadOnlyList<JsonNode>> ListAsync(string url)
        {
            var rows = new List<JsonNode>();
            for (var page = 1; ; page++)
            {
                var data = (await company.GetAsync($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page[size]=100&page[number]={page}")).Json["data"]!.AsArray();
                rows.AddRange(data.Select(row => row!));
                if (data.Count < 100)
                    return rows;
            }
        }
    }

    /// <summary>Everything, to be compared.</summary>
    internal string All => string.Join('\n', Defaults.Concat(Properties).Concat(Items).Concat(Tags).Select(row => row.ToJsonString()));

    /// <summary>What the groups show of their properties.</summary>
    internal string Shown => string.Join('\n', Items.Select(row => Of(row, "properties")?.ToJsonString()));

    /// <summary>What does not follow from the rows that it is kept of.</summary>
    internal IEnumerable<string> Faults() => [.. Hashes(), .. Links(), .. Counts()];

    private IEnumerable<string> Hashes()
    {
        foreach (var group in Items.Where(row => Of(row, "properties") is JsonObject))
        {
            var own = Properties.Where(row => Text(row, "owner_id") == group["id"]!.GetValue<string>())
                .OrderBy(row => Of(row, "position")!.GetValue<int>()).ThenBy(row => Text(row, "created_at"), StringComparer.Ordinal)
                .ThenBy(row => row["id"]!.GetValue<string>(), StringComparer.Ordinal).ToList();
            var due = new JsonObject(own.DistinctBy(row => Text(row, "identifier")).Select(row => KeyValuePair.Create(Text(row, "identifier")!, Of(row, "value")?.DeepClone())));
            if (due.ToJsonString() != Of(group, "properties")!.ToJsonString() || due.Count < own.Count)
                yield return $"{group["id"]} shows {Of(group, "properties")!.ToJsonString()}, not {due.ToJsonString()}";
        }
    }

    private IEnumerable<string> Links()
    {
        foreach (var property in Properties)
        {
            var link = Defaults.FirstOrDefault(row => row["id"]!.GetValue<string>() == Text(property, "default_property_id"));
            if (link is not null)
                foreach (var name in (string[])["name", "identifier", "property_type", "show_on", "validation_required", "owner_type"])
                    if (!JsonNode.DeepEquals(Of(link, name), Of(property, name)))
                        yield return $"{property["id"]} has another {name} than its default property";
            var options = link is null ? [] : Of(link, "select_options")!.AsArray().Select(option => option!.GetValue<string>()).ToList();
            var due = Text(property, "value") is { } value
                ? Text(property, "property_type") != "select" || options.Contains(value)
                : !Of(property, "validation_required")!.GetValue<bool>();
            if (due != Of(property, "meets_validation_requirements")!.GetValue<bool>())
                yield return $"{property.ToJsonString()} meets its requirements: {due}";
        }
        foreach (var link in Defaults)
            if (Of(link, "can_change_property_type")!.GetValue<bool>() == Properties.Any(row => Text(row, "default_property_id") == link["id"]!.GetValue<string>()))
                yield return $"{link.ToJsonString()} has the wrong can_change_property_type";
    }

    private IEnumerable<string> Counts()
    {
        var due = Items.Where(row => !Of(row, "archived")!.GetValue<bool>()).SelectMany(row => Of(row, "tag_list")!.AsArray().Select(tag => (row["type"]!.GetValue<string>(), tag!.GetValue<string>())))
            .GroupBy(pair => pair).Select(pairs => $"{pairs.Key.Item2} {pairs.Count()}").Order(StringComparer.Ordinal);
        var counted = Tags.Select(row => $"{Text(row, "name")} {Of(row, "count")}").Order(StringComparer.Ordinal);
        if (!due.SequenceEqual(counted))
            yield return $"the tags are {string.Join(", ", counted)}, not {string.Join(", ", due)}";
    }

    private static JsonNode? Of(JsonNode row, string name) => row["attributes"]![name];

    private static string? Text(JsonNode row, string name) => Of(row, name)?.GetValue<string>();
}
