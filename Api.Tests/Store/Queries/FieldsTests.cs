using NUnit.Framework;
using static Api.Tests.Store.Queries.QueryAssertions;
using static Api.Tests.Store.Queries.QueryServer;

namespace Api.Tests.Store.Queries;

internal sealed class FieldsTests
{
    [Test]
    public async Task Fields_replace_the_defaults_and_keep_their_order()
    {
        var document = await Get($"collections/{A["Outdoor"]}?fields[collections]=position,name");
        Assert.That(document.At("data"), Is.EqualTo(
            $$$"""{"id":"{{{A["Outdoor"]}}}","type":"collections","attributes":{"name":"Outdoor","position":1},"relationships":{}}"""));
    }

    [Test]
    public async Task Fields_may_be_a_list_of_parameters() =>
        Assert.That((await Get($"collections/{A["Outdoor"]}?fields[collections][]=name&fields[collections][]=depth")).At("data", "attributes"),
            Is.EqualTo("""{"name":"Outdoor","depth":1}"""));

    [Test]
    public async Task Fields_of_items_serve_product_groups_and_bundles_in_their_own_lists_too()
    {
        Assert.That((await Get("product_groups?filter[name][eql]=Kayak&fields[items]=name")).At("data", 0, "attributes"), Is.EqualTo("""{"name":"Kayak"}"""));
        Assert.That((await Get("product_groups?filter[name][eql]=Kayak&fields[items]=name&fields[product_groups]=type")).At("data", 0, "attributes"),
            Is.EqualTo("""{"type":"product_groups"}"""));
    }

    [Test]
    public async Task No_fields_are_no_attributes() =>
        Assert.That((await Get($"collections/{A["Outdoor"]}?fields[collections]=")).At("data", "attributes"), Is.EqualTo("{}"));

    [Test]
    public async Task Id_type_and_relationships_are_accepted_without_effect() =>
        Assert.That((await Get($"collections/{A["Outdoor"]}?fields[collections]=id,type,collection_items,name")).At("data", "attributes"),
            Is.EqualTo("""{"name":"Outdoor"}"""));

    [Test]
    public async Task Sparse_fields_keep_the_linkage_of_what_is_included()
    {
        var document = await Get($"collection_items?filter[collection_id]={A["Boats"]}&include=item&fields[collection_items]=position&fields[product_groups]=name");
        Assert.That(document.At("data", 0, "attributes"), Is.EqualTo("""{"position":1}"""));
        Assert.That(document.At("data", 0, "relationships"), Is.EqualTo($$$$"""{"item":{"data":{"type":"product_groups","id":"{{{{A["Kayak"]}}}}"}}}"""));
        Assert.That(document.At("included", 0, "attributes"), Is.EqualTo("""{"name":"Kayak"}"""));
    }

    [Test]
    public async Task Fields_of_items_serve_both_types_unless_a_types_own_are_given()
    {
        var document = await Get("items?filter[name]=weekend set,zelt&sort=name&fields[items]=name,sku&fields[product_groups]=slug,name");
        Assert.That(document.At("data", 0, "attributes"), Is.EqualTo("""{"name":"Weekend set"}"""));
        Assert.That(document.At("data", 1, "attributes"), Does.Match("""^\{"name":"Zelt","slug":"item-\d+"}$"""));
    }

    [Test]
    public async Task Extra_fields_come_besides_the_defaults()
    {
        var document = await Get($"collection_items?filter[collection_id]={A["Outdoor"]}&extra_fields[collection_items]=source_collections");
        Assert.That(document.At("data", 0, "attributes", "source_collections"), Is.EqualTo("[]"));
        Assert.That(document.At("data", 1, "attributes", "source_collections"), Is.EqualTo($$"""[{"id":"{{A["Boats"]}}","name":"Boats"}]"""));
        Assert.That(document.At("data", 1, "attributes", "implicit"), Is.EqualTo("true"));
    }

    [Test]
    public async Task Extra_fields_of_collections_describe_the_tree()
    {
        const string Extras = "?fields[collections]=&extra_fields[collections]=all_children,all_parents,hierarchical_name";
        var outdoor = (await Get($"collections/{A["Outdoor"]}{Extras}"))["data"]!["attributes"]!;
        Assert.That(outdoor.At("all_children"), Is.EqualTo(
            $$"""[{"id":"{{A["Water"]}}","name":"Water"},{"id":"{{A["Land"]}}","name":"Land"},{"id":"{{A["Boats"]}}","name":"Boats"}]"""));
        Assert.That(outdoor.At("all_parents"), Is.EqualTo("[]"));
        Assert.That(outdoor.At("hierarchical_name"), Is.EqualTo("""["Outdoor"]"""));
        var boats = (await Get($"collections/{A["Boats"]}{Extras}"))["data"]!["attributes"]!;
        Assert.That(boats.At("all_children"), Is.EqualTo("[]"));
        Assert.That(boats.At("all_parents"), Is.EqualTo($$"""[{"id":"{{A["Outdoor"]}}","name":"Outdoor"},{"id":"{{A["Water"]}}","name":"Water"}]"""));
        Assert.That(boats.At("hierarchical_name"), Is.EqualTo("""["Outdoor","Water","Boats"]"""));
    }

    [TestCase("collections?fields[collections]=nmae", "fields[collections]", "'nmae' is an unknown attribute")]
    [TestCase("items?fields[items]=nmae", "fields[items]", "'nmae' is an unknown attribute")]
    [TestCase("bundles?fields[bundles]=sku", "fields[bundles]", "'sku' is an unknown attribute")]
    [TestCase("photos?extra_fields[photos]=position", "extra_fields[photos]", "'position' is an unknown attribute")]
    [TestCase("collections?fields[colections]=name", "fields[colections]", "unknown type 'colections'")]
    [TestCase("collections?fields=name", "fields", "fields should be an object")]
    [TestCase("collections?extra_fields=name", "extra_fields", "extra fields should be an object")]
    [TestCase("collections?feilds[collections]=name", "feilds[collections]", "unknown parameter")]
    public Task A_typo_is_refused(string url, string parameter, string phrase) => Refuses(url, parameter, phrase);

    [Test]
    public async Task An_unknown_attribute_has_its_code()
    {
        var answer = await A.GetAsync("collections?fields[collections]=nmae");
        Assert.That(answer.Json.At("errors", 0, "meta"),
            Is.EqualTo("""{"attribute":"nmae","message":"is an unknown attribute","code":"unknown_attribute"}"""));
    }
}
