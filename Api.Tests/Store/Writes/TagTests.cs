using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Counts of tags follow the writes of items.</summary>
internal sealed class TagTests
{
    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewEmptyCompany();

    [Test]
    public async Task Items_of_either_type_count_for_their_own_tags()
    {
        await _company.CreateItem("product_groups", """{"name":"A","tag_list":["boat"," wood ","boat"]}""");
        await _company.CreateItem("product_groups", """{"name":"B","tag_list":["boat","Boat"]}""");
        await _company.CreateItem("product_groups", """{"name":"C"}""");
        await _company.CreateItem("bundles", """{"name":"D","tag_list":["boat"]}""");
        Assert.That(await CountsAsync("ProductGroup"), Is.EqualTo("Boat 1, boat 2, wood 1"));
        Assert.That(await CountsAsync("Bundle"), Is.EqualTo("boat 1"));
    }

    [Test]
    public async Task Other_tags_move_the_counts_and_a_tag_that_stays_keeps_its_id()
    {
        var item = await _company.CreateItem("product_groups", """{"name":"A","tag_list":["x","y"]}""");
        var ids = await IdsAsync();
        await _company.ChangeItem("product_groups", item.Id(), """{"tag_list":["y","z"]}""");
        Assert.That(await CountsAsync("ProductGroup"), Is.EqualTo("y 1, z 1"));
        Assert.That((await IdsAsync())["y"], Is.EqualTo(ids["y"]));
        await _company.ChangeItem("product_groups", item.Id(), """{"tag_list":["z","y"],"name":"B"}""");
        await _company.ChangeItem("product_groups", item.Id(), """{"name":"C"}""");
        Assert.That(await CountsAsync("ProductGroup"), Is.EqualTo("y 1, z 1"));
        await _company.ChangeItem("product_groups", item.Id(), """{"tag_list":[]}""");
        Assert.That(await CountsAsync("ProductGroup"), Is.Empty);
    }

    [Test]
    public async Task Archived_items_do_not_count()
    {
        var (first, second) = (await _company.CreateItem("product_groups", """{"name":"A","tag_list":["x","y"]}"""), await _company.CreateItem("bundles", """{"name":"B","tag_list":["x"]}"""));
        await _company.CreateItem("product_groups", """{"name":"C","tag_list":["x"]}""");
        await _company.Archive("product_groups", first.Id());
        await _company.Archive("product_groups", first.Id());
        await _company.ChangeItem("bundles", second.Id(), """{"archived":true,"tag_list":["z"]}""");
        Assert.That((await CountsAsync("ProductGroup"), await CountsAsync("Bundle")), Is.EqualTo(("x 1", "")));
        await _company.ChangeItem("product_groups", first.Id(), """{"tag_list":["y","w"]}""");
        await _company.ChangeItem("bundles", second.Id(), """{"name":"Still archived"}""");
        Assert.That((await CountsAsync("ProductGroup"), await CountsAsync("Bundle")), Is.EqualTo(("x 1", "")));
        await _company.ChangeItem("product_groups", first.Id(), """{"archived":false}""");
        await _company.ChangeItem("bundles", second.Id(), """{"archived":false,"tag_list":["v"]}""");
        Assert.That((await CountsAsync("ProductGroup"), await CountsAsync("Bundle")), Is.EqualTo(("w 1, x 1, y 1", "v 1")));
    }

    [Test]
    public async Task A_write_that_fails_counts_nothing()
    {
        var item = await _company.CreateItem("product_groups", """{"name":"A","slug":"a","tag_list":["x"]}""");
        Assert.That((await _company.CreateItem("product_groups", """{"name":"B","slug":"a","tag_list":["y"]}""")).Status, Is.EqualTo(422));
        var bundle = await _company.CreateItem("bundles", """{"name":"C"}""");
        Assert.That((await _company.ChangeItem("product_groups", item.Id(), """{"tag_list":["y"],"slug":"c"}""")).Status, Is.EqualTo(422), bundle.Body);
        Assert.That(await CountsAsync("ProductGroup"), Is.EqualTo("x 1"));
    }

    [Test]
    public async Task Another_company_has_counts_of_its_own()
    {
        var other = WriteServer.NewEmptyCompany();
        await other.CreateItem("product_groups", """{"name":"A","tag_list":["x"]}""");
        var item = await _company.CreateItem("product_groups", """{"name":"A","tag_list":["x"]}""");
        await _company.Archive("product_groups", item.Id());
        Assert.That((await _company.GetAsync("tags")).Json["data"]!.AsArray(), Is.Empty);
        Assert.That((await other.GetAsync("tags")).Json["data"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [TestCase("POST")]
    [TestCase("PUT")]
    [TestCase("DELETE")]
    public async Task Tags_are_not_written_themselves(string method) =>
        Assert.That((await _company.SendAsync(new HttpMethod(method), "tags", """{"data":{"type":"tags","attributes":{"name":"x"}}}""")).Status, Is.EqualTo(405));

    private async Task<string> CountsAsync(string type) => string.Join(", ", (await _company.GetAsync($"tags?filter[for]={type}")).Json["data"]!.AsArray()
        .Select(tag => $"{tag!["attributes"]!["name"]} {tag["attributes"]!["count"]}").Order(StringComparer.Ordinal));

    private async Task<Dictionary<string, string>> IdsAsync() =>
        (await _company.GetAsync("tags")).Json["data"]!.AsArray().ToDictionary(tag => tag!["attributes"]!.Text("name"), tag => tag!.Text("id"));
}
