using System.Collections.Immutable;
using JsonApi.Definitions;

namespace Api.Tests.Properties;

/// <summary>A filter, its negation, and neither.</summary>
internal sealed record NegatedFilterCase(WireType Type, QueryCase Positive, QueryCase Negative, QueryCase All)
{
    /// <summary>Archived rows count as well, or naming them would change the total.</summary>
    private const string Revealed = """filter[conditions]={"operator":"or","attributes":[{"archived":true},{"archived":false}]}""";

    /// <summary>The types with operators that can be negated, all as often.</summary>
    internal static readonly WireType[] Types =
        [WireType.String, WireType.Uuid, WireType.Enum, WireType.Integer, WireType.Float, WireType.DateTime];

    internal static NegatedFilterCase Make(RandomCatalogues catalogues, int seed)
    {
        var random = catalogues.Random(seed);
        var catalogue = random.Make().Catalogue;
        for (var number = seed; ; number++)
        {
            var definition = catalogues.Definitions.Definitions[number % catalogues.Definitions.Definitions.Length];
            var (path, op, text, _) = random.Filter(definition);
            var (type, operators) = Target(definition, path.Split('.'));
            if (type != Types[seed % Types.Length] || !operators.Any(other => other.Comparison == op.Comparison && other.Negated))
                continue;
            string[] common = ["stats[total]=count", "page[size]=0", .. definition.RevealedBy.Length > 0 ? [Revealed] : Array.Empty<string>()];
            return new NegatedFilterCase(type, Of(false), Of(true), new QueryCase(catalogue, definition.Type, null, 0, common));

            QueryCase Of(bool negated)
            {
                var name = operators.First(other => other.Comparison == op.Comparison && other.Negated == negated).Name;
                return new QueryCase(catalogue, definition.Type, null, 0, [.. common, $"filter[{path}][{name}]={Uri.EscapeDataString(text)}"]);
            }
        }
    }

    private static (WireType Type, ImmutableArray<FilterOperator> Operators) Target(ResourceDefinition definition, string[] path)
    {
        foreach (var step in path[..^1])
            definition = definition.Relationships[step].Target;
        var filter = definition.FindFilter(path[^1])!;
        return (filter.Type, filter.Operators);
    }
}
