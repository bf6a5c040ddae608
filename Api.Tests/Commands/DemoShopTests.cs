using Api.Setup;
using Api.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace Api.Tests.Commands;

/// <summary>The demo shows every resource.</summary>
internal sealed class DemoShopTests
{
    [Test]
    public void There_is_a_bundle_in_a_collection_a_product_in_variations_a_tag_and_a_redirect()
    {
        using var folder = new ImportFolder();
        DemoCompany.EnsureLoaded(folder.Database, new DemoSettings(Enabled: true, Token: null), exposed: false, TimeProvider.System, NullLogger.Instance);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(folder.Column("SELECT name FROM products WHERE variation_values <> '[]' ORDER BY id"), Is.EqualTo(new[] { "Museum poster - A3", "Museum poster - A2", "Museum poster - A1" }));
            Assert.That(folder.Number("SELECT COUNT(*) FROM collection_items JOIN items ON items.id = item_id AND kind = 'bundles'"), Is.EqualTo(1));
            Assert.That(folder.Number("SELECT COUNT(*) FROM items WHERE kind = 'product_groups' AND NOT EXISTS (SELECT 1 FROM products WHERE product_group_id = items.id)"), Is.Zero);
            Assert.That(folder.Number("SELECT COUNT(*) FROM bundle_items WHERE product_id IS NOT NULL"), Is.EqualTo(1));
            Assert.That(folder.Text("SELECT to_path FROM url_redirects"), Is.EqualTo("/collections/" + folder.Text("SELECT slug FROM collections WHERE name = 'museum shop'")));
            Assert.That(folder.Column("SELECT name || count FROM tags"), Is.EqualTo(new[] { "print1" }));
        }
        CollectionItemRules.Hold(folder.Database);
    }
}
