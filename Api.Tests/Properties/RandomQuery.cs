using System.Globalization;
using System.Text.Json.Nodes;
using Domain.Collections;
using Domain.Items;
using JsonApi.Definitions;

namespace Api.Tests.Properties;

/// <summary>Random queries that the definitions accept, with values that the random catalogues hold.</summary>
internal sealed class RandomQuery
{
    private readonly ResourceCatalog _definitions;
    private readonly Random _random;
    private readonly int _number;
    private readonly RandomCatalogue _catalogue;
    private readonly HashSet<string> _filters = [];

    internal RandomQuery(ResourceCatalog definitions, IReadOnlyList<RandomCatalogue> catalogues, int seed)
    {
        (_definitions, _random) = (definitions, new Random(seed));
        _number = _random.Next(catalogues.Count);
        _catalogue = catalogues[_number];
    }

    internal QueryCase Make()
    {
        var definition = Pick(_definitions.Definitions);
        var id = definition.Operations.ContainsKey(Operation.Fetch) && _random.Next(8) == 0 ? Id(definition.Entity).ToString() : null;
        var parameters = new List<string>();
        Fields(parameters);
        Include(parameters, definition, id is null ? Operation.List : Operation.Fetch);
        if (id is null)
            List(parameters, definition);
        return new QueryCase(_number, definition.Type, id, _random.Next(5) == 0 ? _random.Next(12) : 10_000, [.. parameters.OrderBy(_ => _random.Next())]);
    }

    /// <summary>A path to a filter, with an operator and values it takes; in the query string's spelling and in JSON.</summary>
    internal (string Path, FilterOperator Operator, string Text, JsonNode? Json) Filter(ResourceDefinition definition)
    {
        var path = new List<string>();
        for (var steps = _random.Next(3); steps > 0 && definition.Relationships.Count > 0; steps--)
        {
            var relationship = Pick([.. definition.Relationships.Values]);
            path.Add(relationship.Name);
            definition = relationship.Target;
        }
        var filter = definition.FindFilter(Pick([.. definition.FilterNames]))!;
        path.Add(filter.Name);
        var op = Pick(filter.Operators);
        var values = Enumerable.Range(0, op.TakesList ? _random.Next(1, 4) : 1)
            .Select(_ => filter.AllowsNull && op.TakesNull && _random.Next(5) == 0 ? null : Value(filter)).ToList();
        var json = values.ConvertAll(value => Json(filter.Type, value));
        return (string.Join('.', path), op, string.Join(',', values.Select(Written)), json.Count == 1 ? json[0] : new JsonArray([.. json]));
    }

    internal string Sort(ResourceDefinition definition)
    {
        var path = "";
        for (var steps = _random.Next(3); steps > 0 && definition.Relationships.Values.Any(known => !known.IsToMany); steps--)
        {
            var relationship = Pick([.. definition.Relationships.Values.Where(known => !known.IsToMany)]);
            path += relationship.Name + ".";
            definition = relationship.Target;
        }
        return (Flag() ? "-" : "") + path + Pick([.. definition.Attributes.Append(definition.Id).Where(known => known.IsSortable)]).Name;
    }

    private void List(List<string> parameters, ResourceDefinition definition)
    {
        for (var count = _random.Next(3); count > 0; count--)
            if (Filter(definition) is var (path, op, text, _) && _filters.Add(path + op.Name))
                parameters.Add(op.Name == "eq" && Flag() ? Pair($"filter[{path}]", text) : Pair($"filter[{path}][{op.Name}]", text));
        if (_random.Next(4) == 0)
            parameters.Add(Pair("filter[conditions]", Group(definition, 1).ToJsonString()));
        if (Flag())
            parameters.Add(Pair("sort", string.Join(',', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Sort(definition)))));
        if (Flag())
            parameters.Add(Pair("page[size]", $"{_random.Next(8)}"));
        if (_random.Next(4) == 0)
            parameters.Add(Pair("page[number]", $"{_random.Next(1, 4)}"));
        else if (_random.Next(4) == 0)
            parameters.Add(Pair(Flag() ? "page[after]" : "page[before]", ""));
        for (var count = _random.Next(3); count > 0; count--)
            parameters.Add(Stat(definition));
    }

    private JsonObject Group(ResourceDefinition definition, int depth)
    {
        var parts = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => (JsonNode)(depth < 3 && _random.Next(4) == 0 ? Group(definition, depth + 1) : Leaf(definition)));
        return new JsonObject { ["operator"] = Flag() ? "and" : "or", ["attributes"] = new JsonArray([.. parts]) };
    }

    private JsonObject Leaf(ResourceDefinition definition)
    {
        var leaf = new JsonObject();
        for (var count = _random.Next(1, 3); count > 0; count--)
            if (Filter(definition) is var (path, op, _, json) && !leaf.ContainsKey(path))
                leaf.Add(path, op.Name == "eq" && Flag() ? json : new JsonObject { [op.Name] = json });
        return leaf;
    }

    private string Stat(ResourceDefinition definition)
    {
        var (family, suffix) = Flag() ? ("stats", "") : ("meta", "[]");
        var attributes = definition.Attributes.Where(known => !known.IsComposed && (IsCounted(known) || WireTypes.IsNumber(known.Type))).ToList();
        if (attributes.Count == 0 || Flag())
            return Pair($"{family}[total]{suffix}", "count");
        var attribute = Pick(attributes);
        string[] calculations = IsCounted(attribute) ? ["count", "count_each"] : ["sum", "average", "minimum", "maximum"];
        return Pair($"{family}[{attribute.Name}]{suffix}", Pick(calculations));
    }

    private static bool IsCounted(AttributeDefinition attribute) => attribute.IsCountable || attribute.Type is WireType.Enum or WireType.Boolean;

    private void Fields(List<string> parameters)
    {
        foreach (var definition in _definitions.Definitions)
        {
            if (_random.Next(3) == 0)
                parameters.Add(Pair($"fields[{definition.Type}]", string.Join(',', definition.Attributes.Where(known => !known.IsExtra && _random.Next(4) == 0).Select(known => known.Name))));
            List<string> extras =
            [
                .. definition.ExtraFields.Select(known => known.Name), .. definition.Attributes.Where(known => known.IsExtra).Select(known => known.Name),
            ];
            if (extras.Count > 0 && Flag())
                parameters.Add(Pair($"extra_fields[{definition.Type}]", string.Join(',', extras.Where(_ => Flag()))));
        }
    }

    private void Include(List<string> parameters, ResourceDefinition definition, Operation operation)
    {
        if (Flag())
            parameters.Add(Pair("include", string.Join(',', definition.Operations[operation].Where(_ => Flag()))));
    }

    private string Value(FilterDefinition filter) => filter.Type switch
    {
        WireType.String or WireType.Array => RandomText.Piece(_random),
        WireType.Enum => Pick(filter.EnumNames),
        WireType.Boolean => Flag() ? "true" : "false",
        WireType.Uuid => Spelled(Id(Pick([typeof(Collection), typeof(Item), typeof(CollectionItem), typeof(Photo), typeof(BundleItem), typeof(Property), typeof(DefaultProperty)]))),
        WireType.Integer => $"{_random.Next(-1, 5)}",
        WireType.Float => (_random.Next(-4, 8) * 0.25).ToString(CultureInfo.InvariantCulture),
        WireType.DateTime => Instant(),
        _ => throw new NotSupportedException($"{filter.Type} cannot be filtered."),
    };

    private Guid Id(Type entity)
    {
        var rows = _catalogue.Lists.Single(list => list.Key.IsAssignableFrom(entity)).Value.Where(entity.IsInstanceOfType).ToList();
        if (rows.Count == 0)
            return Guid.Empty;
        var row = Pick(rows);
        return (Guid)row.GetType().GetProperty("Id")!.GetValue(row)!;
    }

    private string Spelled(Guid id) => Flag() ? id.ToString() : id.ToString().ToUpperInvariant();

    private string Instant()
    {
        var instant = RandomCatalogue.Instant(_random).ToOffset(TimeSpan.FromMinutes(Pick([0, 90, -300])));
        return instant.ToString(Pick(["yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd"]), CultureInfo.InvariantCulture);
    }

    private static JsonNode? Json(WireType type, string? value) => (type, value) switch
    {
        (_, null) => null,
        (WireType.Boolean, _) => JsonValue.Create(value == "true"),
        (WireType.Integer or WireType.Float, _) => JsonNode.Parse(value),
        _ => JsonValue.Create(value),
    };

    private static string Written(string? value) =>
        value is null ? "null" : value == "null" || value.Contains(',', StringComparison.Ordinal) ? "{{" + value + "}}" : value;

    private string Pair(string key, string value) =>
        $"{(Flag() ? key : Uri.EscapeDataString(key))}={Uri.EscapeDataString(value)}";

    private bool Flag() => _random.Next(2) == 0;

    private T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];
}
