using System.Globalization;
using System.Text;
using System.Text.Json;
using Api.Tests.Properties;
using JsonApi.Rendering.Json;
using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

/// <summary>What the buffer writes, System.Text.Json reads back.</summary>
internal sealed class JsonBufferTests
{
    [Test]
    public void Every_ASCII_character_reads_back()
    {
        for (var code = 0; code < 128; code++)
            Assert.That(ReadBack($"<{(char)code}>"), Is.EqualTo($"<{(char)code}>"), $"U+{code:X4}");
    }

    [TestCase("")]
    [TestCase("\"")]
    [TestCase("\\")]
    [TestCase("\\\"\\\"")]
    [TestCase("C:\\new\\\"quoted\"\t\r\n\b\f\v/")]
    [TestCase("\u0000\u001f\u007f\u0080\u2028\u2029\ufeff\uffff")]
    [TestCase("Straße Å A\u030A 日本 \U0001F6B2 \U0010FFFF")]
    public void Text_reads_back(string text) => Assert.That(ReadBack(text), Is.EqualTo(text));

    [Test]
    public void Random_text_reads_back() => PropertyCheck.Run(500, RandomString, _ => [], text =>
    {
        if (ReadBack(text) != text)
            throw new InvalidOperationException(JsonSerializer.Serialize(text));
    });

    [Test]
    public void Text_that_needs_no_escape_is_copied()
    {
        using var json = new JsonBuffer();
        json.String("Å/<&'\u2028\U0001F6B2"u8);
        Assert.That(Text(json), Is.EqualTo("\"Å/<&'\u2028\U0001F6B2\""));
    }

    [Test]
    public void Escapes_are_the_short_ones_where_there_are()
    {
        using var json = new JsonBuffer();
        json.String("\"\\\n\r\t\u0001\u001f"u8);
        Assert.That(Text(json), Is.EqualTo("""
            "\"\\\n\r\t\u0001\u001f"
            """));
    }

    [Test]
    public void A_lone_surrogate_becomes_a_replacement_character()
    {
        using var json = new JsonBuffer();
        json.String("a\ud800b".AsSpan());
        Assert.That(Text(json), Is.EqualTo("\"a\ufffdb\""));
    }

    [Test]
    public void A_buffer_grows_and_keeps_what_was_written()
    {
        var long1 = new string('x', 100_000);
        using var inner = new JsonBuffer(1);
        inner.String($"{long1}\n{long1}".AsSpan());
        using var json = new JsonBuffer(1);
        json.Raw("[1,"u8);
        json.Append(inner);
        json.Raw((byte)',');
        json.TakeBack();
        json.Raw((byte)']');
        using var document = JsonDocument.Parse(json.Written);
        Assert.That(document.RootElement[1].GetString(), Is.EqualTo($"{long1}\n{long1}"));
        Assert.That(json.Length, Is.EqualTo(json.Written.Length));
    }

    [TestCase(0L)]
    [TestCase(-1L)]
    [TestCase(long.MinValue)]
    [TestCase(long.MaxValue)]
    public void Whole_numbers_read_back(long number)
    {
        using var json = new JsonBuffer(1);
        json.Number(number);
        Assert.That(Text(json), Is.EqualTo(number.ToString(CultureInfo.InvariantCulture)));
    }

    [TestCase(0.0, "0.0")]
    [TestCase(-0.0, "-0.0")]
    [TestCase(12.0, "12.0")]
    [TestCase(0.1, "0.1")]
    [TestCase(-12.5, "-12.5")]
    [TestCase(1e20, "1E+20")]
    [TestCase(1e-7, "1E-07")]
    [TestCase(123456789012345680.0, "1.2345678901234568E+17")]
    [TestCase(double.MaxValue, "1.7976931348623157E+308")]
    [TestCase(-double.Epsilon, "-5E-324")]
    public void Numbers_with_a_fraction_always_show_it_and_read_back(double number, string written)
    {
        using var json = new JsonBuffer(1);
        json.Number(number);
        Assert.That(Text(json), Is.EqualTo(written));
        using var document = JsonDocument.Parse(json.Written);
        Assert.That(BitConverter.DoubleToInt64Bits(document.RootElement.GetDouble()), Is.EqualTo(BitConverter.DoubleToInt64Bits(number)));
    }

    [Test]
    public void Numbers_do_not_follow_the_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            using var json = new JsonBuffer();
            json.Number(1.5);
            json.Number(-2L);
            Assert.That(Text(json), Is.EqualTo("1.5-2"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string? ReadBack(string text)
    {
        using var json = new JsonBuffer(1);
        json.Raw((byte)'[');
        json.String(text.AsSpan());
        json.Raw((byte)',');
        json.String(Encoding.UTF8.GetBytes(text).AsSpan());
        json.Raw((byte)']');
        using var document = JsonDocument.Parse(json.Written);
        Assert.That(document.RootElement[0].GetString(), Is.EqualTo(document.RootElement[1].GetString()));
        return document.RootElement[0].GetString();
    }

    private static string RandomString(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var length = random.Next(40); length > 0; length--)
            text.Append(random.Next(4) switch
            {
                0 => new Rune(random.Next(0x20)).ToString(),
                1 => new Rune(random.Next(0x80)).ToString(),
                2 => new Rune(random.Next(0xD800)).ToString(),
                _ => new Rune(random.Next(0xE000, 0x110000)).ToString(),
            });
        return text.ToString();
    }

    private static string Text(JsonBuffer json) => Encoding.UTF8.GetString(json.Written.Span);
}
