using System.Text.Json;
using JsonApi.Definitions;
using JsonApi.Errors;

namespace JsonApi.Planning;

/// <summary>
/// Plans resources inside the body of another one, each by its own definition. Errors have its location:
/// <c>/data/attributes/bundle_items_attributes/1/quantity</c>.
/// </summary>
internal static class NestedPlanner
{
    private const string IdName = "id";
    private const string DestroyName = "_destroy";

    /// <summary>Plans every object of the array; null is an empty array.</summary>
    /// <param name="nested">Their definition.</param>
    /// <param name="value">The value in the body.</param>
    /// <param name="owner">The id of the resource they belong to.</param>
    /// <param name="errors">Receives the errors.</param>
    internal static List<NestedWrite> Plan(NestedDefinition nested, JsonElement value, Guid owner, List<RequestError> errors)
    {
        var writes = new List<NestedWrite>();
        if (value.ValueKind == JsonValueKind.Null)
            return writes;
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(part => part.ValueKind != JsonValueKind.Object))
        {
            errors.Add(RequestError.Refused([nested.Name], "should be an array of objects", "type_error"));
            return writes;
        }
        foreach (var part in value.EnumerateArray())
        {
            var found = new List<RequestError>();
            writes.Add(PlanOne(nested, part, owner, found));
            var location = $"{nested.Name}/{writes.Count - 1}";
            errors.AddRange(found.Select(error => error.Within(location)));
            if (errors.IsFull())
                break;
        }
        return writes;
    }

    private static NestedWrite PlanOne(NestedDefinition nested, JsonElement part, Guid owner, List<RequestError> errors)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var repeated = new RepeatedValues(nested.Target, errors, isCreate: true);
        object? id = null, destroys = null;
        foreach (var member in part.EnumerateObject().TakeWhile(_ => !errors.IsFull()))
            if (member.Name == IdName)
                id = Read(WireType.Uuid, member, errors);
            else if (member.Name == DestroyName)
                destroys = Read(WireType.Boolean, member, errors);
            else if (member.Name == nested.Key)
                errors.Add(RequestError.Refused([nested.Key], "cannot be written", "unwrittable_attribute"));
            else
                WritePlanner.SetAttribute(nested.Target, member.Name, member.Value, values, repeated, errors);
        if (id is null)
            values[nested.Key] = owner;
        return new NestedWrite(new WritePlan(nested.Target, id as Guid? ?? Guid.Empty, id is null, values), destroys is true);
    }

    private static object? Read(WireType type, JsonProperty member, List<RequestError> errors)
    {
        if (!BodyValueReader.TryRead(type, [], member.Value, out var read))
            errors.Add(RequestError.Refused([member.Name], $"should be {WireTypes.Describe(type)}", "type_error"));
        return read;
    }
}
