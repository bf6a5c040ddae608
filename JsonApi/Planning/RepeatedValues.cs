using System.Text.Json;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>Collects the values of a body that cannot be written. What does not exist yet has no value to repeat, so each is an error there.</summary>
/// <param name="definition">The resource.</param>
/// <param name="errors">Receives the errors.</param>
/// <param name="isCreate">Whether the resource is yet to be created.</param>
internal sealed class RepeatedValues(ResourceDefinition definition, List<RequestError> errors, bool isCreate)
{
    private const string Data = "data";

    internal List<RepeatedValue> Found { get; } = [];

    /// <summary>The value of an attribute or extra field; the error stays where the resource has another value.</summary>
    internal void Add(string name, JsonElement value, RequestError otherwise)
    {
        var type = definition.FindAttribute(name)?.Type;
        if (isCreate || (type is null && definition.FindExtraField(name) is null))
            errors.Add(otherwise);
        else
            Found.Add(new RepeatedValue(name == definition.Id.Name ? [Data, name] : [Data, "attributes", name], type, value, otherwise));
    }

    /// <summary>The linkage of a relationship that can be included in the resource.</summary>
    internal void AddRelationship(string name, JsonElement data, RequestError otherwise)
    {
        if (isCreate || !definition.Operations.TryGetValue(Operation.Fetch, out var includes) || !includes.Contains(name))
            errors.Add(otherwise);
        else
            Found.Add(new RepeatedValue([Data, "relationships", name, Data], null, data, otherwise));
    }

    /// <summary>What has to be read of the resource, besides its default attributes, for the values to be found in its document.</summary>
    internal static QueryRequest Query(ResourceDefinition definition, IReadOnlyList<RepeatedValue> repeated)
    {
        if (repeated.Count == 0)
            return QueryRequest.Empty;
        var request = new QueryRequest();
        var names = repeated.Where(value => value.Path is [_, "attributes", _]).Select(value => value.Path[^1]).ToList();
        var extras = names.Where(name => definition.FindAttribute(name)?.IsExtra ?? true).ToList();
        if (extras.Count > 0)
            request.ExtraFields.Add(new FieldsTerm(definition.Type, extras, "extra_fields", -1));
        if (names.Exists(name => definition.FindAttribute(name) is { IsDefault: false, IsExtra: false }))
            request.Fields.Add(new FieldsTerm(definition.Type, [.. names.Except(extras)], "fields", -1));
        var includes = repeated.Where(value => value.Path is [_, "relationships", _, _]).Select(value => value.Path[2]).ToList();
        if (includes.Count > 0)
            request.Include = [.. includes.Select(name => new NameTerm(name, "include", -1))];
        return request;
    }
}
