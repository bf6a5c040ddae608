using System.Text.Json.Nodes;
using Api.Tests.Store.Writes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Queries;

/// <summary>The list of tags: names and counts by the type of what has them.</summary>
internal sealed class TagListTests
{
    private ApiServer _server = null!;
    private TestCompany _company = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _server = await ApiServer.StartEmptyAsync();
        _company = new TestCompany(_server, 1);
        _company.ProductGroup("Kayak", group => group.TagList.AddRange(["boat", "Water"]));
        _company.ProductGroup("Canoe", group => group.TagList.Add("boat"));
        _company.ProductGroup("Old raft", group =>
        {
            group.TagList.AddRange(["boat", "gone"]);
            group.Archived = true;
        });
        _company.Save();
        await _company.CreateItem("bundles", """{"name":"Set","tag_list":["boat","zelt"]}""");
        var other = new TestCompany(_server, 2);
        other.ProductGroup("Other", group => group.TagList.AddRange(["boat", "other"]));
        other.Save();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [TestCase("tags", "boat 1, boat 2, Water 1, zelt 1")]
    [TestCase("tags?filter[for]=ProductGroup", "boat 2, Water 1")]
    [TestCase("tags?filter[for]=Bundle&sort=-name", "zelt 1, boat 1")]
    [TestCase("tags?filter[for][eq]=Bundle,Order&sort=name", "boat 1, zelt 1")]
    [TestCase("tags?filter[for]=Order", "")]
    [TestCase("tags?filter[for]=Customer,Document,Coupon", "")]
    [TestCase("tags?sort=-count,name&filter[for]=ProductGroup&page[size]=1", "boat 2")]
    [TestCase("tags?sort=-count,name&filter[for]=ProductGroup&page[size]=1&page[number]=2", "Water 1")]
    public async Task Lists_filter_sort_and_page(string url, string expected)
    {
        var answer = await _company.GetAsync(url);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        var tags = answer.Json["data"]!.AsArray().Select(tag => $"{tag!["attributes"]!["name"]} {tag["attributes"]!["count"]}");
        Assert.That(string.Join(", ", url == "tags" ? tags.Order(StringComparer.OrdinalIgnoreCase) : tags), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_tag_has_a_name_and_a_count()
    {
        var answer = await _company.GetAsync("tags?filter[for]=ProductGroup&page[size]=1&meta[total][]=count");
        var tag = answer.Json["data"]![0]!.AsObject();
        Assert.That(Guid.TryParseExact(tag["id"]!.GetValue<string>(), "D", out _), Is.True);
        tag.Remove("id");
        Assert.That(tag.ToJsonString(), Is.EqualTo("""{"type":"tags","attributes":{"name":"boat","count":2},"relationships":{}}"""));
        Assert.That(answer.Json["meta"]!.ToJsonString(), Is.EqualTo("""{"total":{"count":2}}"""));
    }

    [Test]
    public async Task Fields_choose()
    {
        var answer = await _company.GetAsync("tags?fields[tags]=count&filter[for]=Bundle&fields[]=");
        Assert.That(answer.Status, Is.EqualTo(400));
        answer = await _company.GetAsync("tags?fields[tags]=count&filter[for]=Bundle");
        Assert.That(answer.Json["data"]!.AsArray().Select(tag => tag!["attributes"]!.ToJsonString()), Is.All.EqualTo("""{"count":1}"""));
    }

    [TestCase("tags?filter[for]=Employee", "filter[for]", "failed typecasting filter[for]: 'Employee' is not one of Order, Customer, ProductGroup, Bundle, Document, Coupon")]
    [TestCase("tags?filter[for][not_eq]=Bundle", "filter[for][not_eq]", "invalid filter filter[for][not_eq]: for takes the operators eq")]
    [TestCase("tags?filter[name]=boat", "filter[name]", "invalid filter filter[name]: tags can be filtered by for")]
    [TestCase("tags?sort=for", "sort", "cannot sort by 'for': known are id, name, count")]
    [TestCase("tags?include=owner", "include", "cannot include 'owner': this request does not accept any includes")]
    public async Task What_is_not_served_is_refused(string url, string parameter, string detail)
    {
        var error = (await _company.GetAsync(url)).Json["errors"]![0]!;
        Assert.That((error.Text("status"), error["source"]!.Text("parameter"), error.Text("detail")), Is.EqualTo(("400", parameter, detail)));
    }
}
