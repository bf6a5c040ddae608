using System.Text.Json;
using JsonApi.Errors;

namespace JsonApi.Parsing;

/// <summary>Parses <c>filter[...]</c> parameters, and condition trees in JSON.</summary>
internal static class FilterParser
{
    /// <summary>The greatest depth of nested groups.</summary>
    internal const int MaxDepth = 8;

    internal static RequestError? Parse(QueryRequest request, Parameter term)
    {
        if (term.Parts.Length == 1)
            return term.Error("filter should be an object");
        if (term.Parts.Length > 3 || term.Parts[1].Length == 0)
            return term.Error($"invalid filter '{term.Key}'; write filter[attribute][operator]=value");
        var op = term.Parts.Length == 3 ? term.Parts[2] : null;
        if (term.Parts[1] == "conditions" && !term.IsArray && (op is null or "eq"))
            return ParseConditions(request, term);
        var value = new RawValue(term.Value, RawKind.QueryText);
        foreach (var earlier in request.Filters)
            if (earlier is FilterLeaf leaf && leaf.Path == term.Parts[1] && (leaf.Operator ?? "eq") == (op ?? "eq"))
            {
                leaf.Values.Add(value);
                return null;
            }
        request.Filters.Add(new FilterLeaf(term.Parts[1], op, [value], term.Key, term.Position));
        return null;
    }

    /// <summary>The <c>filter</c> member of a body: filters by name, which are ANDed, and a tree named <c>conditions</c>.</summary>
    internal static RequestError? Parse(QueryRequest request, JsonElement filters, string pointer)
    {
        var location = new Location(pointer, -1);
        if (filters.ValueKind != JsonValueKind.Object)
            return location.Error("filter should be an object");
        foreach (var member in filters.EnumerateObject())
        {
            var error = member.Name == "conditions"
                ? ParseConditions(request, member.Value, location.Under(member.Name))
                : ParseLeaf(member, location, request.Filters);
            if (error is not null)
                return error;
        }
        return null;
    }

    /// <summary>A tree, or a tree inside the only operator there is for it: <c>{"eq":{…}}</c>.</summary>
    private static RequestError? ParseConditions(QueryRequest request, JsonElement conditions, Location location)
    {
        if (conditions.ValueKind != JsonValueKind.Object || conditions.GetPropertyCount() != 1)
            return ParseGroup(request, conditions, location);
        var only = conditions.EnumerateObject().First();
        return only.Name switch
        {
            "eq" => ParseGroup(request, only.Value, location.Under(only.Name)),
            "operator" or "attributes" => ParseGroup(request, conditions, location),
            _ => location.Under(only.Name).Error("conditions are a group, and take no operator but eq"),
        };
    }

    private static RequestError? ParseConditions(QueryRequest request, Parameter term)
    {
        try
        {
            using var json = JsonDocument.Parse(term.Value, JsonBody.Options);
            return ParseGroup(request, json.RootElement, new Location(term.Key, term.Position));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return term.Error($"invalid filter: {term.Key} is not JSON, or nested too deep: {fault.Message}");
        }
    }

    private static RequestError? ParseGroup(QueryRequest request, JsonElement element, Location location)
    {
        var error = ParseGroup(element, location, 1, out var group);
        if (group is not null)
            request.Filters.Add(group);
        return error;
    }

    private static RequestError? ParseGroup(JsonElement element, Location location, int depth, out FilterGroup? group)
    {
        group = null;
        if (depth > MaxDepth)
            return location.Error($"conditions may nest {MaxDepth} deep at most");
        if (element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty("operator", out var op)
            || !element.TryGetProperty("attributes", out var attributes)
            || attributes.ValueKind != JsonValueKind.Array)
            return location.Error("""a group is {"operator":"and" or "or","attributes":[...]}""");
        if (op.ValueKind != JsonValueKind.String || op.GetString() is not ("and" or "or"))
            return location.Under("operator").Error("""the operator of a group is "and" or "or".""");
        if (attributes.GetArrayLength() == 0)
            return location.Under("attributes").Error("a group needs at least one condition");
        foreach (var member in element.EnumerateObject())
            if (member.Name is not ("operator" or "attributes"))
                return location.Under(member.Name).Error($"unknown member '{member.Name}' of a group");
        var terms = new List<FilterTerm>();
        var index = 0;
        foreach (var part in attributes.EnumerateArray())
        {
            var error = ParsePart(part, location.Under("attributes").Under($"{index++}"), depth, terms);
            if (error is not null)
                return error;
        }
        group = new FilterGroup(op.GetString() == "and", terms, location.Parameter, location.Position);
        return null;
    }

    private static RequestError? ParsePart(JsonElement part, Location location, int depth, List<FilterTerm> terms)
    {
        if (part.ValueKind != JsonValueKind.Object || !part.EnumerateObject().Any())
            return location.Error("a condition is a group, {\"attribute\":value} or {\"attribute\":{\"operator\":value}}");
        if (part.TryGetProperty("attributes", out _) && part.TryGetProperty("operator", out _))
        {
            var refused = ParseGroup(part, location, depth + 1, out var inner);
            if (inner is not null)
                terms.Add(inner);
            return refused;
        }
        // The keys of one leaf are ANDed, also within an "or".
        var leaves = new List<FilterTerm>();
        foreach (var attribute in part.EnumerateObject())
            if (ParseLeaf(attribute, location, leaves) is { } error)
                return error;
        terms.Add(leaves.Count == 1 ? leaves[0] : new FilterGroup(true, leaves, location.Parameter, location.Position));
        return null;
    }

    private static RequestError? ParseLeaf(JsonProperty attribute, Location parent, List<FilterTerm> leaves)
    {
        var location = parent.Under(attribute.Name);
        if (attribute.Value.ValueKind != JsonValueKind.Object)
            leaves.Add(new FilterLeaf(attribute.Name, null, Values(attribute.Value), location.Parameter, location.Position));
        else if (!attribute.Value.EnumerateObject().Any())
            return parent.Error($"a condition needs at least one operator, {attribute.Name} has none");
        else
            foreach (var op in attribute.Value.EnumerateObject())
                leaves.Add(new FilterLeaf(attribute.Name, op.Name, Values(op.Value), location.Under(op.Name).Parameter, location.Position));
        return null;
    }

    private static List<RawValue> Values(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Raw)] : [Raw(value)];

    private static RawValue Raw(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => new RawValue("null", RawKind.JsonNull),
        JsonValueKind.String => new RawValue(value.GetString()!, RawKind.JsonText),
        JsonValueKind.True or JsonValueKind.False => new RawValue(value.GetRawText(), RawKind.JsonBoolean),
        _ => new RawValue(value.GetRawText(), RawKind.JsonNumber),
    };

    /// <summary>The location of a node in the tree: the parameter, then a path.</summary>
    private readonly record struct Location(string Parameter, int Position)
    {
        internal Location Under(string step) => this with { Parameter = $"{Parameter}/{RequestError.PointerStep(step)}" };

        internal RequestError Error(string detail) => RequestError.At(Parameter, Position, $"invalid filter {Parameter}: {detail}");
    }
}
