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
    private ContractCompany _company = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _server = await ApiServer.StartEmptyAsync();
        _company = new ContractCompany(_server);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [TestCaseSource(typeof(ContractCases), nameof(ContractCases.Operations))]
    public async Task Operations_are_served_or_named_as_exceptions(ContractCase operation)
    {
        var answer = await AskAsync(operation);
        var why = $"{operation}: {answer.Status} {answer.Body}";
        if (operation.Served)
            Assert.That(answer.Status, Is.EqualTo(ContractFile.Operations.FirstOrDefault(known => known.Name == operation.Operation)?.Status ?? 200), why);
        else
            Assert.That(answer.Status, Is.AnyOf(404, 405), why);
    }

    [TestCaseSource(typeof(ContractCases), nameof(ContractCases.Checked))]
    public async Task Parameters_are_served_as_listed_and_no_others(string operation)
    {
        var cases = ContractCases.Of(operation).ToList();
        Assert.That(cases, Has.Count.AtLeast(50));
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
    public async Task Default_attributes_are_in_the_documented_order(string operation)
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

    private Task<Answer> AskAsync(ContractCase one) => _company.AskAsync(one.Operation, one.Query, one.Body);

    private static string? Fault(ContractCase one, Answer answer)
    {
        if (one.Served)
            return answer.Status is not (200 or 201) ? $"{answer.Status} {answer.Body}"
                : one.Kind == "include" && !answer.Json.AsObject().ContainsKey("included") ? "no included"
                : one.Kind == "stat" && !IsWhereAsked(one, answer.Json["meta"]!) ? $"the stat is elsewhere: {answer.Json["meta"]}"
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
        isNamed &= error["source"]![one.Body is null ? "parameter" : "pointer"]!.GetValue<string>() == one.Source;
        return isNamed ? null : $"400 for another reason: {answer.Body}";
    }

    private static bool IsWhereAsked(ContractCase one, JsonNode meta) =>
        one.What.Split(' ') is [_, var name, var calculation] && meta["stats"]?[name]?.AsObject().ContainsKey(calculation) == true;
}
