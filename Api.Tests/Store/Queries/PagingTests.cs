using NUnit.Framework;
using static Api.Tests.Store.Queries.QueryAssertions;
using static Api.Tests.Store.Queries.QueryServer;

namespace Api.Tests.Store.Queries;

internal sealed class PagingTests
{
    [Test]
    public Task A_page_is_cut_from_the_whole_order() => Lists("items?sort=name&page[size]=3&page[number]=2", "Weekend set", "Zelt", "älg");

    [Test]
    public async Task Without_a_size_a_page_has_25_rows()
    {
        var document = await Get("collection_items");
        Assert.That(document["data"]!.AsArray(), Has.Count.EqualTo(11));
        var self = Server.Url + "/api/4/collection_items";
        Assert.That(document.At("links"), Is.EqualTo($$"""{"self":"{{self}}","first":"{{self}}?page%5Bnumber%5D=1"}"""));
    }

    [Test]
    public async Task Links_keep_the_callers_own_parameters()
    {
        var document = await Get("items?page[number]=2&filter[name][not_eq]=zelt&page%5Bsize%5D=3&sort=name");
        const string Encoded = "filter%5Bname%5D%5Bnot_eq%5D=zelt&page%5Bsize%5D=3&sort=name";
        var kept = $"{Server.Url}/api/4/items?{Encoded}&page%5Bnumber%5D=";
        Assert.That(document["links"]!.AsObject().Select(link => (link.Key, link.Value!.GetValue<string>())), Is.EqualTo(new[]
        {
            ("self", $"{Server.Url}/api/4/items?page%5Bnumber%5D=2&{Encoded}"),
            ("first", kept + "1"), ("prev", kept + "1"), ("next", kept + "3"),
        }));
    }

    [Test]
    public async Task A_page_number_is_replaced_however_it_is_written() =>
        Assert.That((await Get("items?page%5Bnumber%5D=2&page[size]=5")).At("links", "prev"), Does.EndWith("/api/4/items?page%5Bsize%5D=5&page%5Bnumber%5D=1\""));

    [Test]
    public async Task Following_next_meets_every_row_once()
    {
        var met = new List<string>();
        for (var url = "/api/boomerang/items?sort=-name&page[size]=4"; url is not null;)
        {
            var document = await Get(url);
            met.AddRange(A.Labels(document));
            url = document["links"]!["next"]?.GetValue<string>();
        }
        Assert.That(met, Is.EqualTo(A.Labels(await Get("items?sort=-name&page[size]=100"))));
    }

    [TestCase("page[size]=5", "2")]
    [TestCase("page[size]=4", "3")]
    [TestCase("page[size]=100", "1")]
    [TestCase("page[size]=5&filter[name]=unknown", "1")]
    public async Task Last_is_linked_when_a_total_was_computed(string query, string last)
    {
        Assert.That((await Get($"items?{query}&stats[total]=count")).At("links", "last"), Does.EndWith($"&page%5Bnumber%5D={last}\""));
        Assert.That((await Get($"items?{query}&meta[total][]=count")).At("links", "last"), Does.EndWith($"&page%5Bnumber%5D={last}\""));
        Assert.That((await Get($"items?{query}"))["links"]!.AsObject().ContainsKey("last"), Is.False);
    }

    [Test]
    public async Task There_is_no_next_on_the_last_page()
    {
        var document = await Get("items?page[size]=5&page[number]=2");
        Assert.That(document["data"]!.AsArray(), Has.Count.EqualTo(5));
        Assert.That(document["links"]!.AsObject().Select(link => link.Key), Is.EqualTo(new[] { "self", "first", "prev" }));
    }

    [Test]
    public async Task Size_0_gives_meta_and_no_rows()
    {
        var document = await Get("items?page[size]=0&stats[total]=count");
        Assert.That(document.At("data"), Is.EqualTo("[]"));
        Assert.That(document.At("meta"), Is.EqualTo("""{"stats":{"total":{"count":10}}}"""));
        Assert.That(document.At("links"), Is.EqualTo($$"""{"self":"{{Server.Url}}/api/4/items?page%5Bsize%5D=0&stats%5Btotal%5D=count"}"""));
    }

    [Test]
    public async Task Past_the_end_data_is_empty()
    {
        var document = await Get("items?page[number]=99&stats[total]=count");
        Assert.That(document.At("data"), Is.EqualTo("[]"));
        Assert.That(document.At("meta", "stats", "total", "count"), Is.EqualTo("10"));
        Assert.That(document["links"]!.AsObject().ContainsKey("next"), Is.False);
    }

    [TestCase("page[number]=0")]
    [TestCase("page[number]=-1")]
    [TestCase("page[number]=x")]
    [TestCase("page[number]=")]
    [TestCase("page[number]=1.5")]
    [TestCase("page[number]=99999999999999999999")]
    [TestCase("page[size]=101")]
    [TestCase("page[size]=-1")]
    [TestCase("page[size]=x")]
    [TestCase("page[size]=")]
    public Task What_is_no_page_is_refused(string query) => Refuses("items?" + query, query.Split('=')[0], query.Split('=')[0]);

    [Test]
    public async Task Page_is_an_object_of_known_members()
    {
        await Refuses("items?page=2", "page", "page should be an object");
        await Refuses("items?page[nubmer]=2", "page[nubmer]", "unknown parameter");
    }

    [Test]
    public Task One_resource_has_no_pages() => Refuses($"items/{A["Zelt"]}?page[size]=5", "page[size]", "unknown parameter");
}
