using NUnit.Framework;
using static Api.Tests.Store.Queries.QueryAssertions;
using static Api.Tests.Store.Queries.QueryServer;

namespace Api.Tests.Store.Queries;

/// <summary>Nothing is ever visible across companies, by any road. B has the same catalogue as A, with ids of its own.</summary>
internal sealed class TenancyTests
{
    private static readonly string[] Types = ["collection_items", "collections", "product_groups", "bundles", "bundle_items", "items", "photos"];

    // A row for each resource; the ids of B start with its number.
    private static readonly (string Type, string Label)[] Rows =
    [
        ("collection_items", "Boats: Kayak"), ("collections", "Boats"), ("product_groups", "Kayak"), ("bundles", "Weekend set"),
        ("bundle_items", "Weekend set with Kayak"), ("items", "Kayak"), ("photos", "bow"),
    ];

    private static IEnumerable<TestCaseData> EachRow => Rows.Select(row => new TestCaseData(row.Type, row.Label));

    [TestCaseSource(nameof(Types))]
    public async Task A_list_holds_ones_own_rows_only(string type)
    {
        var document = await Get(type + "?page[size]=100&stats[total]=count");
        Assert.That(document["data"]!.AsArray(), Is.Not.Empty);
        Assert.That(document.At("meta", "stats", "total", "count"), Is.EqualTo($"{document["data"]!.AsArray().Count}"));
        Assert.That(document.ToJsonString(), Does.Not.Contain("00000002-"));
    }

    [TestCaseSource(nameof(EachRow))]
    public async Task A_foreign_id_answers_like_one_that_is_not_there(string type, string label)
    {
        Assert.That((await A.GetAsync($"{type}/{A[label]}")).Status, Is.EqualTo(200));
        var foreign = await A.GetAsync($"{type}/{B[label]}");
        var missing = await A.GetAsync($"{type}/00000001-0000-4000-8000-ffffffffffff");
        var nonsense = await A.GetAsync($"{type}/nonsense");
        Assert.That((foreign.Status, missing.Status, nonsense.Status), Is.EqualTo((404, 404, 404)));
        Assert.That(foreign.Body.Replace(B[label], "ID", StringComparison.Ordinal),
            Is.EqualTo(missing.Body.Replace("00000001-0000-4000-8000-ffffffffffff", "ID", StringComparison.Ordinal)));
    }

    [TestCaseSource(nameof(EachRow))]
    public async Task A_foreign_id_is_found_by_no_filter(string type, string label)
    {
        Assert.That(await Count($"{type}?filter[id]={A[label]}"), Is.EqualTo(1));
        Assert.That(await Count($"{type}?filter[id]={B[label]}"), Is.Zero);
    }

    [TestCase("collection_items", "item_id", "Kayak", 4)]
    [TestCase("collection_items", "collection_id", "Outdoor", 4)]
    [TestCase("collection_items", "item.photo.id", "bow", 4)]
    [TestCase("collections", "parent_id", "Outdoor", 2)]
    [TestCase("collections", "collection_items.item_id", "Kayak", 4)]
    [TestCase("items", "collection_id", "Water", 2)]
    [TestCase("items", "collection_items.collection_id", "Water", 2)]
    [TestCase("items", "photos.id", "stern", 1)]
    [TestCase("product_groups", "product_group_id", "Kayak", 1)]
    [TestCase("bundles", "bundle_items.product_group_id", "Zelt", 1)]
    [TestCase("bundle_items", "product_group.id", "Zelt", 1)]
    [TestCase("photos", "owner_id", "Kayak", 2)]
    public async Task A_path_leads_to_ones_own_rows_only(string type, string path, string label, int found)
    {
        Assert.That(await Count($"{type}?filter[{path}]={A[label]}"), Is.EqualTo(found));
        Assert.That(await Count($"{type}?filter[{path}]={B[label]}"), Is.Zero);
    }

    [TestCase("collection_items?include=item,item.photo,collection&extra_fields[collection_items]=source_collections")]
    [TestCase("items?include=photo,collection_items,bundle_items")]
    [TestCase("bundle_items?include=bundle,product_group,product_group.photo")]
    [TestCase("collections?extra_fields[collections]=all_children,all_parents,hierarchical_name")]
    public async Task Includes_and_extra_fields_bring_ones_own_rows_only(string url)
    {
        var document = await Get(url + "&page[size]=100");
        Assert.That(document.ToJsonString(), Does.Contain("00000001-").And.Not.Contain("00000002-"));
    }

    [Test]
    public async Task Counts_are_of_ones_own_rows()
    {
        var document = await Get("items?page[size]=0&stats[show_in_store]=count&stats[base_price_in_cents]=sum");
        Assert.That(document.At("meta", "stats"), Is.EqualTo("""{"show_in_store":{"count":{"true":9,"false":1}},"base_price_in_cents":{"sum":8500}}"""));
    }

    [Test]
    public async Task The_other_company_sees_its_own()
    {
        var answer = await B.GetAsync("collections?sort=id");
        Assert.That(B.Labels(answer.Json), Is.EqualTo(new[] { "Outdoor", "Water", "Boats", "Land", "Indoor", "Featured" }));
        Assert.That(answer.Body, Does.Not.Contain("00000001-"));
    }
}
