using System.Text.Json.Nodes;

namespace Api.Tests.Contract;

/// <summary>One operation as <c>booqable-v4.json</c> or <c>booqable-v4-siblings.json</c> documents it.</summary>
/// <param name="Resource">The resource type.</param>
/// <param name="Name">Method and path, such as <c>GET /collections/{id}</c>.</param>
/// <param name="Json">Filters, stats, includes, body and default attributes.</param>
internal sealed record DocumentedOperation(string Resource, string Name, JsonObject Json)
{
    internal string Method => Name.Split(' ')[0];

    internal string Path => Name.Split(' ')[1];

    internal int Status => Json["status"]!.GetValue<int>();

    internal bool IsList => Name == $"GET /{Resource}";

    internal bool IsSearch => Name == $"POST /{Resource}/search";

    internal IEnumerable<string> Includes => Names("includes");

    internal IEnumerable<string> DefaultAttributes => Names("default_attributes");

    internal IEnumerable<string> Body => Names("body");

    /// <summary>Filter to type and operators.</summary>
    internal IEnumerable<(string Name, string Type, string[] Operators)> Filters =>
        (Json["filters"]?.AsObject() ?? []).Select(filter => (filter.Key, ContractFile.Text(filter.Value!["type"]), ContractFile.Texts(filter.Value["operators"])));

    /// <summary>Attribute to calculations.</summary>
    internal Dictionary<string, string[]> Stats =>
        (Json["stats"]?.AsObject() ?? []).ToDictionary(stat => stat.Key, stat => ContractFile.Texts(stat.Value));

    private string[] Names(string member) => ContractFile.Texts(Json[member]);
}

/// <summary>A field as documented: its type without what an array holds, its flags, the names of an enum.</summary>
internal sealed record DocumentedField(string Name, string Type, string[] Flags, string[] Names)
{
    /// <summary>Bodies contain it and no answer does.</summary>
    internal bool IsInput => Flags.Contains("writeonly");
}

/// <summary>The facts of the store API, as they were read off its documentation.</summary>
internal static class ContractFile
{
    private static readonly Dictionary<string, JsonNode> Root = new[] { "booqable-v4.json", "booqable-v4-siblings.json" }
        .SelectMany(file => JsonNode.Parse(Resource(file))!.AsObject()).ToDictionary(resource => resource.Key, resource => resource.Value!);

    internal static IEnumerable<string> Resources => Root.Select(resource => resource.Key);

    internal static IEnumerable<DocumentedOperation> Operations => Resources.SelectMany(resource =>
        Root[resource]!["operations"]!.AsArray().Select(operation => new DocumentedOperation(
            resource, $"{operation!["method"]} {operation["path"]}", operation.AsObject())));

    /// <summary>The fields of a resource; items have those of product groups and bundles.</summary>
    internal static Dictionary<string, DocumentedField> Fields(string resource) => resource == "items"
        ? Fields("product_groups").Concat(Fields("bundles")).GroupBy(field => field.Key).ToDictionary(group => group.Key, group => Merged([.. group.Select(field => field.Value)]))
        : Root[resource]!["fields"]!.AsObject().ToDictionary(field => field.Key, field => new DocumentedField(
            field.Key, Text(field.Value!["type"]).Split('[')[0], Texts(field.Value["flags"]), Texts(field.Value["enum"])));

    internal static IEnumerable<string> Relationships(string resource) => Root[resource]!["relationships"]!.AsObject().Select(relationship => relationship.Key);

    internal static string Text(JsonNode? node) => node!.GetValue<string>();

    internal static string[] Texts(JsonNode? node) => [.. (node?.AsArray() ?? []).Select(Text)];

    /// <summary>A file that is built into the tests.</summary>
    internal static string Resource(string name)
    {
        using var stream = typeof(ContractFile).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // What one type lacks is null for it.
    private static DocumentedField Merged(DocumentedField[] fields) => fields[0] with
    {
        Flags = fields.Length == 2 ? [.. fields[0].Flags.Union(fields[1].Flags)] : [.. fields[0].Flags, "nullable"],
        Names = [.. fields.SelectMany(field => field.Names).Distinct()],
    };
}
