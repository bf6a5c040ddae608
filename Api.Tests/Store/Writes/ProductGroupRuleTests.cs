using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>What goes together in a product group, as the reference says in prose: types, variations, skus, weights.</summary>
internal sealed class ProductGroupRuleTests
{
    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [TestCase("rental", "bulk", "simple")]
    [TestCase("sales_item", "bulk", "fixed")]
    [TestCase("service", "none", "simple")]
    public async Task Types_that_are_left_out_follow_the_type_of_product(string type, string tracking, string price)
    {
        var answer = await _company.CreateItem("product_groups", $$"""{"name":"x","product_type":"{{type}}"}""");
        Assert.That(answer.Some("tracking_type", "price_type"), Is.EqualTo($"\"{tracking}\" \"{price}\""));
    }

    [TestCase("rental", "bulk trackable", "structure private_structure fixed simple none")]
    [TestCase("sales_item", "none bulk", "fixed none")]
    [TestCase("service", "none", "structure private_structure fixed simple none")]
    public async Task Only_what_the_reference_lists_goes_with_a_type_of_product(string type, string tracking, string prices)
    {
        foreach (var name in new[] { "none", "bulk", "trackable" })
            await Creates("tracking_type", name, tracking.Split(' ').Contains(name), $"must be one that goes with {type}");
        foreach (var name in new[] { "structure", "private_structure", "fixed", "simple", "none" })
            await Creates("price_type", name, prices.Split(' ').Contains(name), $"goes with {type}");

        async Task Creates(string attribute, string value, bool fits, string why)
        {
            var answer = await _company.CreateItem("product_groups", $$"""{"name":"x","product_type":"{{type}}","{{attribute}}":"{{value}}"}""");
            if (fits)
                Assert.That(answer.Some(attribute), Is.EqualTo($"\"{value}\""), why);
            else
                Assert.That(answer.Errors().Single(), Does.StartWith($"422 contradictory /data/attributes/{attribute}: {attribute} must be ").And.EndWith($"where the product_type is {type}"));
        }
    }

    [Test]
    public async Task A_changed_type_of_product_has_to_fit()
    {
        Assert.That((await Change("""{"product_type":"service"}""")).Errors(), Is.EqualTo(new[]
        {
            "422 contradictory /data/attributes/product_type: product_type can't be service where the tracking_type is bulk, which is set once",
        }));
        Assert.That((await Change("""{"price_type":"simple","flat_fee_price_in_cents":3}""")).Some("base_price_in_cents"), Is.EqualTo("3"));
        Assert.That((await Change("""{"product_type":"sales_item"}""")).Errors(), Is.EqualTo(new[]
        {
            "422 contradictory /data/attributes/product_type: product_type can't be sales_item where the price_type is simple: price_type must be fixed or none",
        }));
        Assert.That((await Change("""{"product_type":"sales_item","price_type":"structure"}""")).Errors().Single(), Does.StartWith("422 contradictory /data/attributes/price_type: "));
        Assert.That((await Change("""{"product_type":"sales_item","price_type":"fixed"}""")).Some("product_type", "price_type", "tracking_type"), Is.EqualTo("\"sales_item\" \"fixed\" \"bulk\""));
        Assert.That((await Change("""{"price_type":"simple"}""")).Errors(), Is.EqualTo(new[]
        {
            "422 contradictory /data/attributes/price_type: price_type must be fixed or none where the product_type is sales_item",
        }));
        Assert.That((await _company.CreateItem("product_groups", """{"name":"x","product_type":"service","trackable":true}""")).Errors(), Is.EqualTo(new[]
        {
            "422 contradictory /data/attributes/trackable: trackable can't be true where the product_type is service",
        }));
    }

    [Test]
    public async Task Variations_are_switched_on_and_never_off_and_not_for_services()
    {
        Assert.That((await Change("""{"variation_fields":["size"]}""")).Errors(), Is.EqualTo(new[]
        {
            "422 contradictory /data/attributes/variation_fields: variation_fields can be given only where has_variations is true",
        }));
        Assert.That((await Change("""{"has_variations":false,"variation_fields":[]}""")).Some("has_variations"), Is.EqualTo("false"));
        Assert.That((await Change("""{"has_variations":true,"variation_fields":["size"]}""")).Some("has_variations", "variation_fields"), Is.EqualTo("true [\"size\"]"));
        Assert.That((await Change("""{"has_variations":true,"name":"Yurt"}""")).Some("has_variations"), Is.EqualTo("true"));
        Assert.That((await Change("""{"has_variations":false}""")).Errors(), Is.EqualTo(new[] { "422 invalid /data/attributes/has_variations: has_variations can't be switched off" }));
        var service = await _company.CreateItem("product_groups", """{"name":"x","product_type":"service"}""");
        foreach (var answer in new[]
        {
            await _company.CreateItem("product_groups", """{"name":"x","product_type":"service","has_variations":true}"""),
            await _company.ChangeItem("product_groups", service.Id(), """{"has_variations":true}"""),
        })
            Assert.That(answer.Errors(), Is.EqualTo(new[] { "422 contradictory /data/attributes/has_variations: has_variations can't be true where the product_type is service" }));
        var sold = await _company.CreateItem("product_groups", """{"name":"x","product_type":"sales_item","tracking_type":"none","has_variations":true}""");
        Assert.That((await _company.ChangeItem("product_groups", sold.Id(), """{"product_type":"service"}""")).Errors(), Is.EqualTo(new[]
        {
            "422 contradictory /data/attributes/product_type: product_type can't be service where has_variations is true",
        }));
    }

    [Test]
    public async Task A_sku_is_made_of_the_name_and_numbered_when_taken()
    {
        var skus = new List<string>();
        foreach (var name in new[] { "iPad mini", "IPAD-Mini!", "[???]", "Ipad mini", "kay-1" })
            skus.Add((await _company.CreateItem("product_groups", $$"""{"name":"{{name}}"}""")).Some("sku"));
        Assert.That(skus, Is.EqualTo(new[] { "\"IPAD_MINI\"", "\"IPAD_MINI_2\"", "\"ITEM\"", "\"IPAD_MINI_3\"", "\"KAY_1\"" }));
        Assert.That((await Change("""{"name":"Yurt"}""")).Some("sku"), Does.StartWith("\"ITEM_"), "a sku does not follow the name");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _company.CreateItem("product_groups", """{"name":"Same"}""")));
        Assert.That(answers.Select(answer => answer.Attributes().Text("sku")), Is.EquivalentTo(Enumerable.Range(2, 7).Select(number => $"SAME_{number}").Prepend("SAME")));
    }

    [Test]
    public async Task A_sku_that_exists_is_taken_whatever_the_case()
    {
        string[] taken = ["422 taken /data/attributes/sku: sku has already been taken"];
        Assert.That((await _company.CreateItem("product_groups", """{"name":"x","sku":"kay-1"}""")).Errors(), Is.EqualTo(taken));
        Assert.That((await Change("""{"sku":"Kay-2"}""")).Errors(), Is.EqualTo(taken));
        Assert.That((await _company.ChangeItem("product_groups", "Kayak", """{"sku":"kAY-1"}""")).Some("sku"), Is.EqualTo("\"kAY-1\""), "its own");
        Assert.That((await Change("""{"sku":"Äpfel"}""")).Some("sku"), Is.EqualTo("\"Äpfel\""));
        Assert.That((await _company.CreateItem("product_groups", """{"name":"x","sku":"äPFEL"}""")).Errors(), Is.EqualTo(taken));
        Assert.That((await _company.CreateItem("product_groups", """{"name":"äpfel"}""")).Some("sku"), Is.EqualTo("\"APFEL\""));
        var other = WriteServer.NewCompany();
        Assert.That((await other.CreateItem("product_groups", """{"name":"x","sku":"Äpfel"}""")).Some("sku"), Is.EqualTo("\"Äpfel\""), "of another company");
    }

    [Test]
    public async Task An_archived_sku_is_free_and_numbered_when_its_owner_comes_back()
    {
        await _company.Archive("product_groups", "Kayak");
        Assert.That((await Change("""{"sku":"KAY-1"}""")).Some("sku"), Is.EqualTo("\"KAY-1\""));
        Assert.That((await _company.ChangeItem("product_groups", "Kayak", """{"archived":false}""")).Some("sku"), Is.EqualTo("\"KAY-1_2\""));
        await _company.Archive("product_groups", "Zelt");
        Assert.That((await _company.ChangeItem("product_groups", "kayak", """{"sku":"kay-1"}""")).Some("sku"), Is.EqualTo("\"kay-1\""));
        Assert.That((await Change("""{"archived":false,"sku":"KAY-1"}""")).Errors(), Is.EqualTo(new[] { "422 taken /data/attributes/sku: sku has already been taken" }));
        Assert.That((await Change("""{"archived":false,"sku":"tent"}""")).Some("sku"), Is.EqualTo("\"tent\""));
    }

    [Test]
    public async Task A_weight_keeps_its_unit()
    {
        Assert.That((await Change("""{"weight":{"value":2.50}}""")).Some("weight"), Is.EqualTo("""{"value":2.5,"unit":"g"}"""));
        Assert.That((await Change("""{"weight":{"unit":"lb","value":"3"}}""")).Some("weight"), Is.EqualTo("""{"value":3,"unit":"lb"}"""));
        var before = await Change("""{"weight":{"value":4}}""");
        Assert.That(before.Some("weight"), Is.EqualTo("""{"value":4,"unit":"lb"}"""));
        Assert.That((await Change("""{"weight":{"value":"4.0"}}""")).Body, Is.EqualTo(before.Body), "nothing is changed");
        Assert.That((await Change("""{"weight":null}""")).Some("weight"), Is.EqualTo("null"));
        Assert.That((await Change("""{"weight":{"value":0}}""")).Some("weight"), Is.EqualTo("""{"value":0,"unit":"g"}"""));
    }

    [TestCase("""{}""", "blank /data/attributes/weight/value: weight.value can't be blank")]
    [TestCase("""{"unit":"kg"}""", "blank /data/attributes/weight/value: weight.value can't be blank")]
    [TestCase("""{"value":null}""", "blank /data/attributes/weight/value: weight.value can't be blank")]
    [TestCase("""{"value":-1}""", "out_of_range /data/attributes/weight/value: weight.value must be from 0 to 1000000000")]
    [TestCase("""{"value":1000000000.1}""", "out_of_range /data/attributes/weight/value: weight.value must be from 0 to 1000000000")]
    [TestCase("""{"value":1e300}""", "invalid /data/attributes/weight/value: weight.value should be a number")]
    [TestCase("""{"value":"two"}""", "invalid /data/attributes/weight/value: weight.value should be a number")]
    [TestCase("""{"value":" 2"}""", "invalid /data/attributes/weight/value: weight.value should be a number")]
    [TestCase("""{"value":[2]}""", "invalid /data/attributes/weight/value: weight.value should be a number")]
    [TestCase("""{"value":2,"unit":"kilo"}""", "invalid /data/attributes/weight/unit: weight.unit should be one of g, kg, oz, lb")]
    [TestCase("""{"value":2,"unit":null}""", "invalid /data/attributes/weight/unit: weight.unit should be one of g, kg, oz, lb")]
    [TestCase("""{"value":2,"a/b":1}""", "invalid /data/attributes/weight/a~1b: weight.a/b is unknown: known are value, unit")]
    public async Task A_wrong_weight_is_refused_with_its_pointer(string weight, string error)
    {
        Assert.That((await Change($$"""{"weight":{{weight}}}""")).Errors(), Is.EqualTo(new[] { $"422 {error}" }));
        Assert.That((await _company.GetAsync($"product_groups/{_company["Zelt"]}")).Some("weight"), Is.EqualTo("null"));
    }

    private Task<Answer> Change(string attributes) => _company.ChangeItem("product_groups", "Zelt", attributes);
}
