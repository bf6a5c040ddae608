using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>
/// Reads values of a body by their wire type, without conversions between JSON types. A string, enum name or hash becomes a string (a
/// hash its JSON text), an array of strings a list of them, an integer an <c>int</c>, a float a <c>double</c>.
/// </summary>
internal static class BodyValueReader
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns false where the value is not of the type.</summary>
    internal static bool TryRead(WireType type, IReadOnlyList<string> enumNames, JsonElement value, out object? read)
    {
        read = value.ValueKind == JsonValueKind.Null ? null : Read(type, enumNames, value);
        return read is not null || value.ValueKind == JsonValueKind.Null;
    }

    private static object? Read(WireType type, IReadOnlyList<string> enumNames, JsonElement value) => type switch
    {
        WireType.String => Text(value),
        WireType.Uuid => Text(value) is { } text && Guid.TryParseExact(text, "D", out var id) ? id : null,
        WireType.Enum => Text(value) is { } name && enumNames.Contains(name) ? name : null,
        WireType.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) ? whole : null,
        WireType.Float =>
            value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null,
        WireType.Boolean => value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
        WireType.DateTime => Text(value) is { } time ? Instant(time) : null,
        WireType.Array => Texts(value),
        WireType.Hash => value.ValueKind == JsonValueKind.Object && !ContainsNul(value) ? Compact(value) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Whether a value is, or contains, text with NUL, which not every database can store.</summary>
    internal static bool ContainsNul(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Contains('\0', StringComparison.Ordinal),
        JsonValueKind.Array => value.EnumerateArray().Any(ContainsNul),
        JsonValueKind.Object => value.EnumerateObject()
            .Any(member => member.Name.Contains('\0', StringComparison.Ordinal) || ContainsNul(member.Value)),
        _ => false,
    };

    private static string? Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && !ContainsNul(value) ? value.GetString() : null;

    private static object? Instant(string text) => InstantReader.Read(text) is WholeSecond second ? second.Start : InstantReader.Read(text);

    private static string Compact(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        value.WriteTo(json);
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static List<string>? Texts(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return null;
        var texts = new List<string>();
        foreach (var part in value.EnumerateArray())
        {
            if (Text(part) is not { } text)
                return null;
            texts.Add(text);
        }
        return texts;
    }
}
