using System.Text;
using Api.Resources;
using Api.Tests.Support;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Parsing;
using JsonApi.Planning;
using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

internal sealed class SearchPlanTests
{
    private static readonly ResourceCatalog Catalog = StoreCatalog.Create();

    [TestCase("""{"include":"collection_items"}""", "", null, "/include")]
    [TestCase("""{"include":["collection_items"]}""", "", null, "/include")]
    [TestCase("{}", "include=collection_items", "include", null)]
    public void Too_many_included_rows_are_reported_where_the_include_was_asked_for(string body, string query, string? parameter, string? pointer)
    {
        var plan = Plan("items", body, query);
        var error = IncludeTooLarge.Error(plan, plan.Rows.Children.Single());
        Assert.That((error.Parameter, error.Pointer), Is.EqualTo((parameter, pointer)));
    }

    [Test]
    public void A_search_is_planned_as_the_list_that_asks_the_same() => Assert.That(
        PlanPrinter.Print(Plan("items",
            """{"filter":{"name":{"prefix":["a","b"]},"archived":true},"sort":["-name","id"],"page":{"number":2,"size":5},"fields":{"items":["name","sku"]},"include":"photo","stats":{"total":"count"}}""", "")),
        Is.EqualTo(PlanPrinter.Print(Plan("items", "{}",
            "filter[name][prefix]=a,b&filter[archived]=true&sort=-name,id&page[number]=2&page[size]=5&fields[items]=name,sku&include=photo&stats[total]=count"))));

    private static QueryPlan Plan(string type, string body, string query)
    {
        var errors = new List<RequestError>();
        var request = SearchBodyParser.Parse(Encoding.UTF8.GetBytes(body), query, errors);
        Assert.That(errors, Is.Empty);
        var planned = new QueryPlanner(new QueryLimits(), TestSigner.Fixed).PlanSearch(Catalog.Find(type)!, request, new TenantScope(new Guid("cccccccc-cccc-cccc-cccc-cccccccccccc")));
        return planned.TryGet(out var plan) ? plan : throw new AssertionException(planned.Errors[0].Detail);
    }
}
