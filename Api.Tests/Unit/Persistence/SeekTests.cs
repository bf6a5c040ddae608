using Api.Tests.Support;
using Api.Tests.Unit.JsonApi;
using JsonApi.Planning;
using NUnit.Framework;

namespace Api.Tests.Unit.Persistence;

/// <summary>
/// A page by cursor begins at its cursor: no row before it is read, however many there are.
/// </summary>
internal sealed class SeekTests : IDisposable
{
    private const string Some = "11111111-1111-1111-1111-111111111111";
    private const string Time = "2025-01-01T00:00:00.000000+00:00";

    private readonly ExplainedCatalog _catalog = new();

    public void Dispose() => _catalog.Dispose();

    [TestCase("collection_items?filter[collection_id]=" + Some, "position", 3L, Time, Some)]
    [TestCase("collection_items?filter[collection_id]=" + Some, "position", null, Time, Some)]
    [TestCase("collection_items?filter[collection_id]=" + Some + "&sort=-position,-created_at", "position", 3L, Time, Some)]
    [TestCase("collection_items?include=item", "position", 3L, Time, Some)]
    [TestCase("collection_items?sort=-created_at", "created_at", Time, Some)]
    [TestCase("collection_items?sort=-created_at&filter[implicit]=true", "created_at", Time, Some)]
    [TestCase("collections?sort=created_at", "created_at", Time, Some)]
    [TestCase("items?sort=name", "name_folded", "b", Some)]
    [TestCase("photos?sort=-id", "id", Some)]
    public void Every_keyset_range_is_a_range_of_an_index(string url, string column, params object?[] values)
    {
        foreach (var side in new[] { "after", "before" })
        {
            var steps = Explain(Plan(url, side, values));
            var reads = steps.Where(step => step.Contains(" t0 ", StringComparison.Ordinal)).ToList();
            Assert.That(reads, Is.Not.Empty);
            Assert.That(reads, Has.All.StartsWith("SEARCH").And.All.Match($@"\b{column}[=<>]\?\)?"), side);
            // One only: the rows of the page, read in full, are put in order.
            Assert.That(steps.Count(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal)), Is.EqualTo(1), side);
        }
    }

    [TestCase("collection_items?filter[collection_id]=" + Some)]
    [TestCase("collection_items?sort=-created_at")]
    [TestCase("items?sort=name")]
    public void Either_end_of_a_list_is_read_from_an_index(string url)
    {
        foreach (var side in new[] { "after", "before" })
            Assert.That(Explain(Plan(url, side, "")).Count(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal)), Is.EqualTo(1), side);
    }

    /// <summary>Each keyset range would read them all again.</summary>
    [TestCase("collection_items?sort=updated_at", Time, Some)]
    [TestCase("collection_items?sort=item.name,-position", "b", 3L, Some)]
    [TestCase("items?sort=description", "b", Some)]
    public void Where_no_index_serves_rows_are_read_once(string url, params object?[] values) =>
        Assert.That(Explain(Plan(url, "after", values)).Count(step => step.Contains(" t0 ", StringComparison.Ordinal)), Is.EqualTo(1));

    private List<string> Explain(QueryPlan plan) => _catalog.Explain(compiler => compiler.Page(plan, plan.Page!, 26));

    private static QueryPlan Plan(string url, string side, object?[] values) =>
        Plan(url, side, Plan(url, side, "").Page!.Cursor!.Codec.Write(values));

    private static QueryPlan Plan(string url, string side, string cursor) =>
        Planned.Plan($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page[{side}]={cursor}") is var planned && planned.TryGet(out var plan)
            ? plan
            : throw new AssertionException(string.Join('\n', planned.Errors.Select(error => error.Detail)));
}
