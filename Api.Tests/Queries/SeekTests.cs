using Api.Tests.Import;
using Api.Tests.Planning;
using JsonApi.Planning;
using Microsoft.Data.Sqlite;
using NUnit.Framework;
using Persistence.Sql;

namespace Api.Tests.Queries;

/// <summary>
/// A page by cursor begins at its cursor: no row before it is read, however many there are. SQLite is asked how it would run the
/// statement; its planner goes by fixed figures, so the tables may be empty.
/// </summary>
internal sealed class SeekTests : IDisposable
{
    private const string Some = "11111111-1111-1111-1111-111111111111";
    private const string Time = "2025-01-01T00:00:00.000000+00:00";

    private readonly ImportFolder _folder = new();
    private SqliteConnection _connection = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _folder.Database.Migrate();
        _connection = _folder.Database.OpenConnection();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    [TestCase("collection_items?filter[collection_id]=" + Some, "position", 3L, Time, Some)]
    [TestCase("collection_items?filter[collection_id]=" + Some, "position", null, Time, Some)]
    [TestCase("collection_items?filter[collection_id]=" + Some + "&sort=-position,-created_at", "position", 3L, Time, Some)]
    [TestCase("collection_items?include=item", "position", 3L, Time, Some)]
    [TestCase("collection_items?sort=-created_at", "created_at", Time, Some)]
    [TestCase("collection_items?sort=-created_at&filter[implicit]=true", "created_at", Time, Some)]
    [TestCase("collections?sort=created_at", "created_at", Time, Some)]
    [TestCase("items?sort=name", "name_folded", "b", Some)]
    [TestCase("photos?sort=-id", "id", Some)]
    public void Every_stretch_is_a_range_of_an_index(string url, string column, params object?[] values)
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

    /// <summary>Each stretch would read them all anew.</summary>
    [TestCase("collection_items?sort=updated_at", Time, Some)]
    [TestCase("collection_items?sort=item.name,-position", "b", 3L, Some)]
    [TestCase("items?sort=description", "b", Some)]
    public void Where_no_index_serves_rows_are_read_once(string url, params object?[] values) =>
        Assert.That(Explain(Plan(url, "after", values)).Count(step => step.Contains(" t0 ", StringComparison.Ordinal)), Is.EqualTo(1));

    private List<string> Explain(QueryPlan plan)
    {
        var compiler = new PlanCompiler(CatalogMap.Shipped);
        compiler.Page(plan, plan.Page!, 26);
        using var command = _connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {compiler.Sql.Text}";
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }

    private static QueryPlan Plan(string url, string side, object?[] values) =>
        Plan(url, side, Plan(url, side, "").Page!.Cursor!.Codec.Write(values));

    private static QueryPlan Plan(string url, string side, string cursor) =>
        Planned.Plan($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page[{side}]={cursor}") is var planned && planned.TryGet(out var plan)
            ? plan
            : throw new AssertionException(string.Join('\n', planned.Errors.Select(error => error.Detail)));
}
