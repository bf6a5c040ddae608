using System.Text.RegularExpressions;
using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Store.Queries.QueryAssertions;

namespace Api.Tests.Store.Queries;

/// <summary>What grows with the rows, and what must not.</summary>
internal sealed partial class BoundTests
{
    [Test]
    public async Task To_many_brings_10_000_rows_and_no_more()
    {
        var company = TestCatalog.Add(QueryServer.Server, 3);
        var url = $"collections/{company["Land"]}?include=collection_items&fields[collections]=name&fields[collection_items]=position";
        company.Fill(QueryServer.Server, "Land: Zelt", "Zelt", 2, 10_000);
        var full = await company.GetAsync(url);
        Assert.That(full.Status, Is.EqualTo(200), full.Status == 200 ? "" : full.Body);
        Assert.That(full.Json["included"]!.AsArray(), Has.Count.EqualTo(10_000));

        company.Fill(QueryServer.Server, "Land: Zelt", "Zelt", 10_001, 10_001);
        var tooLarge = await company.GetAsync(url);
        Assert.That(tooLarge.Status, Is.EqualTo(400));
        Assert.That(tooLarge.Json.At("errors", 0, "meta", "code"), Is.EqualTo("\"include_too_large\""));
        Assert.That(tooLarge.Json.At("errors", 0, "source", "parameter"), Is.EqualTo("\"include\""));
        Assert.That(tooLarge.Json.At("errors", 0, "detail"), Does.Contain("collection_items?filter[collection_id]="));
    }

    [TestCase("collection_items?include=item,item.photo,collection&extra_fields[collection_items]=source_collections", 2)]
    [TestCase("items?include=photo,collection_items,bundle_items", 3)]
    [TestCase("collections?extra_fields[collections]=all_children,all_parents,hierarchical_name", 4)]
    [TestCase("items?stats[total]=count&stats[base_price_in_cents]=average", 2)]
    [TestCase("items?filter[collection_items.collection.name]=water&sort=photo.alt_text,-name", 1)]
    public async Task Statements_depend_on_what_is_asked_for_and_not_on_rows(string url, int statements)
    {
        var one = await QueryServer.A.GetAsync(url + "&page[size]=1");
        var all = await QueryServer.A.GetAsync(url + "&page[size]=100");
        Assert.That((one.Status, all.Status), Is.EqualTo((200, 200)), all.Body);
        Assert.That((Statements(one), Statements(all)), Is.EqualTo((statements, statements)));
    }

    [Test]
    public async Task Three_levels_below_one_bundle_take_two_statements() =>
        Assert.That(Statements(await QueryServer.A.GetAsync($"bundles/{QueryServer.A["Weekend set"]}?include=photo,bundle_items.product_group.photo")), Is.EqualTo(2));

    private static int Statements(Answer answer) =>
        int.Parse(StatementCount().Match(answer.Headers.GetValues("Server-Timing").Single()).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("""desc="statements: (\d+)";?""")]
    private static partial Regex StatementCount();
}
