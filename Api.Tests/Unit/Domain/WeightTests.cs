using Domain.Items;
using NUnit.Framework;

namespace Api.Tests.Unit.Domain;

/// <summary>Weights and focal points, and the numbers in them.</summary>
internal sealed class WeightTests
{
    [TestCase("""{"value":2.5,"unit":"lb"}""", null, """{"value":2.5,"unit":"lb"}""")]
    [TestCase("""{"value":2.5,"unit":"lb"}""", """{"value":1,"unit":"kg"}""", """{"value":2.5,"unit":"lb"}""")]
    [TestCase("""{"value":2.5}""", """{"value":1,"unit":"kg"}""", """{"value":2.5,"unit":"kg"}""")]
    [TestCase("""{"value":2.5}""", null, """{"value":2.5,"unit":"g"}""")]
    [TestCase("""{"value":2.5}""", "{}", """{"value":2.5,"unit":"g"}""")]
    public void A_unit_that_is_left_out_stays_or_is_gram(string given, string? before, string stored) => Assert.That(Weight.From(given, before), Is.EqualTo(stored));

    [TestCase("2.50", "2.5")]
    [TestCase("\"2.50\"", "2.5")]
    [TestCase("0", "0")]
    [TestCase("\"0.00\"", "0")]
    [TestCase("100", "100")]
    [TestCase("1e2", "100")]
    [TestCase("1000000000", "1000000000")]
    public void Numbers_have_one_form(string given, string stored)
    {
        Assert.That(Weight.From($$"""{"value":{{given}},"unit":"g"}""", null), Is.EqualTo($$"""{"value":{{stored}},"unit":"g"}"""));
        Assert.That(FocalPoint.From($$"""{"y":{{given}},"x":0.25}"""), Is.EqualTo($$"""{"x":0.25,"y":{{stored}}}"""));
    }
}
