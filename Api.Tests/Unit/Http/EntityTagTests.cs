using Api.Http;
using Microsoft.Extensions.Primitives;
using NUnit.Framework;

namespace Api.Tests.Unit.Http;

/// <summary>Conditions of RFC 9110, 13.1, against the tag <c>"x"</c>.</summary>
internal sealed class EntityTagTests
{
    private const string Tag = "\"x\"";

    [TestCase("\"x\"")]
    [TestCase("*")]
    [TestCase("\"a\", \"x\"")]
    [TestCase("\"a\",\"x\",\"b\"")]
    [TestCase("  ,, \"x\" ,")]
    [TestCase("\"a,b\", \"x\"")]
    [TestCase("\"a\"", "\"x\"")]
    [TestCase("not a tag", "\"x\"")]
    public void Both_comparisons_find_the_tag(params string[] lines) => Assert.That(Matches(lines), Is.EqualTo((true, true)));

    [TestCase("W/\"x\"")]
    [TestCase("\"a\", W/\"x\"")]
    public void Only_the_weak_comparison_finds_a_weak_tag(params string[] lines) => Assert.That(Matches(lines), Is.EqualTo((false, true)));

    [TestCase]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase(",")]
    [TestCase("x")]
    [TestCase("\"X\"")]
    [TestCase("\"\"")]
    [TestCase("\"*\"")]
    [TestCase("\"x")]
    [TestCase("x\"")]
    [TestCase("'x'")]
    [TestCase("\"x\"\"x\"")]
    [TestCase("\"a,\"x\",b\"")]
    [TestCase("**")]
    [TestCase("\"*")]
    [TestCase(";*")]
    [TestCase("W/")]
    [TestCase("W/ ")]
    [TestCase("W/ \t")]
    [TestCase("W/*")]
    [TestCase("W/W/\"x\"")]
    [TestCase("\"x\", nonsense")]
    public void Neither_comparison_finds_the_tag_in(params string[] lines) => Assert.That(Matches(lines), Is.EqualTo((false, false)));

    [Test]
    public void A_missing_value_is_no_condition() => Assert.That(Matches([null]), Is.EqualTo((false, false)));

    [Test]
    public void A_read_without_conditions_allocates_nothing()
    {
        _ = EntityTags.Matches(StringValues.Empty, Tag, isWeakEnough: true);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            _ = EntityTags.Matches(StringValues.Empty, Tag, isWeakEnough: true);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private static (bool Strong, bool Weak) Matches(string?[] lines) =>
        (EntityTags.Matches(new StringValues(lines), Tag, isWeakEnough: false), EntityTags.Matches(new StringValues(lines), Tag, isWeakEnough: true));
}
