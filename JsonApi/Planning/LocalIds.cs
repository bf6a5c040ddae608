using System.Text.Json;
using JsonApi.Errors;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>
/// The local ids of one request: names, unique within their type, for resources that operations of the request add. Each is replaced by
/// the id of the new resource.
/// </summary>
internal sealed class LocalIds
{
    private readonly Dictionary<(string Type, string Lid), (int Index, Guid Id)> _made = [];

    /// <summary>Adds the local id of a new resource; returns an error where the request has it twice.</summary>
    internal RequestError? Add(OperationRequest operation, Guid id)
    {
        if (operation is not { Code: OperationCode.Add, Data.Lid: { } lid })
            return null;
        var type = operation.Target.Type;
        if (_made.TryAdd((type, lid), (operation.Index, id)))
            return null;
        return RequestError.InBody(
            "/data/lid", $"The lid '{lid}' is given to two resources of the type '{type}': operation {_made[(type, lid)].Index} has it too.");
    }

    /// <summary>The id for a local id in an operation, which has to come after the one that adds the resource.</summary>
    internal Result<Guid> Find(string type, string lid, int index, string pointer)
    {
        if (!_made.TryGetValue((type, lid), out var made))
            return RequestError.InBody(pointer, _made.Keys.FirstOrDefault(key => key.Lid == lid) is { Type: { } other }
                ? $"The lid '{lid}' names a resource of the type '{other}', not '{type}'."
                : $"No operation adds a resource of the type '{type}' with the lid '{lid}'.");
        return made.Index < index
            ? made.Id
            : RequestError.InBody(pointer, $"The lid '{lid}' cannot be used before operation {made.Index} has made the resource.");
    }

    /// <summary>The same body with ids instead of local ids.</summary>
    internal WriteRequest Resolve(WriteRequest body, int index, List<RequestError> errors)
    {
        if (body.Relationships.Count == 0)
            return body;
        var resolved = new List<(string, JsonElement)>(body.Relationships.Count);
        foreach (var (name, data) in body.Relationships)
        {
            var pointer = $"/data/relationships/{RequestError.PointerStep(name)}/data";
            resolved.Add((name, Resolve(data, pointer, index, errors)));
        }
        return body with { Relationships = resolved };
    }

    private JsonElement Resolve(JsonElement data, string pointer, int index, List<RequestError> errors)
    {
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("lid", out var lid))
            return data;
        if (lid.ValueKind != JsonValueKind.String || data.TryGetProperty("id", out _)
            || !data.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
            errors.Add(RequestError.InBody(pointer, "A resource identifier has a type and either an id or a lid, all of them strings."));
        else if (Find(type.GetString()!, lid.GetString()!, index, pointer + "/lid") is var found && found.TryGet(out var id))
            return JsonSerializer.SerializeToElement(
                new Dictionary<string, string> { ["type"] = type.GetString()!, ["id"] = id.ToString("D") });
        else
            errors.AddRange(found.Errors);
        return default;
    }
}
