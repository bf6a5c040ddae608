using System.Globalization;
using System.Text.RegularExpressions;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Writes take as many statements for one row as for many; <c>Server-Timing</c> counts all of them, EF's too.</summary>
internal sealed partial class WriteStatementTests
{
    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [Test]
    public async Task Moving_and_deleting_take_the_same_statements_whatever_hangs_below()
    {
        var (empty, full) = (await _company.CreateCollection($$"""{"name":"Empty","parent_id":"{{_company["Outdoor"]}}"}"""), _company["Land"]);
        foreach (var item in (string[])["Kayak", "kayak", "Weekend set"])
            await _company.Add("Land", item);
        var target = $$"""{"parent_id":"{{_company["Indoor"]}}"}""";
        var moves = (Statements(await _company.Change(empty.Json["data"]!.Text("id"), target)), Statements(await _company.Change(full, target)));
        Assert.That(moves.Item1, Is.GreaterThan(4).And.EqualTo(moves.Item2));
        var deletions = (Statements(await _company.DeleteCollection(empty.Json["data"]!.Text("id"))), Statements(await _company.DeleteCollection(full)));
        Assert.That(deletions.Item1, Is.GreaterThan(4).And.EqualTo(deletions.Item2));
    }

    [Test]
    public async Task Trees_and_sortings_take_the_same_statements_for_one_and_for_many()
    {
        var one = await _company.Tree($$"""{"id":"{{_company["Water"]}}","position":5}""");
        var many = await _company.Tree([.. ((string[])["Water", "Land", "Boats"]).Select((name, i) => $$"""{"id":"{{_company[name]}}","position":{{i + 7}}}""")]);
        Assert.That((Statements(one), Statements(many)), Is.EqualTo((2, 2)));
        one = await _company.Sort("collection_items", _company["Outdoor: Zelt"]);
        many = await _company.Sort("collection_items", _company["Outdoor: kayak"], _company["Outdoor: Kayak"], _company["Outdoor: Zelt"]);
        Assert.That((Statements(one), Statements(many)), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task What_an_operation_runs_counts_within_several() =>
        Assert.That(
            Statements(await _company.Operate(Update("Water", "a"), Update("Land", "b"))),
            Is.EqualTo(2 * Statements(await _company.Operate(Update("Boats", "c")))));

    private string Update(string name, string text) =>
        OperationRequests.Update("collections", OperationRequests.Id(_company[name]), $$"""{"description":"{{text}}"}""");

    private static int Statements(Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(200).Or.EqualTo(201), answer.Body);
        return int.Parse(Count().Match(answer.Headers.GetValues("Server-Timing").Single()).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("""desc="statements: (\d+)";?""")]
    private static partial Regex Count();
}
