using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Contract;

/// <summary>
/// Bodies take what the documentation lists for the operation and refuse every other field of the resource, each for its own reason;
/// but for what <c>docs/contract-exceptions.md</c> names.
/// </summary>
internal sealed class ContractBodyTests
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

    [TestCaseSource(typeof(ContractCases), nameof(ContractCases.CheckedBodies))]
    public async Task Bodies_take_what_is_listed_and_nothing_else(string operation)
    {
        var cases = ContractCases.Bodies(operation).ToList();
        Assert.That(cases, Is.Not.Empty);
        var failures = new List<string>();
        foreach (var one in cases)
            if (await FaultAsync(one) is { } fault)
                failures.Add($"{one}: {fault}");
        Assert.That(failures, Is.Empty, string.Join("\n", failures));
    }

    private async Task<string?> FaultAsync(ContractCase one)
    {
        var resource = one.Operation.Split(' ', '/')[2];
        var field = ContractFile.Fields(resource)[one.What.Split(' ')[1]];
        if (one.Kind == "null")
            return await FaultAsync(one, field, null, one.Served ? null : "blank");
        if (!one.Served)
            return await FaultOfUnserved(one, resource, field);
        var isKept = field.Flags.Contains("readonly-after-create") && one.Operation.StartsWith("PUT", StringComparison.Ordinal);
        // What is not set yet can be set once.
        var value = (isKept ? await _company.ValueAsync(resource, field) : null) ?? _company.Suitable(resource, field);
        return await FaultAsync(one, field, value, null)
            ?? await FaultAsync(one, field, ContractCompany.Unsuitable(field), "type_error")
            ?? (isKept ? await FaultAsync(one, field, ContractCompany.Other(field, value), "unwrittable_attribute") : null);
    }

    /// <summary>A field that cannot be written is refused with any value but, in an update, the one that the row has.</summary>
    private async Task<string?> FaultOfUnserved(ContractCase one, string resource, DocumentedField field)
    {
        if (field.IsInput || !await _company.HasAsync(resource, field))
            return await FaultAsync(one, field, _company.Suitable(resource, field), "unknown_attribute");
        var present = await _company.ValueAsync(resource, field);
        return one.Operation.StartsWith("POST", StringComparison.Ordinal)
            ? await FaultAsync(one, field, _company.Suitable(resource, field), "unwrittable_attribute")
            : await FaultAsync(one, field, ContractCompany.Other(field, present), "unwrittable_attribute") ?? await FaultAsync(one, field, present, null);
    }

    /// <summary>What is wrong with the answer to a value; the code is that of the refusal that is due, or null.</summary>
    private async Task<string?> FaultAsync(ContractCase one, DocumentedField field, JsonNode? value, string? code)
    {
        var answer = await _company.AskAsync(one.Operation, attributes: new JsonObject { [field.Name] = value });
        var status = code is null ? one.Operation.StartsWith("POST", StringComparison.Ordinal) ? 201 : 200 : code == "blank" ? 422 : 400;
        var error = answer.Status < 400 ? null : answer.Json["errors"]![0]!;
        return answer.Status == status && error?["meta"]?["code"]?.GetValue<string>() == code
            && error?["source"]?["pointer"]?.GetValue<string>() == (code is null ? null : "/data/attributes/" + field.Name)
            ? null
            : $"{value?.ToJsonString()}: {answer.Status} instead of {status} {code}: {answer.Body}";
    }
}
