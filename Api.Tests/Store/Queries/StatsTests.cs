using NUnit.Framework;
using static Api.Tests.Store.Queries.QueryAssertions;

namespace Api.Tests.Store.Queries;

internal sealed class StatsTests
{
    [TestCase("", "{}")]
    [TestCase("stats[total]=count", """{"stats":{"total":{"count":10}}}""")]
    [TestCase("stats[total][]=count", """{"stats":{"total":{"count":10}}}""")]
    [TestCase("meta[total][]=count", """{"total":{"count":10}}""")]
    [TestCase("meta[total]=count&stats[total]=count", """{"total":{"count":10},"stats":{"total":{"count":10}}}""")]
    public async Task The_answer_is_where_the_request_put_it(string query, string meta) =>
        Assert.That((await Get("items?" + query)).At("meta"), Is.EqualTo(meta));

    [Test]
    public async Task The_whole_filtered_set_counts_whatever_the_page() =>
        Assert.That((await Get("items?filter[name]=kayak,zelt&page[size]=1&page[number]=2&stats[total]=count")).At("meta"),
            Is.EqualTo("""{"stats":{"total":{"count":3}}}"""));

    [Test]
    public async Task Numbers_add_up() =>
        Assert.That(
            (await Get("product_groups?filter[name]=kayak,zelt&stats[base_price_in_cents]=sum,average,minimum,maximum")).At("meta", "stats", "base_price_in_cents"),
            Is.EqualTo("""{"sum":8500,"average":2833.3333333333335,"minimum":1000,"maximum":5000}"""));

    [Test]
    public async Task Of_no_row_the_sum_is_0_and_the_rest_null() =>
        Assert.That(
            (await Get("product_groups?filter[name]=unknown&stats[base_price_in_cents]=sum,average,minimum,maximum")).At("meta", "stats", "base_price_in_cents"),
            Is.EqualTo("""{"sum":0,"average":null,"minimum":null,"maximum":null}"""));

    [TestCase("items?stats[price_type]=count", "price_type", """{"count":{"simple":7,"null":2,"fixed":1}}""")]
    [TestCase("items?stats[show_in_store]=count", "show_in_store", """{"count":{"true":9,"false":1}}""")]
    [TestCase("items?stats[show_in_store]=count_each", "show_in_store", """{"count_each":{"true":9,"false":1}}""")]
    [TestCase("items?stats[archived]=count", "archived", """{"count":{"false":10}}""")]
    [TestCase("items?filter[archived]=true,false&stats[archived]=count", "archived", """{"count":{"false":10,"true":1}}""")]
    [TestCase("items?stats[tag_list]=count", "tag_list", """{"count":{"Water":1,"boat":1,"water":1}}""")]
    [TestCase("items?stats[tax_category_id]=count", "tax_category_id", """{"count":{"null":10}}""")]
    [TestCase("items?filter[name]=unknown&stats[price_type]=count", "price_type", """{"count":{}}""")]
    public async Task Rows_are_counted_per_value(string url, string name, string stat) =>
        Assert.That((await Get(url)).At("meta", "stats", name), Is.EqualTo(stat));

    [TestCase("items?stats[name]=count", "stats[name]")]
    [TestCase("items?stats[total]=sum", "stats[total]")]
    [TestCase("items?stats[base_price_in_cents]=count", "stats[base_price_in_cents]")]
    [TestCase("items?stats[price_type]=sum", "stats[price_type]")]
    [TestCase("items?stats[nmae]=count", "stats[nmae]")]
    [TestCase("items?meta[total][]=cuont", "meta[total][]")]
    public Task What_cannot_be_computed_is_refused(string url, string parameter) => Refuses(url, parameter, "cannot compute");

    [Test]
    public async Task Stats_are_objects()
    {
        await Refuses("items?stats=count", "stats", "stats should be an object");
        await Refuses("items?meta=count", "meta", "meta should be an object");
    }
}
