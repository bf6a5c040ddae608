using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Store.Operations.OperationSteps;

namespace Api.Tests.Store.Operations;

/// <summary>
/// An operation leaves what single writes leave: two companies have the same rows; one gets an operation, the other a request for each target.
/// </summary>
internal sealed partial class SameAsSingleWritesTests
{
    private static readonly string[] Groups = ["Kayak", "kayak", "Zelt", "älg", "Lamp", "Old raft", "😀 kit"];

    private TestCompany _operated = null!, _single = null!;

    [SetUp]
    public void AddCompanies() => (_operated, _single) = (OperationServer.NewCompany(), OperationServer.NewCompany());

    [TearDown]
    public void Rules_hold() => CollectionItemRules.Hold(OperationServer.Server.Database);

    [TestCase("\"taxable\":false,\"discountable\":false")]
    [TestCase("\"taxable\":true")]
    [TestCase("\"tax_category_id\":\"33763613-DA95-4e0a-89fd-1394814769da\"")]
    [TestCase("\"tax_category_id\":null,\"price_ruleset_id\":null,\"price_structure_id\":\"33763613-da95-4e0a-89fd-1394814769da\"")]
    [TestCase("\"buffer_time_before\":60,\"buffer_time_after\":2147483647")]
    [TestCase("\"show_in_store\":false")]
    [TestCase("\"show_in_store\":true,\"price_period\":\"week\"")]
    [TestCase("\"price_type\":\"fixed\"")]
    [TestCase("\"price_type\":\"simple\",\"flat_fee_price_in_cents\":995")]
    [TestCase("\"price_type\":\"structure\",\"structure_price_in_cents\":700,\"flat_fee_price_in_cents\":5")]
    [TestCase("\"price_type\":\"none\"")]
    [TestCase("\"flat_fee_price_in_cents\":1200")]
    [TestCase("\"structure_price_in_cents\":1300,\"price_type\":\"private_structure\"")]
    public async Task Attributes_are_set_as_by_updates(string attributes)
    {
        foreach (var company in (TestCompany[])[_operated, _single])
        {
            await SendAsync(company, HttpMethod.Patch, "product_groups", "Zelt", "\"price_type\":\"fixed\"");
            await SendAsync(company, HttpMethod.Patch, "product_groups", "Zelt", "\"product_type\":\"sales_item\"");
            await SendAsync(company, HttpMethod.Patch, "products", TestCompany.ProductOf("älg"), "\"base_price_in_cents\":4");
        }
        var ended = await _operated.RunOperation(Data(
            "update", $$$$"""{"target_type":"product_groups","target_ids":{{{{Ids(Groups.Select(name => _operated[name]))}}}},"attributes":{{{{{attributes}}}}}}"""));
        var refused = 0;
        foreach (var name in Groups.Where(name => name != "Old raft"))
            refused += await SendAsync(_single, HttpMethod.Patch, "product_groups", name, attributes) == 200 ? 0 : 1;
        Assert.That((ended.Status(), ended.Errors().Length), Is.EqualTo(("finished", refused + 1)), ended.ToJsonString());
        await AssertSameAsync();
    }

    [TestCase("add", "Water", "new", "a \\\"b\\\"")]
    [TestCase("add", "Water")]
    [TestCase("replace", "x", " Water ")]
    [TestCase("remove", "Water", "boat", "nope")]
    [TestCase("remove_all")]
    public async Task Tags_are_changed_as_by_updates(string action, params string[] tags)
    {
        var list = $"[{string.Join(',', tags.Select(tag => $"\"{tag}\""))}]";
        var ended = await _operated.RunOperation(Data(
            "update_tag", $$"""{"target_type":"product_groups","target_ids":{{Ids(Groups.Select(name => _operated[name]))}},"action":"{{action}}","tags":{{list}}}"""));
        Assert.That((ended.Status(), ended.Errors().Length), Is.EqualTo(("finished", 1)), ended.ToJsonString());
        string[] given = [.. JsonNode.Parse(list)!.AsArray().Select(tag => tag!.GetValue<string>().Trim())];
        foreach (var name in Groups.Where(name => name != "Old raft"))
        {
            var row = await _single.GetAsync($"product_groups/{_single[name]}");
            string[] old = [.. row.Json["data"]!["attributes"]!["tag_list"]!.AsArray().Select(tag => tag!.GetValue<string>())];
            string[] wanted = action switch { "add" => [.. old.Union(given)], "replace" => given, "remove" => [.. old.Except(given)], _ => [] };
            await SendAsync(_single, HttpMethod.Patch, "product_groups", name, $"\"tag_list\":{new JsonArray([.. wanted.Select(tag => (JsonNode)tag)]).ToJsonString()}");
        }
        await AssertSameAsync();
    }

    [TestCase("product_groups", "Kayak", "Zelt", "Lamp", "Old raft")]
    [TestCase("bundles", "Weekend set")]
    public async Task Items_are_archived_as_by_deletes(string type, params string[] names)
    {
        var ended = await _operated.RunOperation(Data("archive", $$"""{"target_type":"{{type}}","target_ids":{{Ids(names.Select(name => _operated[name]))}}}"""));
        Assert.That((ended.Status(), ended.Errors().Length), Is.EqualTo(("finished", names.Contains("Old raft") ? 1 : 0)), ended.ToJsonString());
        foreach (var name in names.Where(name => name != "Old raft"))
            Assert.That((await _single.SendAsync(HttpMethod.Delete, $"{type}/{_single[name]}")).Status, Is.EqualTo(200));
        await AssertSameAsync();
    }

    [Test]
    public async Task A_slug_that_is_the_id_of_an_archived_item_makes_room()
    {
        foreach (var company in (TestCompany[])[_operated, _single])
            await SendAsync(company, HttpMethod.Patch, "product_groups", "Lamp", $"\"slug\":\"{company["Zelt"]}\"");
        var ended = await _operated.RunOperation(Data("archive", $$"""{"target_type":"product_groups","target_ids":{{Ids(_operated["Zelt"], _operated["Kayak"])}}}"""));
        Assert.That((ended.Status(), ended.Errors()), Is.EqualTo(("finished", Array.Empty<string>())));
        foreach (var name in (string[])["Zelt", "Kayak"])
            await _single.SendAsync(HttpMethod.Delete, $"product_groups/{_single[name]}");
        await AssertSameAsync();
    }

    private static async Task<int> SendAsync(TestCompany company, HttpMethod method, string type, string name, string attributes)
    {
        var answer = await company.SendAsync(method, $"{type}/{company[name]}", $$$$"""{"data":{"type":"{{{{type}}}}","attributes":{{{{{attributes}}}}}}}""");
        Assert.That(answer.Status, Is.AnyOf(200, 422), answer.Body);
        return answer.Status;
    }

    private async Task AssertSameAsync()
    {
        var (one, other) = (await StateAsync(_operated), await StateAsync(_single));
        Assert.That(one, Has.Length.GreaterThan(20));
        Assert.That(one, Is.EqualTo(other));
    }

    /// <summary>All rows as text, with labels for ids, and for times whether they are of now.</summary>
    private static async Task<string[]> StateAsync(TestCompany company)
    {
        var lines = new List<string>();
        foreach (var (query, drops) in ((string, string[])[])
        [
            ("collections?", []), ("collection_items?", ["id"]), ("product_groups?filter[archived]=true,false&", []),
            ("bundles?filter[archived]=true,false&", []), ("products?filter[archived]=true,false&", []), ("tags?", ["id"]),
        ])
        {
            var answer = await company.GetAsync($"{query}page[size]=100");
            Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
            foreach (var row in answer.Json["data"]!.AsArray().Select(row => row!.AsObject()))
            {
                foreach (var name in drops)
                    row.Remove(name);
                var text = Uuid().Replace(Regex.Unescape(row.ToJsonString().Replace("\\\"", "''", StringComparison.Ordinal)), id => company.LabelOf(id.Value));
                lines.Add(Time().Replace(text, time => time.Value.StartsWith("2025-0", StringComparison.Ordinal) ? "then" : "now"));
            }
        }
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+\+00:00")]
    private static partial Regex Time();
}
