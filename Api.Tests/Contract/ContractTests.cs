using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Contract;

/// <summary>
/// What the documentation lists is served and nothing else is, but for what <c>docs/contract-exceptions.md</c> names. The cases of
/// an operation run in one test over one server; each that fails is named.
/// </summary>
internal sealed class ContractTests
{
    private ApiServer _server = null!;
    private TestCompany _company = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _server = await ApiServer.StartEmptyAsync();
        _company = TestCatalog.Add(_server, 1);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [TestCaseSource(typeof(ContractCases), nameof(ContractCases.Operations))]
    public async Task Operations_are_served_or_named_as_exceptions(ContractCase operation)
    {
        var answer = await AskAsync(operation);
        var why = $"{operation}: {answer.Status} {answer.Body}";
        if (operation.Served)
            Assert.That(answer.Status, Is.AnyOf(200, 201, 422), why);
        else
            Assert.That(answer.Status, Is.AnyOf(404, 405), why);
    }

    [TestCaseSource(typeof(ContractCases), nameof(ContractCases.Checked))]
    public async Task Parameters_are_served_as_listed_and_no_others(string operation)
    {
        var cases = ContractCases.Of(operation).ToList();
        Assert.That(cases, Has.Count.GreaterThan(50));
        var failures = new List<string>();
        foreach (var one in cases)
            if (Fault(one, await AskAsync(one)) is { } fault)
                failures.Add($"{one}: {fault}");
        Assert.That(failures, Is.Empty, string.Join("\n", failures));
    }

    [Test]
    public void Every_exception_is_one_and_has_a_reason()
    {
        var documented = ContractCases.All.ToDictionary(one => (one.Operation, one.What), one => one.Documented);
        Assert.That(ContractExceptions.All, Is.Not.Empty);
        foreach (var row in ContractExceptions.All)
        {
            Assert.That(documented.TryGetValue((row.Operation, row.What), out var isDocumented), Is.True, $"{row} is about nothing that is checked.");
            Assert.That(row.Served, Is.Not.EqualTo(isDocumented), $"{row} is what the documentation says.");
            Assert.That(row.Reason, Has.Length.GreaterThan(10), $"{row} has no reason.");
        }
    }

    [TestCaseSource(typeof(ContractCases), nameof(ContractCases.Checked))]
    public async Task Default_attributes_stand_in_the_documented_order(string operation)
    {
        var answer = await AskAsync(new ContractCase(operation, true));
        var data = answer.Json["data"] is JsonArray rows ? rows : [answer.Json["data"]!.DeepClone()];
        Assert.That(data, Is.Not.Empty);
        foreach (var resource in data)
        {
            var type = resource!["type"]!.GetValue<string>();
            var expected = ContractFile.Operations.First(known => known.Resource == type && known.Method == "GET").DefaultAttributes;
            Assert.That(resource["attributes"]!.AsObject().Select(attribute => attribute.Key), Is.EqualTo(expected), operation);
        }
    }

    [Test]
    public async Task Only_the_documented_attributes_of_a_collection_item_can_be_written()
    {
        var operation = ContractFile.Operations.Single(known => known.Name == "POST /collection_items");
        foreach (var field in ContractFile.Fields("collection_items").Values)
        {
            var body = $$$$"""{"data":{"type":"collection_items","attributes":{"{{{{field.Name}}}}":"33763613-da95-4e0a-89fd-1394814769da"}}}""";
            var answer = await _company.SendAsync(HttpMethod.Post, "collection_items", body);
            Assert.That(answer.Status, Is.EqualTo(operation.Body.Contains(field.Name) ? 422 : 400), $"{field}: {answer.Body}");
            if (answer.Status == 400)
                Assert.That(answer.Json["errors"]![0]!["meta"]!["code"]!.GetValue<string>(),
                    Is.EqualTo(field.Flags.Contains("extra") ? "unknown_attribute" : "unwrittable_attribute"), answer.Body);
        }
    }

    [Test]
    public async Task Bodies_bear_the_attributes_that_are_listed_and_no_others()
    {
        var failures = new List<string>();
        foreach (var one in ContractCases.Bodies)
        {
            var (method, path) = (one.Operation.Split(' ')[0], one.Operation.Split(' ')[1].TrimStart('/'));
            var body = EmptyBody(path.Split('/')[0]).Replace("{}", $$"""{"{{one.What.Split(' ')[1]}}":null}""", StringComparison.Ordinal);
            var answer = await _company.SendAsync(new HttpMethod(method), path.Replace("{id}", _company["Land"], StringComparison.Ordinal), body);
            var isRefused = answer.Json["errors"]?.AsArray().Any(error => error!["meta"]?["code"]?.GetValue<string>() is "unknown_attribute" or "unwrittable_attribute") == true;
            if (isRefused == one.Served)
                failures.Add($"{one}: {answer.Status} {answer.Body}");
        }
        Assert.That(failures, Is.Empty, string.Join("\n", failures));
    }

    /// <summary>Asks for a row that is there, or creates one that is not.</summary>
    private async Task<Answer> AskAsync(ContractCase one)
    {
        var (method, path) = (one.Operation.Split(' ')[0], one.Operation.Split(' ')[1].TrimStart('/'));
        var id = path.Split('/')[0] switch
        {
            "collection_items" when method != "GET" => await WithLampOnLandAsync(method == "DELETE"),
            "collection_items" => _company["Boats: Kayak"],
            "bundles" => _company["Weekend set"],
            "bundle_items" => _company["Weekend set with Kayak"],
            "photos" => _company[method == "DELETE" ? "stern" : "bow"],
            "collections" when method == "DELETE" => (await AskAsync(new ContractCase("POST /collections", true))).Json["data"]!["id"]!.GetValue<string>(),
            "collections" => _company["Boats"],
            _ => _company["Kayak"],
        };
        var body = one.Body ?? (one.Operation == "POST /collection_items" ? LampOnLand
            : one.Operation == "POST /collections" ? EmptyBody("collections").Replace("{}", """{"name":"Made"}""", StringComparison.Ordinal)
            : method is "POST" or "PUT" ? EmptyBody(path.Split('/')[0]) : null);
        return await _company.SendAsync(new HttpMethod(method), path.Replace("{id}", id, StringComparison.Ordinal) + one.Query, body);
    }

    private static string EmptyBody(string type) => $$$$"""{"data":{"type":"{{{{type}}}}","attributes":{}}}""";

    private string LampOnLand =>
        $$$$"""{"data":{"type":"collection_items","attributes":{"collection_id":"{{{{_company["Land"]}}}}","item_id":"{{{{_company["Lamp"]}}}}"}}}""";

    /// <summary>Sees to it that the lamp is on land, or that it is not; tells the id of its place.</summary>
    private async Task<string> WithLampOnLandAsync(bool wanted)
    {
        var found = await _company.GetAsync($"collection_items?filter[collection_id]={_company["Land"]}&filter[item_id]={_company["Lamp"]}");
        var id = found.Json["data"]!.AsArray() is [{ } place] ? place["id"]!.GetValue<string>() : null;
        if (wanted && id is null)
            return (await _company.SendAsync(HttpMethod.Post, "collection_items", LampOnLand)).Json["data"]!["id"]!.GetValue<string>();
        if (!wanted && id is not null)
            await _company.SendAsync(HttpMethod.Delete, $"collection_items/{id}");
        return id ?? "";
    }

    private static string? Fault(ContractCase one, Answer answer)
    {
        if (one.Served)
            return answer.Status is not (200 or 201) ? $"{answer.Status} {answer.Body}"
                : one.Kind == "include" && !answer.Json.AsObject().ContainsKey("included") ? "no included"
                : one.Kind == "stat" && !StandsInPlace(one, answer.Json["meta"]!) ? $"the stat stands elsewhere: {answer.Json["meta"]}"
                : null;
        if (answer.Status != 400)
            return $"{answer.Status} instead of 400";
        var error = answer.Json["errors"]![0]!;
        var isNamed = one.Kind switch
        {
            "filter" => error["detail"]!.GetValue<string>().StartsWith("invalid filter", StringComparison.Ordinal),
            "null" => error["detail"]!.GetValue<string>().StartsWith("failed typecasting", StringComparison.Ordinal),
            "field" or "extra_field" => error["meta"]?["code"]?.GetValue<string>() == "unknown_attribute",
            _ => true,
        };
        isNamed &= error["source"]![one.Body is null ? "parameter" : "pointer"]!.GetValue<string>() == one.Place;
        return isNamed ? null : $"400 for another reason: {answer.Body}";
    }

    private static bool StandsInPlace(ContractCase one, JsonNode meta) =>
        one.What.Split(' ') is [_, var name, var calculation] && meta["stats"]?[name]?.AsObject().ContainsKey(calculation) == true;
}
