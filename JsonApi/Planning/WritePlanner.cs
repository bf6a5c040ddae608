using System.Text.Json;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>What a body means: the attributes to set, by name, each of the CLR type that goes with its wire type.</summary>
/// <param name="Definition">The resource.</param>
/// <param name="Values">The attributes that were given; null where null was given.</param>
public sealed record WritePlan(ResourceDefinition Definition, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>The uuid given for an attribute, or null.</summary>
    public Guid? Uuid(string attribute) => Values.GetValueOrDefault(attribute) as Guid?;
}

/// <summary>Body to plan: every attribute has to be known, writable and of the right type.</summary>
public static class WritePlanner
{
    /// <summary>Plans the creation of a resource.</summary>
    public static Result<WritePlan> PlanCreate(ResourceDefinition definition, WriteRequest request)
    {
        if (request.Type != definition.Type)
            return new RequestError(ErrorCodes.Conflict, $"data.type should be '{definition.Type}' here, not '{request.Type}'.") { Pointer = "/data/type" };
        if (request.Id is not null)
            return new RequestError(ErrorCodes.Forbidden, "The server makes the ids: leave data.id out.") { Pointer = "/data/id" };
        var errors = new List<RequestError>();
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Attributes)
            SetAttribute(definition, name, value, values, errors);
        foreach (var (name, data) in request.Relationships)
            SetRelationship(definition, name, data, values, errors);
        return errors.Count > 0 ? errors : new WritePlan(definition, values);
    }

    private static void SetAttribute(
        ResourceDefinition definition, string name, JsonElement value, Dictionary<string, object?> values, List<RequestError> errors)
    {
        var attribute = definition.FindAttribute(name);
        if (attribute is null)
            errors.Add(Refused(name, "is an unknown attribute", "unknown_attribute"));
        else if (attribute.Writability == Writability.Readonly)
            errors.Add(Refused(name, "cannot be written", "unwrittable_attribute"));
        else if (!BodyValueReader.TryRead(attribute, value, out var read))
            errors.Add(Refused(name, $"should be {WireTypes.Describe(attribute.Type)}", "type_error"));
        else
            values[name] = read;
    }

    private static void SetRelationship(
        ResourceDefinition definition, string name, JsonElement data, Dictionary<string, object?> values, List<RequestError> errors)
    {
        var pointer = "/data/relationships/" + name;
        var key = definition.Relationships.TryGetValue(name, out var relationship) && !relationship.IsToMany
            ? definition.Attributes.FirstOrDefault(attribute => attribute.Paths[0].Equals(relationship.Key) && attribute.Writability != Writability.Readonly)
            : null;
        if (key is null)
            errors.Add(RequestError.InBody(pointer, $"data.relationships.{name} is an unknown relationship, or not one that can be written."));
        else if (!TryReadIdentifier(relationship!.Target, data, out var id))
            errors.Add(RequestError.InBody(pointer + "/data", $"data.relationships.{name}.data should be null or an object with the id and a type of {Types(relationship.Target)}."));
        else if (values.TryGetValue(key.Name, out var given) && !Equals(given, id))
            errors.Add(RequestError.InBody(pointer, $"data.relationships.{name} contradicts data.attributes.{key.Name}."));
        else
            values[key.Name] = id;
    }

    private static bool TryReadIdentifier(ResourceDefinition target, JsonElement data, out object? id)
    {
        id = null;
        if (data.ValueKind == JsonValueKind.Null)
            return true;
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("id", out var idText) || !data.TryGetProperty("type", out var type)
            || idText.ValueKind != JsonValueKind.String || type.ValueKind != JsonValueKind.String
            || !Guid.TryParseExact(idText.GetString(), "D", out var uuid))
            return false;
        id = uuid;
        return type.GetString() == target.Type || target.Variants.Any(variant => variant.Type == type.GetString());
    }

    private static string Types(ResourceDefinition target) =>
        target.Variants.Count == 0 ? target.Type : string.Join(" or ", target.Variants.Select(variant => variant.Type));

    private static RequestError Refused(string name, string message, string code) =>
        RequestError.InBody("/data/attributes/" + name, $"data.attributes.{name} {message}", new ErrorMeta(name, message, code));
}
