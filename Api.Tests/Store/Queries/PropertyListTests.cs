using Api.Tests.Store.Writes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Queries;

/// <summary>Lists of properties, and properties included in product groups, products and items.</summary>
internal sealed class PropertyListTests
{
    private ApiServer _server = null!;
    private TestCompany _company = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _server = await ApiServer.StartEmptyAsync();
        _company = TestCatalog.Add(_server, 1, company =>
        {
            company.DefaultProperty("Colour");
            company.DefaultProperty("Age", property => property.ValidationRequired = true, "orders");
            company.Property("Kayak", "Colour", "red", property => property.DefaultPropertyId = Guid.Parse(company["Colour"]));
            company.Property("Kayak", "Weight", "20");
            company.Property("Zelt", "colour", "green");
            company.Property("Old raft", "Colour", "grey", property => property.DefaultPropertyId = Guid.Parse(company["Colour"]));
        });
        var other = TestCatalog.Add(_server, 2, company => company.Property("Kayak", "Colour", "blue"));
        Assert.That(other.Number, Is.EqualTo(2));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [TestCase("properties", "Kayak: Colour,Zelt: colour,Old raft: Colour,Kayak: Weight")]
    [TestCase("properties?filter[owner_id]={Kayak}", "Kayak: Colour,Kayak: Weight")]
    [TestCase("properties?filter[owner_id]={Kayak},{Zelt}&sort=-identifier,value", "Kayak: Weight,Zelt: colour,Kayak: Colour")]
    [TestCase("properties?filter[name]=COLOUR", "Kayak: Colour,Zelt: colour,Old raft: Colour")]
    [TestCase("properties?filter[name][eql]=colour", "Zelt: colour")]
    [TestCase("properties?filter[name][prefix]=we", "Kayak: Weight")]
    [TestCase("properties?filter[identifier][not_eq]=colour", "Kayak: Weight")]
    [TestCase("properties?filter[default_property_id]={Colour}", "Kayak: Colour,Old raft: Colour")]
    [TestCase("properties?filter[default_property_id]=null", "Zelt: colour,Kayak: Weight")]
    [TestCase("properties?filter[owner_type]=product_groups&page[size]=1&page[number]=2", "Zelt: colour")]
    [TestCase("properties?filter[owner_type]=orders,customers", "")]
    [TestCase("properties?filter[owner.name]=zelt", "Zelt: colour")]
    [TestCase("properties?filter[default_property.name]=colour&sort=-owner.name", "Old raft: Colour,Kayak: Colour")]
    [TestCase("product_groups?filter[properties.identifier]=weight", "Kayak")]
    [TestCase("product_groups?filter[properties.name]=colour&filter[properties.default_property_id]=null", "Zelt")]
    [TestCase("items?filter[properties.name]=weight", "Kayak")]
    [TestCase("products?filter[properties.name]=weight", "Kayak product")]
    [TestCase("default_properties", "Colour,Age")]
    [TestCase("default_properties?filter[owner_type]=product_groups", "Colour")]
    [TestCase("default_properties?filter[validation_required]=true&filter[editable]=true", "Age")]
    [TestCase("default_properties?filter[name][match]=O&sort=-name", "Colour")]
    [TestCase("default_properties?sort=can_change_property_type,name", "Age,Colour")]
    public async Task Lists_filter_sort_and_page(string url, string expected)
    {
        foreach (var label in (string[])["Kayak", "Zelt", "Colour"])
            url = url.Replace($"{{{label}}}", _company[label], StringComparison.Ordinal);
        var answer = await _company.GetAsync(url);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(string.Join(',', _company.Labels(answer.Json)), Is.EqualTo(expected));
    }

    [TestCase("product_groups?filter[name][eql]=Kayak&include=properties", "product_groups")]
    [TestCase("product_groups/{Kayak}?include=properties", "product_groups")]
    [TestCase("items?filter[name][eql]=Kayak&include=properties", "product_groups")]
    [TestCase("items/{Kayak}?include=properties", "product_groups")]
    [TestCase("products?filter[product_group_id]={Kayak}&include=properties", "products")]
    public async Task Properties_are_included_in_the_order_of_their_positions(string url, string type)
    {
        var answer = await _company.GetAsync(url.Replace("{Kayak}", _company["Kayak"], StringComparison.Ordinal));
        var data = answer.Json["data"] is System.Text.Json.Nodes.JsonArray rows ? rows.Single()! : answer.Json["data"]!;
        Assert.That(data.Text("type"), Is.EqualTo(type));
        Assert.That(data["attributes"]!["properties"]!.ToJsonString(), Is.EqualTo("""{"colour":"red","weight":"20"}"""));
        Assert.That(data["relationships"]!["properties"]!["data"]!.AsArray().Select(one => _company.LabelOf(one!.Text("id"))), Is.EqualTo(new[] { "Kayak: Colour", "Kayak: Weight" }));
        Assert.That(answer.Json["included"]!.AsArray().Select(one => one!["attributes"]!.Text("value")), Is.EqualTo(new[] { "red", "20" }));
    }

    [Test]
    public async Task A_search_includes_properties_and_a_bundle_has_none()
    {
        var answer = await _company.SendAsync(HttpMethod.Post, "items/search", """{"include":["properties"],"filter":{"name":["Kayak","Weekend set"]},"sort":["name"]}""");
        Assert.That(answer.Json["data"]!.AsArray().Select(one => one!["relationships"]!["properties"]!["data"]!.AsArray().Count), Is.EqualTo(new[] { 2, 0, 0 }), answer.Body);
    }

    [Test]
    public async Task In_nested_json_included_properties_replace_the_object_of_that_name()
    {
        var answer = await _company.GetAsync($"product_groups/{_company["Kayak"]}.json?include=properties&fields[product_groups]=name,properties&fields[properties]=value");
        Assert.That(answer.Json["data"]!.ToJsonString(), Is.EqualTo(
            $$"""{"id":"{{_company["Kayak"]}}","name":"Kayak","properties":[{"id":"{{_company["Kayak: Colour"]}}","value":"red"},{"id":"{{_company["Kayak: Weight"]}}","value":"20"}]}"""));
        answer = await _company.GetAsync($"product_groups/{_company["Kayak"]}.json?fields[product_groups]=name,properties");
        Assert.That(answer.Json["data"]!["properties"]!.ToJsonString(), Is.EqualTo("""{"colour":"red","weight":"20"}"""));
    }

    [Test]
    public async Task An_owner_is_included()
    {
        var answer = await _company.GetAsync($"properties/{_company["Zelt: colour"]}?include=owner&fields[product_groups]=name");
        Assert.That(answer.Json["included"]!.AsArray().Select(one => one!["attributes"]!.ToJsonString()), Is.EqualTo(new[] { """{"name":"Zelt"}""" }));
        Assert.That(answer.Json["data"]!["relationships"]!["owner"]!["data"]!.ToJsonString(), Is.EqualTo($$"""{"type":"product_groups","id":"{{_company["Zelt"]}}"}"""));
    }

    [TestCase("properties?filter[value]=red", "filter[value]", "invalid filter")]
    [TestCase("properties?filter[owner_type]=bundles", "filter[owner_type]", "failed typecasting")]
    [TestCase("properties?filter[created_at]=null", "filter[created_at]", "failed typecasting")]
    [TestCase("properties?sort=city", "sort", "cannot sort by")]
    [TestCase("properties?include=default_property", "include", "cannot include")]
    [TestCase("product_groups?filter[properties]=red", "filter[properties]", "invalid filter")]
    [TestCase("default_properties?filter[owner_type][match]=pro", "filter[owner_type][match]", "invalid filter")]
    [TestCase("default_properties?filter[property_type]=select", "filter[property_type]", "invalid filter")]
    [TestCase("bundles?include=properties", "include", "cannot include")]
    public async Task What_is_not_served_is_refused(string url, string parameter, string start)
    {
        var error = (await _company.GetAsync(url)).Json["errors"]![0]!;
        Assert.That((error.Text("status"), error["source"]!.Text("parameter")), Is.EqualTo(("400", parameter)));
        Assert.That(error.Text("detail"), Does.StartWith(start));
    }

    [Test]
    public async Task Both_prefixes_serve_the_same()
    {
        var (one, other) = (await _company.GetAsync("/api/4/properties?fields[properties]=name"), await _company.GetAsync("/api/boomerang/properties?fields[properties]=name"));
        Assert.That(other.Json["data"]!.ToJsonString(), Is.EqualTo(one.Json["data"]!.ToJsonString()));
    }
}
