using Api.Import.Tate;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Commands;

[TestFixture]
internal sealed class SampleImportTests : IDisposable
{
    private readonly ImportFolder _folder = new();
    private TateSummary _summary = null!;

    [OneTimeSetUp]
    public void Import() => _summary = _folder.Import(ImportFolder.Sample);

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Nothing_is_refused_and_the_counts_are_those_of_the_data_set()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_summary.Refused.First, Is.Empty);
            Assert.That(_summary.Artworks, Is.EqualTo(300));
            Assert.That(_folder.Number("SELECT COUNT(*) FROM items WHERE kind = 'product_groups'"), Is.EqualTo(300));
            Assert.That(_folder.Number("SELECT COUNT(*) FROM artwork_details"), Is.EqualTo(300));
            Assert.That(_folder.Number("SELECT COUNT(DISTINCT artist_id) FROM artwork_details"), Is.EqualTo(192));
            Assert.That(_folder.Number("SELECT COUNT(*) FROM photos WHERE owner_type = 'product_groups'"), Is.EqualTo(252));
            Assert.That(Collections(1), Is.EqualTo(16));
            Assert.That(Collections(2), Is.EqualTo(131));
            Assert.That(Collections(3), Is.EqualTo(904));
            Assert.That(CollectionItems(3, false), Is.EqualTo(1_875));
            Assert.That(CollectionItems(1, true), Is.EqualTo(893));
            Assert.That(CollectionItems(2, true), Is.EqualTo(1_500));
            Assert.That(_summary.ExplicitItems, Is.EqualTo(1_875));
            Assert.That(_summary.ImplicitItems, Is.EqualTo(893 + 1_500));
            Assert.That(_folder.Number("SELECT COUNT(*) FROM collection_items"), Is.EqualTo(1_875 + 893 + 1_500 + 300));
        }
    }

    [Test]
    public void The_rules_of_collection_items_hold() => CollectionItemRules.Hold(_folder.Database);

    [Test]
    public void Every_artwork_is_explicit_in_the_one_system_collection()
    {
        Assert.That(_folder.Text("SELECT name || depth || item_count FROM collections WHERE system"), Is.EqualTo("All artworks1300"));
        Assert.That(
            _folder.Number("SELECT COUNT(*) FROM collection_items JOIN collections c ON c.id = collection_id WHERE c.system AND NOT implicit"),
            Is.EqualTo(300));
    }

    [Test]
    public void Depths_follow_parents_and_siblings_are_ordered_by_name()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_folder.Number("""
                SELECT COUNT(*) FROM collections child LEFT JOIN collections parent ON parent.id = child.parent_id
                WHERE child.depth <> coalesce(parent.depth, 0) + 1
                """), Is.Zero);
            Assert.That(_folder.Number("""
                SELECT COUNT(*) FROM (
                    SELECT position, row_number() OVER (PARTITION BY parent_id ORDER BY name, position) AS rank FROM collections WHERE NOT system)
                WHERE position <> rank
                """), Is.Zero);
        }
    }

    [Test]
    public void Ids_and_times_grow_together()
    {
        foreach (var table in (string[])["items", "products", "photos", "collections", "collection_items", "bundle_items"])
        {
            var byId = _folder.Column($"SELECT created_at FROM {table} ORDER BY id");
            Assert.That(byId, Is.Ordered.And.Unique, table);
        }
    }

    [Test]
    public void Slugs_are_unique_and_plain()
    {
        foreach (var table in (string[])["items", "collections"])
        {
            var slugs = _folder.Column($"SELECT slug FROM {table}");
            Assert.That(slugs, Is.Unique);
            Assert.That(slugs, Has.All.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));
        }
        Assert.That(_folder.Column("SELECT slug FROM collections WHERE name = 'religious' ORDER BY id"), Has.Member("religious").And.Member("religious-2"));
    }

    [Test]
    public void Odd_text_is_kept_as_published()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_folder.Number("SELECT COUNT(*) FROM items WHERE name = 'Buildings '"), Is.EqualTo(1));
            Assert.That(_folder.Number("SELECT COUNT(*) FROM items WHERE name = '2 Standard Ware Mead Cups  '"), Is.EqualTo(1));
            Assert.That(_folder.Number("SELECT MAX(length(name)) FROM items"), Is.EqualTo(320));
            Assert.That(_folder.Number("SELECT COUNT(*) FROM artwork_details WHERE instr(credit_line, char(10))"), Is.EqualTo(10));
            Assert.That(_folder.Number("SELECT COUNT(*) FROM artwork_details WHERE credit_line LIKE 'ARTIST ROOMS' || char(10) || 'Acquired%'"), Is.GreaterThan(0));
            Assert.That(_folder.Text("SELECT name_folded FROM items WHERE name = 'Buildings '"), Is.EqualTo("BUILDINGS "));
        }
    }

    [Test]
    public void Artist_0_is_an_artist()
    {
        var works = _folder.Column("SELECT name FROM items JOIN artwork_details ON item_id = id WHERE artist_name = 'Abbey, Edwin Austin' ORDER BY id");
        Assert.That(works, Is.EqualTo(new[] { "The Letter", "Illustration to ‘Sally in our Alley’" }));
    }

    [Test]
    public void Empty_fields_become_null_and_decimals_stay()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_folder.Number("SELECT COUNT(*) FROM artwork_details WHERE '' IN (medium, date, credit_line, permalink)"), Is.Zero);
            Assert.That(_folder.Number("SELECT COUNT(*) FROM artwork_details WHERE width_millimetres = 368.8 AND depth_millimetres = 203.2"), Is.EqualTo(1));
            Assert.That(_folder.Number("SELECT COUNT(*) FROM items WHERE NOT json_valid(properties) AND kind = 'product_groups'"), Is.Zero);
            Assert.That(
                _folder.Text("SELECT properties FROM items WHERE name = 'The Letter'"),
                Is.EqualTo("""{"artist":"Abbey, Edwin Austin","medium":"Ink on paper","date":"1890","dimensions":"305 × 267 mm"}"""));
        }
    }

    [Test]
    public void Artworks_have_properties_that_are_linked_to_default_properties()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                _folder.Column("SELECT name || identifier || position || owner_type || can_change_property_type FROM default_properties ORDER BY position"),
                Is.EqualTo(new[] { "Artistartist1product_groups0", "Mediummedium2product_groups0", "Datedate3product_groups0", "Dimensionsdimensions4product_groups0" }));
            Assert.That(_folder.Number("SELECT COUNT(*) FROM properties WHERE identifier = 'artist'"), Is.EqualTo(300));
            Assert.That(
                _folder.Number("SELECT COUNT(*) FROM properties WHERE identifier = 'medium'"),
                Is.EqualTo(_folder.Number("SELECT COUNT(*) FROM artwork_details WHERE medium IS NOT NULL")));
            Assert.That(_folder.Number("""
                SELECT COUNT(*) FROM properties LEFT JOIN default_properties d ON d.id = default_property_id
                WHERE d.identifier IS NOT properties.identifier OR d.name IS NOT properties.name OR coalesce(trim(value), '') = '' OR NOT meets_validation_requirements
                """), Is.Zero);
            Assert.That(_folder.Number("""
                SELECT COUNT(*) FROM items WHERE kind = 'product_groups' AND json(properties) <> json((
                    SELECT json_group_object(identifier, value ORDER BY position) FROM properties WHERE owner_id = items.id))
                """), Is.Zero);
        }
    }

    [Test]
    public void Artwork_and_photo_name_each_other()
    {
        Assert.That(_folder.Number("""
            SELECT COUNT(*) FROM items LEFT JOIN photos ON photos.id = photo_id
            WHERE photo_id IS NOT NULL AND photos.owner_id IS NOT items.id OR (SELECT COUNT(*) FROM photos WHERE owner_id = items.id) > 1
            """), Is.Zero);
    }

    [Test]
    public void Bundles_hold_three_to_five_works_of_one_artist_and_are_in_no_collection()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_summary.Bundles, Is.InRange(1, 12));
            Assert.That(_folder.Number("SELECT COUNT(*) FROM items WHERE kind = 'bundles' AND product_type = 'bundle'"), Is.EqualTo(_summary.Bundles));
            Assert.That(_folder.Number("""
                SELECT COUNT(*) FROM (
                    SELECT bundle_id FROM bundle_items JOIN artwork_details ON item_id = product_group_id GROUP BY bundle_id
                    HAVING COUNT(*) NOT BETWEEN 3 AND 5 OR COUNT(DISTINCT artist_id) > 1 OR MAX(position) <> COUNT(*))
                """), Is.Zero);
            Assert.That(_folder.Number("SELECT COUNT(*) FROM collection_items JOIN items ON items.id = item_id WHERE kind = 'bundles'"), Is.Zero);
        }
    }

    private long Collections(int depth) => _folder.Number($"SELECT COUNT(*) FROM collections WHERE NOT system AND depth = {depth}");

    private long CollectionItems(int depth, bool isImplicit) => _folder.Number($"""
        SELECT COUNT(*) FROM collection_items JOIN collections c ON c.id = collection_id
        WHERE NOT c.system AND depth = {depth} AND implicit = {isImplicit}
        """);
}
