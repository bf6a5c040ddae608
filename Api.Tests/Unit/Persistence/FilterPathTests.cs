using System.Text.RegularExpressions;
using Api.Tests.Contract;
using Api.Tests.Support;
using Api.Tests.Unit.JsonApi;
using NUnit.Framework;

namespace Api.Tests.Unit.Persistence;

/// <summary>
/// <c>docs/filters.md</c> says which index serves each documented filter, or that there is none, by SQLite's plan of the statement
/// that counts the rows. <c>FILTERS=write</c> writes the table anew.
/// </summary>
internal sealed partial class FilterPathTests : IDisposable
{
    private readonly ExplainedCatalog _catalog = new();

    public void Dispose() => _catalog.Dispose();

    [Test]
    public void The_page_says_how_each_filter_is_served()
    {
        var expected = ContractFile.Operations
            .Where(operation => operation.IsList && ContractExceptions.IsServed(operation.Name, "operation", documented: true)).SelectMany(Rows).ToList();
        var page = Path.Combine(ProjectFolder.Root, "docs", "filters.md");
        var lines = File.ReadAllLines(page);
        if (Environment.GetEnvironmentVariable("FILTERS") == "write")
            File.WriteAllLines(page, lines = [.. lines.TakeWhile(line => !IsRow(line)), .. expected, .. lines.SkipWhile(line => !IsRow(line)).SkipWhile(IsRow)]);
        var listed = lines.Where(IsRow);
        Assert.That(listed, Is.EqualTo(expected), string.Join('\n', expected));
    }

    private static bool IsRow(string line) => line.StartsWith("| `", StringComparison.Ordinal);

    private IEnumerable<string> Rows(DocumentedOperation operation) => operation.Filters.Where(filter => filter.Name != "conditions").Select(filter =>
    {
        var value = ContractCases.SuitableValue(operation.Resource, filter.Name, filter.Type);
        return $"| `{operation.Resource}` | `{filter.Name}` | {Served($"{operation.Resource}?filter[{filter.Name}]={value}&stats[total]=count")} |";
    });

    /// <summary>The columns that the first step uses of an index, besides company and kind; or that it scans.</summary>
    private string Served(string url)
    {
        if (!Planned.Plan(url).TryGet(out var plan))
            throw new AssertionException($"{url} cannot be planned.");
        var columns = UsedColumn().Matches(_catalog.Explain(compiler => compiler.Numbers(plan, plan.Stats))[0]).Select(match => match.Groups[1].Value).Where(column => column is not ("company_id" or "kind")).ToList();
        return columns.Count > 0 ? $"index, by `{string.Join("`, `", columns)}`" : "scan of the company's rows";
    }

    [GeneratedRegex(@"(\w+)(?:=|>|<)\?")]
    private static partial Regex UsedColumn();
}
