using System.Text.Json.Nodes;
using Api.Resources;
using Api.Tests.Support;
using Domain.Items;
using JsonApi;
using JsonApi.Planning;
using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

/// <summary>Links of a list of seven photos.</summary>
internal sealed class PageLinkTests
{
    private const string Path = "/api/4/photos";
    private const string Url = Reads.Server + Path;

    private static readonly Guid Company = Guid.NewGuid();

    [TestCase("", "self {0}", "first {0}?page%5Bnumber%5D=1")]
    [TestCase("?", "self {0}", "first {0}?page%5Bnumber%5D=1")]
    [TestCase("?sort=id", "self {0}?sort=id", "first {0}?sort=id&page%5Bnumber%5D=1")]
    [TestCase("?page[size]=3", "self {0}?page%5Bsize%5D=3", "first {0}?page%5Bsize%5D=3&page%5Bnumber%5D=1", "next {0}?page%5Bsize%5D=3&page%5Bnumber%5D=2")]
    [TestCase("page[size]=7", "self {0}?page%5Bsize%5D=7", "first {0}?page%5Bsize%5D=7&page%5Bnumber%5D=1")]
    [TestCase("?page[number]=2&page[size]=3&sort=-id", "self {0}?page%5Bnumber%5D=2&page%5Bsize%5D=3&sort=-id", "first {0}?page%5Bsize%5D=3&sort=-id&page%5Bnumber%5D=1",
        "prev {0}?page%5Bsize%5D=3&sort=-id&page%5Bnumber%5D=1", "next {0}?page%5Bsize%5D=3&sort=-id&page%5Bnumber%5D=3")]
    [TestCase("?page%5Bnumber%5D=2&page%5Bsize%5D=3", "self {0}?page%5Bnumber%5D=2&page%5Bsize%5D=3", "first {0}?page%5Bsize%5D=3&page%5Bnumber%5D=1",
        "prev {0}?page%5Bsize%5D=3&page%5Bnumber%5D=1", "next {0}?page%5Bsize%5D=3&page%5Bnumber%5D=3")]
    [TestCase("?%70age[number]=2&page[size]=3", "self {0}?%70age%5Bnumber%5D=2&page%5Bsize%5D=3", "first {0}?page%5Bsize%5D=3&page%5Bnumber%5D=1",
        "prev {0}?page%5Bsize%5D=3&page%5Bnumber%5D=1", "next {0}?page%5Bsize%5D=3&page%5Bnumber%5D=3")]
    [TestCase("?page[number]=3&page[size]=3", "self {0}?page%5Bnumber%5D=3&page%5Bsize%5D=3", "first {0}?page%5Bsize%5D=3&page%5Bnumber%5D=1", "prev {0}?page%5Bsize%5D=3&page%5Bnumber%5D=2")]
    [TestCase("?page[number]=9", "self {0}?page%5Bnumber%5D=9", "first {0}?page%5Bnumber%5D=1", "prev {0}?page%5Bnumber%5D=8")]
    [TestCase("?page[size]=0", "self {0}?page%5Bsize%5D=0")]
    [TestCase("?page[size]=3&stats[total]=count", "self {0}?page%5Bsize%5D=3&stats%5Btotal%5D=count", "first {0}?page%5Bsize%5D=3&stats%5Btotal%5D=count&page%5Bnumber%5D=1",
        "next {0}?page%5Bsize%5D=3&stats%5Btotal%5D=count&page%5Bnumber%5D=2", "last {0}?page%5Bsize%5D=3&stats%5Btotal%5D=count&page%5Bnumber%5D=3")]
    [TestCase("?page[size]=7&meta[total][]=count", "self {0}?page%5Bsize%5D=7&meta%5Btotal%5D%5B%5D=count", "first {0}?page%5Bsize%5D=7&meta%5Btotal%5D%5B%5D=count&page%5Bnumber%5D=1",
        "last {0}?page%5Bsize%5D=7&meta%5Btotal%5D%5B%5D=count&page%5Bnumber%5D=1")]
    [TestCase("?stats[total]=count&filter[id]=00000000-0000-0000-0000-000000000000", "self {0}?stats%5Btotal%5D=count&filter%5Bid%5D=00000000-0000-0000-0000-000000000000",
        "first {0}?stats%5Btotal%5D=count&filter%5Bid%5D=00000000-0000-0000-0000-000000000000&page%5Bnumber%5D=1",
        "last {0}?stats%5Btotal%5D=count&filter%5Bid%5D=00000000-0000-0000-0000-000000000000&page%5Bnumber%5D=1")]
    [TestCase("?&sort=id&&page[size]=7&", "self {0}?&sort=id&&page%5Bsize%5D=7&", "first {0}?sort=id&page%5Bsize%5D=7&page%5Bnumber%5D=1")]
    [TestCase("?filter[owner.name][not_eq]=\"\\&page[size]=7", "self {0}?filter%5Bowner.name%5D%5Bnot_eq%5D=%22%5C&page%5Bsize%5D=7", "first {0}?filter%5Bowner.name%5D%5Bnot_eq%5D=%22%5C&page%5Bsize%5D=7&page%5Bnumber%5D=1")]
    [TestCase("?filter[owner.name][not_eq]=ä😀{}|^` <>#%2F+:@!$'()*,;/?~&page%5bsize]=7",
        "self {0}?filter%5Bowner.name%5D%5Bnot_eq%5D=%C3%A4%F0%9F%98%80%7B%7D%7C%5E%60%20%3C%3E%23%2F+:@!$'()*,;/?~&page%5bsize%5D=7",
        "first {0}?filter%5Bowner.name%5D%5Bnot_eq%5D=%C3%A4%F0%9F%98%80%7B%7D%7C%5E%60%20%3C%3E%23%2F+:@!$'()*,;/?~&page%5bsize%5D=7&page%5Bnumber%5D=1")]
    public async Task Parameters_are_kept_and_the_number_is_replaced(string query, params string[] links)
    {
        var document = await ListAsync(query);
        Assert.That(document["links"]!.AsObject().Select(link => $"{link.Key} {link.Value}"),
            Is.EqualTo(links.Select(link => link.Replace("{0}", Url, StringComparison.Ordinal))));
    }

    [Test]
    public async Task Next_leads_through_every_row_and_prev_back()
    {
        var pages = new List<string>();
        string? next = $"{Url}?page%5Bsize%5D=2&sort=id&stats[total]=count";
        JsonNode page = null!;
        for (; next is not null; next = page["links"]!["next"]?.GetValue<string>())
        {
            page = await ListAsync(next[Url.Length..]);
            pages.Add(Ids(page));
        }
        Assert.That(pages, Has.Count.EqualTo(4));
        Assert.That(string.Join(',', pages).Split(',').Distinct().Count(), Is.EqualTo(7));
        for (var i = 2; i >= 0; i--)
        {
            page = await ListAsync(page["links"]!["prev"]!.GetValue<string>()[Url.Length..]);
            Assert.That(Ids(page), Is.EqualTo(pages[i]));
        }
        Assert.That(page["links"]!["prev"], Is.Null);
        Assert.That(Ids(await ListAsync(page["links"]!["last"]!.GetValue<string>()[Url.Length..])), Is.EqualTo(pages[^1]));
    }

    private static readonly Dictionary<Type, IReadOnlyList<object>> Lists = new()
    {
        [typeof(Photo)] = [.. Enumerable.Range(0, 7).Select(_ => new Photo { CompanyId = Company, Id = Guid.NewGuid(), OriginalUrl = "o", LargeUrl = "l", XlargeUrl = "x" })],
    };

    private static async Task<JsonNode> ListAsync(string query)
    {
        var catalog = StoreCatalog.Create();
        var pipeline = new QueryPipeline(new QueryPlanner(new QueryLimits(), TestSigner.Fixed), new InMemoryPlanExecutor(Lists));
        var answer = await pipeline.RunAsync(Reads.Get(catalog.Find("photos")!, new TenantScope(Company), query, path: Path), CancellationToken.None);
        Assert.That(answer.Document.TryGet(out var document), string.Join(" ", answer.Document.Errors.Select(error => error.Detail)));
        using (document)
            return JsonNode.Parse(document!.Written.Span)!;
    }

    private static string Ids(JsonNode page) => string.Join(',', page["data"]!.AsArray().Select(photo => photo!["id"]!.GetValue<string>()));
}
