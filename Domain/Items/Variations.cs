namespace Domain.Items;

/// <summary>The values that tell the products of a group apart: one for each of the group's variation fields.</summary>
public static class Variations
{
    /// <summary>The most products of one group that are not archived.</summary>
    public const int MaxProducts = 1_000;

    /// <summary>
    /// Values for other fields than they were given for: a field that stays keeps its value, a field that is only renamed too, and a new one
    /// has an empty value. Renamed is a field that is unknown at the position of one that is gone.
    /// </summary>
    public static List<string> Fit(IReadOnlyList<string> values, IReadOnlyList<string> oldFields, IReadOnlyList<string> fields)
    {
        var old = oldFields.ToList();
        var hasSameCount = old.Count == fields.Count;
        return
        [
            .. fields.Select((field, index) => old.IndexOf(field) is >= 0 and var known ? known : hasSameCount && !fields.Contains(old[index]) ? index : -1)
                .Select(at => at >= 0 && at < values.Count ? values[at] : ""),
        ];
    }

    /// <summary>Equal for values that no customer can tell apart.</summary>
    public static string Key(IEnumerable<string> values) =>
        string.Join('\n', values.Select(value => value.Trim().Normalize().ToUpperInvariant()));
}
