using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Store.Operations.OperationSteps;

namespace Api.Tests.Store.Operations;

/// <summary>Data of operations that are refused: each error points to what is wrong, and no operation is made.</summary>
internal sealed class OperationDataErrorTests
{
    private const string Id = "00000000-0000-4000-8000-000000000000";
    private const string Whole = "/data/attributes/operation_data";
    private const string Sound = $$"""{"target_type":"product_groups","target_ids":["{{Id}}"],"action":"add_entities","collection_ids":["{{Id}}"]}""";

    private TestCompany _company = null!;

    [OneTimeSetUp]
    public void AddCompany() => _company = OperationServer.NewCompany();

    [TearDown]
    public async Task Nothing_was_made() => Assert.That((await _company.GetAsync("operations")).Json["data"]!.AsArray(), Is.Empty);

    [TestCase("null", "", "blank")]
    [TestCase("{}", "/type", "blank")]
    [TestCase("{}", "/data", "blank")]
    [TestCase("""{"type":"nope","data":{}}""", "/type", "invalid")]
    [TestCase("""{"type":5,"data":{}}""", "/type", "invalid")]
    [TestCase("""{"type":"update_collections","data":[]}""", "/data", "invalid")]
    [TestCase("""{"type":"update_collections","data":null}""", "/data", "blank")]
    [TestCase("""{"type":"update_collections","data":{},"more":1}""", "/more", "invalid")]
    [TestCase($$"""{"type":"update_collections","data":{},"a/b~c":1}""", "/a~1b~0c", "invalid")]
    public Task Data_of_the_wrong_shape_are_refused(string data, string pointer, string code) => AssertRefusedAsync(data, pointer, code);

    [TestCase("target_type", "\"orders\"", "", "invalid")]
    [TestCase("target_type", "\"collections\"", "", "invalid")]
    [TestCase("target_type", "null", "", "blank")]
    [TestCase("target_type", "[\"bundles\"]", "", "invalid")]
    [TestCase("action", "\"add\"", "", "invalid")]
    [TestCase("action", "null", "", "blank")]
    [TestCase("target_ids", "null", "", "blank")]
    [TestCase("target_ids", "[]", "", "blank")]
    [TestCase("target_ids", "{}", "", "invalid")]
    [TestCase("target_ids", $"\"{Id}\"", "", "invalid")]
    [TestCase("target_ids", $"[\"{Id}\",5]", "/1", "invalid")]
    [TestCase("target_ids", $"[\"{Id}\",null]", "/1", "invalid")]
    [TestCase("target_ids", $"[\"{Id}\",\"x\"]", "/1", "invalid")]
    [TestCase("target_ids", $"[\"{{{Id}}}\"]", "/0", "invalid")]
    [TestCase("target_ids", $"[\"{Id}\",\"{Id}\"]", "/1", "duplicate")]
    [TestCase("collection_ids", "[]", "", "blank")]
    [TestCase("collection_ids", $"[\"{Id}\",\"{Id}\"]", "/1", "duplicate")]
    [TestCase("more", "1", "", "invalid")]
    public Task A_member_of_the_wrong_kind_is_refused(string name, string value, string below, string code)
    {
        var data = JsonNode.Parse(Sound)!;
        data[name] = JsonNode.Parse(value);
        return AssertRefusedAsync(Data("update_collections", data.ToJsonString()), $"/data/{name}{below}", code);
    }

    [TestCase("update_tag", "\"action\":\"nope\",\"tags\":[\"a\"]", "action", "invalid")]
    [TestCase("update_tag", "\"action\":\"add\"", "tags", "blank")]
    [TestCase("update_tag", "\"action\":\"add\",\"tags\":[]", "tags", "blank")]
    [TestCase("update_tag", "\"action\":\"add\",\"tags\":\"a\"", "tags", "invalid")]
    [TestCase("update_tag", "\"action\":\"add\",\"tags\":[\"a\",5]", "tags/1", "invalid")]
    [TestCase("update_tag", "\"action\":\"add\",\"tags\":[\" \"]", "tags/0", "invalid")]
    [TestCase("update_tag", "\"action\":\"add\",\"tags\":[\"a,b\"]", "tags/0", "invalid")]
    [TestCase("update_tag", "\"action\":\"replace\",\"tags\":[\"a\",\" a\"]", "tags/1", "duplicate")]
    [TestCase("update_tag", "\"action\":\"remove_all\",\"tags\":[\"a\"]", "tags", "contradictory")]
    [TestCase("update", "\"attributes\":{}", "attributes", "blank")]
    [TestCase("update", "\"attributes\":[]", "attributes", "invalid")]
    [TestCase("update", "\"attributes\":null", "attributes", "blank")]
    [TestCase("update", "\"attributes\":{\"name\":\"x\"}", "attributes/name", "invalid")]
    [TestCase("update", "\"attributes\":{\"nope\":1}", "attributes/nope", "invalid")]
    [TestCase("update", "\"attributes\":{\"taxable\":1}", "attributes/taxable", "type_error")]
    [TestCase("update", "\"attributes\":{\"taxable\":null}", "attributes/taxable", "blank")]
    [TestCase("update", "\"attributes\":{\"price_type\":\"nope\"}", "attributes/price_type", "type_error")]
    [TestCase("update", "\"attributes\":{\"flat_fee_price_in_cents\":-1}", "attributes/flat_fee_price_in_cents", "out_of_range")]
    [TestCase("update", "\"attributes\":{\"tax_category_id\":\"x\"}", "attributes/tax_category_id", "type_error")]
    [TestCase("archive", "\"action\":\"add\"", "action", "invalid")]
    [TestCase("export", "\"format\":\"csv\"", "format", "invalid")]
    public Task Each_type_checks_its_own_members(string type, string members, string pointer, string code) =>
        AssertRefusedAsync(Data(type, $$$"""{"target_type":"product_groups","target_ids":["{{{Id}}}"],{{{members}}} }"""), $"/data/{pointer}", code);

    [TestCase("update", "bundles")]
    [TestCase("update_tag", "collections")]
    [TestCase("archive", "collections")]
    [TestCase("export", "photos")]
    public Task Each_type_has_its_own_targets(string type, string target) =>
        AssertRefusedAsync(Data(type, $$"""{"target_type":"{{target}}","target_ids":["{{Id}}"],"action":"remove_all","attributes":{"taxable":true} }"""), "/data/target_type", "invalid");

    [Test]
    public async Task Tags_are_limited_as_those_of_an_item()
    {
        string Tags(IEnumerable<string> tags) => Data("update_tag", $$"""{"target_type":"bundles","target_ids":["{{Id}}"],"action":"add","tags":{{Ids(tags)}}}""");
        await AssertRefusedAsync(Tags(Enumerable.Range(0, 101).Select(number => $"tag {number}")), "/data/tags", "too_many");
        await AssertRefusedAsync(Tags([new string('x', 256)]), "/data/tags/0", "invalid");
    }

    [TestCase("target_type")]
    [TestCase("target_ids")]
    [TestCase("action")]
    [TestCase("collection_ids")]
    public Task A_member_that_is_missing_is_refused(string name)
    {
        var data = JsonNode.Parse(Sound)!.AsObject();
        data.Remove(name);
        return AssertRefusedAsync(Data("update_collections", data.ToJsonString()), $"/data/{name}", "blank");
    }

    [Test]
    public async Task Too_many_targets_and_collections_are_refused()
    {
        string[] many = [.. Enumerable.Range(0, 10_001).Select(_ => Guid.NewGuid().ToString())];
        await AssertRefusedAsync(UpdateCollections("add_entities", many, [_company["Land"]]), "/data/target_ids", "too_many");
        await AssertRefusedAsync(UpdateCollections("add_entities", [_company["Zelt"]], many.Take(101)), "/data/collection_ids", "too_many");
    }

    [Test]
    public async Task Unknown_foreign_and_system_collections_are_refused()
    {
        var foreign = OperationServer.NewCompany()["Land"];
        foreach (var (id, code) in ((string, string)[])[(Id, "not_found"), (foreign, "not_found"), (_company["Featured"], "system")])
            await AssertRefusedAsync(UpdateCollections("remove_entities", [_company["Zelt"]], [_company["Land"], id]), "/data/collection_ids/1", code);
    }

    [Test]
    public async Task All_errors_come_together()
    {
        var answer = await _company.Post(Data("update_collections", """{"target_type":"x","target_ids":["y"],"action":"z","collection_ids":[1],"more":1}"""));
        Assert.That(answer.Json["errors"]!.AsArray().Select(error => error!["source"]!["pointer"]!.GetValue<string>()), Is.EqualTo(
            ((string[])["target_type", "target_ids/0", "action", "collection_ids/0", "more"]).Select(name => $"{Whole}/data/{name}")));
    }

    [TestCase("\"x\"", "type_error")]
    [TestCase("[]", "type_error")]
    [TestCase("5", "type_error")]
    public async Task Data_that_are_no_object_are_of_the_wrong_type(string data, string code)
    {
        var answer = await _company.Post(data);
        Assert.That((answer.Status, Code(answer.Json["errors"]![0]!)), Is.EqualTo((400, code)), answer.Body);
    }

    [Test]
    public async Task Data_have_to_be_given()
    {
        var answer = await _company.SendAsync(HttpMethod.Post, "operations", """{"data":{"type":"operations"}}""");
        Assert.That((answer.Status, Code(answer.Json["errors"]![0]!)), Is.EqualTo((422, "blank")), answer.Body);
    }

    private async Task AssertRefusedAsync(string data, string pointer, string code)
    {
        var answer = await _company.Post(data);
        Assert.That(answer.Status, Is.EqualTo(422), answer.Body);
        var error = answer.Json["errors"]!.AsArray().FirstOrDefault(error => error!["source"]!["pointer"]!.GetValue<string>() == Whole + pointer);
        Assert.That(error, Is.Not.Null, answer.Body);
        Assert.That(Code(error!), Is.EqualTo(code));
    }

    private static string Code(JsonNode error) => error["meta"]!["code"]!.GetValue<string>();
}
