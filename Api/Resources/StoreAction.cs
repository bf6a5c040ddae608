using System.Text.Json;
using JsonApi.Errors;
using JsonApi.Parsing;
using Persistence.Transactions;

namespace Api.Resources;

/// <summary>What an action does within a transaction; returns the caller's errors, and then the transaction is rolled back.</summary>
internal delegate List<RequestError> ActionWork(WriteTransaction transaction);

/// <summary>A change of many rows at once: created like a resource, but not stored as one.</summary>
/// <param name="type">The type in bodies and answers, which is also the path.</param>
/// <param name="attributes">The attributes of a body, all of which are required.</param>
internal abstract class StoreAction(string type, params string[] attributes)
{
    /// <summary>The most elements of an array.</summary>
    protected const int MaxElements = 10_000;

    internal string Type { get; } = type;

    /// <summary>Another spelling of the type in bodies.</summary>
    protected virtual string? OtherType => null;

    /// <summary>Reads a body, and returns every error that needs no stored data.</summary>
    internal Result<ActionWork> Plan(WriteRequest request)
    {
        if (request.Type != Type && request.Type != OtherType)
            return new RequestError(ErrorCodes.Conflict, $"data.type should be '{Type}' here, not '{request.Type}'.")
            {
                Pointer = "/data/type",
            };
        if (request.Id is not null)
            return new RequestError(ErrorCodes.Forbidden, "The server makes the ids: leave data.id out.") { Pointer = "/data/id" };
        var errors = new List<RequestError>();
        if (!string.IsNullOrEmpty(request.Include))
            errors.Add(RequestError.InBody("/include", $"cannot include '{request.Include}': {Type} have no relationships."));
        foreach (var (name, _) in request.Relationships)
            errors.Add(RequestError.InBody(
                "/data/relationships/" + RequestError.PointerStep(name), $"data.relationships.{name} is an unknown relationship."));
        foreach (var (name, _) in request.Attributes)
            if (!attributes.Contains(name))
                errors.Add(RequestError.Refused([name], "is an unknown attribute", "unknown_attribute"));
        var given = request.Attributes.Where(attribute => attribute.Value.ValueKind != JsonValueKind.Null).ToDictionary();
        foreach (var name in attributes)
            if (!given.ContainsKey(name))
                errors.Add(RequestError.Invalid(name, "can't be blank", "blank"));
        return errors.Count > 0 ? errors : Plan(given);
    }

    /// <summary>Reads the attributes, all of which are given.</summary>
    protected abstract Result<ActionWork> Plan(IReadOnlyDictionary<string, JsonElement> given);

    /// <summary>The elements of an array that is neither empty nor too long; otherwise the error.</summary>
    protected static Result<List<JsonElement>> Elements(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return RequestError.Refused([name], "should be an array", "type_error");
        return value.GetArrayLength() switch
        {
            0 => RequestError.Invalid(name, "can't be blank", "blank"),
            > MaxElements and var count => RequestError.Invalid(
                name, $"holds {count} elements, and one request takes {MaxElements} at most", "too_many"),
            _ => value.EnumerateArray().ToList(),
        };
    }

    protected static bool TryReadId(JsonElement value, out Guid id)
    {
        id = default;
        return value.ValueKind == JsonValueKind.String && Guid.TryParseExact(value.GetString(), "D", out id);
    }
}
