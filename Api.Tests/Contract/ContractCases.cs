using System.Text.Json.Nodes;
using JsonApi.Definitions;

namespace Api.Tests.Contract;

/// <summary>One thing that the documentation offers, or does not.</summary>
/// <param name="Operation">Method and path.</param>
/// <param name="What">In the words of the exceptions page: <c>operation</c>, <c>include item.photo</c>, <c>filter name gt</c>, <c>null position</c>.</param>
/// <param name="Documented">Whether the documentation, or a general rule of the contract, offers it.</param>
/// <param name="Query">The query that asks for it.</param>
/// <param name="Body">The body that asks for it, where the operation is a search.</param>
/// <param name="Source">The source of an error: a parameter, or a pointer into the body.</param>
internal sealed record ContractCase(string Operation, string What, bool Documented, string Query, string? Body, string Source)
{
    /// <summary>The operation itself, with nothing asked for.</summary>
    internal ContractCase(string operation, bool documented)
        : this(operation, "operation", documented, "", operation.EndsWith("/search", StringComparison.Ordinal) ? "{}" : null, "")
    {
    }

    /// <summary>A value asked for at a path, such as filter, name, gt: <c>?filter[name][gt]=x</c>, or the same as a body.</summary>
    internal static ContractCase Of(DocumentedOperation operation, string what, bool documented, string value, params string[] path)
    {
        if (operation.IsSearch)
        {
            var body = path.Reverse().Aggregate(Json(value), (inner, name) => new JsonObject { [name] = inner })!;
            return new ContractCase(operation.Name, what, documented, "", body.ToJsonString(), "/" + string.Join('/', path));
        }
        var key = path[0] + string.Concat(path.Skip(1).Select(part => $"[{part}]"));
        return new ContractCase(operation.Name, what, documented, $"?{key}={Uri.EscapeDataString(value)}", null, key);
    }

    /// <summary>An attribute of a body; its field decides the values it is given.</summary>
    internal static ContractCase InBody(string operation, string what, bool documented) => new(operation, what, documented, "", null, "");

    // What these words are in a query string, the JSON literals are in a body.
    private static JsonNode? Json(string value) =>
        value is "null" or "true" or "1" or "1.5" || value.StartsWith('{') ? JsonNode.Parse(value) : JsonValue.Create(value);

    internal bool Served => ContractExceptions.IsServed(Operation, What, Documented);

    internal string Kind => What.Split(' ')[0];

    public override string ToString() => $"{Operation}{Query}{Body} ({What}, {(Served ? "served" : "not served")})";
}

/// <summary>Every case there is, made from the documentation alone.</summary>
internal static class ContractCases
{
    private static readonly string[] Calculations = ["count", "count_each", "sum", "average", "minimum", "maximum"];

    // Lists of ids: what they take is tested with them.
    private static readonly string[] Uncommon = ["/sortings", "/collection_trees"];

    // Relationships of any resource, documented for this one or not.
    private static readonly string[] IncludePaths =
        [.. ContractFile.Operations.SelectMany(operation => operation.Includes)
            .Concat(ContractFile.Resources.SelectMany(ContractFile.Relationships)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Documented operations, and the one that is ours.</summary>
    internal static readonly IReadOnlyList<ContractCase> Operations =
        [.. ContractFile.Operations.Select(operation => new ContractCase(operation.Name, true)),
            new ContractCase("GET /collection_items/{id}", false)];

    /// <summary>The operations whose parameters are checked: those that answer resources.</summary>
    internal static IEnumerable<string> Checked => Operations
        .Where(operation => operation.Served && !Uncommon.Any(end => operation.Operation.EndsWith(end, StringComparison.Ordinal)))
        .Select(operation => operation.Operation);

    /// <summary>The operations whose bodies are checked.</summary>
    internal static IEnumerable<string> CheckedBodies => Checked.Where(operation => Bodies(operation).Any());

    internal static IEnumerable<ContractCase> All => Operations.Concat(Checked.SelectMany(Of)).Concat(Checked.SelectMany(Bodies));

    /// <summary>What a body can set, and what of that with null, where the attribute is served.</summary>
    internal static IEnumerable<ContractCase> Bodies(string name)
    {
        if (ContractFile.Operations.FirstOrDefault(known => known.Name == name) is not { Method: "POST" or "PUT", IsSearch: false } operation)
            yield break;
        foreach (var field in ContractFile.Fields(operation.Resource).Values)
        {
            var attribute = ContractCase.InBody(name, $"attribute {field.Name}", operation.Body.Contains(field.Name));
            yield return attribute;
            // Null for what is set once is a value like another: it is checked where the resource is made.
            if (attribute.Served && !field.IsInput && field.Type != "carrierwave_file" && !(operation.Method == "PUT" && field.Flags.Contains("readonly-after-create")))
                yield return ContractCase.InBody(name, $"null {field.Name}", field.Flags.Contains("nullable"));
        }
    }

    /// <summary>Filters, includes, sorts, stats and fields of an operation.</summary>
    internal static IEnumerable<ContractCase> Of(string name)
    {
        var operation = ContractFile.Operations.FirstOrDefault(known => known.Name == name)
            ?? new DocumentedOperation("collection_items", name, []);
        return [.. Includes(operation), .. Fields(operation), .. operation.IsList || operation.IsSearch ? Filters(operation).Concat(Sorts(operation)).Concat(Stats(operation)) : []];
    }

    /// <summary>A value that a filter of this type takes.</summary>
    internal static string SuitableValue(string resource, string filter, string type) => (filter, type) switch
    {
        ("conditions", _) => """{"operator":"or","attributes":[{"name":{"match":"x"}},{"archived":true}]}""",
        ("type", _) => resource is "bundles" or "products" ? resource : "product_groups",
        ("for", _) => "ProductGroup",
        (_, "uuid") => "33763613-da95-4e0a-89fd-1394814769da",
        (_, "string" or "array") => "x",
        (_, "integer") => "1",
        (_, "float") => "1.5",
        (_, "boolean") => "true",
        (_, "datetime") => "2023-01-20T16:48:01.000000+00:00",
        (_, "enum") => ContractFile.Fields(resource)[filter].Names[0],
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, filter),
    };

    private static IEnumerable<ContractCase> Filters(DocumentedOperation operation)
    {
        var fields = ContractFile.Fields(operation.Resource);
        foreach (var (filter, type, operators) in operation.Filters)
        {
            var value = SuitableValue(operation.Resource, filter, type);
            yield return ContractCase.Of(operation, $"filter {filter}", true, value, "filter", filter);
            foreach (var op in FilterOperators.All)
                yield return ContractCase.Of(operation, $"filter {filter} {op.Name}", operators.Contains(op.Name), value, "filter", filter, op.Name);
            // As a word, null is text, also that of an element: only the other types show whether null is accepted.
            if (type is not ("string" or "array") && fields.TryGetValue(filter, out var field))
                yield return ContractCase.Of(operation, $"null {filter}", field.Flags.Contains("nullable"), "null", "filter", filter);
        }
        foreach (var name in fields.Keys.Except(operation.Filters.Select(filter => filter.Name)))
            yield return ContractCase.Of(operation, $"filter {name}", false, "x", "filter", name);
    }

    private static IEnumerable<ContractCase> Includes(DocumentedOperation operation) => IncludePaths
        .Select(path => ContractCase.Of(operation, $"include {path}", operation.Includes.Contains(path), path, "include"));

    // The contract's general rule: every scalar that can be filtered or is written by default can be sorted by.
    private static IEnumerable<ContractCase> Sorts(DocumentedOperation operation) => ContractFile.Fields(operation.Resource).Values.Select(field =>
        ContractCase.Of(
            operation,
            $"sort {field.Name}",
            field.Type is not ("array" or "hash" or "carrierwave_file") && !field.IsInput && IsShown(operation, field.Name),
            "-" + field.Name,
            "sort"));

    /// <summary>The id ends every order, so it can be sorted by where it is no filter, too.</summary>
    private static bool IsShown(DocumentedOperation operation, string field) =>
        field == "id" || operation.Filters.Any(filter => filter.Name == field)
        || ContractFile.Operations.Where(known => known.Resource == operation.Resource || operation.Resource == "items").Any(known => known.DefaultAttributes.Contains(field));

    private static IEnumerable<ContractCase> Stats(DocumentedOperation operation)
    {
        var listed = operation.Stats;
        yield return ContractCase.Of(operation, "stat total count", listed["total"].Contains("count"), "count", "stats", "total");
        foreach (var field in ContractFile.Fields(operation.Resource).Values.Where(field => !field.IsInput))
            foreach (var calculation in Calculations)
            {
                var documented = listed.GetValueOrDefault(field.Name, []);
                // The contract's general rule besides what is listed; count_each is another name of count.
                var offered = field.Type switch
                {
                    "integer" or "float" => calculation is "sum" or "average" or "minimum" or "maximum",
                    "enum" or "boolean" => calculation is "count" or "count_each",
                    _ => documented.Contains(calculation) || (calculation == "count_each" && documented.Contains("count")),
                };
                yield return ContractCase.Of(operation, $"stat {field.Name} {calculation}", offered, calculation, "stats", field.Name);
            }
    }

    private static IEnumerable<ContractCase> Fields(DocumentedOperation operation)
    {
        var type = operation.Resource;
        foreach (var field in ContractFile.Fields(type).Values)
        {
            var isExtra = field.Flags.Contains("extra");
            yield return ContractCase.Of(operation, $"field {field.Name}", !isExtra && !field.IsInput, field.Name, "fields", type);
            yield return ContractCase.Of(operation, $"extra_field {field.Name}", isExtra, field.Name, "extra_fields", type);
        }
    }
}
