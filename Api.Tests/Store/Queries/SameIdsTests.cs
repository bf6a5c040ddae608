using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Queries;

/// <summary>
/// Two companies whose rows have the very same ids, and names of their own: a join, a look-up or a write without the company
/// meets the other's row.
/// </summary>
internal sealed class SameIdsTests
{
    private TestCompany _mine = null!;
    private TestCompany _theirs = null!;

    [OneTimeSetUp]
    public void AddCompanies()
    {
        _mine = Build(11, "mine");
        _theirs = Build(12, "theirs");
        Assert.That(_mine["tent mine"], Is.EqualTo(_theirs["tent theirs"]));
    }

    [TestCase("collection_items?include=item,item.photo,collection&extra_fields[collection_items]=source_collections")]
    [TestCase("collections?extra_fields[collections]=all_children,all_parents,hierarchical_name")]
    [TestCase("collections/{root}?include=collection_items.item.photo&extra_fields[collection_items]=source_collections")]
    [TestCase("items?include=photo,collection_items,bundle_items")]
    [TestCase("items/{tent}?include=photo,collection_items")]
    [TestCase("bundles/{set}?include=bundle_items.product_group.photo")]
    [TestCase("bundle_items?include=bundle,product_group,product_group.photo")]
    [TestCase("product_groups?include=photo")]
    [TestCase("photos/{photo}?include=owner")]
    public async Task Everything_read_is_ones_own(string url)
    {
        foreach (var (company, own, other) in new[] { (_mine, "mine", "theirs"), (_theirs, "theirs", "mine") })
        {
            var path = url.Replace("{root}", company[$"root {own}"], StringComparison.Ordinal).Replace("{tent}", company[$"tent {own}"], StringComparison.Ordinal)
                .Replace("{set}", company[$"set {own}"], StringComparison.Ordinal).Replace("{photo}", company[$"photo {own}"], StringComparison.Ordinal);
            var answer = await company.GetAsync(path);
            Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
            Assert.That(answer.Body, Does.Contain(own).And.Not.Contain(other));
            if (answer.Json["data"] is JsonArray rows)
                Assert.That(rows.Select(row => row!["id"]!.GetValue<string>()), Is.Unique, "each row is listed once");
        }
    }

    [TestCase("collection_items", "item.name", "tent")]
    [TestCase("collection_items", "item.photo.owner_id", null)]
    [TestCase("collection_items", "collection.name", "root")]
    [TestCase("collections", "collection_items.item.name", "tent")]
    [TestCase("collections", "hierarchical_q", "root")]
    [TestCase("items", "collection_items.collection.name", "root")]
    [TestCase("bundles", "bundle_items.product_group.name", "tent")]
    [TestCase("items", "q", "tent")]
    public async Task Paths_and_counts_meet_ones_own(string type, string path, string? name)
    {
        var own = await Count(name is null ? $"{type}?filter[{path}]={_mine["tent mine"]}" : $"{type}?filter[{path}]={name} mine");
        Assert.That(own, Is.Positive);
        if (name is not null)
            Assert.That(await Count($"{type}?filter[{path}]={name} theirs"), Is.Zero);
        Assert.That(own, Is.LessThanOrEqualTo(2), "each row counts once");
    }

    [Test]
    public async Task Writes_touch_ones_own()
    {
        var (mine, theirs) = (Build(13, "mine", 13), Build(14, "theirs", 13));
        var before = await Everything(theirs);
        var created = await mine.SendAsync(HttpMethod.Post, "collection_items", $$$$"""
            {"data":{"type":"collection_items","attributes":{"collection_id":"{{{{mine["leaf mine"]}}}}","item_id":"{{{{mine["set mine"]}}}}"}}}
            """);
        Assert.That(created.Status, Is.EqualTo(201), created.Body);
        // Looked at after each: what the one write adds to a count, the other takes away.
        Assert.That(await Everything(theirs), Is.EqualTo(before));
        var deleted = await mine.SendAsync(HttpMethod.Delete, $"collection_items/{mine["leaf mine: tent mine"]}");
        Assert.That(deleted.Status, Is.EqualTo(200), deleted.Body);
        Assert.That((await mine.GetAsync($"collection_items?filter[item_id]={mine["tent mine"]}")).Json["data"]!.AsArray(), Is.Empty);
        Assert.That(await Everything(theirs), Is.EqualTo(before));
    }

    private static async Task<string> Everything(TestCompany company) =>
        (await company.GetAsync("collection_items?sort=id")).Body + (await company.GetAsync("collections?sort=id")).Body;

    private async Task<int> Count(string url)
    {
        var answer = await _mine.GetAsync($"{url}&stats[total]=count&page[size]=0");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return answer.Json["meta"]!["stats"]!["total"]!["count"]!.GetValue<int>();
    }

    private static TestCompany Build(int number, string owner, int ids = 11)
    {
        var company = new TestCompany(QueryServer.Server, number, ids);
        company.Collection($"root {owner}");
        company.Collection($"leaf {owner}", $"root {owner}");
        company.ProductGroup($"tent {owner}");
        company.Bundle($"set {owner}", ($"tent {owner}", 1));
        company.Photo($"tent {owner}", $"photo {owner}");
        company.CollectionItem($"leaf {owner}", $"tent {owner}");
        company.Save();
        return company;
    }
}
