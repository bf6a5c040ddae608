using System.Text.Json;
using Api.Favourites.Validation;
using JsonApi.Definitions;
using JsonApi.Planning;
using Persistence.Writes.Favourites;

namespace Api.Favourites;

/// <summary>
/// The members of a resource that cannot be written, in the body of an update: clients send back the document that they read. They have to
/// be as they were read.
/// </summary>
internal static class RepeatedMembers
{
    /// <summary>Those in a request, and the request's other parameters.</summary>
    internal static (Parameters Others, IReadOnlyList<RepeatedValue> Repeated) Split(
        Parameters parameters, FavouritesResource resource, ParametersValidator validator)
    {
        var names = resource.Members.Where(name => !validator.Knows(name)).ToHashSet(StringComparer.Ordinal);
        var (repeated, others) = parameters.InBody(names);
        return repeated.Count == 0
            ? (parameters, [])
            : (others, [.. repeated.Select(parameter => Value(parameter.Name, parameter.Value, resource.Definition))]);
    }

    private static RepeatedValue Value(string name, string? text, ResourceDefinition definition)
    {
        var type = definition.FindAttribute(name)?.Type;
        object? value = (type, text) switch
        {
            (WireType.Boolean, "true" or "1") => true,
            (WireType.Boolean, "false" or "0") => false,
            _ => text,
        };
        return new RepeatedValue([name], type, JsonSerializer.SerializeToElement(value), FavouritesErrors.Parameter(name, "cannot be changed"));
    }
}
