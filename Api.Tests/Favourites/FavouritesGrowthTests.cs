using System.Diagnostics;
using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites;

/// <summary>A page of a large collection costs the same wherever it begins; the number of a position may cost one count besides.</summary>
[NonParallelizable]
internal sealed class FavouritesGrowthTests
{
    private const int Items = 10_000;

    [TestCase("artworks")]
    [TestCase("collection_items")]
    public async Task A_late_page_costs_what_the_first_does(string list)
    {
        var company = NewCompany();
        var ann = new UserClient(company, "ann");
        company.Fill(ann.Saved, Items);
        var first = list == "artworks" ? ann.Artworks(ann.Saved) : ann.Items(ann.Saved);
        // Page 900 begins after the row that its cursor points at.
        var page = (await ann.ReadAsync(first + "&offset=8980")).Link("next");
        var (early, late, counted) = (await MeasureAsync(ann, first), await MeasureAsync(ann, page), await MeasureAsync(ann, first + "&total_count=1"));
        TestContext.Out.WriteLine($"{list}: first page {early:0.00} ms, page 900 {late:0.00} ms, first with the total {counted:0.00} ms");
        Assert.That((await ann.ReadAsync(first + "&total_count=1"))["total_count"]!.GetValue<int>(), Is.EqualTo(Items));
        if (list == "collection_items")
            Assert.That((await ann.ReadAsync(page)).Embedded(list)[0]!["position"]!.GetValue<int>(), Is.EqualTo(8_991));
        // A walk over all items before it takes ten times as long, and far more than the milliseconds that a busy machine may add.
        Assert.That(late, Is.LessThan((3 * early) + 5 + (list == "artworks" ? 0 : 2 * counted)));
    }

    /// <summary>The best time of several, in milliseconds.</summary>
    private static async Task<double> MeasureAsync(UserClient user, string path)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var answer = await user.GetAsync(path);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        }
        return best;
    }
}
