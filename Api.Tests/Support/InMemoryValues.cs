using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using JsonApi.Definitions;
using JsonApi.Execution;

namespace Api.Tests.Support;

/// <summary>Values of entities in memory: read along paths, held against given ones, ordered, handed to result tables.</summary>
internal static class InMemoryValues
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null where a step leads nowhere, and where the property is one of another subtype.</summary>
    internal static object? Read(object row, PropertyPath path)
    {
        object? at = row;
        foreach (var step in path.Navigations.Append(path.Property))
            at = at is not null && step.DeclaringType!.IsInstanceOfType(at) ? step.GetValue(at) : null;
        return at;
    }

    internal static bool Meets(Compare compare, object? value)
    {
        if (value is null)
            return compare.OrNull;
        return value is IEnumerable<string> elements
            ? elements.Any(element => compare.Values.Any(given => MeetsText(compare.Comparison, element, (string)given)))
            : compare.Values.Any(given => MeetsOne(compare, value, given));
    }

    /// <summary>How two values that are not null follow each other.</summary>
    internal static int Order(object left, object right) => (left, right) switch
    {
        (string a, string b) => ByCodePoint(WireText.Fold(a), WireText.Fold(b)) is not 0 and var order ? order : ByCodePoint(a, b),
        (Guid a, Guid b) => ByCodePoint(WireText.Write(a), WireText.Write(b)),
        (DateTimeOffset a, DateTimeOffset b) => a.UtcTicks.CompareTo(b.UtcTicks),
        (bool a, bool b) => a.CompareTo(b),
        (Enum a, Enum b) => ByCodePoint(Name(a), Name(b)),
        (Enum a, string b) => ByCodePoint(Name(a), b),
        (double a, double b) => a.CompareTo(b),
        _ => Convert.ToInt64(left, CultureInfo.InvariantCulture).CompareTo(Convert.ToInt64(right, CultureInfo.InvariantCulture)),
    };

    internal static int ByCodePoint(string left, string right)
    {
        var (a, b) = (left.EnumerateRunes().ToArray(), right.EnumerateRunes().ToArray());
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
            if (a[i] != b[i])
                return a[i].CompareTo(b[i]);
        return a.Length.CompareTo(b.Length);
    }

    internal static string Name(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    internal static void AddTo(ResultTable table, object? value)
    {
        switch (value)
        {
            case null: table.AddNull(); break;
            case bool flag: table.Add(flag ? 1L : 0L); break;
            case double real: table.Add(real); break;
            case int or long: table.Add(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case string text: AddText(text); break;
            case Guid id: AddText(WireText.Write(id)); break;
            case DateTimeOffset instant: AddText(WireText.Write(instant)); break;
            case Enum name: AddText(Name(name)); break;
            case IEnumerable<string> elements: AddText(JsonSerializer.Serialize(elements, Relaxed)); break;
            default: throw new NotSupportedException($"{value.GetType()} is no cell.");
        }

        void AddText(string text) => table.Add(Encoding.UTF8.GetBytes(text));
    }

    private static bool MeetsOne(Compare compare, object value, object given) => compare.Type switch
    {
        WireType.String => MeetsText(compare.Comparison, (string)value, (string)given),
        WireType.Enum => compare.Comparison == Comparison.Equal && Name((Enum)value) == (string)given,
        WireType.Boolean => compare.Comparison == Comparison.Equal && (bool)value == (bool)given,
        _ => MeetsOrder(compare.Comparison, Order(value, given)),
    };

    private static bool MeetsOrder(Comparison comparison, int order) => comparison switch
    {
        Comparison.Equal => order == 0,
        Comparison.Greater => order > 0,
        Comparison.GreaterOrEqual => order >= 0,
        Comparison.Less => order < 0,
        Comparison.LessOrEqual => order <= 0,
        _ => throw new NotSupportedException($"{comparison} is for text."),
    };

    private static bool MeetsText(Comparison comparison, string text, string given) => comparison switch
    {
        Comparison.EqualRaw => text == given,
        Comparison.Equal => WireText.Fold(text) == given,
        Comparison.Prefix => WireText.Fold(text).StartsWith(given, StringComparison.Ordinal),
        Comparison.Suffix => WireText.Fold(text).EndsWith(given, StringComparison.Ordinal),
        Comparison.Match => WireText.Fold(text).Contains(given, StringComparison.Ordinal),
        _ => throw new NotSupportedException($"{comparison} is not for text."),
    };
}
