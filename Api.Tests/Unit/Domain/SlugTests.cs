using Domain;
using NUnit.Framework;

namespace Api.Tests.Unit.Domain;

[TestFixture]
internal sealed class SlugTests
{
    [TestCase("nature", "nature")]
    [TestCase("The Painter’s Mother IV", "the-painter-s-mother-iv")]
    [TestCase("Déjà-Vu", "deja-vu")]
    [TestCase(" group/movement ", "group-movement")]
    [TestCase("Straße, Ærø, Łódź", "strasse-aero-lodz")]
    [TestCase("[no title]", "no-title")]
    [TestCase("-12°", "12")]
    [TestCase("+ -", "item")]
    [TestCase("Ａtlas ﬁne ſ No. ⑤", "atlas-fine-s-no-5")]
    [TestCase("[???]", "item")]
    [TestCase("❦ … ★", "item")]
    public void A_slug_is_plain(string name, string slug) => Assert.That(Slug.From(name, "item"), Is.EqualTo(slug));

    [TestCase("Велосипед", "velosiped")]
    [TestCase("Письмо в Кремль", "pismo-v-kreml")]
    [TestCase("Йога", "yoga")]
    [TestCase("Ποδήλατο", "podilato")]
    [TestCase("自転車", "zi-zhuan-che")]
    [TestCase("モネの絵 2点", "moneno-hui-2-dian")]
    [TestCase("がぎ", "gagi")]
    [TestCase("サーバー", "saba")]
    [TestCase("한국어 책", "hangugeo-chaeg")]
    [TestCase("دراجة", "drjh")]
    [TestCase("كِتَاب", "kitab")]
    [TestCase("أزرق ١٢٣", "zrq-123")]
    [TestCase("כתב", "khtv")]
    [TestCase("हिन्दी", "hindi")]
    [TestCase("ქართული", "kartuli")]
    [TestCase("Ħaż-Żebbuġ", "haz-zebbug")]
    [TestCase("🚲", "bike")]
    [TestCase("I ♥ art", "i-hearts-art")]
    [TestCase("a🚲b", "a-bike-b")]
    [TestCase("☀️", "sunny")]
    [TestCase("👨‍👩‍👧", "man-woman-girl")]
    public void Other_scripts_and_emoji_are_readable(string name, string slug) => Assert.That(Slug.From(name, "item"), Is.EqualTo(slug));

    /// <summary>What was a slug before other scripts were transliterated still is: Latin letters with any marks, signs and punctuation.</summary>
    [TestCase("Hawaiʻi", "hawai-i")]
    [TestCase("© 2020", "2020")]
    [TestCase("5 € ± ½", "5-1-2")]
    [TestCase("Tiếng Việt", "tieng-viet")]
    [TestCase("Mañana № Ⅷ ™", "manana-no-viii-tm")]
    [TestCase("a\u0363b\u0903c", "ab-c")]
    [TestCase("\uFFFEx", "x")]
    public void Latin_slugs_do_not_change(string name, string slug) => Assert.That(Slug.From(name, "item"), Is.EqualTo(slug));

    [Test]
    public void A_slug_of_another_script_is_cut_as_well() => Assert.That(Slug.From(new string('車', 100), "item"), Has.Length.EqualTo(Slug.MaxLength - 1).And.EndsWith("-che"));

    [Test]
    public void A_slug_is_cut_and_leaves_room_for_its_number()
    {
        var slug = Slug.From(new string('a', 199) + " b", "item");
        Assert.That(slug, Has.Length.EqualTo(199));
        Assert.That(Slug.From(new string('ß', 150), "item"), Has.Length.EqualTo(Slug.MaxLength));
        Assert.That(Slug.Numbered(new string('a', 200), 12), Has.Length.EqualTo(Slug.MaxLength).And.EndsWith("a-12"));
    }

    [Test]
    public void Numbers_start_at_two_and_skip_what_is_taken()
    {
        var slugs = new SlugSequence();
        string[] given = [slugs.Next("blank"), slugs.Next("blank-2"), slugs.Next("blank"), slugs.Next("blank"), slugs.Next("blank-2")];
        Assert.That(given, Is.EqualTo(new[] { "blank", "blank-2", "blank-3", "blank-4", "blank-2-2" }));
    }
}
