using System.Text.Json.Nodes;
using NUnit.Framework;
using static Api.Tests.Store.BadInput.BadInputServer;

namespace Api.Tests.Store.BadInput;

/// <summary>Characters that mean something to SQL, LIKE, GLOB or JSON are plain characters here, and find exactly their like.</summary>
internal sealed class PlainTextTests
{
    internal const string Ordinary = "Ordinary";

    /// <summary>Names of the other company's collections, besides <see cref="Ordinary"/>.</summary>
    internal static readonly string[] Names =
    [
        "100%", "100x", "a_b", "axb", "a*b", "a?b", "a[b]", "back\\slash", "O'Neil", "'; DROP TABLE collections; --", "\"quoted\"",
        "a,b", "a", "b", "{{a,b}}", "null", "1 + 1", "Caf\u00e9", "STRASSE", "Stra\u00dfe", "\ud83d\ude00 smile", "a\u2028b", "x\ufffey", "  padded  ", "\u0130stanbul", "%s {0}",
    ];

    private static IEnumerable<string> Special => Names.Where(name => name is not ("a,b" or "{{a,b}}" or "null"));

    [TestCaseSource(nameof(Special))]
    public async Task A_name_finds_itself_alone(string name)
    {
        foreach (var op in new[] { "eq", "eql" })
            Assert.That(await FindAsync(op, name), Is.EqualTo(new[] { name }), op);
        Assert.That(await FindAsync("not_eq", name), Is.EquivalentTo(All.Where(other => other != name)));
    }

    [TestCase("%")]
    [TestCase("_")]
    [TestCase("*")]
    [TestCase("?")]
    [TestCase("[")]
    [TestCase("\\")]
    [TestCase("'")]
    [TestCase("\"")]
    [TestCase(";")]
    [TestCase("--")]
    [TestCase("+")]
    [TestCase("\ud83d\ude00")]
    [TestCase("\ufffe")]
    [TestCase("\u2028")]
    [TestCase("{0}")]
    [TestCase("  ")]
    public async Task A_special_character_matches_itself_alone(string text)
    {
        var expected = All.Where(name => name.Contains(text, StringComparison.Ordinal)).ToList();
        Assert.That(expected, Is.Not.Empty);
        Assert.That(await FindAsync("match", text), Is.EquivalentTo(expected));
        Assert.That(await FindAsync("not_match", text), Is.EquivalentTo(All.Except(expected)));
        Assert.That(await FindAsync("prefix", text), Is.EquivalentTo(All.Where(name => name.StartsWith(text, StringComparison.Ordinal))));
        Assert.That(await FindAsync("suffix", text), Is.EquivalentTo(All.Where(name => name.EndsWith(text, StringComparison.Ordinal))));
    }

    /// <summary>Long lists are compiled another way than short ones and have to find the same.</summary>
    [TestCase("prefix")]
    [TestCase("suffix")]
    [TestCase("match")]
    [TestCase("eq")]
    [TestCase("eql")]
    public async Task A_long_list_finds_what_a_short_one_finds(string op)
    {
        string[] asked = ["100%", "\"quoted\"", "back\\slash", "O'Neil", "\ufffe", "\ud83d\ude00 smile", "%s", "b"];
        var filler = Enumerable.Range(0, 60).Select(number => $"zz{number}");
        var few = await FindAsync(op, asked);
        var many = await FindAsync(op, [.. asked, .. filler]);
        Assert.That(few, Is.Not.Empty);
        Assert.That(many, Is.EquivalentTo(few));
        Assert.That(await FindAsync("not_" + op, [.. asked, .. filler]), Is.EquivalentTo(All.Except(few)));
    }

    [TestCase("prefix")]
    [TestCase("suffix")]
    [TestCase("match")]
    public async Task The_empty_text_is_in_every_name(string op)
    {
        Assert.That(await FindAsync(op, ""), Is.EquivalentTo(All));
        Assert.That(await FindAsync(op, ["", .. Enumerable.Range(0, 60).Select(number => $"zz{number}")]), Is.EquivalentTo(All));
    }

    [TestCase("caf\u00e9", "Caf\u00e9")]
    [TestCase("cafe\u0301", "Caf\u00e9")]
    [TestCase("CAFE\u0301", "Caf\u00e9")]
    [TestCase("o'neil", "O'Neil")]
    public async Task Case_and_normalization_form_do_not_matter_to_eq(string text, string found)
    {
        Assert.That(await FindAsync("eq", text), Is.EqualTo(new[] { found }));
        Assert.That(await FindAsync("eql", text), Is.Empty);
    }

    [Test]
    public async Task Folding_neither_expands_nor_knows_a_language()
    {
        Assert.That((await FindAsync("eq", "strasse")).Single(), Is.EqualTo("STRASSE"));
        Assert.That(await FindAsync("eq", "istanbul"), Is.Empty);
    }

    [TestCase("a,b", "a", "b")]
    [TestCase("{{a,b}}", "a,b")]
    [TestCase("{{a,b}},{{1 + 1}}", "a,b", "1 + 1")]
    [TestCase("{{{{a,b}}}}", "{{a,b}}")]
    [TestCase("{{null}}", "null")]
    [TestCase("{{a}}", "a")]
    [TestCase("null", "null")]
    public async Task A_comma_parts_values_unless_it_is_quoted(string value, params string[] found) =>
        Assert.That(await FindRawAsync($"filter[name]={Uri.EscapeDataString(value)}"), Is.EquivalentTo(found));

    [Test]
    public async Task Plus_and_percent_20_are_both_a_blank()
    {
        Assert.That((await FindRawAsync("filter[name]=1+%2B+1")).Single(), Is.EqualTo("1 + 1"));
        Assert.That((await FindRawAsync("filter[name]=1%20%2B%201")).Single(), Is.EqualTo("1 + 1"));
        Assert.That(await FindRawAsync("filter[name]=1%20+%201"), Is.Empty);
    }

    [Test]
    public async Task Json_strings_are_never_taken_apart()
    {
        foreach (var name in Names)
        {
            var conditions = new JsonObject { ["operator"] = "and", ["attributes"] = new JsonArray(new JsonObject { ["name"] = name }) };
            var found = await FindRawAsync($"filter[conditions]={Uri.EscapeDataString(conditions.ToJsonString())}");
            Assert.That(found, Is.EqualTo(new[] { name }));
        }
    }

    private static IEnumerable<string> All => Names.Append(Ordinary);

    private static Task<List<string>> FindAsync(string op, params string[] values) =>
        FindRawAsync($"filter[name][{op}]={string.Join(',', values.Select(Uri.EscapeDataString))}");

    private static async Task<List<string>> FindRawAsync(string query)
    {
        var answer = await SendAsync(HttpMethod.Get, $"/api/4/collections?page[size]=100&fields[collections]=name&{query}", token: OtherToken);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return [.. answer.Json["data"]!.AsArray().Select(row => row!["attributes"]!["name"]!.GetValue<string>())];
    }
}
