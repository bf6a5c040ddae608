using System.Text.Json;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>
/// Plans a body: every attribute has to be known, writable and of the right type. The body of an update may also repeat what cannot be
/// written.
/// </summary>
public static class WritePlanner
{
    /// <summary>Plans the creation of a resource, which gets the id.</summary>
    public static Result<WritePlan> PlanCreate(ResourceDefinition definition, WriteRequest request, Guid id) =>
        request.Type != definition.Type ? WrongType(definition, request)
        : request.Id is not null
            ? new RequestError(ErrorCodes.Forbidden, "The server makes the ids: leave data.id out.") { Pointer = "/data/id" }
        : Plan(definition, request, id, isCreate: true);

    /// <summary>Plans an update of the resource with the id; attributes that the body leaves out are not changed.</summary>
    public static Result<WritePlan> PlanUpdate(ResourceDefinition definition, WriteRequest request, Guid id) =>
        request.Type != definition.Type ? WrongType(definition, request)
        : request.Id is not null && !(Guid.TryParseExact(request.Id, "D", out var given) && given == id)
            ? new RequestError(ErrorCodes.Conflict, $"data.id should be '{id:D}', the id that is addressed, not '{request.Id}'.")
            {
                Pointer = "/data/id",
            }
        : Plan(definition, request, id, isCreate: false);

    private static RequestError WrongType(ResourceDefinition definition, WriteRequest request) =>
        new(ErrorCodes.Conflict, $"data.type should be '{definition.Type}' here, not '{request.Type}'.") { Pointer = "/data/type" };

    private static Result<WritePlan> Plan(ResourceDefinition definition, WriteRequest request, Guid id, bool isCreate)
    {
        var errors = new List<RequestError>();
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var repeated = new RepeatedValues(definition, errors, isCreate);
        foreach (var (name, value) in request.Attributes)
            if (definition.NestedInputs.TryGetValue(name, out var nested))
                values[name] = NestedPlanner.Plan(nested, value, id, errors);
            else
                SetAttribute(definition, name, value, values, repeated, errors);
        foreach (var (name, data) in request.Relationships)
            SetRelationship(definition, name, data, values, repeated, errors);
        return errors.Count > 0 ? errors : new WritePlan(definition, id, isCreate, values) { Repeated = repeated.Found };
    }

    internal static void SetAttribute(
        ResourceDefinition definition,
        string name,
        JsonElement value,
        Dictionary<string, object?> values,
        RepeatedValues repeated,
        List<RequestError> errors)
    {
        // An input may have the name of an attribute, whose value responses write in another form.
        var isInput = definition.Inputs.TryGetValue(name, out var type);
        var attribute = isInput ? null : definition.FindAttribute(name);
        if (!isInput && attribute is null && definition.FindExtraField(name) is null)
            errors.Add(RequestError.Refused([name], "is an unknown attribute", "unknown_attribute"));
        else if (!isInput && attribute is not { Writability: not Writability.Readonly })
            repeated.Add(name, value, RequestError.Refused([name], "cannot be written", "unwrittable_attribute"));
        else if (BodyValueReader.TryRead(attribute?.Type ?? type, attribute?.EnumNames ?? [], value, out var read))
            values[name] = read;
        else
        {
            var without = BodyValueReader.ContainsNul(value) ? ", without the character U+0000" : "";
            var error = RequestError.Refused([name], $"should be {Expected(attribute, type)}{without}", "type_error");
            if (isInput)
                repeated.Add(name, value, error);
            else
                errors.Add(error);
        }
    }

    private static string Expected(AttributeDefinition? attribute, WireType type) => attribute switch
    {
        null => WireTypes.Describe(type),
        { Type: WireType.Enum } => "one of " + string.Join(", ", attribute.EnumNames),
        { Type: WireType.Array } => "an array of strings",
        { Type: WireType.Integer } => "a whole number of up to 32 bits",
        _ => WireTypes.Describe(attribute.Type),
    };

    private static void SetRelationship(
        ResourceDefinition definition,
        string name,
        JsonElement data,
        Dictionary<string, object?> values,
        RepeatedValues repeated,
        List<RequestError> errors)
    {
        var pointer = "/data/relationships/" + RequestError.PointerStep(name);
        var key = definition.Relationships.TryGetValue(name, out var relationship) && !relationship.IsToMany
            ? definition.Attributes.FirstOrDefault(attribute =>
                attribute.Paths[0].Equals(relationship.Key) && attribute.Writability != Writability.Readonly)
            : null;
        if (key is null)
            repeated.AddRelationship(name, data, RequestError.InBody(
                pointer, $"data.relationships.{name} is an unknown relationship, or not one that can be written."));
        else if (!TryReadIdentifier(relationship!.Target, data, out var id))
            errors.Add(RequestError.InBody(
                pointer + "/data",
                $"data.relationships.{name}.data should be null or an object with the id and a type of {Types(relationship.Target)}."));
        else if (values.TryGetValue(key.Name, out var given) && !Equals(given, id))
            errors.Add(RequestError.InBody(pointer, $"data.relationships.{name} contradicts data.attributes.{key.Name}."));
        else
        {
            values[key.Name] = id;
            // Where the target is one of several types, its type is written beside the key.
            if (id is not null
                && relationship.TypeAttribute is { } typeAttribute
                && data.GetProperty("type").GetString() is { } type
                && type != relationship.TargetType)
                SetType(typeAttribute, type, pointer, values, errors);
        }
    }

    private static void SetType(
        string attribute, string type, string pointer, Dictionary<string, object?> values, List<RequestError> errors)
    {
        if (values.TryGetValue(attribute, out var given) && !Equals(given, type))
            errors.Add(RequestError.InBody(pointer, $"{pointer[1..].Replace('/', '.')} contradicts data.attributes.{attribute}."));
        else
            values[attribute] = type;
    }

    private static bool TryReadIdentifier(ResourceDefinition target, JsonElement data, out object? id)
    {
        id = null;
        if (data.ValueKind == JsonValueKind.Null)
            return true;
        if (data.ValueKind != JsonValueKind.Object
            || !data.TryGetProperty("id", out var idText)
            || !data.TryGetProperty("type", out var type)
            || idText.ValueKind != JsonValueKind.String || type.ValueKind != JsonValueKind.String
            || !Guid.TryParseExact(idText.GetString(), "D", out var uuid))
            return false;
        id = uuid;
        return type.GetString() == target.Type || target.Variants.Any(variant => variant.Type == type.GetString());
    }

    private static string Types(ResourceDefinition target) =>
        target.Variants.Length == 0 ? target.Type : string.Join(" or ", target.Variants.Select(variant => variant.Type));
}
