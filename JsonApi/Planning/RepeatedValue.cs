using System.Collections.Immutable;
using System.Text.Json;
using JsonApi.Definitions;
using JsonApi.Errors;

namespace JsonApi.Planning;

/// <summary>
/// A value in a body that cannot be written. It is accepted where the resource has it already: clients read a document, change a part of
/// it and send all of it back.
/// </summary>
/// <param name="Path">Where it is in the document of the resource, as its API writes it.</param>
/// <param name="Type">Its type, where the same value can be spelled in several ways.</param>
/// <param name="Value">The value in the body.</param>
/// <param name="Otherwise">The error where the resource has another value.</param>
public sealed record RepeatedValue(ImmutableArray<string> Path, WireType? Type, JsonElement Value, RequestError Otherwise)
{
    /// <summary>Whether the resource has the value.</summary>
    /// <param name="document">The document of the resource.</param>
    public bool IsIn(JsonElement document)
    {
        var present = document;
        foreach (var step in Path)
            if (present.ValueKind != JsonValueKind.Object || !present.TryGetProperty(step, out present))
                return false;
        return JsonElement.DeepEquals(present, Value)
            || (Read(Value) is { } given && given.Equals(Read(present)));
    }

    /// <summary>What text means, where its spelling does not matter.</summary>
    private object? Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return null;
        return Type switch
        {
            WireType.DateTime => InstantReader.Read(value.GetString()!),
            WireType.Uuid => Guid.TryParseExact(value.GetString(), "D", out var id) ? id : null,
            _ => null,
        };
    }
}
