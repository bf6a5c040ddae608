using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Properties written one by one, and the object that product groups show of them.</summary>
internal sealed class PropertyTests
{
    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [Test]
    public async Task A_property_is_made_with_a_name_and_a_value()
    {
        var answer = await _company.AddProperty("Zelt", """{"name":"Wall  Höhe (cm)","value":"120"}""");
        Assert.That(answer.Some("name", "identifier", "position", "property_type", "show_on", "validation_required", "meets_validation_requirements", "value", "default_property_id", "owner_type"),
            Is.EqualTo("\"Wall  Höhe (cm)\" \"wall_hohe_cm\" 1 \"text_field\" [] false true \"120\" null \"product_groups\""));
        Assert.That(answer.Some("owner_id"), Is.EqualTo($"\"{_company["Zelt"]}\""));
        Assert.That(answer.Headers.Location!.ToString(), Does.EndWith($"/api/4/properties/{answer.Id()}"));
        Assert.That((await _company.GetAsync($"properties/{answer.Id()}")).Body, Is.EqualTo(answer.Body));
        Assert.That(await _company.HashOf("Zelt"), Is.EqualTo("""{"wall_hohe_cm":"120"}"""));
    }

    /// <summary>The body of the reference, with ids that exist here.</summary>
    [Test]
    public async Task The_documented_body_of_a_create_is_taken()
    {
        var link = await _company.AddDefault("""{"name":"Brand"}""");
        var answer = await _company.SendAsync(HttpMethod.Post, "properties?include=owner", $$$$$$"""
            {"data":{"type":"properties","attributes":{"name":"Brand","identifier":"brand","value":"Acme","property_type":"text_field","position":3,
             "show_on":[],"validation_required":false,"default_property_id":"{{{{{{link.Id()}}}}}}","owner_id":"{{{{{{_company["Zelt"]}}}}}}","owner_type":"product_groups"}}}
            """);
        Assert.That(answer.Some("name", "identifier", "value", "position", "default_property_id"), Is.EqualTo($"\"Brand\" \"brand\" \"Acme\" 3 \"{link.Id()}\""));
        Assert.That(answer.Json["included"]![0]!.Text("id"), Is.EqualTo(_company["Zelt"]));
        Assert.That(answer.Json["included"]![0]!["attributes"]!["properties"]!.ToJsonString(), Is.EqualTo("""{"brand":"Acme"}"""));
    }

    [Test]
    public async Task The_documented_body_of_an_update_is_taken()
    {
        var property = await _company.AddProperty("Zelt", """{"name":"Brand","value":"Acme"}""");
        var answer = await _company.SendAsync(HttpMethod.Put, $"properties/{property.Id()}?include=owner",
            $$$$"""{"data":{"id":"{{{{property.Id()}}}}","type":"properties","attributes":{"value":"Other","position":4}}}""");
        Assert.That(answer.Some("value", "position", "identifier"), Is.EqualTo("\"Other\" 4 \"brand\""));
        Assert.That(answer.Json["included"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Owner_and_default_property_can_be_given_as_relationships()
    {
        var link = await _company.AddDefault("""{"name":"Brand"}""");
        var answer = await _company.SendAsync(HttpMethod.Post, "properties", $$$$$$"""
            {"data":{"type":"properties","attributes":{"value":"x"},"relationships":{
                "owner":{"data":{"type":"product_groups","id":"{{{{{{_company["Zelt"]}}}}}}"}},
                "default_property":{"data":{"type":"default_properties","id":"{{{{{{link.Id()}}}}}}"}}}}}
            """);
        Assert.That(answer.Some("name", "owner_id"), Is.EqualTo($"\"Brand\" \"{_company["Zelt"]}\""));
    }

    [Test]
    public async Task The_object_of_a_group_is_in_the_order_of_positions_and_follows_every_write()
    {
        var a = await _company.AddProperty("Zelt", """{"name":"A","value":"1 \"é\" \\ 😀\n/"}""");
        var b = await _company.AddProperty("Zelt", """{"name":"B","value":"2"}""");
        var c = await _company.AddProperty("Zelt", """{"name":"C"}""");
        Assert.That(await _company.HashOf("Zelt"), Is.EqualTo("""{"a":"1 \"é\" \\ \uD83D\uDE00\n/","b":"2","c":null}"""));
        await _company.ChangeProperty(c, """{"value":"3"}""");
        await _company.ChangeProperty(b, """{"position":1}""");
        await _company.ChangeProperty(a, """{"position":9,"identifier":"Last One","value":""}""");
        Assert.That(await _company.HashOf("Zelt"), Is.EqualTo("""{"b":"2","c":"3","last_one":null}"""));
        Assert.That(await _company.PropertiesOf("Zelt", "identifier", "position", "value"), Is.EqualTo(new[] { "\"b\" 1 \"2\"", "\"c\" 3 \"3\"", "\"last_one\" 9 null" }));
        Assert.That((await _company.Archive("properties", b.Id())).Some("value"), Is.EqualTo("\"2\""));
        Assert.That((await _company.GetAsync($"properties/{b.Id()}")).Status, Is.EqualTo(404));
        Assert.That(await _company.HashOf("Zelt"), Is.EqualTo("""{"c":"3","last_one":null}"""));
        await _company.Archive("properties", a.Id());
        await _company.Archive("properties", c.Id());
        Assert.That(await _company.HashOf("Zelt"), Is.EqualTo("{}"));
        Assert.That(await _company.HashOf("Kayak"), Is.EqualTo("{}"));
    }

    [Test]
    public async Task A_group_is_as_new_as_its_properties()
    {
        var before = (await _company.GetAsync($"product_groups/{_company["Zelt"]}")).Some("updated_at");
        var property = await _company.AddProperty("Zelt", """{"name":"A","value":"1"}""");
        var added = (await _company.GetAsync($"product_groups/{_company["Zelt"]}")).Some("updated_at");
        Assert.That(added, Is.EqualTo(property.Some("updated_at")).And.Not.EqualTo(before));
        await _company.ChangeProperty(property, """{"name":"Another name"}""");
        Assert.That((await _company.GetAsync($"product_groups/{_company["Zelt"]}")).Some("updated_at"), Is.EqualTo(added), "its object is the same");
    }

    [Test]
    public async Task What_was_read_can_be_sent_back()
    {
        var link = await _company.AddDefault("""{"name":"Size","property_type":"select","select_options":["S","M"],"validation_required":true,"show_on":["web"]}""");
        foreach (var body in new[] { """{"name":"Size","value":"M"}""", """{"name":"Home","property_type":"address","city":"Bern"}""", """{"name":"Free"}""" })
        {
            var property = await _company.AddProperty("Zelt", body);
            var again = await _company.ChangeProperty(property, property.Attributes().ToJsonString());
            Assert.That(again.Body, Is.EqualTo(property.Body), link.Body);
        }
    }

    [TestCase("date_field", "2026-02-28", "2026-02-30")]
    [TestCase("date_field", "0001-01-01", "28.02.2026")]
    [TestCase("date_field", "9999-12-31", "2026-2-1")]
    [TestCase("date_field", "2024-02-29", "2026-02-28T10:00:00Z")]
    [TestCase("email", "a@b.example", "a@b@c")]
    [TestCase("email", "ö+x@bücher.example", "a b@c.example")]
    [TestCase("email", "a@localhost", "a@b..c")]
    [TestCase("phone", "+31 (0)58-123 45.67 ext. 8", "call me")]
    [TestCase("phone", "112", "12")]
    [TestCase("text_field", "any text", null)]
    [TestCase("text_area", "two\nlines", null)]
    public async Task A_value_is_held_to_its_type(string type, string value, string? wrong)
    {
        var property = await _company.AddProperty("Zelt", $$"""{"name":"A","property_type":"{{type}}","value":{{System.Text.Json.JsonSerializer.Serialize(value)}}}""");
        Assert.That((property.Status, property.Attributes().Text("value")), Is.EqualTo((201, value)), property.Body);
        if (wrong is null)
            return;
        var refused = await _company.ChangeProperty(property, $$"""{"value":"{{wrong}}"}""");
        Assert.That(refused.Errors().Single(), Does.StartWith("422 invalid /data/attributes/value: "));
        Assert.That((await _company.ChangeProperty(property, """{"value":" "}""")).Some("value", "meets_validation_requirements"), Is.EqualTo("null true"), "none is required");
    }

    [Test]
    public async Task A_type_changes_only_where_the_value_fits()
    {
        var property = await _company.AddProperty("Zelt", """{"name":"A","value":"tomorrow"}""");
        Assert.That((await _company.ChangeProperty(property, """{"property_type":"date_field"}""")).Errors().Single(), Does.StartWith("422 invalid /data/attributes/value: "));
        Assert.That((await _company.ChangeProperty(property, """{"property_type":"date_field","value":"2026-11-28"}""")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_required_value_cannot_be_blank()
    {
        foreach (var value in new[] { "", ""","value":null""", ""","value":"" """, ""","value":" \n" """ })
            Assert.That((await _company.AddProperty("Zelt", $$"""{"name":"A","validation_required":true{{value}}}""")).Errors().Single(), Is.EqualTo("422 blank /data/attributes/value: value can't be blank"));
        var property = await _company.AddProperty("Zelt", """{"name":"A","validation_required":true,"value":"x"}""");
        Assert.That((await _company.ChangeProperty(property, """{"value":null}""")).Errors().Single(), Does.StartWith("422 blank /data/attributes/value"));
        var free = await _company.AddProperty("Zelt", """{"name":"B"}""");
        Assert.That((await _company.ChangeProperty(free, """{"validation_required":true}""")).Errors().Single(), Does.StartWith("422 blank /data/attributes/value"));
    }

    [Test]
    public async Task An_address_is_made_of_its_parts()
    {
        var property = await _company.AddProperty("Zelt", """
            {"name":"Studio","property_type":"address","first_name":"Ada","last_name":"Bell","address1":"Main Street 1","address2":" ","city":"Leeuwarden",
             "region":"Friesland","zipcode":"8911 LJ","country":"Netherlands","country_id":"nl","province_id":"fr","latitude":"53.2","longitude":"5.79"}
            """);
        const string Due = "Ada Bell\nMain Street 1\n8911 LJ Leeuwarden\nFriesland\nNetherlands";
        Assert.That(property.Attributes().Text("value"), Is.EqualTo(Due));
        Assert.That(property.Attributes().AsObject().ContainsKey("city"), Is.False, "parts are shown where they are asked for");
        var parts = await _company.GetAsync($"properties/{property.Id()}?fields[properties]=city,latitude,address2,country_id");
        Assert.That(parts.Json["data"]!["attributes"]!.ToJsonString(), Is.EqualTo("""{"address2":" ","city":"Leeuwarden","country_id":"nl","latitude":"53.2"}"""));
        var changed = await _company.ChangeProperty(property, """{"city":"Bern","zipcode":null,"first_name":""}""");
        Assert.That(changed.Attributes().Text("value"), Is.EqualTo("Bell\nMain Street 1\nBern\nFriesland\nNetherlands"));
        Assert.That(await _company.HashOf("Zelt"), Does.Contain("Bern"));
        Assert.That((await _company.ChangeProperty(property, """{"value":"Elsewhere"}""")).Errors().Single(), Does.StartWith("422 invalid /data/attributes/value: "));
        var text = await _company.ChangeProperty(property, """{"property_type":"text_area"}""");
        Assert.That(text.Attributes().Text("value"), Does.StartWith("Bell\n"), "the text is kept");
        parts = await _company.GetAsync($"properties/{property.Id()}?fields[properties]=city,country_id");
        Assert.That(parts.Json["data"]!["attributes"]!.ToJsonString(), Is.EqualTo("""{"city":null,"country_id":null}"""));
    }

    [Test]
    public async Task A_required_address_has_a_part()
    {
        var none = await _company.AddProperty("Zelt", """{"name":"A","property_type":"address","validation_required":true,"address1":" "}""");
        Assert.That(none.Errors().Single(), Does.StartWith("422 blank /data/attributes/value"));
        Assert.That((await _company.AddProperty("Zelt", """{"name":"A","property_type":"address","validation_required":true,"city":"Bern"}""")).Some("value"), Is.EqualTo("\"Bern\""));
    }

    [Test]
    public async Task Properties_of_an_archived_group_can_still_be_changed_and_come_back_with_it()
    {
        var property = await _company.AddProperty("Zelt", """{"name":"A","value":"1"}""");
        await _company.Archive("product_groups", "Zelt");
        Assert.That((await _company.ChangeProperty(property, """{"value":"2"}""")).Status, Is.EqualTo(200));
        await _company.ChangeItem("product_groups", "Zelt", """{"archived":false}""");
        Assert.That(await _company.HashOf("Zelt"), Is.EqualTo("""{"a":"2"}"""));
    }

    [Test]
    public async Task Properties_take_part_in_atomic_operations()
    {
        var answer = await _company.Operate(
            OperationRequests.Add("product_groups", """{"name":"Vest"}""", "vest"),
            OperationRequests.Add("properties", """{"name":"Size","value":"M"}""", "size", """{"owner":{"data":{"type":"product_groups","lid":"vest"}}}"""));
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        var vest = answer.Json["atomic:results"]![0]!["data"]!.Text("id");
        Assert.That(await _company.HashOf(vest), Is.EqualTo("""{"size":"M"}"""));
    }
}
