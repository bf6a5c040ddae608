using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Default properties, and what changes with them for the properties that are linked to them.</summary>
internal sealed class DefaultPropertyTests
{
    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    /// <summary>The body of the reference.</summary>
    [Test]
    public async Task The_documented_body_of_a_create_is_taken()
    {
        var answer = await _company.SendAsync(HttpMethod.Post, "default_properties", """
            {"data":{"type":"default_properties","attributes":{"name":"Frame size","identifier":"frame_size","owner_type":"product_groups","position":2,
             "property_type":"select","select_options":["S","M","L"],"show_on":["packing","web"],"validation_required":true}}}
            """);
        Assert.That(answer.Some("name", "identifier", "position", "property_type", "show_on", "validation_required", "can_change_property_type", "owner_type", "select_options", "editable"),
            Is.EqualTo("""
                "Frame size" "frame_size" 2 "select" ["packing","web"] true true "product_groups" ["S","M","L"] true
                """.Trim()));
        Assert.That((await _company.GetAsync($"default_properties/{answer.Id()}")).Body, Is.EqualTo(answer.Body));
        Assert.That(answer.Headers.Location!.ToString(), Does.EndWith($"/api/4/default_properties/{answer.Id()}"));
    }

    [Test]
    public async Task The_documented_body_of_an_update_is_taken()
    {
        var property = await _company.AddDefault("""{"name":"A"}""");
        var answer = await _company.SendAsync(HttpMethod.Put, $"default_properties/{property.Id()}",
            $$$$"""{"data":{"id":"{{{{property.Id()}}}}","type":"default_properties","attributes":{"name":"B","validation_required":true}}}""");
        Assert.That(answer.Some("name", "identifier", "validation_required"), Is.EqualTo("\"B\" \"a\" true"), "a new name keeps the identifier");
    }

    [Test]
    public async Task An_identifier_is_made_of_the_name_and_is_unique_for_the_owner_type()
    {
        Assert.That((await _company.AddDefault("""{"name":"Gewicht & Länge"}""")).Some("identifier", "position"), Is.EqualTo("\"gewicht_lange\" 1"));
        Assert.That((await _company.AddDefault("""{"name":"gewicht, lange"}""")).Errors().Single(), Is.EqualTo("422 taken /data/attributes/name: name has already been taken"));
        Assert.That((await _company.AddDefault("""{"name":"B","identifier":"Gewicht Lange"}""")).Errors().Single(), Does.StartWith("422 taken /data/attributes/identifier"));
        Assert.That((await _company.AddDefault("""{"name":"Gewicht & Länge","owner_type":"orders"}""")).Some("identifier", "position"), Is.EqualTo("\"gewicht_lange\" 1"));
        var other = await _company.AddDefault("""{"name":"C"}""");
        Assert.That(other.Some("position"), Is.EqualTo("2"));
        Assert.That((await _company.ChangeDefault(other, """{"identifier":"gewicht_lange"}""")).Errors().Single(), Does.StartWith("422 taken /data/attributes/identifier"));
        Assert.That((await WriteServer.NewEmptyCompany().AddDefault("""{"name":"Gewicht & Länge"}""")).Status, Is.EqualTo(201));
    }

    [TestCase("customers")]
    [TestCase("documents")]
    [TestCase("orders")]
    [TestCase("product_groups")]
    [TestCase("stock_items")]
    public async Task Every_documented_owner_type_can_have_default_properties(string type)
    {
        var property = await _company.AddDefault($$"""{"name":"A","owner_type":"{{type}}"}""");
        Assert.That(property.Some("owner_type"), Is.EqualTo($"\"{type}\""));
        Assert.That((await _company.ChangeDefault(property, """{"owner_type":"items"}""")).Errors().Single(), Does.StartWith("400 unwrittable_attribute /data/attributes/owner_type"));
        Assert.That((await _company.ChangeDefault(property, $$"""{"owner_type":"{{type}}"}""")).Status, Is.EqualTo(200));
    }

    [TestCase("""{"property_type":"select"}""", "422 blank /data/attributes/select_options")]
    [TestCase("""{"property_type":"select","select_options":[]}""", "422 blank /data/attributes/select_options")]
    [TestCase("""{"property_type":"select","select_options":["a"," "]}""", "422 invalid /data/attributes/select_options")]
    [TestCase("""{"property_type":"select","select_options":["a","b","a"]}""", "422 duplicate /data/attributes/select_options")]
    [TestCase("""{"property_type":"select","select_options":null}""", "422 blank /data/attributes/select_options")]
    [TestCase("""{"property_type":"text_field","select_options":["a"]}""", "422 invalid /data/attributes/select_options")]
    [TestCase("""{"select_options":["a"]}""", "422 invalid /data/attributes/select_options")]
    public async Task Options_are_for_the_type_select_which_has_to_have_some(string attributes, string error)
    {
        var answer = await _company.AddDefault($$"""{"name":"A",{{attributes[1..]}}""");
        Assert.That(answer.ErrorSummaries(), Is.EqualTo(new[] { error }), answer.Body);
        var property = await _company.AddDefault("""{"name":"B"}""");
        answer = await _company.ChangeDefault(property, attributes);
        Assert.That(answer.ErrorSummaries(), Is.EqualTo(new[] { error }), answer.Body);
    }

    [Test]
    public async Task Another_type_loses_the_options()
    {
        var property = await _company.AddDefault("""{"name":"A","property_type":"select","select_options":["a"]}""");
        Assert.That((await _company.ChangeDefault(property, """{"select_options":[]}""")).ErrorSummaries(), Is.EqualTo(new[] { "422 blank /data/attributes/select_options" }));
        Assert.That((await _company.ChangeDefault(property, """{"property_type":"email"}""")).Some("property_type", "select_options"), Is.EqualTo("\"email\" []"));
    }

    [Test]
    public async Task Properties_are_linked_by_id_identifier_or_name_and_take_over_what_it_says()
    {
        var link = await _company.AddDefault("""{"name":"Frame Size","identifier":"size","property_type":"select","select_options":["S","M"],"show_on":["web"],"validation_required":true}""");
        await _company.AddDefault("""{"name":"Frame size","identifier":"orders_size","owner_type":"orders"}""");
        var id = link.Id();
        foreach (var body in new[]
        {
            $$"""{"default_property_id":"{{id}}","value":"M"}""", """{"identifier":"size","value":"M"}""", """{"name":" frame SIZE ","value":"M"}""",
            """{"name":"Other","identifier":"Size","value":"M"}""", $$"""{"default_property_id":"{{id}}","value":"M","name":"Other","property_type":"email","validation_required":false,"show_on":[]}""",
        })
        {
            var property = await _company.AddProperty("Zelt", body);
            Assert.That(property.Some("name", "identifier", "property_type", "show_on", "validation_required", "default_property_id", "value"),
                Is.EqualTo($"\"Frame Size\" \"size\" \"select\" [\"web\"] true \"{id}\" \"M\""), body);
            await _company.Archive("properties", property.Id());
        }
        foreach (var (body, error) in new[]
        {
            ("""{"name":"frame size","value":"XL"}""", "422 invalid /data/attributes/value"), ("""{"name":"frame size"}""", "422 blank /data/attributes/value"),
            ("""{"name":"frame size","default_property_id":null,"property_type":"select","value":"M"}""", "422 invalid /data/attributes/property_type"),
        })
            Assert.That((await _company.AddProperty("Zelt", body)).ErrorSummaries(), Is.EqualTo(new[] { error }), body);
        var own = await _company.AddProperty("Zelt", """{"name":"frame size","default_property_id":null,"value":"XL"}""");
        Assert.That(own.Some("name", "identifier", "default_property_id"), Is.EqualTo("\"frame size\" \"frame_size\" null"));
    }

    [Test]
    public async Task A_type_can_change_while_no_property_is_linked()
    {
        var link = await _company.AddDefault("""{"name":"A"}""");
        var property = await _company.AddProperty("Zelt", """{"name":"A","value":"x"}""");
        await Changes(false);
        Assert.That((await _company.ChangeDefault(link, """{"property_type":"email"}""")).Errors().Single(),
            Is.EqualTo("422 in_use /data/attributes/property_type: property_type can't be changed while the default property is used by 1 linked property"));
        Assert.That((await _company.ChangeDefault(link, """{"property_type":"text_field"}""")).Status, Is.EqualTo(200));
        await _company.ChangeProperty(property, """{"default_property_id":null}""");
        await Changes(true);
        await _company.ChangeProperty(property, $$"""{"default_property_id":"{{link.Id()}}"}""");
        await Changes(false);
        await _company.Archive("product_groups", "Zelt");
        await Changes(false);
        await _company.Archive("properties", property.Id());
        await Changes(true);
        Assert.That((await _company.ChangeDefault(link, """{"property_type":"email"}""")).Status, Is.EqualTo(200));

        async Task Changes(bool can) =>
            Assert.That((await _company.GetAsync($"default_properties/{link.Id()}")).Some("can_change_property_type"), Is.EqualTo(can ? "true" : "false"));
    }

    [Test]
    public async Task Linked_properties_follow_in_all_groups()
    {
        var link = await _company.AddDefault("""{"name":"Size","property_type":"select","select_options":["S","M"]}""");
        await _company.AddDefault("""{"name":"Other"}""");
        foreach (var (group, value) in new[] { ("Zelt", "\"S\""), ("Kayak", "\"M\""), ("Lamp", "null") })
        {
            await _company.AddProperty(group, """{"name":"First","value":"1"}""");
            await _company.AddProperty(group, $$"""{"name":"Size","value":{{value}}}""");
            await _company.AddProperty(group, """{"name":"Other","value":"2"}""");
        }
        await _company.ChangeDefault(link, """{"name":"Frame","identifier":"frame","show_on":["web"],"validation_required":true,"select_options":["M","L"]}""");
        Assert.That(await _company.HashOf("Zelt"), Is.EqualTo("""{"first":"1","frame":"S","other":"2"}"""));
        Assert.That(await _company.HashOf("Lamp"), Is.EqualTo("""{"first":"1","frame":null,"other":"2"}"""));
        foreach (var (group, value, meets) in new[] { ("Zelt", "\"S\"", "false"), ("Kayak", "\"M\"", "true"), ("Lamp", "null", "false") })
            Assert.That((await _company.PropertiesOf(group, "name", "identifier", "show_on", "validation_required", "value", "meets_validation_requirements"))[1],
                Is.EqualTo($"\"Frame\" \"frame\" [\"web\"] true {value} {meets}"));
        Assert.That((await _company.PropertiesOf("Zelt", "name", "meets_validation_requirements"))[2], Is.EqualTo("\"Other\" true"));
        await _company.ChangeDefault(link, """{"validation_required":false}""");
        Assert.That((await _company.PropertiesOf("Lamp", "meets_validation_requirements"))[1], Is.EqualTo("true"));
        Assert.That((await _company.PropertiesOf("Zelt", "meets_validation_requirements"))[1], Is.EqualTo("false"), "S is still no option");
    }

    [Test]
    public async Task A_write_about_something_else_does_not_stumble_over_a_value_that_became_invalid()
    {
        var link = await _company.AddDefault("""{"name":"Size"}""");
        var property = await _company.AddProperty("Zelt", """{"name":"Size"}""");
        await _company.ChangeDefault(link, """{"validation_required":true}""");
        Assert.That((await _company.ChangeProperty(property, """{"position":5}""")).Some("position", "meets_validation_requirements"), Is.EqualTo("5 false"));
        Assert.That((await _company.ChangeProperty(property, """{"value":""}""")).ErrorSummaries(), Is.EqualTo(new[] { "422 blank /data/attributes/value" }));
        Assert.That((await _company.ChangeProperty(property, """{"value":"x"}""")).Some("meets_validation_requirements"), Is.EqualTo("true"));
    }

    [TestCase("name", "\"Other\"")]
    [TestCase("identifier", "\"other\"")]
    [TestCase("property_type", "\"email\"")]
    [TestCase("validation_required", "true")]
    [TestCase("show_on", "[\"a\"]")]
    public async Task What_a_linked_property_follows_in_is_not_its_own(string name, string value)
    {
        await _company.AddDefault("""{"name":"Size"}""");
        var property = await _company.AddProperty("Zelt", """{"name":"Size","value":"a@b.example"}""");
        Assert.That((await _company.ChangeProperty(property, $$"""{"{{name}}":{{value}}}""")).ErrorSummaries(), Is.EqualTo(new[] { $"422 linked /data/attributes/{name}" }));
        Assert.That((await _company.ChangeProperty(property, $$"""{"default_property_id":null,"{{name}}":{{value}}}""")).Some(name), Is.EqualTo(value));
    }

    [Test]
    public async Task A_default_property_that_is_used_cannot_be_deleted()
    {
        var link = await _company.AddDefault("""{"name":"Size"}""");
        var first = await _company.AddProperty("Zelt", """{"name":"Size"}""");
        var second = await _company.AddProperty("Kayak", """{"name":"Size"}""");
        var refused = await _company.Archive("default_properties", link.Id());
        Assert.That((refused.Status, refused.Json["errors"]![0]!.Text("detail"), refused.Json["errors"]![0]!["meta"]!.Text("code")),
            Is.EqualTo((422, "The default property can't be deleted while it is used by 2 linked properties: delete or unlink them first.", "in_use")));
        await _company.Archive("properties", first.Id());
        await _company.ChangeProperty(second, """{"default_property_id":null}""");
        Assert.That((await _company.Archive("default_properties", link.Id())).Some("name"), Is.EqualTo("\"Size\""));
        Assert.That((await _company.GetAsync($"default_properties/{link.Id()}")).Status, Is.EqualTo(404));
        Assert.That((await _company.GetAsync($"properties/{second.Id()}")).Some("name", "identifier"), Is.EqualTo("\"Size\" \"size\""));
    }

    [Test]
    public async Task An_identifier_that_a_linked_group_uses_otherwise_is_refused()
    {
        var link = await _company.AddDefault("""{"name":"Size"}""");
        await _company.AddProperty("Zelt", """{"name":"Size","value":"1"}""");
        await _company.AddProperty("Zelt", """{"name":"Frame","value":"2"}""");
        Assert.That((await _company.ChangeDefault(link, """{"identifier":"frame"}""")).Errors().Single(),
            Is.EqualTo("422 taken /data/attributes/identifier: identifier is that of another property beside 1 linked property"));
        Assert.That(await _company.HashOf("Zelt"), Is.EqualTo("""{"size":"1","frame":"2"}"""));
    }

    [Test]
    public async Task What_is_not_editable_is_not_changed()
    {
        var company = new TestCompany(WriteServer.Server, 900_000 + _company.Number);
        company.DefaultProperty("Fixed", property => property.Editable = false);
        company.Save();
        foreach (var answer in new[] { await company.ChangeItem("default_properties", "Fixed", """{"name":"x"}"""), await company.Archive("default_properties", "Fixed") })
            Assert.That((answer.Status, answer.Json["errors"]![0]!["meta"]!.Text("code")), Is.EqualTo((422, "not_editable")));
    }

    [Test]
    public async Task Following_takes_the_same_statements_for_one_and_for_many()
    {
        var (few, many) = (await _company.AddDefault("""{"name":"Few"}"""), await _company.AddDefault("""{"name":"Many"}"""));
        await _company.AddProperty("Zelt", """{"name":"Few"}""");
        foreach (var group in (string[])["Zelt", "Kayak", "kayak", "Lamp", "älg"])
            await _company.AddProperty(group, """{"name":"Many"}""");
        var counts = (Statements(await _company.ChangeDefault(few, """{"identifier":"f","name":"F"}""")), Statements(await _company.ChangeDefault(many, """{"identifier":"m","name":"M"}""")));
        Assert.That(counts.Item1, Is.Not.Empty.And.EqualTo(counts.Item2));
        Assert.That(await _company.HashOf("Zelt"), Is.EqualTo("""{"f":null,"m":null}"""));
    }

    private static string Statements(Answer answer) =>
        System.Text.RegularExpressions.Regex.Match(answer.Headers.GetValues("Server-Timing").Single(), @"statements: (\d+)").Groups[1].Value;
}
