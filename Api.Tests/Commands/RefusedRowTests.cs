using Api.Import.Tate;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Commands;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RefusedRowTests : IDisposable
{
    private const string Good = "11,N2,Another,7,,,,,,,,,http://pages/2\n";

    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase("9,N9,T,99,,,,,,,,,", "artworks.csv line 4: artist_id 99 is not in artists.csv")]
    [TestCase("10,N9,T,0,,,,,,,,,", "artworks.csv line 4: id 10 is already on line 2")]
    [TestCase("9,N1,T,0,,,,,,,,,", "artworks.csv line 4: accession_number \"N1\" is already on line 2")]
    [TestCase("9,N9,T,0,,,,,,,,,http://pages/1", "artworks.csv line 4: url \"http://pages/1\" is already on line 2")]
    [TestCase("9,N9,,0,,,,,,,,,", "artworks.csv line 4: title is empty")]
    [TestCase("x,N9,T,0,,,,,,,,,", "artworks.csv line 4: id \"x\" is not a whole number")]
    [TestCase("9,N9,T,-1,,,,,,,,,", "artworks.csv line 4: artist_id \"-1\" is not a whole number")]
    [TestCase("9,N9,T,0,,,,1e3,,,,,", "artworks.csv line 4: width_mm \"1e3\" is not a length in millimetres")]
    [TestCase("9,N9,T,0,,,,,\"1,5\",,,,", "artworks.csv line 4: height_mm \"1,5\" is not a length in millimetres")]
    [TestCase("9,N9,T,0,,,90,,,,,,", "artworks.csv line 4: year \"90\" is not a year of four digits")]
    [TestCase("9,N9,T,0,,,,,,,,javascript:x,", "artworks.csv line 4: thumbnail_url \"javascript:x\" is not a web address")]
    [TestCase("9,N9,T,0", "artworks.csv line 4: 4 fields instead of 13")]
    [TestCase("", "artworks.csv line 4: 1 fields instead of 13")]
    [TestCase("9,N9,a \"b\" c,0,,,,,,,,,", "artworks.csv line 4: a quote is opened and not closed, or is inside an unquoted field")]
    [TestCase("9,N9,,x,,,,,,,,,", "artworks.csv line 4: artist_id \"x\" is not a whole number; title is empty")]
    public void A_bad_artwork_is_refused_by_line_and_the_rest_is_loaded(string row, string reason)
    {
        _folder.Write("artworks.csv", ImportFolder.Artworks + row + "\n12,N12,Last,7,,,,,,,,,\n");
        var summary = _folder.Import();
        Assert.That(summary.Refused.First, Is.EqualTo(new[] { reason }));
        Assert.That(_folder.Column("SELECT name FROM items ORDER BY id"), Is.EqualTo(new[] { "A Hill", "Another", "Last" }));
        Assert.That(_folder.Number("SELECT COUNT(*) FROM artwork_details"), Is.EqualTo(3));
        CollectionItemRules.Hold(_folder.Database);
    }

    [Test]
    public void What_refers_to_a_refused_row_is_refused_with_it()
    {
        _folder.Write("artists.csv", ImportFolder.Artists.Replace("7,Anon", "7,", StringComparison.Ordinal));
        var summary = _folder.Import();
        Assert.That(summary.Refused.First, Is.EqualTo(new[]
        {
            "artists.csv line 3: name is empty",
            "artworks.csv line 3: artist_id 7 was refused (artists.csv line 3)",
            "artwork_subjects.csv line 4: artwork_id 11 was refused (artworks.csv line 3)",
        }));
        Assert.That(summary.Artworks, Is.EqualTo(1));
        CollectionItemRules.Hold(_folder.Database);
    }

    [TestCase("5,2,4,deep", "subjects.csv line 6: level 4 is not 1, 2 or 3")]
    [TestCase("5,1,3,deep", "subjects.csv line 6: parent_id 1 is of level 1, the parent of a level 3 subject is of level 2")]
    [TestCase("5,99,3,orphan", "subjects.csv line 6: parent_id 99 is not in subjects.csv")]
    [TestCase("5,5,2,itself", "subjects.csv line 6: parent_id 5 is of level 2, the parent of a level 2 subject is of level 1")]
    [TestCase("5,1,1,top", "subjects.csv line 6: level 1 with a parent_id")]
    [TestCase("5,,2,free", "subjects.csv line 6: level 2 without a parent_id")]
    [TestCase("3,2,3,again", "subjects.csv line 6: id 3 is already on line 4")]
    public void A_bad_subject_is_refused_by_line(string row, string reason)
    {
        _folder.Write("subjects.csv", ImportFolder.Subjects + row + "\n");
        var summary = _folder.Import();
        Assert.That(summary.Refused.First, Is.EqualTo(new[] { reason }));
        Assert.That(summary.Collections, Is.EqualTo(4));
        Assert.That(summary.ExplicitItems, Is.EqualTo(3));
        CollectionItemRules.Hold(_folder.Database);
    }

    [Test]
    public void A_refused_subject_takes_its_branch_along()
    {
        _folder.Write("subjects.csv", ImportFolder.Subjects.Replace("1,,1,nature", "1,,x,nature", StringComparison.Ordinal));
        var summary = _folder.Import();
        Assert.That(summary.Refused.Count, Is.EqualTo(4 + 3));
        Assert.That(summary.Refused.First[1], Is.EqualTo("subjects.csv line 3: parent_id 1 was refused (subjects.csv line 2)"));
        Assert.That(summary.Artworks, Is.EqualTo(2));
        Assert.That(summary.Collections, Is.Zero);
    }

    [Test]
    public void Children_may_be_listed_before_their_parents()
    {
        _folder.Write("subjects.csv", "name,level,parent_id,id\nhill,3,2,3\nHill,3,2,4\nlandscape,2,1,2\nnature,1,,1\n");
        Assert.That(_folder.Import().Refused.First, Is.Empty);
        Assert.That(_folder.Column("SELECT slug FROM collections ORDER BY id"), Is.EqualTo(new[] { "all-artworks", "nature", "landscape", "hill", "hill-2" }));
        CollectionItemRules.Hold(_folder.Database);
    }

    [TestCase("11,99", "artwork_subjects.csv line 5: subject_id 99 is not in subjects.csv")]
    [TestCase("99,3", "artwork_subjects.csv line 5: artwork_id 99 is not in artworks.csv")]
    [TestCase("11,2", "artwork_subjects.csv line 5: subject_id 2 is of level 2, artworks are placed in level 3")]
    [TestCase("11,3", "artwork_subjects.csv line 5: artwork_id 11 with subject_id 3 is there twice")]
    [TestCase(",3", "artwork_subjects.csv line 5: artwork_id is empty")]
    public void A_bad_link_is_refused_by_line(string row, string reason)
    {
        _folder.Write("artwork_subjects.csv", ImportFolder.Links + row + "\n");
        var summary = _folder.Import();
        Assert.That(summary.Refused.First, Is.EqualTo(new[] { reason }));
        Assert.That(summary.ExplicitItems, Is.EqualTo(3));
        CollectionItemRules.Hold(_folder.Database);
    }

    [Test]
    public void Lines_are_counted_through_quoted_line_breaks([Values("\n", "\r\n")] string lineEnd)
    {
        var rows = ImportFolder.ArtworksHeader + "10,N1,A Hill,0,,,,,,,\"two\nlines\",,\n" + Good + "12,N3,T,99,,,,,,,,,\n";
        _folder.Write("artworks.csv", rows.Replace("\n", lineEnd, StringComparison.Ordinal));
        var summary = _folder.Import();
        Assert.That(summary.Refused.First, Is.EqualTo(new[] { "artworks.csv line 5: artist_id 99 is not in artists.csv" }));
        Assert.That(_folder.Text("SELECT credit_line FROM artwork_details LIMIT 1"), Is.EqualTo($"two{lineEnd}lines"));
    }

    [Test]
    public void A_quote_that_is_never_closed_refuses_the_row_it_opens_in()
    {
        _folder.Write("artworks.csv", ImportFolder.ArtworksHeader + Good + "10,N1,\"A Hill,0,,,,,,,,,\n12,N3,T,7,,,,,,,,,\n");
        var summary = _folder.Import();
        Assert.That(summary.Refused.First[0], Does.StartWith("artworks.csv line 3: a quote is opened and not closed"));
        Assert.That(summary.Artworks, Is.EqualTo(1));
    }

    [Test]
    public void The_first_fifty_are_kept_and_all_are_counted()
    {
        _folder.Write("artwork_subjects.csv", ImportFolder.Links + string.Concat(Enumerable.Repeat("10,99\n", 80)));
        var refused = _folder.Import().Refused;
        Assert.That(refused.Count, Is.EqualTo(80));
        Assert.That(refused.First, Has.Count.EqualTo(RefusedRows.Kept));
    }
}
