using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Redirects by requests of their own, and those that changed slugs leave.</summary>
internal sealed class UrlRedirectTests
{
    private static readonly (string Type, string Row, string Path)[] Pages = [("product_groups", "Zelt", "products"), ("bundles", "Weekend set", "bundles"), ("collections", "Land", "collections")];

    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [Test]
    public async Task The_bodies_of_the_reference_are_taken()
    {
        var created = await _company.SendAsync(HttpMethod.Post, "url_redirects", """
            {"data":{"type":"url_redirects","attributes":{"from_path":"/products/old-product","to_path":"/products/new-product"}}}
            """);
        Assert.That(created.Status, Is.EqualTo(201), created.Body);
        Assert.That(created.Some("from_path", "to_path"), Is.EqualTo("\"/products/old-product\" \"/products/new-product\""));
        Assert.That(created.Headers.Location!.ToString(), Is.EqualTo($"{WriteServer.Server.Url}/api/4/url_redirects/{created.Id()}"));
        var changed = await _company.SendAsync(HttpMethod.Put, $"url_redirects/{created.Id()}", $$$$"""
            {"data":{"id":"{{{{created.Id()}}}}","type":"url_redirects","attributes":{"to_path":"/updated-destination"}}}
            """);
        Assert.That(changed.Some("from_path", "to_path"), Is.EqualTo("\"/products/old-product\" \"/updated-destination\""));
        Assert.That((await _company.GetAsync($"url_redirects/{created.Id()}")).Body, Is.EqualTo(changed.Body));
        Assert.That((await _company.Archive("url_redirects", created.Id())).Some("to_path"), Is.EqualTo("\"/updated-destination\""));
        Assert.That((await _company.GetAsync($"url_redirects/{created.Id()}")).Status, Is.EqualTo(404));
        Assert.That(await _company.Redirects(), Is.Empty);
    }

    [Test]
    public async Task Redirects_are_filtered_sorted_and_counted()
    {
        await _company.CreateRedirect("/b", "/c");
        await _company.CreateRedirect("/a/", "/caf\\u00e9");
        Assert.That(await _company.Redirects(), Is.EqualTo(new[] { "/a leads to /caf%C3%A9", "/b leads to /c" }), "paths have one form");
        var found = await _company.GetAsync("url_redirects?filter[to_path][prefix]=/CAF&stats[total]=count&fields[url_redirects]=from_path");
        Assert.That((found.Json["data"]![0]!["attributes"]!.ToJsonString(), found.Json["meta"]!["stats"]!["total"]!["count"]!.GetValue<int>()), Is.EqualTo(("""{"from_path":"/a"}""", 1)));
    }

    [Test]
    public async Task A_changed_slug_leaves_a_redirect_where_it_is_asked_for()
    {
        foreach (var (type, row, path) in Pages)
        {
            var old = (await _company.GetAsync($"{type}/{_company[row]}")).Attributes().Text("slug");
            await _company.ChangeItem(type, row, """{"slug":"New slug","create_url_redirect":true}""");
            Assert.That(await _company.Redirects(), Is.EqualTo(new[] { $"/{path}/{old} leads to /{path}/new-slug" }), type);
            await _company.ChangeItem(type, row, """{"name":"x","slug":"new-slug","create_url_redirect":true}""");
            Assert.That(await _company.Redirects(), Has.Length.EqualTo(1), "the slug is the same");
            await _company.ChangeItem(type, row, $$"""{"slug":"{{old}}","create_url_redirect":false}""");
            Assert.That(await _company.Redirects(), Is.Empty, "the old path is used again");
            await _company.ChangeItem(type, row, """{"slug":"another"}""");
            Assert.That(await _company.Redirects(), Is.Empty, "nothing was asked for");
        }
    }

    [Test]
    public async Task Renaming_again_and_again_leaves_redirects_without_chains_and_loops()
    {
        await Rename("a");
        foreach (var slug in new[] { "b", "c", "d" })
            await Rename(slug);
        Assert.That(await _company.Redirects(), Is.SupersetOf(new[] { "/products/a leads to /products/d", "/products/b leads to /products/d", "/products/c leads to /products/d" }));
        await Rename("b");
        Assert.That((await _company.Redirects()).Where(line => !line.Contains("item-", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            "/products/a leads to /products/b", "/products/c leads to /products/b", "/products/d leads to /products/b",
        }));
        await _company.ChangeItem("product_groups", "Zelt", """{"slug":"e"}""");
        Assert.That((await _company.Redirects()).Where(line => !line.Contains("item-", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            "/products/a leads to /products/e", "/products/c leads to /products/e", "/products/d leads to /products/e",
        }), "what led to the page follows it; the last change asked for no redirect");

        Task<Answer> Rename(string slug) => _company.ChangeItem("product_groups", "Zelt", $$"""{"slug":"{{slug}}","create_url_redirect":true}""");
    }

    [Test]
    public async Task A_path_that_is_used_again_leads_nowhere_else()
    {
        await _company.CreateRedirect("/products/tent", "/a");
        await _company.CreateRedirect("/bundles/tent", "/a");
        await _company.CreateRedirect("/collections/tent", "/a");
        await _company.CreateItem("product_groups", """{"name":"Tent"}""");
        Assert.That(await _company.Redirects(), Is.EqualTo(new[] { "/bundles/tent leads to /a", "/collections/tent leads to /a" }));
        await _company.CreateItem("collections", """{"name":"Tent","create_url_redirect":true}""");
        Assert.That(await _company.Redirects(), Is.EqualTo(new[] { "/bundles/tent leads to /a" }));
        await _company.ChangeItem("product_groups", "Zelt", """{"slug":"zelt"}""");
        await _company.Archive("product_groups", "Zelt");
        Assert.That((await _company.CreateRedirect("/products/zelt", "/b")).Status, Is.EqualTo(201), "archived: its path is free");
        await _company.ChangeItem("product_groups", "Zelt", """{"archived":false}""");
        Assert.That(await _company.Redirects(), Is.EqualTo(new[] { "/bundles/tent leads to /a" }), "restored");
    }

    [Test]
    public async Task Chains_of_redirects_are_collapsed_from_both_ends()
    {
        await _company.CreateRedirect("/b", "/c");
        Assert.That((await _company.CreateRedirect("/a", "/b")).Some("to_path"), Is.EqualTo("\"/c\""));
        var last = await _company.CreateRedirect("/c", "/d");
        Assert.That(await _company.Redirects(), Is.EqualTo(new[] { "/a leads to /d", "/b leads to /d", "/c leads to /d" }));
        await _company.ChangeItem("url_redirects", last.Id(), """{"from_path":"/d","to_path":"/e"}""");
        Assert.That(await _company.Redirects(), Is.EqualTo(new[] { "/a leads to /e", "/b leads to /e", "/d leads to /e" }));
        Assert.That((await _company.CreateRedirect("/e", "/a")).Errors(), Is.EqualTo(new[]
        {
            "422 cycle /data/attributes/to_path: to_path leads back to the from_path, by another redirect",
        }));
    }

    [Test]
    public async Task The_statements_do_not_grow_with_the_redirects_that_follow()
    {
        await _company.ChangeItem("product_groups", "Zelt", """{"slug":"a"}""");
        var one = await Rename("b");
        for (var i = 0; i < 12; i++)
            await _company.CreateRedirect($"/old-{i}", "/products/b");
        Assert.That(await Rename("c"), Is.EqualTo(one));

        async Task<string> Rename(string slug)
        {
            var answer = await _company.ChangeItem("product_groups", "Zelt", $$"""{"slug":"{{slug}}","create_url_redirect":true}""");
            return System.Text.RegularExpressions.Regex.Match(answer.Headers.GetValues("Server-Timing").Single(), @"statements: \d+").Value;
        }
    }

    [Test]
    public async Task Companies_have_redirects_of_their_own()
    {
        var other = WriteServer.NewCompany();
        var own = await _company.CreateRedirect("/a", "/b");
        Assert.That((await other.CreateRedirect("/a", "/c")).Status, Is.EqualTo(201));
        Assert.That((await other.CreateRedirect("/b", "/a")).Some("to_path"), Is.EqualTo("\"/c\""));
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete })
            Assert.That((await other.SendAsync(method, $"url_redirects/{own.Id()}", """{"data":{"type":"url_redirects","attributes":{"to_path":"/x"}}}""")).Status, Is.EqualTo(404));
        await other.ChangeItem("product_groups", "Zelt", """{"slug":"zelt","create_url_redirect":true}""");
        Assert.That(await _company.Redirects(), Is.EqualTo(new[] { "/a leads to /b" }));
    }

    [Test]
    public async Task Pages_can_exchange_their_paths_in_one_request()
    {
        await _company.ChangeItem("product_groups", "Zelt", """{"slug":"one"}""");
        await _company.ChangeItem("product_groups", "Kayak", """{"slug":"two"}""");
        string Slug(string row, string slug) => OperationRequests.Update("product_groups", OperationRequests.Id(_company[row]), $$"""{"slug":"{{slug}}","create_url_redirect":true}""");
        var answer = await _company.Operate(Slug("Zelt", "aside"), Slug("Kayak", "one"), Slug("Zelt", "two"));
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(await _company.Redirects(), Is.EqualTo(new[] { "/products/aside leads to /products/two" }));
    }
}
