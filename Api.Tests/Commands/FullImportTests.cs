using NUnit.Framework;

namespace Api.Tests.Commands;

[TestFixture]
[Category("FullData")]
internal sealed class FullImportTests
{
    private const string Solution = "Booqable.CollectionItems.sln";

    [Test]
    public void The_full_set_has_the_published_counts()
    {
        var data = FindData();
        if (data is null || !File.Exists(Path.Combine(data, "artworks.csv.gz")))
            Assert.Ignore("the full Tate data set is not here; TATE_DATA may name its folder");
        using var folder = new ImportFolder();
        var summary = folder.Import(data);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.Refused.First, Is.Empty);
            Assert.That(summary.Artworks, Is.EqualTo(69_202));
            Assert.That(summary.Artists, Is.EqualTo(3_539));
            Assert.That(summary.Collections, Is.EqualTo(16 + 161 + 16_455));
            Assert.That(summary.ExplicitItems, Is.EqualTo(361_385));
            Assert.That(summary.ImplicitItems, Is.EqualTo(176_319 + 301_778));
            Assert.That(folder.Number("SELECT COUNT(*) FROM collection_items WHERE implicit"), Is.EqualTo(478_097));
            Assert.That(folder.Number("SELECT COUNT(*) FROM properties WHERE identifier = 'artist'"), Is.EqualTo(69_202));
            Assert.That(folder.Number("SELECT COUNT(*) FROM collection_items"), Is.EqualTo(361_385 + 478_097 + 69_202));
            Assert.That(Nature(folder), Is.EqualTo(36_477));
            Assert.That(summary.Elapsed, Is.LessThan(TimeSpan.FromMinutes(3)));
        }
    }

    private static long Nature(ImportFolder folder) => folder.Number("""
        SELECT COUNT(*) FROM collection_items JOIN collections c ON c.id = collection_id WHERE c.name = 'nature' AND c.depth = 1 AND implicit
        """);

    private static string? FindData()
    {
        if (Environment.GetEnvironmentVariable("TATE_DATA") is { Length: > 0 } named)
            return named;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
            folder = folder.Parent;
        return folder?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "data", "tate") : null;
    }
}
