using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Documents that are read and sent back: what cannot be written may be repeated, and not changed.</summary>
internal sealed class RepeatedValueTests
{
    private const string Kayak = "product_groups/<Kayak>";
    private const string Indoor = "collections/<Indoor>";

    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [TestCase("collections/<Outdoor>", "extra_fields[collections]=all_children,all_parents", "name", "Outside")]
    [TestCase("collections/<Boats>", "extra_fields[collections]=hierarchical_name&include=collection_items,collection_items.item", "description", "Afloat")]
    [TestCase("product_groups/<Kayak>", "include=photo", "excerpt", "Long")]
    [TestCase("product_groups/<älg>", "include=photo", "excerpt", "Short")]
    [TestCase("product_groups/<Old raft>", "", "excerpt", "Old")]
    [TestCase("bundles/<Weekend set>", "include=bundle_items,photo", "name", "Long weekend set")]
    [TestCase("bundle_items/<Weekend set with Kayak>", "include=product_group", "quantity", 3)]
    [TestCase("photos/<bow>", "include=owner", "alt_text", "A bow")]
    [TestCase("products/<Kayak product>", "include=photo,product_group", "sorting_weight", 5)]
    public async Task A_document_is_sent_back_as_it_was_read_or_with_one_change(string path, string query, string attribute, object value)
    {
        var url = $"{Named(path)}?{query}";
        // The rows of the test were made without the rule for base prices.
        if (path.StartsWith("product_groups", StringComparison.Ordinal))
            await ChangeAsync(path, "\"flat_fee_price_in_cents\":5000");
        var read = await _company.GetAsync(url);
        Assert.That(read.Status, Is.EqualTo(200), read.Body);
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch })
        {
            var same = await _company.SendAsync(method, url, read.Body);
            Assert.That((same.Status, same.Body), Is.EqualTo((200, read.Body)));
        }
        var changed = read.Json;
        changed["data"]!["attributes"]![attribute] = JsonValue.Create(value);
        var written = await _company.SendAsync(HttpMethod.Put, url, changed.ToJsonString());
        Assert.That(written.Status, Is.EqualTo(200), written.Body);
        Assert.That(written.Attributes()[attribute]!.ToString(), Is.EqualTo(value.ToString()));
        changed["data"]!["attributes"]!["updated_at"] = written.Attributes()["updated_at"]!.DeepClone();
        Assert.That(JsonNode.DeepEquals(written.Attributes(), changed["data"]!["attributes"]), written.Body);
    }

    [Test]
    public async Task So_is_one_with_every_kind_of_value()
    {
        const string Attributes = """{"name":"Piccolo","weight":{"unit":"kg","value":1.50},"tag_list":["b","a"],"sku":"P","discountable":false}""";
        var made = await _company.CreateItem("product_groups", Attributes);
        Assert.That(made.Status, Is.EqualTo(201), made.Body);
        var same = await _company.SendAsync(HttpMethod.Put, $"product_groups/{made.Id()}", made.Body);
        Assert.That((same.Status, same.Body), Is.EqualTo((200, made.Body)));
    }

    [TestCase("product_groups/<Kayak>", "base_price_in_cents", "5000", "5000.0", "5e3")]
    [TestCase("collections/<Outdoor>", "created_at", "\"2025-01-01T00:00:00.601222+00:00\"", "\"2025-01-01T00:00:00.601222Z\"", "\"2025-01-01T01:00:00.601222+01:00\"")]
    [TestCase("product_groups/<Kayak>", "archived_at", "null")]
    [TestCase("product_groups/<Kayak>", "group_name", "\"Boats\"", "\"\\u0042oats\"")]
    [TestCase("product_groups/<Kayak>", "type", "\"product_groups\"")]
    [TestCase("collections/<Boats>", "all_parents", """[{"name":"Outdoor","id":"<Outdoor>"},{"id":"<Water>","name":"Water"}]""")]
    [TestCase("collections/<Boats>", "hierarchical_name", """["Outdoor","Water","Boats"]""")]
    [TestCase("collections/<Boats>", "item_count", "1")]
    [TestCase("photos/<bow>", "owner_id", "\"<Kayak>\"")]
    public async Task The_present_value_may_be_spelled_in_any_way(string path, string attribute, params string[] values)
    {
        foreach (var value in values)
        {
            var answer = await ChangeAsync(path, $"\"{attribute}\":{Named(value)}");
            Assert.That(answer.Status, Is.EqualTo(200), $"{value} {answer.Body}");
        }
    }

    [TestCase("product_groups/<Kayak>", "base_price_in_cents", "5001", "\"5000\"", "null", "[5000]")]
    [TestCase("collections/<Outdoor>", "created_at", "\"2025-01-01T00:00:00.601223+00:00\"", "\"2025-01-01T00:00:00.601+00:00\"", "\"2025-01-01T00:00:00+00:00\"", "\"\"", "5")]
    [TestCase("product_groups/<Kayak>", "archived_at", "\"2025-01-01T00:00:00+00:00\"", "\"\"", "false")]
    [TestCase("product_groups/<Kayak>", "group_name", "\"boats\"", "null")]
    [TestCase("product_groups/<Kayak>", "photo_url", "null", "\"/x\"")]
    [TestCase("product_groups/<Kayak>", "trackable", "true", "null")]
    [TestCase("collections/<Boats>", "all_parents", """[{"id":"<Water>","name":"Water"},{"name":"Outdoor","id":"<Outdoor>"}]""", "[]", "null", "{}")]
    [TestCase("collections/<Boats>", "item_count", "2", "true")]
    [TestCase("collections/<Boats>", "depth", "1")]
    [TestCase("collections/<Boats>", "system", "true", "null", "\"false\"")]
    [TestCase("collections/<Boats>", "id", "\"<Water>\"", "null")]
    public async Task Another_value_is_refused_and_nothing_is_changed(string path, string attribute, params string[] values)
    {
        var before = await _company.GetAsync(Named(path));
        foreach (var value in values)
        {
            var answer = await ChangeAsync(path, $"\"name\":\"Changed\",\"{attribute}\":{Named(value)}");
            var error = answer.Json["errors"]!.AsArray().Single()!;
            Assert.That((answer.Status, error["source"]!.Text("pointer")), Is.EqualTo((400, "/data/attributes/" + attribute)), $"{value} {answer.Body}");
            Assert.That(error["meta"]!.Text("code"), Is.EqualTo("unwrittable_attribute"), answer.Body);
        }
        Assert.That((await _company.GetAsync(Named(path))).Body, Is.EqualTo(before.Body));
    }

    [Test]
    public async Task All_that_is_refused_comes_back_together_with_what_the_rules_refuse()
    {
        var answer = await ChangeAsync("collections/<Boats>", """ "item_count":7,"depth":3,"position":9,"parent_id":"<Boats>" """);
        Assert.That(answer.ErrorSummaries(), Is.EqualTo(new[]
        {
            "400 unwrittable_attribute /data/attributes/item_count", "400 unwrittable_attribute /data/attributes/position", "422 cycle /data/attributes/parent_id",
        }));
        Assert.That(answer.Json["errors"]![0]!.Text("detail"), Is.EqualTo("data.attributes.item_count cannot be written"));
    }

    [TestCase("collections", """ "name":"x","item_count":0 """, "item_count")]
    [TestCase("collections", """ "name":"x","depth":1 """, "depth")]
    [TestCase("collections", """ "name":"x","all_children":[] """, "all_children")]
    [TestCase("product_groups", """ "name":"x","archived_at":null """, "archived_at")]
    [TestCase("collection_items", """ "collection_id":"<Indoor>","item_id":"<Zelt>","source_collections":[] """, "source_collections")]
    public async Task What_is_new_has_no_value_to_repeat(string type, string attributes, string attribute) => Assert.That(
        (await _company.Post(CollectionRequests.Body(type, $"{{{Named(attributes)}}}"), type)).ErrorSummaries(),
        Is.EqualTo(new[] { $"400 unwrittable_attribute /data/attributes/{attribute}" }));

    [TestCase(Kayak, "photo", """{"type":"photos","id":"<bow>"}""", true)]
    [TestCase(Kayak, "photo", """{"type":"photos","id":"<stern>"}""", false)]
    [TestCase(Kayak, "photo", "null", false)]
    [TestCase("product_groups/<Zelt>", "photo", "null", true)]
    [TestCase(Indoor, "collection_items", """[{"type":"collection_items","id":"<Indoor: Lamp>"},{"type":"collection_items","id":"<Indoor: älg>"}]""", true)]
    [TestCase(Indoor, "collection_items", """[{"type":"collection_items","id":"<Indoor: Lamp>"}]""", false)]
    [TestCase(Indoor, "collection_items", "[]", false)]
    [TestCase(Indoor, "collection_items", "null", false)]
    [TestCase(Indoor, "nope", "null", false)]
    public async Task Relationships_are_repeated_too(string path, string relationship, string linkage, bool isSame)
    {
        var answer = await _company.SendAsync(HttpMethod.Put, Named(path),
            Named($$$$$$"""{"data":{"type":"{{{{{{path.Split('/')[0]}}}}}}","relationships":{"{{{{{{relationship}}}}}}":{"data":{{{{{{linkage}}}}}}}}}}"""));
        Assert.That(answer.Status, Is.EqualTo(isSame ? 200 : 400), answer.Body);
        if (!isSame)
            Assert.That(answer.ErrorSummaries(), Is.EqualTo(new[] { $"400  /data/relationships/{relationship}" }));
    }

    [Test]
    public async Task An_operation_repeats_what_the_operations_before_it_left()
    {
        var rename = OperationRequests.Update("collections", OperationRequests.Id(_company["Boats"]), """{"name":"Ships"}""");
        var repeat = OperationRequests.Update(
            "collections", OperationRequests.Id(_company["Boats"]), """{"hierarchical_name":["Outdoor","Water","Ships"],"description":"x"}""");
        Assert.That((await _company.Operate(rename, repeat)).Results(), Has.Length.EqualTo(2));
        Assert.That((await _company.Operate(OperationRequests.Update("collections", OperationRequests.Id(_company["Boats"]), """{"name":"Boats"}"""), repeat)).ErrorSummaries(),
            Is.EqualTo(new[] { "400 unwrittable_attribute /atomic:operations/1/data/attributes/hierarchical_name" }));
        Assert.That((await _company.GetAsync($"collections/{_company["Boats"]}")).Attributes().Text("name"), Is.EqualTo("Ships"));
    }

    [Test]
    public async Task A_row_of_another_company_is_not_found_whatever_is_repeated()
    {
        var stranger = WriteServer.NewCompany();
        var read = await _company.GetAsync(Named(Kayak));
        foreach (var body in new[] { read.Body, read.Body.Replace("5000", "5001", StringComparison.Ordinal) })
            Assert.That((await stranger.SendAsync(HttpMethod.Put, Named(Kayak), body)).Status, Is.EqualTo(404));
    }

    [TestCase("default_properties", """{"name":"Size","property_type":"select","select_options":["S","M"],"owner_type":"product_groups","validation_required":true}""", "")]
    [TestCase("properties", """{"name":"Colour","value":"red","owner_id":"<Zelt>","owner_type":"product_groups"}""", "?include=owner")]
    [TestCase("properties", """{"name":"Store room","property_type":"address","address1":"Street 1","city":"Utrecht","owner_id":"<Zelt>","owner_type":"product_groups"}""",
        "?fields[properties]=name,value,meets_validation_requirements,first_name,address1,city,latitude")]
    public async Task A_property_is_sent_back_as_it_was_read(string type, string attributes, string query)
    {
        var made = await _company.CreateItem(type, Named(attributes));
        Assert.That(made.Status, Is.EqualTo(201), made.Body);
        var read = await _company.GetAsync($"{type}/{made.Id()}{query}");
        var written = await _company.SendAsync(HttpMethod.Put, $"{type}/{made.Id()}{query}", read.Body);
        Assert.That((written.Status, written.Body), Is.EqualTo((200, read.Body)));
    }

    [Test]
    public async Task A_product_that_is_sent_back_still_follows_its_group()
    {
        await _company.ChangeItem("product_groups", "älg", """{"flat_fee_price_in_cents":500,"weight":{"value":1.5,"unit":"kg"}}""");
        var product = Named("products/<älg product>");
        var read = await _company.GetAsync(product);
        Assert.That(read.Some("base_price_in_cents", "weight"), Is.EqualTo("""500 {"value":1.5,"unit":"kg"}"""));
        Assert.That((await _company.SendAsync(HttpMethod.Put, product, read.Body)).Body, Is.EqualTo(read.Body));
        await _company.ChangeItem("product_groups", "älg", """{"flat_fee_price_in_cents":700,"weight":{"value":2.5,"unit":"lb"}}""");
        Assert.That((await _company.GetAsync(product)).Some("base_price_in_cents", "weight", "weight_overridden"), Is.EqualTo("""700 {"value":2.5,"unit":"lb"} false"""));
        await _company.ChangeItem("product_groups", "älg", """{"has_variations":true}""");
        await _company.ChangeItem("products", "älg product", """{"base_price_in_cents":701,"weight":{"value":3,"unit":"lb"}}""");
        await _company.ChangeItem("product_groups", "älg", """{"flat_fee_price_in_cents":900,"weight":{"value":4,"unit":"lb"}}""");
        Assert.That((await _company.GetAsync(product)).Some("base_price_in_cents", "weight", "weight_overridden"), Is.EqualTo("""701 {"value":3,"unit":"lb"} true"""));
    }

    [Test]
    public async Task What_another_client_wrote_in_between_is_another_value()
    {
        var read = await _company.GetAsync(Named(Kayak));
        await _company.ChangeItem("product_groups", "Kayak", """{"excerpt":"theirs"}""");
        var answer = await _company.SendAsync(HttpMethod.Put, Named(Kayak), read.Body);
        Assert.That(answer.ErrorSummaries(), Is.EqualTo(new[] { "400 unwrittable_attribute /data/attributes/updated_at" }));
        Assert.That((await _company.GetAsync(Named(Kayak))).Attributes().Text("excerpt"), Is.EqualTo("theirs"));
    }

    private Task<Answer> ChangeAsync(string path, string attributes) => _company.SendAsync(
        HttpMethod.Patch, Named(path), CollectionRequests.Body(path.Split('/')[0], $"{{{Named(attributes)}}}"));

    private string Named(string text) => System.Text.RegularExpressions.Regex.Replace(text, "<([^<>]+)>", name => _company[name.Groups[1].Value]);
}
