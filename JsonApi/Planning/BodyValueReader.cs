using System.Text.Json;
using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>Attribute values of a body, read by the attribute's type; JSON types are taken at their word.</summary>
internal static class BodyValueReader
{
    /// <summary>False where the value is not of the attribute's type. Null is left to the resource's rules.</summary>
    internal static bool TryRead(AttributeDefinition attribute, JsonElement value, out object? read)
    {
        read = null;
        if (value.ValueKind == JsonValueKind.Null)
            return true;
        switch (attribute.Type)
        {
            case WireType.Uuid when value.ValueKind == JsonValueKind.String && Guid.TryParseExact(value.GetString(), "D", out var id):
                read = id;
                return true;
            default:
                return false;
        }
    }
}
