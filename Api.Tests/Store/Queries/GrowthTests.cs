using System.Globalization;
using System.Text.RegularExpressions;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Queries;

/// <summary>Look-ups by key stay as fast however many other rows there are.</summary>
[NonParallelizable]
internal sealed partial class GrowthTests
{
    private const string Page = "collections?fields[collections]=depth&page[size]=50&extra_fields[collections]=";

    [Test]
    public async Task The_extra_fields_of_a_tree_do_not_grow_with_the_collections([Values("all_children", "all_parents", "hierarchical_name")] string extra)
    {
        var company = TestCatalog.Add(QueryServer.Server, 10 + extra.Length);
        company.Plant(QueryServer.Server, "Indoor", 0, 999);
        var (few, before) = await MeasureAsync(company, extra);
        company.Plant(QueryServer.Server, "Indoor", 1_000, 9_999);
        var (many, after) = await MeasureAsync(company, extra);
        Assert.That(after, Is.EqualTo(before));
        // A scan takes ten times as long, and far more than the few milliseconds that a busy machine may add.
        Assert.That(many, Is.LessThan((3 * few) + 5), $"{few} ms with 1,000 collections, {many} ms with 10,000");
    }

    /// <summary>The database's best time of several, and the rows.</summary>
    private static async Task<(double Milliseconds, string Rows)> MeasureAsync(TestCompany company, string extra)
    {
        var (best, rows) = (double.MaxValue, "");
        for (var i = 0; i < 8; i++)
        {
            var answer = await company.GetAsync(Page + extra);
            Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
            Assert.That(answer.Json["data"]!.AsArray(), Has.Count.EqualTo(50));
            best = Math.Min(best, double.Parse(Database().Match(answer.Headers.GetValues("Server-Timing").First()).Groups[1].Value, CultureInfo.InvariantCulture));
            rows = answer.Json["data"]!.ToJsonString();
        }
        return (best, rows);
    }

    [GeneratedRegex("""db;dur=([\d.]+)""")]
    private static partial Regex Database();
}
