namespace Api.Commands;

/// <summary>Finds what a mistyped word was meant to be.</summary>
internal static class NearestWord
{
    private const int MaxDistance = 2;

    /// <summary>The word that the fewest insertions, deletions and replacements of a letter lead to; null where that takes more than two.</summary>
    internal static string? Find(string typed, IEnumerable<string> words) =>
        words.Select(word => (Word: word, Distance: Distance(typed, word)))
            .Where(candidate => candidate.Distance <= MaxDistance)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Word)
            .FirstOrDefault();

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
