using System.Text;
using Api.Import.Tate;
using NUnit.Framework;
using Persistence.Import;

namespace Api.Tests.Commands;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TateFileTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Compressed_and_plain_files_mix()
    {
        _folder.Compress("artworks.csv");
        _folder.Compress("artwork_subjects.csv");
        var summary = _folder.Import();
        Assert.That(summary.Refused.First, Is.Empty);
        Assert.That(summary.ExplicitItems, Is.EqualTo(3));
        Assert.That(summary.ImplicitItems, Is.EqualTo(4));
    }

    [Test]
    public void A_missing_file_is_named()
    {
        File.Delete(_folder.File("subjects.csv"));
        Refused("subjects.csv (or subjects.csv.gz) is missing");
    }

    [Test]
    public void A_missing_column_is_named()
    {
        _folder.Write("artworks.csv", ImportFolder.Artworks.Replace("title,", "name,", StringComparison.Ordinal));
        Refused("artworks.csv line 1: the header lacks title");
    }

    [Test]
    public void A_double_column_is_named()
    {
        _folder.Write("subjects.csv", ImportFolder.Subjects.Replace("level,name", "name,name", StringComparison.Ordinal));
        Refused("subjects.csv line 1: the column name is there twice");
    }

    [Test]
    public void An_empty_file_is_named()
    {
        _folder.Write("artists.csv", "");
        Refused("artists.csv is empty");
    }

    [Test]
    public void Other_encodings_are_named()
    {
        File.WriteAllText(_folder.File("artists.csv"), ImportFolder.Artists + "9,Müller,,,\n", Encoding.Latin1);
        Refused("artists.csv is not UTF-8");
    }

    [Test]
    public void A_mark_of_utf_8_at_the_start_is_no_part_of_the_header()
    {
        File.WriteAllText(_folder.File("artists.csv"), ImportFolder.Artists, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.That(_folder.Import().Artists, Is.EqualTo(2));
    }

    [Test]
    public void A_damaged_compressed_file_is_named()
    {
        _folder.Compress("artworks.csv");
        var bytes = File.ReadAllBytes(_folder.File("artworks.csv.gz"));
        File.WriteAllBytes(_folder.File("artworks.csv.gz"), bytes[..(bytes.Length / 2)]);
        Refused("artworks.csv.gz is damaged, cut off");
        File.WriteAllText(_folder.File("artworks.csv.gz"), ImportFolder.Artworks);
        Refused("artworks.csv.gz is damaged, cut off or not a gzip file");
    }

    [Test]
    public void A_company_that_holds_anything_is_not_touched()
    {
        _folder.Import();
        Assert.That(() => _folder.Import(), Throws.TypeOf<CompanyInUseException>().With.Message.Contains("\"tate\""));
        Assert.That(_folder.Number("SELECT COUNT(*) FROM items"), Is.EqualTo(2));
    }

    [Test]
    public void An_empty_company_keeps_its_id_and_name()
    {
        using (var context = _folder.Database.CreateContext())
        {
            context.Companies.Add(new() { Id = Guid.CreateVersion7(), Slug = "tate", Name = "Was here" });
            context.SaveChanges();
        }
        Assert.That(_folder.Import().Company.Name, Is.EqualTo("Was here"));
        Assert.That(_folder.Number("SELECT COUNT(*) FROM companies"), Is.EqualTo(1));
    }

    private void Refused(string message)
    {
        Assert.That(() => _folder.Import(), Throws.TypeOf<TateFileException>().With.Message.Contains(message));
        Assert.That(_folder.Number("SELECT COUNT(*) FROM companies"), Is.Zero, "nothing may be left behind");
    }
}
