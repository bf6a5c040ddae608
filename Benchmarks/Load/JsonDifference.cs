using System.Globalization;
using System.Text.Json;

namespace Benchmarks.Load;

/// <summary>Where two JSON documents first differ, the order of members and elements included.</summary>
internal static class JsonDifference
{
    /// <summary>The path with both values, or null where they are equal. Members named in <paramref name="ignored"/> are not looked at.</summary>
    internal static string? Find(JsonElement left, JsonElement right, string[] ignored, string path = "$")
    {
        if (left.ValueKind != right.ValueKind)
            return Describe(path, left, right);
        switch (left.ValueKind)
        {
            case JsonValueKind.Object:
                return Members(left, right, ignored, path);
            case JsonValueKind.Array:
                if (left.GetArrayLength() != right.GetArrayLength())
                    return string.Create(CultureInfo.InvariantCulture, $"{path}: {left.GetArrayLength()} elements / {right.GetArrayLength()} elements");
                return left.EnumerateArray().Zip(right.EnumerateArray())
                    .Select((pair, i) => Find(pair.First, pair.Second, ignored, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")))
                    .FirstOrDefault(difference => difference is not null);
            case JsonValueKind.String:
                return left.GetString() == right.GetString() ? null : Describe(path, left, right);
            // 10 and 10.0 are one number.
            case JsonValueKind.Number:
                return left.GetDecimal() == right.GetDecimal() ? null : Describe(path, left, right);
            default:
                return left.GetRawText() == right.GetRawText() ? null : Describe(path, left, right);
        }
    }

    private static string? Members(JsonElement left, JsonElement right, string[] ignored, string path)
    {
        var lefts = left.EnumerateObject().Where(member => !ignored.Contains(member.Name)).ToList();
        var rights = right.EnumerateObject().Where(member => !ignored.Contains(member.Name)).ToList();
        for (var i = 0; i < Math.Max(lefts.Count, rights.Count); i++)
        {
            var (leftName, rightName) = (lefts.ElementAtOrDefault(i).Name(), rights.ElementAtOrDefault(i).Name());
            if (leftName != rightName)
                return string.Create(CultureInfo.InvariantCulture, $"{path}: member {i} is {leftName} / {rightName}");
            if (Find(lefts[i].Value, rights[i].Value, ignored, $"{path}.{leftName}") is { } difference)
                return difference;
        }

        return null;
    }

    private static string Name(this JsonProperty member) => member.Value.ValueKind == JsonValueKind.Undefined ? "missing" : member.Name;

    private static string Describe(string path, JsonElement left, JsonElement right) =>
        $"{path}: {Shorten(left.GetRawText())} / {Shorten(right.GetRawText())}";

    private static string Shorten(string text) => text.Length > 200 ? text[..200] + "…" : text;
}
