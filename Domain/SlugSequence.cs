namespace Domain;

/// <summary>Returns slugs that differ from every slug it returned before; thousands of one name cost no more than one.</summary>
public sealed class SlugSequence
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lastNumbers = new(StringComparer.Ordinal);

    public string Next(string slug)
    {
        var number = _lastNumbers.GetValueOrDefault(slug);
        string candidate;
        do
            candidate = Slug.Numbered(slug, ++number);
        while (!_taken.Add(candidate));
        _lastNumbers[slug] = number;
        return candidate;
    }
}
