using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>The products of a product group: always at least one, more only with variations.</summary>
internal sealed class ProductTests
{
    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [Test]
    public async Task A_product_group_is_made_with_one_product_that_has_its_values()
    {
        var group = await _company.CreateItem("product_groups", """{"name":"Tent","price_type":"fixed","flat_fee_price_in_cents":700,"weight":{"value":"2.5","unit":"kg"}}""");
        var product = (await Products(group.Id())).Single();
        Assert.That(
            Of(product, "name", "group_name", "type", "slug", "base_price_in_cents", "weight_overridden", "variation", "variation_values", "photo_id", "archived"),
            Is.EqualTo("""
                "Tent" "Tent" "products" "tent" 700 false false [] null false
                """.Trim()));
        Assert.That(product.Text("product_group_id"), Is.EqualTo(group.Id()));
        Assert.That(product["weight"]!.ToJsonString(), Is.EqualTo(group.Attributes()["weight"]!.ToJsonString()));
    }

    [Test]
    public async Task Variations_are_made_changed_and_archived()
    {
        var group = await Variations("size", "colour");
        var made = await _company.CreateItem("products", $$$"""{"product_group_id":"{{{group}}}","variation_values":["L","red"],"sorting_weight":3}""", "?include=product_group");
        Assert.That(made.Status, Is.EqualTo(201), made.Body);
        Assert.That(made.Some("name", "variation", "has_variations", "sorting_weight"), Is.EqualTo("\"Tent - L, red\" true true 3"));
        Assert.That(made.Json["included"]![0]!.Text("id"), Is.EqualTo(group));
        var changed = await _company.ChangeItem("products", made.Id(), """{"variation_values":["M","red"],"base_price_in_cents":5,"weight":{"value":"1.0","unit":"kg"}}""");
        Assert.That(changed.Some("name", "base_price_in_cents", "weight_overridden"), Is.EqualTo("\"Tent - M, red\" 5 true"));
        var archived = await _company.Archive("products", made.Id());
        Assert.That(archived.Some("archived", "name"), Is.EqualTo("true \"Tent - M, red\""));
        Assert.That(archived.Attributes()["archived_at"], Is.Not.Null);
        Assert.That((await Products(group)).Select(product => product.Text("name")), Is.EqualTo(new[] { "Tent" }));
        Assert.That((await _company.GetAsync($"products/{made.Id()}")).Some("archived"), Is.EqualTo("true"));
    }

    [Test]
    public async Task Products_follow_price_and_weight_of_the_group_unless_they_have_their_own()
    {
        var group = await Variations("size");
        var own = (await Variation(group, "L", ""","base_price_in_cents":5,"weight":{"value":"1.0","unit":"kg"}""")).Id();
        await Variation(group, "S");
        await _company.ChangeItem("product_groups", group, """{"price_type":"fixed","flat_fee_price_in_cents":90,"weight":{"value":"3.0","unit":"kg"}}""");
        Assert.That((await Products(group)).Select(product => $"{product["base_price_in_cents"]} {product["weight"]!["value"]}"), Is.EqualTo(new[] { "90 3", "5 1", "90 3" }));
        var reset = await _company.ChangeItem("products", own, """{"weight":null}""");
        Assert.That(reset.Attributes()["weight"]!["value"]!.ToJsonString(), Is.EqualTo("3"));
        Assert.That(reset.Some("weight_overridden", "base_price_in_cents"), Is.EqualTo("false 5"));
    }

    [Test]
    public async Task A_weight_without_value_is_the_groups_and_one_without_unit_is_in_grams_or_the_unit_of_its_own()
    {
        var group = await Variations("size");
        await _company.ChangeItem("product_groups", group, """{"weight":{"value":3,"unit":"kg"}}""");
        var id = (await Variation(group, "L")).Id();
        Assert.That((await _company.ChangeItem("products", id, """{"weight":{"value":200}}""")).Some("weight", "weight_overridden"), Is.EqualTo("""{"value":200,"unit":"g"} true"""));
        Assert.That((await _company.ChangeItem("products", id, """{"weight":{"value":2,"unit":"lb"}}""")).Some("weight"), Is.EqualTo("""{"value":2,"unit":"lb"}"""));
        Assert.That((await _company.ChangeItem("products", id, """{"weight":{"value":5}}""")).Some("weight"), Is.EqualTo("""{"value":5,"unit":"lb"}"""));
        Assert.That((await _company.ChangeItem("products", id, """{"weight":{"value":null}}""")).Some("weight", "weight_overridden"), Is.EqualTo("""{"value":3,"unit":"kg"} false"""));
        Assert.That((await _company.ChangeItem("products", id, """{"weight":{}}""")).Errors().Single(), Does.StartWith("422 blank /data/attributes/weight/value"));
        Assert.That((await _company.ChangeItem("product_groups", group, """{"weight":{"value":null}}""")).Errors().Single(), Does.StartWith("422 blank /data/attributes/weight/value"));
    }

    [Test]
    public async Task A_group_without_variations_has_the_price_of_its_product()
    {
        var group = (await _company.CreateItem("product_groups", """{"name":"Lone","price_type":"fixed","flat_fee_price_in_cents":40}""")).Id();
        var id = (await _company.GetAsync($"products?filter[product_group_id]={group}")).Json["data"]![0]!.Text("id");
        Assert.That((await _company.ChangeItem("products", id, """{"base_price_in_cents":50}""")).Errors().Single(), Does.StartWith("422 contradictory /data/attributes/base_price_in_cents"));
        Assert.That((await _company.ChangeItem("products", id, """{"base_price_in_cents":40}""")).Some("base_price_in_cents"), Is.EqualTo("40"));
        await _company.ChangeItem("product_groups", group, """{"flat_fee_price_in_cents":60,"has_variations":true}""");
        Assert.That((await _company.ChangeItem("products", id, """{"base_price_in_cents":50}""")).Some("base_price_in_cents"), Is.EqualTo("50"));
    }

    [Test]
    public async Task Names_and_values_follow_the_name_and_the_fields_of_the_group()
    {
        var group = await Variations("size", "colour");
        await Variation(group, "L\",\"red");
        var renamed = await _company.ChangeItem("product_groups", group, """{"name":"Zelt","variation_fields":["colour","length"]}""");
        Assert.That(renamed.Status, Is.EqualTo(200), renamed.Body);
        Assert.That((await Products(group)).Select(product => Of(product, "name", "variation_values")), Is.EqualTo(new[] { "\"Zelt\" [\"\",\"\"]", "\"Zelt - red\" [\"red\",\"\"]" }));
        var found = await _company.GetAsync("products?filter[name][prefix]=zelt%20-");
        Assert.That(found.Json["data"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_field_cannot_go_while_it_is_all_that_keeps_two_products_apart()
    {
        var group = await Variations("size", "colour");
        await Variation(group, "L\",\"red");
        await Variation(group, "L\",\"blue");
        var refused = await _company.ChangeItem("product_groups", group, """{"variation_fields":["size"]}""");
        Assert.That(refused.Errors().Single(), Does.StartWith("422 taken /data/attributes/variation_fields"));
        Assert.That((await _company.GetAsync($"product_groups/{group}")).Some("variation_fields"), Is.EqualTo("[\"size\",\"colour\"]"));
        Assert.That((await _company.ChangeItem("product_groups", group, """{"variation_fields":["colour"]}""")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Products_are_archived_and_restored_with_their_group()
    {
        var group = await Variations("size");
        var before = (await Variation(group, "L")).Id();
        await Variation(group, "S");
        await _company.Archive("products", before);
        await _company.Archive("product_groups", group);
        Assert.That(await Products(group), Is.Empty);
        Assert.That(await Products(group, "&filter[archived]=true"), Has.Count.EqualTo(3));
        await _company.ChangeItem("product_groups", group, """{"archived":false}""");
        Assert.That((await Products(group)).Select(product => product.Text("name")), Is.EqualTo(new[] { "Tent", "Tent - S" }), "what was archived before stays archived");
    }

    [Test]
    public async Task The_last_product_cannot_be_archived()
    {
        var group = await Variations("size");
        var second = (await Variation(group, "L")).Id();
        var first = (await _company.GetAsync($"products?filter[product_group_id]={group}")).Json["data"]![0]!.Text("id");
        Assert.That((await _company.Archive("products", first)).Status, Is.EqualTo(200));
        Assert.That((await _company.Archive("products", second)).Errors(), Has.One.Contains("422 last"));
        Assert.That((await _company.Archive("products", first)).Status, Is.EqualTo(200), "what is archived can be archived again");
        Assert.That(await Products(group), Has.Count.EqualTo(1));
    }

    [TestCase("""{"variation_values":["L"]}""", "422 wrong_length /data/attributes/variation_values")]
    [TestCase("""{"variation_values":["L","red","x"]}""", "422 wrong_length /data/attributes/variation_values")]
    [TestCase("""{"variation_values":["L"," "]}""", "422 blank /data/attributes/variation_values")]
    [TestCase("""{"variation_values":["l ","RED"]}""", "422 taken /data/attributes/variation_values")]
    [TestCase("""{"variation_values":"L"}""", "400 type_error /data/attributes/variation_values")]
    [TestCase("""{"variation_values":null}""", "422 blank /data/attributes/variation_values")]
    [TestCase("""{"base_price_in_cents":-1}""", "422 out_of_range /data/attributes/base_price_in_cents")]
    [TestCase("""{"photo_id":"33763613-da95-4e0a-89fd-1394814769da"}""", "422 not_found /data/attributes/photo_id")]
    [TestCase("""{"name":"x"}""", "400 unwrittable_attribute /data/attributes/name")]
    [TestCase("""{"weight":[]}""", "400 type_error /data/attributes/weight")]
    public async Task A_wrong_value_is_refused_and_changes_nothing(string attributes, string error)
    {
        var group = await Variations("size", "colour");
        await Variation(group, "L\",\"red");
        var second = (await Variation(group, "S\",\"red")).Id();
        var before = (await _company.GetAsync($"products/{second}")).Body;
        Assert.That((await _company.ChangeItem("products", second, attributes)).Errors().Single(), Does.StartWith(error));
        Assert.That((await _company.GetAsync($"products/{second}")).Body, Is.EqualTo(before));
    }

    [Test]
    public async Task A_product_needs_a_group_with_variations()
    {
        var others = WriteServer.NewCompany();
        var plain = (await _company.CreateItem("product_groups", """{"name":"Plain"}""")).Id();
        var archived = await Variations("size");
        await _company.Archive("product_groups", archived);
        foreach (var (group, code) in new[] { (plain, "invalid"), (archived, "not_found"), (others["Kayak"], "not_found"), (_company["Weekend set"], "not_found"), (Guid.NewGuid().ToString(), "not_found") })
            Assert.That((await _company.CreateItem("products", $$$"""{"product_group_id":"{{{group}}}","variation_values":[]}""")).Errors().Single(), Does.StartWith($"422 {code} /data/attributes/product_group_id"));
        Assert.That((await _company.CreateItem("products", """{"variation_values":[]}""")).Errors().Single(), Does.StartWith("422 blank /data/attributes/product_group_id"));
        Assert.That((await _company.GetAsync($"products/{others[TestCompany.ProductOf("Kayak")]}")).Status, Is.EqualTo(404));
        Assert.That((await _company.Archive("products", others[TestCompany.ProductOf("Kayak")])).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_deleted_photo_is_no_photo_of_a_product_any_more()
    {
        var changed = await _company.ChangeItem("products", TestCompany.ProductOf("Kayak"), $$$"""{"photo_id":"{{{_company["bow"]}}}"}""", "?include=photo");
        Assert.That(changed.Some("photo_url"), Is.EqualTo("\"https://img.example/bow-large.jpg\""));
        Assert.That(changed.Json["included"]![0]!.Text("id"), Is.EqualTo(_company["bow"]));
        Assert.That((await _company.ChangeItem("products", TestCompany.ProductOf("Kayak"), $$$"""{"photo_id":"{{{_company["tent"]}}}"}""")).Errors().Single(), Does.StartWith("422 not_found"), "a bundle's photo");
        await _company.Archive("photos", "bow");
        Assert.That((await _company.GetAsync($"products/{_company[TestCompany.ProductOf("Kayak")]}")).Some("photo_id", "photo_url"), Is.EqualTo("null null"));
    }

    [Test]
    public async Task A_bundle_item_has_a_product_of_its_group_and_includes_it()
    {
        var part = _company["Weekend set with Kayak"];
        var changed = await _company.ChangeItem("bundle_items", part, $$$"""{"product_id":"{{{_company[TestCompany.ProductOf("Kayak")]}}}"}""", "?include=product.photo,product_group.products");
        Assert.That(changed.Some("product_id"), Is.EqualTo($"\"{_company[TestCompany.ProductOf("Kayak")]}\""));
        Assert.That(changed.Json["included"]!.AsArray().Select(one => one!.Text("type")).Order(), Is.EqualTo(new[] { "product_groups", "products" }));
        Assert.That((await _company.ChangeItem("bundle_items", part, $$$"""{"product_id":"{{{_company[TestCompany.ProductOf("Zelt")]}}}"}""")).Errors(), Has.One.StartsWith("422 not_found /data/attributes/product_id"));
        Assert.That((await _company.ChangeItem("bundle_items", part, """{"product_id":null}""")).Some("product_id"), Is.EqualTo("null"));
        var bundle = await _company.GetAsync($"bundles/{_company["Weekend set"]}?include=bundle_items.product,bundle_items.product_group.products.photo");
        Assert.That(bundle.Json["included"]!.AsArray().Count(one => one!.Text("type") == "products"), Is.EqualTo(2));
    }

    private async Task<string> Variations(params string[] fields)
    {
        var group = await _company.CreateItem("product_groups", $$$"""{"name":"Tent","has_variations":true,"variation_fields":["{{{string.Join("\",\"", fields)}}}"]}""");
        Assert.That(group.Status, Is.EqualTo(201), group.Body);
        return group.Id();
    }

    private async Task<Answer> Variation(string group, string values, string more = "")
    {
        var product = await _company.CreateItem("products", $$$"""{"product_group_id":"{{{group}}}","variation_values":["{{{values}}}"]{{{more}}}}""");
        Assert.That(product.Status, Is.EqualTo(201), product.Body);
        return product;
    }

    private static string Of(JsonObject attributes, params string[] names) =>
        string.Join(' ', names.Select(name => attributes[name]?.ToJsonString(JsonText.Plain) ?? "null"));

    private async Task<List<JsonObject>> Products(string group, string more = "") =>
        [.. (await _company.GetAsync($"products?filter[product_group_id]={group}{more}")).Json["data"]!.AsArray().Select(product => product!["attributes"]!.AsObject())];
}
