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
    [TestCase("絵", "item")]
    public void A_slug_is_plain(string name, string slug) => Assert.That(Slug.From(name, "item"), Is.EqualTo(slug));

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
