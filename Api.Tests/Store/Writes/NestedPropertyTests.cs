using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Properties in the bodies of product groups.</summary>
internal sealed class NestedPropertyTests
{
    private const string At = "/data/attributes/properties_attributes";

    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [Test]
    public async Task A_group_is_made_with_its_properties_in_one_request()
    {
        await _company.AddDefault("""{"name":"Colour","property_type":"select","select_options":["red","blue"]}""");
        var answer = await _company.CreateItem("product_groups", """
            {"name":"Bike","tag_list":["x"],"remote_photo_url":"https://img.example/bike.jpg","properties_attributes":[
                {"name":"colour","value":"red"},{"identifier":"frame_size","name":"Frame","value":"52"},{"name":"Note","position":9}]}
            """, "?include=properties,photo");
        Assert.That(answer.Some("properties"), Is.EqualTo("""{"colour":"red","frame_size":"52","note":null}"""));
        Assert.That(answer.Json["data"]!["relationships"]!["properties"]!["data"]!.AsArray(), Has.Count.EqualTo(3));
        Assert.That(answer.Json["included"]!.AsArray().Select(one => one!.Text("type")), Is.EqualTo(new[] { "properties", "properties", "properties", "photos" }));
        Assert.That(await _company.PropertiesOf(answer.Id(), "name", "position", "property_type"), Is.EqualTo(new[] { "\"Colour\" 1 \"select\"", "\"Frame\" 2 \"text_field\"", "\"Note\" 9 \"text_field\"" }));
        Assert.That((await _company.GetAsync("default_properties")).Json["data"]![0]!["attributes"]!["can_change_property_type"]!.GetValue<bool>(), Is.False);
    }

    [Test]
    public async Task An_update_adds_changes_and_takes_away()
    {
        var (a, b) = (await _company.AddProperty("Zelt", """{"name":"A","value":"1"}"""), await _company.AddProperty("Zelt", """{"name":"B","value":"2"}"""));
        var answer = await _company.ChangeItem("product_groups", "Zelt", $$"""
            {"properties_attributes":[{"id":"{{a.Id()}}","_destroy":true,"value":"ignored"},{"id":"{{b.Id()}}","value":"3","_destroy":false},{"name":"C","value":"4"}]}
            """, "?include=properties");
        Assert.That(answer.Some("properties"), Is.EqualTo("""{"b":"3","c":"4"}"""));
        Assert.That(answer.Json["included"]!.AsArray(), Has.Count.EqualTo(2));
        await _company.ChangeItem("product_groups", "Zelt", """{"properties_attributes":null,"name":"Z"}""");
        await _company.ChangeItem("product_groups", "Zelt", """{"properties_attributes":[]}""");
        Assert.That(await _company.HashOf("Zelt"), Is.EqualTo("""{"b":"3","c":"4"}"""), "what is not named stays");
    }

    [Test]
    public async Task What_the_group_has_by_identifier_default_property_or_name_is_changed_not_doubled()
    {
        var link = await _company.AddDefault("""{"name":"Colour"}""");
        var body = $$"""{"properties_attributes":[{"name":"Size","value":"V"},{"identifier":"Weight Class","name":"W","value":"V"},{"default_property_id":"{{link.Id()}}","value":"V"}]}""";
        await _company.ChangeItem("product_groups", "Zelt", body.Replace("V", "1", StringComparison.Ordinal));
        var first = await _company.PropertiesOf("Zelt", "created_at", "identifier");
        await _company.ChangeItem("product_groups", "Zelt", body.Replace("V", "2", StringComparison.Ordinal));
        Assert.That(await _company.HashOf("Zelt"), Is.EqualTo("""{"size":"2","weight_class":"2","colour":"2"}"""));
        await _company.ChangeItem("product_groups", "Zelt", """{"properties_attributes":[{"name":" SIZE ","value":"3"},{"identifier":"weight_class","value":"3"},{"name":"COLOUR","value":"3","property_type":"email"}]}""");
        Assert.That(await _company.HashOf("Zelt"), Is.EqualTo("""{"size":"3","weight_class":"3","colour":"3"}"""));
        Assert.That(await _company.PropertiesOf("Zelt", "created_at", "identifier"), Is.EqualTo(first));
        await _company.ChangeItem("product_groups", "Zelt", """{"properties_attributes":[{"name":"size","_destroy":true},{"name":"Size","value":"new"}]}""");
        Assert.That(await _company.HashOf("Zelt"), Is.EqualTo("""{"weight_class":"3","colour":"3","size":"new"}"""));
    }

    [TestCase("""{"value":"x"}""", "422 blank /name")]
    [TestCase("""{"name":"A","property_type":"date_field","value":"soon"}""", "422 invalid /value")]
    [TestCase("""{"name":"A","city":"Bern"}""", "422 invalid /city")]
    [TestCase("""{"name":"A","value":5}""", "400 type_error /value")]
    [TestCase("""{"name":"A","property_type":"number"}""", "400 type_error /property_type")]
    [TestCase("""{"name":"A","owner_type":"orders"}""", "422 invalid /owner_type")]
    [TestCase("""{"name":"A","meets_validation_requirements":true}""", "400 unwrittable_attribute /meets_validation_requirements")]
    [TestCase("""{"name":"A","colour":"red"}""", "400 unknown_attribute /colour")]
    [TestCase("""{"id":"33763613-da95-4e0a-89fd-1394814769da","value":"x"}""", "422 not_found /id")]
    [TestCase("""{"id":"nonsense","value":"x"}""", "400 type_error /id")]
    [TestCase("""{"name":"Never there","_destroy":true}""", "422 not_found /id")]
    [TestCase("""{"name":"ok","value":"2"}""", "422 taken /name")]
    [TestCase("""{"identifier":"OK","value":"2"}""", "422 taken /identifier")]
    [TestCase("""{"name":"A","default_property_id":"33763613-da95-4e0a-89fd-1394814769da"}""", "422 not_found /default_property_id")]
    public async Task An_error_names_the_property_and_undoes_all(string property, string error)
    {
        var before = (await _company.GetAsync($"product_groups/{_company["Zelt"]}")).Body;
        var answer = await _company.ChangeItem("product_groups", "Zelt", $$"""{"name":"Changed","properties_attributes":[{"name":"OK","value":"1"},{{property}}]}""");
        var due = error.Insert(error.IndexOf('/', StringComparison.Ordinal), $"{At}/1");
        Assert.That(answer.ErrorSummaries(), Is.EqualTo(new[] { due }), answer.Body);
        Assert.That((await _company.GetAsync($"product_groups/{_company["Zelt"]}")).Body, Is.EqualTo(before));
        Assert.That(await _company.PropertiesOf("Zelt", "name"), Is.Empty);
    }

    [Test]
    public async Task A_property_of_another_group_is_not_found()
    {
        var property = await _company.AddProperty("Kayak", """{"name":"A","value":"1"}""");
        foreach (var destroy in new[] { "true", "false" })
            Assert.That((await _company.ChangeItem("product_groups", "Zelt", $$"""{"properties_attributes":[{"id":"{{property.Id()}}","_destroy":{{destroy}}}]}""")).ErrorSummaries(),
                Is.EqualTo(new[] { $"422 not_found {At}/0/id" }));
        Assert.That((await _company.ChangeItem("product_groups", "Kayak", $$"""{"properties_attributes":[{"id":"{{property.Id()}}"},{"id":"{{property.Id()}}"}]}""")).ErrorSummaries(),
            Is.EqualTo(new[] { $"422 taken {At}/1/id" }));
    }

    [TestCase("items")]
    [TestCase("bundles")]
    public async Task Only_product_groups_have_properties(string type)
    {
        var answer = await _company.CreateItem(type, """{"name":"A","properties_attributes":[]}""");
        Assert.That(answer.Status, Is.EqualTo(type == "items" ? 405 : 400), answer.Body);
    }
}
