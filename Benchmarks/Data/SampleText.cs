namespace Benchmarks.Data;

/// <summary>Text as people write it in a catalogue: of realistic length, with quotes, line breaks and letters beyond ASCII.</summary>
internal sealed class SampleText(Random random)
{
    private static readonly string[] Words =
    [
        "camera", "tripod", "lens", "battery", "charger", "soft", "padded", "case", "included", "daily", "weekend", "rental",
        "professional", "lightweight", "weatherproof", "mount", "adapter", "wireless", "microphone", "studio", "light", "stand",
        "compact", "zoom", "wide", "angle", "steady", "smooth", "footage", "outdoor", "event", "stage", "speaker", "mixer",
        "cable", "metre", "table", "linen", "white", "oak", "folding", "chair", "marquee", "heater", "the", "a", "with", "and",
        "for", "your", "our", "best", "quality", "tested", "before", "every", "hire", "return", "clean", "dry",
    ];

    private static readonly string[] Spice =
    [
        "\"as new\"", "café", "größer", "12 × 8 mm", "naïve", "\n- checked & cleaned", "<b>new</b>", "20 °C", "Zürich", "5\\6", "東京", "📷",
    ];

    internal string Name() => $"{Capital(Word())} {Word()} {random.Next(100, 9999)}";

    /// <summary>About that many characters; one word in twelve needs escaping or is not ASCII.</summary>
    internal string Sentence(int length)
    {
        var text = new System.Text.StringBuilder(Capital(Word()), length + 24);
        while (text.Length < length)
            text.Append(' ').Append(random.Next(12) == 0 ? Spice[random.Next(Spice.Length)] : Word());
        return text.Append('.').ToString();
    }

    internal string TagList() =>
        $"[{string.Join(",", Enumerable.Range(0, random.Next(5)).Select(_ => $"\"{Word()}\""))}]";

    internal string Properties() =>
        $$"""{"colour":"{{Word()}}","length_cm":"{{random.Next(10, 300)}}","notes":"{{Word()}} \"{{Word()}}\""}""";

    internal string Word() => Words[random.Next(Words.Length)];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
