using System.Text.Json;
using JsonApi.Errors;

namespace JsonApi.Parsing;

/// <summary>
/// Parses a body to a <see cref="WriteRequest"/>. Members beside <c>data</c> are ignored, because the official client sends some;
/// inside <c>data</c> an unknown member is an error.
/// </summary>
public static class DocumentParser
{
    /// <summary>The most members of attributes, and of relationships: no resource has as many.</summary>
    private const int MaxMembers = 1_000;

    /// <summary>Parses a JSON:API document with one resource object.</summary>
    public static Result<WriteRequest> Parse(ReadOnlyMemory<byte> body) => JsonBody.Read(body, "a document with a data member", Read);

    private static Result<WriteRequest> Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return RequestError.InBody("", "The body should be an object with a data member.");
        if (!root.TryGetProperty("data", out var data) && root.TryGetProperty(OperationsParser.Member, out _))
            return RequestError.InBody(
                "/" + OperationsParser.Member,
                "Atomic operations are announced by the media type of the body: application/vnd.api+json;ext=\"https://jsonapi.org/ext/atomic\".");
        if (data.ValueKind == JsonValueKind.Undefined)
            return RequestError.InBody("", "The body has no data member.");
        var errors = new List<RequestError>();
        var resource = ReadResource(data, errors);
        string? include = null;
        if (root.TryGetProperty("include", out var value) && value.ValueKind == JsonValueKind.String)
            include = value.GetString();
        else if (value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            errors.Add(RequestError.InBody("/include", "include should be a string such as \"a,b.c\"."));
        return errors.Count > 0 ? errors : resource! with { Include = include };
    }

    /// <summary>Reads a resource object from the member data; null where it has no type.</summary>
    internal static WriteRequest? ReadResource(JsonElement data, List<RequestError> errors)
    {
        if (data.ValueKind != JsonValueKind.Object)
        {
            errors.Add(RequestError.InBody("/data", "data should be one resource object."));
            return null;
        }
        var before = errors.Count;
        string? type = null, id = null, lid = null;
        IReadOnlyList<(string, JsonElement)> attributes = [], relationships = [];
        foreach (var member in data.EnumerateObject().TakeWhile(_ => !errors.IsFull()))
            switch (member.Name)
            {
                case "type": type = Text(member, errors); break;
                case "id" or "lid" when member.Value.ValueKind == JsonValueKind.Null: break;
                case "id": id = Text(member, errors); break;
                case "lid": lid = Text(member, errors); break;
                case "attributes": attributes = Members(member, errors); break;
                case "relationships": relationships = Linkages(member, errors); break;
                case "meta" or "links": break;
                default:
                    errors.Add(RequestError.InBody(
                        "/data/" + RequestError.PointerStep(member.Name),
                        $"data.{member.Name} is an unknown member; known are id, type, attributes, relationships."));
                    break;
            }
        if (type is null && errors.Count == before)
            errors.Add(RequestError.InBody("/data/type", "data has no type."));
        return type is null ? null : new WriteRequest(type, id, attributes, relationships, null) { Lid = lid };
    }

    private static string? Text(JsonProperty member, List<RequestError> errors)
    {
        if (member.Value.ValueKind == JsonValueKind.String)
            return member.Value.GetString();
        errors.Add(RequestError.InBody("/data/" + member.Name, $"data.{member.Name} should be a string."));
        return null;
    }

    private static List<(string, JsonElement)> Members(JsonProperty member, List<RequestError> errors)
    {
        if (member.Value.ValueKind != JsonValueKind.Object)
            errors.Add(RequestError.InBody("/data/" + member.Name, $"data.{member.Name} should be an object."));
        else if (member.Value.GetPropertyCount() > MaxMembers)
            errors.Add(RequestError.InBody("/data/" + member.Name, $"data.{member.Name} has more than {MaxMembers} members."));
        else
            return [.. member.Value.EnumerateObject().Select(property => (property.Name, property.Value.Clone()))];
        return [];
    }

    private static List<(string, JsonElement)> Linkages(JsonProperty member, List<RequestError> errors)
    {
        var linkages = new List<(string, JsonElement)>();
        foreach (var (name, value) in Members(member, errors))
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("data", out var data))
                linkages.Add((name, data));
            else
                errors.Add(RequestError.InBody(
                    "/data/relationships/" + RequestError.PointerStep(name),
                    $"data.relationships.{name} should be an object with a data member."));
        return linkages;
    }
}
