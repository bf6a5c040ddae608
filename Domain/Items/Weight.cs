using System.Collections.Immutable;
using System.Text.Json;

namespace Domain.Items;

/// <summary>A weight, stored as JSON text: <c>{"value":2.5,"unit":"kg"}</c>.</summary>
public static class Weight
{
    /// <summary>The greatest value, in any unit.</summary>
    public const int MaxValue = 1_000_000_000;

    /// <summary>The units; the first is that of a weight that never had one.</summary>
    public static readonly ImmutableArray<string> Units = ["g", "kg", "oz", "lb"];

    /// <summary>The text to store for a valid weight, which may leave out the unit: then it is the unit of the weight before. Values are never converted.</summary>
    public static string From(string given, string? before)
    {
        using var weight = JsonDocument.Parse(given);
        var value = JsonNumber.Read(weight.RootElement.GetProperty("value"))!.Value;
        return $$"""{"value":{{JsonNumber.Write(value)}},"unit":"{{UnitOf(weight.RootElement) ?? UnitOf(before) ?? Units[0]}}"}""";
    }

    /// <summary>Whether a valid weight has a value: one that is null means no weight.</summary>
    public static bool HasValue(string given)
    {
        using var weight = JsonDocument.Parse(given);
        return weight.RootElement.GetProperty("value").ValueKind != JsonValueKind.Null;
    }

    private static string? UnitOf(string? weight)
    {
        if (weight is null)
            return null;
        using var document = JsonDocument.Parse(weight);
        return UnitOf(document.RootElement);
    }

    private static string? UnitOf(JsonElement weight) => weight.TryGetProperty("unit", out var unit) ? unit.GetString() : null;
}
