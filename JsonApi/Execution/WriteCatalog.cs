using System.Collections.Frozen;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;

namespace JsonApi.Execution;

/// <summary>
/// The writes and validators that the definitions name by type, one instance of each. A validator is made for the first body of its
/// resource: its rules are compiled expressions, which would add to the start of the server.
/// </summary>
public sealed class WriteCatalog
{
    private readonly FrozenDictionary<ResourceDefinition, (Lazy<IBodyValidator?> Validator, IResourceWrites Writes)> _byDefinition;

    /// <param name="catalogs">The definitions of all APIs.</param>
    /// <param name="create">Makes an instance of a type.</param>
    public WriteCatalog(IEnumerable<ResourceCatalog> catalogs, Func<Type, object> create) =>
        _byDefinition = catalogs.SelectMany(catalog => catalog.Definitions)
            .Where(definition => definition.Writes is not null)
            .ToFrozenDictionary(
                definition => definition,
                definition => (
                    new Lazy<IBodyValidator?>(() => definition.Validator is { } validator ? (IBodyValidator)create(validator) : null),
                    (IResourceWrites)create(definition.Writes!)));

    /// <summary>What writes a resource; throws for one that is only read.</summary>
    public IResourceWrites Writes(ResourceDefinition definition) => _byDefinition[definition].Writes;

    /// <summary>
    /// Checks the rules of a body, and of the resources within it by the validators of their own definitions; returns the errors.
    /// </summary>
    public List<RequestError> Check(WritePlan plan)
    {
        var errors = _byDefinition[plan.Definition].Validator.Value?.Check(plan).ToList() ?? [];
        foreach (var name in plan.Definition.NestedInputs.Keys)
            foreach (var (index, nested) in plan.Nested(name).Index())
                if (!nested.IsDestroyed)
                    errors.AddRange(Check(nested.Plan).Select(error => error.Within($"{name}/{index}")));
        return errors;
    }
}
