using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Creating and changing product groups.</summary>
internal sealed class ProductGroupTests
{
    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [Test]
    public async Task What_is_left_out_has_the_documented_form()
    {
        var answer = await _company.CreateItem("product_groups", """{"name":"Paddle"}""");
        Assert.That(answer.Some("name", "slug", "type", "product_type", "tracking_type", "trackable", "price_type", "price_period", "base_price_in_cents", "show_in_store", "archived", "tag_list", "properties", "group_name", "photo_url", "weight"),
            Is.EqualTo("""
                "Paddle" "paddle" "product_groups" "rental" "bulk" false "simple" "day" 0 true false [] {} null null null
                """.Trim()));
        Assert.That(answer.Headers.Location!.ToString(), Is.EqualTo($"{WriteServer.Server.Url}/api/4/product_groups/{answer.Id()}"));
        Assert.That((await _company.GetAsync($"product_groups/{answer.Id()}")).Body, Is.EqualTo(answer.Body));
        Assert.That((await _company.GetAsync($"items/{answer.Id()}")).Json["data"]!.Text("type"), Is.EqualTo("product_groups"));
    }

    [Test]
    public async Task Every_attribute_that_is_written_is_returned()
    {
        const string Given = """
            {"name":"Äpfel 😀","sku":"A-1","buffer_time_before":60,"buffer_time_after":2147483647,"product_type":"rental","tracking_type":"trackable",
             "trackable":true,"has_variations":true,"extra_information":"<b>é</b>","description":"Old","excerpt":"Short","show_in_store":false,"sorting_weight":-5,
             "price_type":"private_structure","price_period":"week","deposit_in_cents":1,"default_purchase_cost_in_cents":2,"weight":{"value":2.5,"unit":"kg"},
             "discountable":false,"taxable":false,"seo_title":"T","seo_description":"D","tag_list":["Äpfel","b c"],
             "tax_category_id":"33763613-da95-4e0a-89fd-1394814769da","price_ruleset_id":null,"allow_shortage":true,"shortage_limit":3,"variation_fields":["size"],
             "flat_fee_price_in_cents":7,"structure_price_in_cents":9,"stock_item_properties":["serial"]}
            """;
        var given = System.Text.Json.Nodes.JsonNode.Parse(Given)!.AsObject();
        var created = await _company.CreateItem("product_groups", Given);
        foreach (var (name, value) in given)
            Assert.That(created.Some(name), Is.EqualTo(value?.ToJsonString(JsonText.Plain) ?? "null"), name);
        given.Remove("sku");
        var changed = await _company.ChangeItem("product_groups", "Zelt", given.ToJsonString().Replace("\"trackable\":true,", "", StringComparison.Ordinal).Replace("\"tracking_type\":\"trackable\",", "", StringComparison.Ordinal));
        Assert.That(changed.Some("name", "slug", "weight", "tag_list"), Does.StartWith("\"Äpfel \\uD83D\\uDE00\" \"item-").And.EndWith("""{"value":2.5,"unit":"kg"} ["Äpfel","b c"]"""));
        Assert.That(changed.Some("sku"), Does.StartWith("\"ITEM_"), "what is left out stays");
    }

    [TestCase("""{"price_type":"fixed","flat_fee_price_in_cents":7,"structure_price_in_cents":9}""", 7)]
    [TestCase("""{"price_type":"simple","flat_fee_price_in_cents":7,"structure_price_in_cents":9}""", 7)]
    [TestCase("""{"price_type":"structure","flat_fee_price_in_cents":7,"structure_price_in_cents":9}""", 9)]
    [TestCase("""{"price_type":"private_structure","flat_fee_price_in_cents":7,"structure_price_in_cents":9}""", 9)]
    [TestCase("""{"price_type":"none","flat_fee_price_in_cents":7,"structure_price_in_cents":9}""", 0)]
    public async Task The_base_price_follows_from_the_others(string prices, int due)
    {
        Assert.That((await _company.ChangeItem("product_groups", "Zelt", prices)).Some("base_price_in_cents"), Is.EqualTo($"{due}"));
        Assert.That((await _company.ChangeItem("product_groups", "Zelt", """{"price_type":"fixed"}""")).Some("base_price_in_cents"), Is.EqualTo("7"));
        var found = await _company.GetAsync("product_groups?filter[base_price_in_cents]=7");
        Assert.That(_company.Labels(found.Json), Is.EqualTo(new[] { "Zelt" }));
    }

    [TestCase("""{"trackable":true}""", "trackable", true)]
    [TestCase("""{"trackable":false}""", "bulk", false)]
    [TestCase("""{"tracking_type":"trackable"}""", "trackable", true)]
    [TestCase("""{"tracking_type":"none","product_type":"sales_item"}""", "none", false)]
    [TestCase("""{"product_type":"service","trackable":false}""", "none", false)]
    public async Task Trackable_and_tracking_type_say_the_same(string given, string type, bool trackable)
    {
        var answer = await _company.CreateItem("product_groups", given.Replace("{", """{"name":"x",""", StringComparison.Ordinal));
        Assert.That(answer.Some("tracking_type", "trackable"), Is.EqualTo($"\"{type}\" {(trackable ? "true" : "false")}"));
    }

    [Test]
    public async Task Slugs_are_made_of_names_and_numbered_when_taken()
    {
        var slugs = new List<string>();
        foreach (var (type, name) in new[] { ("product_groups", "Grünes Boot!"), ("bundles", "grunes  boot"), ("product_groups", "Grünes-Boot"), ("product_groups", "[???]"), ("bundles", "…"), ("product_groups", "\\ufffe"), ("bundles", "Велосипед"), ("product_groups", "велосипед") })
            slugs.Add((await _company.CreateItem(type, $$"""{"name":"{{name}}"}""")).Attributes().Text("slug"));
        Assert.That(slugs, Is.EqualTo(new[] { "grunes-boot", "grunes-boot-2", "grunes-boot-3", "item", "item-2", "item-3", "velosiped", "velosiped-2" }));
        Assert.That((await _company.ChangeItem("product_groups", "Zelt", """{"name":"Tent"}""")).Some("slug"), Does.StartWith("\"item-"), "a slug does not follow the name");
        Assert.That((await _company.ChangeItem("product_groups", "Zelt", """{"slug":"Zum Zelt"}""")).Some("slug"), Is.EqualTo("\"zum-zelt\""));
        Assert.That((await _company.CreateItem("bundles", """{"name":"x","slug":"ZUM/zelt"}""")).Errors(), Is.EqualTo(new[] { "422 taken /data/attributes/slug: slug has already been taken" }));
    }

    [Test]
    public async Task One_name_at_once_by_many_gives_as_many_slugs()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _company.CreateItem("product_groups", """{"name":"Same"}""")));
        Assert.That(answers.Select(answer => answer.Attributes().Text("slug")), Is.EquivalentTo(Enumerable.Range(2, 11).Select(number => $"same-{number}").Prepend("same")));
    }

    [TestCase("tag_list")]
    [TestCase("q")]
    public async Task Tags_are_kept_once_and_found_in_any_script(string filter)
    {
        var answer = await _company.ChangeItem("product_groups", "Zelt", """{"tag_list":[" Äpfel ","Äpfel","äpfel","a \"b\" \\ 😀"]}""");
        Assert.That(answer.Some("tag_list"), Is.EqualTo("""["Äpfel","äpfel","a \"b\" \\ \uD83D\uDE00"]"""));
        foreach (var tag in new[] { "%C3%84pfel", "%C3%A4PFEL", "a%20%22b%22%20%5C%20%F0%9F%98%80" })
            Assert.That(_company.Labels((await _company.GetAsync($"product_groups?filter[{filter}]={tag}&sort=-created_at")).Json), Does.Contain("Zelt"), tag);
        var counted = await _company.GetAsync("product_groups?stats[tag_list]=count");
        Assert.That(counted.Json["meta"]!["stats"]!["tag_list"]!["count"]!["Äpfel"]!.GetValue<int>(), Is.EqualTo(1), counted.Body);
    }

    [Test]
    public async Task A_change_changes_the_time_and_no_change_does_not()
    {
        var before = await _company.GetAsync($"product_groups/{_company["Zelt"]}");
        var same = await _company.ChangeItem("product_groups", "Zelt", """{"name":"Zelt","tag_list":[],"archived":false}""");
        Assert.That(same.Body, Is.EqualTo(before.Body));
        var renamed = await _company.ChangeItem("product_groups", "Zelt", """{"name":"Yurt"}""");
        Assert.That(string.CompareOrdinal(renamed.Attributes().Text("updated_at"), before.Attributes().Text("updated_at")), Is.Positive);
        Assert.That(_company.Labels((await _company.GetAsync("product_groups?filter[name]=YURT")).Json), Is.EqualTo(new[] { "Zelt" }));
    }

    [TestCase("deposit_in_cents", "-1", "422 out_of_range")]
    [TestCase("structure_price_in_cents", "-2147483648", "422 out_of_range")]
    [TestCase("flat_fee_price_in_cents", "2147483648", "400 type_error")]
    [TestCase("deposit_in_cents", "1.5", "400 type_error")]
    [TestCase("deposit_in_cents", "\"12\"", "400 type_error")]
    [TestCase("deposit_in_cents", "null", "422 blank")]
    [TestCase("price_type", "\"dear\"", "400 type_error")]
    [TestCase("price_type", "\"Fixed\"", "400 type_error")]
    [TestCase("product_type", "\"bundle\"", "400 type_error")]
    [TestCase("show_in_store", "null", "422 blank")]
    [TestCase("show_in_store", "1", "400 type_error")]
    [TestCase("archived", "null", "422 blank")]
    [TestCase("name", "null", "422 blank")]
    [TestCase("name", "\"\"", "422 blank")]
    [TestCase("name", "\"a\\u0000b\"", "400 type_error")]
    [TestCase("tag_list", "null", "422 blank")]
    [TestCase("tag_list", "\"a,b\"", "400 type_error")]
    [TestCase("tag_list", "[\"a,b\"]", "422 invalid")]
    [TestCase("tag_list", "[\" \"]", "422 invalid")]
    [TestCase("tag_list", "[1]", "400 type_error")]
    [TestCase("properties_attributes", "{}", "400 type_error")]
    [TestCase("properties_attributes", "[1]", "400 type_error")]
    [TestCase("weight", "2.5", "400 type_error")]
    [TestCase("sku", "null", "422 blank")]
    [TestCase("sku", "\" \"", "422 blank")]
    [TestCase("slug", "\"!?\"", "422 invalid")]
    [TestCase("slug", "\"\"", "422 invalid")]
    [TestCase("slug", "null", "422 blank")]
    [TestCase("base_price_in_cents", "1", "400 unwrittable_attribute")]
    [TestCase("photo_url", "\"https://img.example/a.png\"", "400 unwrittable_attribute")]
    [TestCase("trackable", "true", "400 unwrittable_attribute")]
    [TestCase("bundle_items_attributes", "[]", "400 unknown_attribute")]
    public async Task A_wrong_value_is_refused_with_its_pointer(string name, string value, string error)
    {
        var before = (await _company.GetAsync($"product_groups/{_company["Zelt"]}")).Body;
        var answer = await _company.ChangeItem("product_groups", "Zelt", $$$"""{"{{{name}}}":{{{value}}}}""");
        Assert.That(answer.Errors().Single(), Does.StartWith($"{error} /data/attributes/{name}: "));
        Assert.That((await _company.GetAsync($"product_groups/{_company["Zelt"]}")).Body, Is.EqualTo(before));
    }

    [Test]
    public async Task What_is_too_long_or_too_many_is_refused_and_what_just_fits_is_not()
    {
        static string Text(int length) => $"\"{new string('x', length)}\"";
        static string Array(int count) => $"[{string.Join(',', Enumerable.Range(0, count).Select(number => $"\"t{number}\""))}]";
        static string Properties(int count) => $"[{string.Join(',', Enumerable.Range(0, count).Select(number => $$"""{"name":"p{{number}}","value":"x"}"""))}]";
        foreach (var (name, fits, beyond, code) in new[]
        {
            ("name", Text(1_000), Text(1_001), "too_long"), ("name", Text(320), Text(100_000), "too_long"), ("description", Text(65_535), Text(65_536), "too_long"),
            ("sku", Text(1_000), Text(1_001), "too_long"), ("slug", Text(200), Text(201), "too_long"), ("tag_list", Array(100), Array(101), "too_many"),
            ("tag_list", $"[{Text(255)}]", $"[{Text(256)}]", "too_long"), ("properties_attributes", Properties(100), Properties(101), "too_many"),
            ("properties_attributes", $$$"""[{"name":"a","value":{{{Text(65_535)}}}}]""", $$$"""[{"name":"a","value":{{{Text(65_536)}}}}]""", "too_long"), ("stock_item_properties", Array(100), Array(101), "too_many"),
        })
        {
            Assert.That((await _company.ChangeItem("product_groups", "Zelt", $$$"""{"{{{name}}}":{{{beyond}}}}""")).Errors().Single(), Does.StartWith($"422 {code} /data/attributes/{name}"));
            Assert.That((await _company.ChangeItem("product_groups", "Zelt", $$$"""{"{{{name}}}":{{{fits}}}}""")).Status, Is.EqualTo(200), name);
        }
    }

    [Test]
    public async Task What_is_new_cannot_be_archived_nor_contradict_itself()
    {
        var answer = await _company.CreateItem("product_groups", """{"archived":true,"trackable":true,"tracking_type":"bulk"}""");
        Assert.That(answer.Errors().Select(error => error.Split(':')[0]), Is.EquivalentTo(new[]
        {
            "422 blank /data/attributes/name", "422 invalid /data/attributes/archived", "422 invalid /data/attributes/trackable",
        }));
    }

    [Test]
    public async Task Each_kind_is_written_under_its_own_path()
    {
        var other = WriteServer.NewCompany();
        foreach (var (type, id) in new[] { ("product_groups", _company["Weekend set"]), ("bundles", _company["Zelt"]), ("product_groups", other["Zelt"]), ("product_groups", "nonsense") })
            foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
                Assert.That((await _company.SendAsync(method, $"{type}/{id}", $$$$"""{"data":{"type":"{{{{type}}}}","attributes":{"name":"x"}}}""")).Status, Is.EqualTo(404), $"{method} {type} {id}");
        var body = """{"data":{"type":"bundles","attributes":{"name":"x"}}}""";
        Assert.That((await _company.SendAsync(HttpMethod.Put, $"product_groups/{_company["Zelt"]}", body)).Status, Is.EqualTo(409));
        Assert.That((await _company.SendAsync(HttpMethod.Post, "product_groups", body)).Status, Is.EqualTo(409));
        Assert.That((await _company.SendAsync(HttpMethod.Post, "items", body)).Status, Is.EqualTo(405), "items are written as what they are");
    }
}
