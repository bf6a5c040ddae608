using System.Globalization;
using System.Text.Json;

namespace Domain.Items;

/// <summary>A number inside a JSON object, which clients also write as text: <c>2.5</c>, <c>2.50</c> and <c>"2.5"</c> are the same.</summary>
public static class JsonNumber
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The number, or null where the value is none.</summary>
    public static decimal? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(value.GetString(), Plain, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>As JSON, without zeros at the end.</summary>
    public static string Write(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
