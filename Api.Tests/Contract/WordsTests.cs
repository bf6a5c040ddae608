using System.Text.RegularExpressions;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Contract;

/// <summary>
/// Words that had a private meaning here, and have been replaced by standard terms: collection item, connection, error, keyset range and
/// so on. Code and documents are searched for them as whole words; identifiers are split at case borders and underscores.
/// </summary>
internal sealed partial class WordsTests
{
    private static readonly HashSet<string> Words =
    [
        "place", "places", "shelf", "shelves", "album", "albums", "mistake", "mistakes", "told", "bear", "bears", "stand", "stands", "stood",
        "guard", "guards", "admit", "admits", "seal", "seals", "session", "sessions", "stretch", "stretches", "sought", "settle", "settles",
        "settled", "parted", "forget", "forgets", "fan", "fans", "audience", "audiences", "desk",
    ];

    private static readonly string[] Allowed =
    [
        // Ordinary English: instead of, at the same location.
        @"\bin (its |their )?place\b", @"\btakes? (its |their |the )?place\b",
        // Data: a product name, the words of a search.
        "\"stand\"",
    ];

    private static readonly string[] Folders = ["Domain", "JsonApi", "Persistence", "Api", "Api.Tests", "Benchmarks"];

    private static IEnumerable<string> Files() =>
        Folders.SelectMany(ProjectFolder.Sources).Concat(ProjectFolder.Documents()).Concat([Path.Combine(ProjectFolder.Root, ".ci", "run"), Path.Combine(ProjectFolder.Root, ".editorconfig")])
            .Where(file => Path.GetFileName(file) != "WordsTests.cs");

    [Test]
    public void Code_and_documents_use_standard_terms()
    {
        var hits = from file in Files()
                   from line in File.ReadLines(file).Index()
                   let text = Allowed.Aggregate(line.Item, (rest, allowed) => Regex.Replace(rest, allowed, "", RegexOptions.IgnoreCase))
                   from word in Found(text)
                   select $"{ProjectFolder.Relative(file)}:{line.Index + 1}: {word}";
        Assert.That(hits, Is.Empty);
    }

    [TestCase("the place of an item", "place")]
    [TestCase("var shelfOfItems = 1;", "shelf")]
    [TestCase("A_mistake_is_told", "mistake told")]
    [TestCase("StoreGuard", "guard")]
    [TestCase("replaced, misplaced, bearer, standard, sealed", "")]
    public void Identifiers_are_split_into_words(string text, string expected) => Assert.That(string.Join(' ', Found(text)), Is.EqualTo(expected));

    private static IEnumerable<string> Found(string text) =>
        Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).Where(Words.Contains);

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Word();
}
