using System.Globalization;
using JsonApi.Definitions;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>
/// Reads the values of a filter by its type. In a query string <c>a,b</c> is a list, <c>{{a,b}}</c> one string, and <c>null</c> is
/// null where the filter can be null; JSON has its own syntax for each of these.
/// </summary>
internal static class FilterValueReader
{
    internal static FilterValues? Read(PlanningContext context, FilterLeaf leaf, FilterDefinition filter, FilterOperator op)
    {
        var raw = op.TakesList && leaf.Values.Exists(MayBeList) ? Split(leaf.Values) : leaf.Values;
        var searchesText = op.Comparison is Comparison.Prefix or Comparison.Suffix or Comparison.Match;
        var most = searchesText ? context.Limits.SearchedTexts : context.Limits.FilterValues;
        if (raw.Count > most)
            return Fail($"takes {most} values at most, not {raw.Count}", "invalid filter");
        if (!op.TakesList && raw.Count != 1)
            return Fail($"takes one value, not {raw.Count}", "invalid filter");

        var items = new List<object>(raw.Count);
        var orNull = false;
        var takesNull = op.TakesNull && filter.AllowsNull;
        var folds = filter.Type != WireType.Enum && op.Comparison != Comparison.EqualRaw;
        foreach (var value in raw)
            if (value.Kind == RawKind.JsonNull || (value is { Kind: RawKind.QueryText, Text: "null" } && takesNull))
            {
                if (!takesNull)
                    return Fail("cannot be null", "failed typecasting");
                orNull = true;
            }
            else if (ReadOne(value, filter) is { } item)
                items.Add(item is string text && folds ? WireText.Fold(text) : item);
            else
                return Fail($"'{Shown(value.Text)}' is not {Expected(filter)}", "failed typecasting");
        return new FilterValues(items, orNull);

        FilterValues? Fail(string why, string phrase)
        {
            context.Fail(leaf.Parameter, leaf.Position, $"{phrase} {leaf.Parameter}: {why}");
            return null;
        }
    }

    private static string Expected(FilterDefinition filter) =>
        filter.Type == WireType.Enum ? "one of " + string.Join(", ", filter.EnumNames.Concat(filter.Synonyms.Keys))
        : filter.Type == WireType.Array ? WireTypes.Describe(WireType.String)
        : WireTypes.Describe(filter.Type);

    /// <summary>At most 100 characters of a text, for an error.</summary>
    private static string Shown(string text) => text.Length <= 100 ? text : text[..(char.IsHighSurrogate(text[99]) ? 99 : 100)] + "…";

    private static bool MayBeList(RawValue value) => value.Kind == RawKind.QueryText && value.Text.AsSpan().ContainsAny(',', '{');

    private static List<RawValue> Split(List<RawValue> values)
    {
        var single = new List<RawValue>();
        foreach (var value in values)
            if (MayBeList(value))
                Split(value.Text, single);
            else
                single.Add(value);
        return single;
    }

    private static void Split(string text, List<RawValue> into)
    {
        var start = 0;
        while (true)
        {
            if (text.AsSpan(start).StartsWith("{{") && Quoted(text, start) is var end and > 0)
            {
                into.Add(new RawValue(text[(start + 2)..(end - 2)], RawKind.JsonText));
                if (end == text.Length)
                    return;
                start = end + 1;
                continue;
            }
            var comma = text.IndexOf(',', start);
            into.Add(new RawValue(comma < 0 ? text[start..] : text[start..comma], RawKind.QueryText));
            if (comma < 0)
                return;
            start = comma + 1;
        }
    }

    /// <summary>The end of a quoted value: after the first <c>}}</c> before a comma or the end of the text; 0 if there is none.</summary>
    private static int Quoted(string text, int start)
    {
        for (var from = start + 2; text.IndexOf("}}", from, StringComparison.Ordinal) is >= 0 and var close; from = close + 1)
            if (close + 2 == text.Length || text[close + 2] == ',')
                return close + 2;
        return 0;
    }

    private static object? ReadOne(RawValue value, FilterDefinition filter)
    {
        var text = value.Text;
        switch (filter.Type)
        {
            case WireType.String or WireType.Array:
                return value.Kind is RawKind.QueryText or RawKind.JsonText && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
            case WireType.Enum:
                var name = filter.Synonyms.GetValueOrDefault(text, text);
                return filter.EnumNames.Contains(name) ? name : null;
            case WireType.Boolean:
                return text switch { "true" => true, "false" => false, _ => null };
            case WireType.Uuid:
                return Guid.TryParseExact(text, "D", out var id) ? id : null;
            case WireType.Integer:
                return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;
            case WireType.Float:
                var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
                return isNumber && double.IsFinite(number) ? number : null;
            case WireType.DateTime:
                return InstantReader.Read(text);
            default:
                return null;
        }
    }
}
