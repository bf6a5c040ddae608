using System.Text.Json;

namespace Domain.Items;

/// <summary>The point of a photo that stays visible when it is cut, stored as JSON text: <c>{"x":0.5,"y":0.5}</c>.</summary>
public static class FocalPoint
{
    public const string Centre = """{"x":0.5,"y":0.5}""";

    /// <summary>The greatest coordinate: clients count in fractions, hundredths or pixels.</summary>
    public const int MaxCoordinate = 100_000;

    /// <summary>The text to store for a valid point.</summary>
    public static string From(string given)
    {
        using var point = JsonDocument.Parse(given);
        return $$"""{"x":{{Read(point.RootElement, "x")}},"y":{{Read(point.RootElement, "y")}}}""";
    }

    private static string Read(JsonElement point, string name) => JsonNumber.Write(JsonNumber.Read(point.GetProperty(name))!.Value);
}
