using System.Collections.Frozen;
using System.Collections.Immutable;

namespace JsonApi.Definitions;

/// <summary>All resource definitions, checked and frozen at start.</summary>
public sealed class ResourceCatalog
{
    private readonly FrozenDictionary<string, ResourceDefinition> _byType;

    /// <summary>Freezes the definitions; throws where one refers to something that is not declared.</summary>
    public ResourceCatalog(params ResourceDefinition[] definitions)
    {
        _byType = definitions.ToFrozenDictionary(definition => definition.Type, StringComparer.Ordinal);
        Definitions = [.. definitions];
        foreach (var definition in definitions)
            definition.Freeze(this);
        foreach (var definition in definitions)
            CheckIncludes(definition);
    }

    /// <summary>The definitions, in the order given.</summary>
    public ImmutableArray<ResourceDefinition> Definitions { get; }

    /// <summary>The definition of a resource type, or null.</summary>
    public ResourceDefinition? Find(string type) => _byType.GetValueOrDefault(type);

    private static void CheckIncludes(ResourceDefinition definition)
    {
        foreach (var path in definition.Operations.Values.SelectMany(includes => includes))
        {
            var at = definition;
            foreach (var step in path.Split('.'))
                at = at.Relationships.TryGetValue(step, out var relationship)
                    ? relationship.Target
                    : throw new InvalidOperationException(
                        $"{definition.Type} offers to include '{path}', but {at.Type} has no relationship '{step}'.");
        }
    }
}
