using Api.Tests.Store.Writes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.BadInput;

/// <summary>Properties and default properties that cannot be written: each error names the attribute, and nothing changes.</summary>
internal sealed class PropertyErrorTests
{
    private static int s_companies;

    private ApiServer _server = null!;
    private TestCompany _company = null!;

    /// <summary>One of its own: the others of this folder look whether anything at all was changed.</summary>
    [OneTimeSetUp]
    public async Task StartAsync() => _server = await ApiServer.StartEmptyAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [SetUp]
    public void AddCompany() => _company = NewCompany();

    [TestCase("""{"value":"x"}""", "422 blank /data/attributes/name")]
    [TestCase("""{"identifier":"unknown","value":"x"}""", "422 blank /data/attributes/name")]
    [TestCase("""{"name":null}""", "422 blank /data/attributes/name")]
    [TestCase("""{"name":" "}""", "422 blank /data/attributes/name")]
    [TestCase("""{"name":5}""", "400 type_error /data/attributes/name")]
    [TestCase("""{"name":"A","identifier":""}""", "422 invalid /data/attributes/identifier")]
    [TestCase("""{"name":"A","identifier":"!"}""", "422 invalid /data/attributes/identifier")]
    [TestCase("""{"name":"A","identifier":null}""", "422 blank /data/attributes/identifier")]
    [TestCase("""{"name":"A","value":5}""", "400 type_error /data/attributes/value")]
    [TestCase("""{"name":"A","value":["x"]}""", "400 type_error /data/attributes/value")]
    [TestCase("""{"name":"A","value":"a\u0000b"}""", "400 type_error /data/attributes/value")]
    [TestCase("""{"name":"A","position":"1"}""", "400 type_error /data/attributes/position")]
    [TestCase("""{"name":"A","position":0}""", "422 out_of_range /data/attributes/position")]
    [TestCase("""{"name":"A","position":null}""", "422 blank /data/attributes/position")]
    [TestCase("""{"name":"A","property_type":"Text"}""", "400 type_error /data/attributes/property_type")]
    [TestCase("""{"name":"A","property_type":null}""", "422 blank /data/attributes/property_type")]
    [TestCase("""{"name":"A","property_type":"select"}""", "422 invalid /data/attributes/property_type")]
    [TestCase("""{"name":"A","validation_required":"yes"}""", "400 type_error /data/attributes/validation_required")]
    [TestCase("""{"name":"A","show_on":"web"}""", "400 type_error /data/attributes/show_on")]
    [TestCase("""{"name":"A","show_on":[1]}""", "400 type_error /data/attributes/show_on")]
    [TestCase("""{"name":"A","zipcode":"1"}""", "422 invalid /data/attributes/zipcode")]
    [TestCase("""{"name":"A","property_type":"address","value":"Main Street"}""", "422 invalid /data/attributes/value")]
    [TestCase("""{"name":"A","property_type":"address","city":5}""", "400 type_error /data/attributes/city")]
    [TestCase("""{"name":"A","default_property_id":"33763613-da95-4e0a-89fd-1394814769da"}""", "422 not_found /data/attributes/default_property_id")]
    [TestCase("""{"name":"A","default_property_id":"x"}""", "400 type_error /data/attributes/default_property_id")]
    [TestCase("""{"name":"A","owner_type":"customers"}""", "422 invalid /data/attributes/owner_type")]
    [TestCase("""{"name":"A","owner_type":"bundles"}""", "400 type_error /data/attributes/owner_type")]
    [TestCase("""{"name":"A","owner_type":null}""", "422 blank /data/attributes/owner_type")]
    [TestCase("""{"name":"A","owner_id":null}""", "422 blank /data/attributes/owner_id")]
    [TestCase("""{"name":"A","meets_validation_requirements":false}""", "400 unwrittable_attribute /data/attributes/meets_validation_requirements")]
    [TestCase("""{"name":"A","created_at":"2026-11-28T00:00:00Z"}""", "400 unwrittable_attribute /data/attributes/created_at")]
    [TestCase("""{"name":"A","weight":1}""", "400 unknown_attribute /data/attributes/weight")]
    public async Task A_property_that_is_wrong_is_not_made(string attributes, string error)
    {
        var answer = await _company.AddProperty("Zelt", attributes);
        Assert.That(answer.ErrorSummaries(), Is.EqualTo(new[] { error }), answer.Body);
        Assert.That((await _company.PropertiesOf("Zelt", "name"), await _company.HashOf("Zelt")), Is.EqualTo((Array.Empty<string>(), "{}")));
    }

    [Test]
    public async Task An_owner_is_a_product_group_of_the_company_that_is_not_archived()
    {
        var other = NewCompany();
        foreach (var owner in new[] { _company["Weekend set"], _company["Old raft"], other["Zelt"], _company["Boats"], "33763613-da95-4e0a-89fd-1394814769da" })
            Assert.That((await _company.AddProperty(owner, """{"name":"A"}""")).ErrorSummaries(), Is.EqualTo(new[] { "422 not_found /data/attributes/owner_id" }), owner);
        Assert.That(await other.HashOf("Zelt"), Is.EqualTo("{}"));
    }

    [Test]
    public async Task Another_companys_properties_are_not_there()
    {
        var other = NewCompany();
        var (link, property) = (await other.AddDefault("""{"name":"A"}"""), await other.AddProperty("Zelt", """{"name":"B","value":"1"}"""));
        foreach (var (type, id) in new[] { ("default_properties", link.Id()), ("properties", property.Id()) })
        {
            Assert.That((await _company.GetAsync($"{type}/{id}")).Status, Is.EqualTo(404));
            Assert.That((await _company.ChangeItem(type, id, """{"name":"x"}""")).Status, Is.EqualTo(404));
            Assert.That((await _company.Archive(type, id)).Status, Is.EqualTo(404));
            Assert.That((await _company.GetAsync($"{type}?filter[id]={id}")).Json["data"]!.AsArray(), Is.Empty);
        }
        Assert.That((await _company.AddProperty("Zelt", $$"""{"default_property_id":"{{link.Id()}}"}""")).ErrorSummaries(), Is.EqualTo(new[] { "422 not_found /data/attributes/default_property_id" }));
        Assert.That((await _company.AddProperty("Zelt", """{"name":"A"}""")).Some("default_property_id"), Is.EqualTo("null"));
        Assert.That(await other.HashOf("Zelt"), Is.EqualTo("""{"b":"1"}"""));
    }

    [Test]
    public async Task A_default_property_of_another_owner_type_cannot_be_linked_to()
    {
        var link = await _company.AddDefault("""{"name":"A","owner_type":"orders"}""");
        Assert.That((await _company.AddProperty("Zelt", $$"""{"default_property_id":"{{link.Id()}}"}""")).ErrorSummaries(), Is.EqualTo(new[] { "422 not_found /data/attributes/default_property_id" }));
        Assert.That((await _company.AddProperty("Zelt", """{"name":"A"}""")).Some("default_property_id"), Is.EqualTo("null"));
    }

    [Test]
    public async Task An_owner_has_each_identifier_once()
    {
        await _company.AddProperty("Zelt", """{"name":"Frame size"}""");
        var other = await _company.AddProperty("Zelt", """{"name":"Other"}""");
        var link = await _company.AddDefault("""{"name":"Linked","identifier":"frame_size"}""");
        Assert.That((await _company.AddProperty("Zelt", """{"name":"Frame Size!"}""")).ErrorSummaries(), Is.EqualTo(new[] { "422 taken /data/attributes/name" }));
        Assert.That((await _company.AddProperty("Zelt", """{"name":"X","identifier":"frame size"}""")).ErrorSummaries(), Is.EqualTo(new[] { "422 taken /data/attributes/identifier" }));
        Assert.That((await _company.AddProperty("Zelt", $$"""{"default_property_id":"{{link.Id()}}"}""")).ErrorSummaries(), Is.EqualTo(new[] { "422 taken /data/attributes/default_property_id" }));
        Assert.That((await _company.ChangeProperty(other, """{"identifier":"frame_size"}""")).ErrorSummaries(), Is.EqualTo(new[] { "422 taken /data/attributes/identifier" }));
        Assert.That((await _company.AddProperty("Kayak", """{"name":"Frame size"}""")).Status, Is.EqualTo(201));
        Assert.That(await _company.HashOf("Zelt"), Is.EqualTo("""{"frame_size":null,"other":null}"""));
    }

    [TestCase("owner_id", "\"33763613-da95-4e0a-89fd-1394814769da\"")]
    [TestCase("owner_type", "\"orders\"")]
    public async Task An_owner_stays(string name, string value)
    {
        var property = await _company.AddProperty("Zelt", """{"name":"A"}""");
        Assert.That((await _company.ChangeProperty(property, $$"""{"{{name}}":{{value}}}""")).ErrorSummaries(), Is.EqualTo(new[] { $"400 unwrittable_attribute /data/attributes/{name}" }));
    }

    [Test]
    public async Task What_is_too_long_is_refused_and_what_just_fits_is_not()
    {
        static string Text(int length) => $"\"{new string('x', length)}\"";
        foreach (var (name, fits, beyond, code) in new[]
        {
            ("name", Text(1_000), Text(1_001), "too_long"), ("identifier", Text(200), Text(201), "too_long"), ("value", Text(65_535), Text(65_536), "too_long"),
            ("show_on", $"[{Text(255)}]", $"[{Text(256)}]", "too_long"), ("position", "1000000", "1000001", "out_of_range"),
        })
        {
            var owner = await _company.CreateItem("product_groups", """{"name":"Owner"}""");
            Assert.That((await _company.AddProperty(owner.Id(), $$"""{"name":"A","{{name}}":{{beyond}}}""".Replace("\"name\":\"A\",\"name\"", "\"name\"", StringComparison.Ordinal))).ErrorSummaries(), Is.EqualTo(new[] { $"422 {code} /data/attributes/{name}" }));
            Assert.That((await _company.AddProperty(owner.Id(), $$"""{"name":"A","{{name}}":{{fits}}}""".Replace("\"name\":\"A\",\"name\"", "\"name\"", StringComparison.Ordinal))).Status, Is.EqualTo(201), name);
        }
        Assert.That((await _company.AddProperty("Zelt", $$"""{"name":"A","property_type":"address","city":{{Text(1_001)}}}""")).ErrorSummaries(), Is.EqualTo(new[] { "422 too_long /data/attributes/city" }));
        Assert.That((await _company.AddDefault($$"""{"name":"A","property_type":"select","select_options":[{{Text(256)}}]}""")).ErrorSummaries(), Is.EqualTo(new[] { "422 too_long /data/attributes/select_options" }));
    }

    [TestCase("""{}""", "422 blank /data/attributes/name,422 blank /data/attributes/owner_type")]
    [TestCase("""{"name":"","owner_type":"product_groups"}""", "422 blank /data/attributes/name")]
    [TestCase("""{"name":"A","owner_type":"items"}""", "422 invalid /data/attributes/owner_type")]
    [TestCase("""{"name":"A","owner_type":5}""", "400 type_error /data/attributes/owner_type")]
    [TestCase("""{"name":"A","owner_type":"orders","property_type":"number"}""", "400 type_error /data/attributes/property_type")]
    [TestCase("""{"name":"A","owner_type":"orders","select_options":"a"}""", "400 type_error /data/attributes/select_options")]
    [TestCase("""{"name":"A","owner_type":"orders","editable":false}""", "400 unwrittable_attribute /data/attributes/editable")]
    [TestCase("""{"name":"A","owner_type":"orders","can_change_property_type":false}""", "400 unwrittable_attribute /data/attributes/can_change_property_type")]
    [TestCase("""{"name":"A","owner_type":"orders","value":"x"}""", "400 unknown_attribute /data/attributes/value")]
    public async Task A_default_property_that_is_wrong_is_not_made(string attributes, string errors)
    {
        var answer = await _company.CreateItem("default_properties", attributes);
        Assert.That(string.Join(',', answer.ErrorSummaries()), Is.EqualTo(errors), answer.Body);
        Assert.That((await _company.GetAsync("default_properties")).Json["data"]!.AsArray(), Is.Empty);
    }

    private TestCompany NewCompany() => TestCatalog.Add(_server, Interlocked.Increment(ref s_companies));
}
