using System.Text.Json.Nodes;
using NUnit.Framework;
using static Api.Tests.Store.Queries.QueryAssertions;
using static Api.Tests.Store.Queries.QueryServer;

namespace Api.Tests.Store.Queries;

internal sealed class CursorTests
{
    private const string List = "items?sort=-name,created_at&page[size]=4";

    private static readonly string[] All = ["😀 kit", "Ａtlas", "Éclair set", "Äpfelkorb", "älg", "Zelt", "Weekend set", "Lamp", "kayak", "Kayak"];

    [Test]
    public async Task A_walk_forward_meets_every_row_once_and_has_no_next_at_its_end()
    {
        var pages = await Walk(List + "&page[after]=", "next");
        Assert.That(pages.Select(A.Labels), Is.EqualTo(new[] { All[..4], All[4..8], All[8..] }));
        Assert.That(pages.Select(Links), Is.EqualTo(new[] { "self first next", "self first prev next", "self first prev" }));
    }

    [Test]
    public async Task A_walk_backward_fills_its_pages_from_the_end()
    {
        var pages = await Walk(List + "&page[before]=", "prev");
        Assert.That(pages.Select(A.Labels), Is.EqualTo(new[] { All[6..], All[2..6], All[..2] }));
        Assert.That(pages.Select(Links), Is.EqualTo(new[] { "self first prev", "self first prev next", "self first next" }));
    }

    [Test]
    public async Task Links_keep_the_callers_own_parameters()
    {
        var document = await Get("items?page%5Bafter%5D=&filter[name][not_eq]=zelt&page%5Bsize%5D=3&&stats[total]=count");
        var kept = Server.Url + "/api/4/items?filter%5Bname%5D%5Bnot_eq%5D=zelt&page%5Bsize%5D=3&stats%5Btotal%5D=count&";
        Assert.That(Link(document, "first"), Is.EqualTo(kept + "page%5Bafter%5D="));
        Assert.That(Link(document, "last"), Is.EqualTo(kept + "page%5Bbefore%5D="));
        Assert.That(Link(document, "next"), Does.Match("^" + System.Text.RegularExpressions.Regex.Escape(kept + "page%5Bafter%5D=") + "[A-Za-z0-9_-]+$"));
        Assert.That(document["links"]!["prev"], Is.Null);
    }

    [Test]
    public async Task A_link_may_be_pasted_with_its_brackets_decoded()
    {
        var next = Link(await Get(List + "&page[after]="), "next");
        foreach (var spelled in new[] { next, Uri.UnescapeDataString(next) })
            Assert.That(A.Labels(await Get(spelled)), Is.EqualTo(All[4..8]));
    }

    [Test]
    public async Task The_size_and_the_filter_may_change_on_the_way()
    {
        var cursor = await Cursor(List);
        await Lists($"items?sort=-name,created_at&page[size]=1&filter[name][not_match]=e&page[after]={cursor}", "älg");
        await Lists($"items?sort=-name,created_at&page[size]=1&page[before]={cursor}", "Éclair set");
    }

    [Test]
    public async Task A_page_with_no_rows_leads_to_the_end_beside_it()
    {
        var cursor = await Cursor(List);
        var nothingAfter = await Get($"{List}&filter[name]=Ａtlas&page[after]={cursor}");
        Assert.That(nothingAfter.At("data"), Is.EqualTo("[]"));
        Assert.That(Link(nothingAfter, "prev"), Does.EndWith("page%5Bbefore%5D="));
        Assert.That(A.Labels(await Get(Link(nothingAfter, "prev"))), Is.EqualTo(new[] { "Ａtlas" }));
        Assert.That(Links(await Get("items?filter[name]=unknown&page[after]=")), Is.EqualTo("self first"));
    }

    [Test]
    public async Task Size_0_gives_meta_and_no_rows()
    {
        var document = await Get($"items?page[size]=0&stats[total]=count&page[after]=");
        Assert.That((document.At("data"), document.At("meta", "stats", "total", "count"), Links(document)), Is.EqualTo(("[]", "10", "self")));
    }

    [Test]
    public async Task A_cursor_is_good_in_its_own_list_alone()
    {
        var cursor = await Cursor("items?sort=name&page[size]=1");
        await Lists($"items?sort=name&page[size]=1&page[after]={cursor}", "kayak");
        foreach (var elsewhere in new[] { "items", "items?sort=-name", "items?sort=name,created_at", "items?sort=slug", "product_groups?sort=name", "collections?sort=name" })
            await IsNoCursor(elsewhere, cursor);
        var foreign = await B.GetAsync($"items?sort=name&page[after]={cursor}");
        Assert.That(foreign.Status, Is.EqualTo(400));
        Assert.That(foreign.Json.At("errors", 0, "source", "parameter"), Is.EqualTo("\"page[after]\""));
    }

    [Test]
    public async Task A_cursor_cannot_be_made_or_changed()
    {
        const string Url = "items?sort=name";
        var cursor = await Cursor(Url + "&page[size]=1");
        await IsNoCursor(Url, cursor[..(cursor.Length / 2)]);
        await IsNoCursor(Url, cursor[..^1]);
        await IsNoCursor(Url, cursor + "A");
        await IsNoCursor(Url, cursor + "%3D");
        await IsNoCursor(Url, cursor + "%20");
        await IsNoCursor(Url, "null");
        await IsNoCursor(Url, new string('A', 200));
        await IsNoCursor(Url, "ä");
        for (var i = 0; i < cursor.Length; i++)
            // The least change of a character is the last bit of its six.
            await IsNoCursor(Url, $"{cursor[..i]}{Neighbour(cursor[i])}{cursor[(i + 1)..]}");
    }

    [TestCase("page[after]=&page[before]=", "page[before]")]
    [TestCase("page[number]=1&page[after]=", "page[number]")]
    [TestCase("page[before]=&page[number]=2", "page[number]")]
    public Task A_page_is_chosen_by_one_parameter(string query, string parameter) => Refuses("items?" + query, parameter, "exclude each other");

    [Test]
    public Task One_resource_has_no_cursors() => Refuses($"items/{A["Zelt"]}?page[after]=", "page[after]", "unknown parameter");

    private static Task IsNoCursor(string url, string cursor) =>
        Refuses($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page[after]={cursor}", "page[after]", "page[after] is not a cursor of this list");

    private static char Neighbour(char of)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return Alphabet[Alphabet.IndexOf(of, StringComparison.Ordinal) ^ 1];
    }

    /// <summary>The cursor that leads on from a list's first page.</summary>
    private static async Task<string> Cursor(string url) => Link(await Get(url + "&page[after]="), "next").Split("page%5Bafter%5D=")[1];

    private static async Task<List<JsonNode>> Walk(string? url, string link)
    {
        var pages = new List<JsonNode>();
        for (; url is not null; url = pages[^1]["links"]![link]?.GetValue<string>())
            pages.Add(await Get(url));
        return pages;
    }

    private static string Link(JsonNode document, string name) => document["links"]![name]!.GetValue<string>();

    private static string Links(JsonNode document) => string.Join(' ', document["links"]!.AsObject().Select(link => link.Key));
}
