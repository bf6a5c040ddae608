namespace Api.Tests.Properties;

/// <summary>Text that databases, foldings and escapes like to get wrong.</summary>
internal static class RandomText
{
    private static readonly string[] Texts =
    [
        "", " ", "a", "A", "bike", "Bike", "BIKE", "bikes", "e-bike 2", "10", "9", "null", "true", "a,b", "Straße", "STRASSE", "straße", "ß", "ẞ",
        "İstanbul", "istanbul", "Istanbul", "ıstanbul", "\u00C5ngström", "A\u030Angstro\u0308m", "\u212Bngström", "ångström", "100%", "100_", "_", "%",
        "\\", "a\\b", "*", "a*b", "'", "\"quoted\"", "tab\tline\nend", "🚲", "🚲 bike", "\U00010428", "\U00010400", "\U0001F600\U0001F601", "\uFF21wide",
        "\uFFEE", "\uE000", "\uFFFD", "ﬁn", "fin", "Ǆ", "ǆ", "ǅ", "σ", "ς", "Σ", "{x}", "}", "[1]", "日本", "e\u0301", "é", "É", "\u0001", "a b", "a+b",
    ];

    internal static string Pick(Random random) => Texts[random.Next(Texts.Length)];

    internal static string? PickOrNull(Random random) => random.Next(3) == 0 ? null : Pick(random);

    /// <summary>A text, or a piece of one cut between code points.</summary>
    internal static string Piece(Random random)
    {
        var runes = Pick(random).EnumerateRunes().ToArray();
        if (random.Next(2) == 0 || runes.Length < 2)
            return string.Concat(runes);
        var start = random.Next(runes.Length);
        return string.Concat(runes.Skip(start).Take(1 + random.Next(runes.Length - start)));
    }
}
