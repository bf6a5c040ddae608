namespace JsonApi.Definitions;

/// <summary>What a definition's constructor has declared so far, in the order of declaration; gone once the definition is frozen.</summary>
internal sealed class ResourceDeclarations
{
    internal OrderedDictionary<string, AttributeDefinition> Attributes { get; } = new(StringComparer.Ordinal);

    internal OrderedDictionary<string, RelationshipDefinition> Relationships { get; } = new(StringComparer.Ordinal);

    internal OrderedDictionary<string, FilterDefinition> Filters { get; } = new(StringComparer.Ordinal);

    internal OrderedDictionary<string, ExtraFieldDefinition> ExtraFields { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, WireType> Inputs { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, NestedDefinition> NestedInputs { get; } = new(StringComparer.Ordinal);

    internal Dictionary<Operation, string[]> Operations { get; } = [];
}
