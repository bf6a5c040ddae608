using System.Text;
using System.Text.Json.Nodes;
using Api.Resources;
using Api.Tests.Support;
using JsonApi;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Planning;
using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

/// <summary>The <c>meta</c> member of a list: each stat where the request put it, each number in its form.</summary>
internal sealed class StatsWriterTests
{
    [TestCase("stats[total]=count", """{"stats":{"total":{"count":7}}}""", 7L)]
    [TestCase("meta[total][]=count", """{"total":{"count":7}}""", 7L)]
    [TestCase("meta[total][]=count&stats[total]=count", """{"total":{"count":7},"stats":{"total":{"count":8}}}""", 7L, 8L)]
    [TestCase("stats[position]=sum,average", """{"stats":{"position":{"sum":12,"average":2.5}}}""", 12L, 2.5)]
    [TestCase("stats[position]=sum&stats[total]=count&stats[position]=maximum", """{"stats":{"position":{"sum":12,"maximum":9},"total":{"count":7}}}""", 12L, 7L, 9L)]
    [TestCase("stats[position]=average", """{"stats":{"position":{"average":2.0}}}""", 2.0)]
    [TestCase("stats[position]=average", """{"stats":{"position":{"average":2.0}}}""", 2L)]
    [TestCase("stats[position]=minimum", """{"stats":{"position":{"minimum":null}}}""", null)]
    [TestCase("sort=id", "{}")]
    public async Task A_stat_is_written_where_it_was_asked_for(string query, string meta, params object?[]? numbers) =>
        Assert.That(await MetaAsync("photos", query, (numbers ?? [null]).Select(number => One(number)).ToArray()), Is.EqualTo(meta));

    [TestCase("sum")]
    [TestCase("maximum")]
    [TestCase("average")]
    public async Task A_stat_of_numbers_with_fractions_has_one_where_the_store_returns_a_whole_number(string calculation) =>
        Assert.That(await MetaAsync("bundle_items", $"stats[discount_percentage]={calculation}", One(12L)),
            Is.EqualTo($$$$"""{"stats":{"discount_percentage":{"{{{{calculation}}}}":12.0}}}"""));

    [Test]
    public async Task Counts_per_value_are_members_named_by_the_values()
    {
        var table = new ResultTable(2);
        foreach (var (value, count) in new[] { ("fixed", 2L), ("simple \"x\"", 3L) })
        {
            table.Add(Encoding.UTF8.GetBytes(value));
            table.Add(count);
        }
        table.AddNull();
        table.Add(1L);
        Assert.That(await MetaAsync("product_groups", "stats[price_type]=count", table), Is.EqualTo("""{"stats":{"price_type":{"count":{"fixed":2,"simple \"x\"":3,"null":1}}}}"""));
    }

    [Test]
    public async Task Counts_per_flag_are_members_true_and_false()
    {
        var table = new ResultTable(2);
        foreach (var number in new[] { 0L, 4L, 1L, 5L })
            table.Add(number);
        Assert.That(await MetaAsync("collection_items", "stats[implicit]=count_each", table), Is.EqualTo("""{"stats":{"implicit":{"count_each":{"false":4,"true":5}}}}"""));
    }

    private static ResultTable One(object? number)
    {
        var table = new ResultTable(1);
        if (number is long whole)
            table.Add(whole);
        else if (number is double fraction)
            table.Add(fraction);
        else
            table.AddNull();
        return table;
    }

    /// <summary>The meta member of an empty list whose stats are these tables.</summary>
    private static async Task<string> MetaAsync(string type, string query, params ResultTable[] stats)
    {
        var catalog = StoreCatalog.Create();
        var pipeline = new QueryPipeline(new QueryPlanner(new QueryLimits(), TestSigner.Fixed), new GivenStats(stats));
        var answer = await pipeline.RunAsync(Reads.Get(catalog.Find(type)!, new TenantScope(Guid.NewGuid()), query, path: "/" + type), CancellationToken.None);
        Assert.That(answer.Document.TryGet(out var document), string.Join(" ", answer.Document.Errors.Select(error => error.Detail)));
        using (document)
            return JsonNode.Parse(document!.Written.Span)!["meta"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private sealed class GivenStats(ResultTable[] stats) : IPlanExecutor
    {
        public ValueTask<Result<QueryResult>> ExecuteAsync(QueryPlan plan, CancellationToken cancellation)
        {
            var result = new QueryResult(plan.RowPlanCount, plan.Stats.Count);
            result.SetTable(0, new ResultTable(1));
            Array.Copy(stats, result.Stats, plan.Stats.Count);
            return ValueTask.FromResult<Result<QueryResult>>(result);
        }
    }
}
