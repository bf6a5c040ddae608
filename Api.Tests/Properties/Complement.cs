using JsonApi.Definitions;

namespace Api.Tests.Properties;

/// <summary>A filter, its negation, and neither.</summary>
internal sealed record Complement(WireType Type, QueryCase Positive, QueryCase Negative, QueryCase All)
{
    /// <summary>Archived rows count as well, or naming them would change the total.</summary>
    private const string Revealed = """filter[conditions]={"operator":"or","attributes":[{"archived":true},{"archived":false}]}""";

    /// <summary>The types with operators that can be negated, all as often.</summary>
    internal static readonly WireType[] Types =
        [WireType.String, WireType.Uuid, WireType.Enum, WireType.Integer, WireType.Float, WireType.DateTime];

    internal static Complement Make(RandomCatalogues catalogues, int seed)
    {
        var type = Types[seed % Types.Length];
        for (; ; seed++)
        {
            var query = catalogues.Make(seed);
            var definition = catalogues.Definitions.Find(query.Type)!;
            var (path, op, text, _) = catalogues.Random(seed).Filter(definition);
            var (filter, operators) = Operators(definition, path.Split('.'));
            if (filter.Type != type || !operators.Any(other => other.Comparison == op.Comparison && other.Negated))
                continue;
            string[] common = ["stats[total]=count", "page[size]=0", .. definition.RevealedBy.Count > 0 ? [Revealed] : Array.Empty<string>()];
            return new Complement(filter.Type, Of(Name(false)), Of(Name(true)), query with { Id = null, Parameters = common });

            string Name(bool negated) => operators.First(other => other.Comparison == op.Comparison && other.Negated == negated).Name;

            QueryCase Of(string name) => query with { Id = null, Parameters = [.. common, $"filter[{path}][{name}]={Uri.EscapeDataString(text)}"] };
        }
    }

    private static (FilterDefinition Filter, FilterOperator[] Operators) Operators(ResourceDefinition definition, string[] path)
    {
        foreach (var step in path[..^1])
            definition = definition.Relationships[step].Target;
        var filter = definition.FindFilter(path[^1])!;
        return (filter, filter.Operators);
    }
}
