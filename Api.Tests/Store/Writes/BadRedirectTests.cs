using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Redirects that would lead to another host, in a circle, or from what exists; each is named, and nothing is written.</summary>
internal sealed class BadRedirectTests
{
    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [TestCase("", "", "422 blank from_path can't be blank", "422 blank to_path can't be blank")]
    [TestCase("/a", "/a", "422 cycle to_path can't be the from_path")]
    [TestCase("/a", "/%61/", "422 cycle to_path can't be the from_path")]
    [TestCase("/a", "https://evil.example", "422 invalid to_path should start with a slash")]
    [TestCase("/a", "//evil.example", "422 invalid to_path should have no two slashes")]
    [TestCase("/a", @"/\\evil.example", "422 invalid to_path should have no backslashes")]
    [TestCase("/a", @"/b\r\nSet-Cookie: a=b", "422 invalid to_path should have no control characters")]
    [TestCase("/a/../b", "/b", "422 invalid from_path should have no segments")]
    [TestCase("/a?b=c", "/b", "422 invalid from_path should be a path alone")]
    [TestCase("a", "/b#c", "422 invalid from_path should start with a slash", "422 invalid to_path should be a path alone")]
    [TestCase(@"/a\u0000", "/b", "400 type_error data.attributes.from_path should be a string, without the character U+0000")]
    [TestCase("/products/item-2", "/b", "422 taken from_path is the path of a collection")]
    [TestCase("/old-raft/", "/b", "422 taken from_path has already been taken")]
    [TestCase("/collections/boats", "/old-raft", "422 taken from_path is the path of a collection", "422 cycle to_path leads back")]
    public async Task A_redirect_that_leads_astray_is_refused(string from, string to, params string[] errors)
    {
        await _company.ChangeItem("product_groups", "Zelt", """{"slug":"item-2"}""");
        var answer = await _company.CreateRedirect(from, to);
        Assert.That(answer.Status, Is.EqualTo(int.Parse(errors[0][..3], System.Globalization.CultureInfo.InvariantCulture)), answer.Body);
        var found = answer.Json["errors"]!.AsArray().Select(error => $"{error!["status"]} {error["meta"]!["code"]} {error["detail"]}").ToList();
        Assert.That(found, Has.Count.EqualTo(errors.Length), answer.Body);
        foreach (var (error, due) in found.Zip(errors))
            Assert.That(error, Does.StartWith(due));
        Assert.That(await _company.Redirects(), Is.Empty);
    }

    [TestCase("from_path", "null", "422 blank")]
    [TestCase("to_path", "null", "422 blank")]
    [TestCase("to_path", "5", "400 type_error")]
    [TestCase("to_path", """["/a"]""", "400 type_error")]
    [TestCase("path", "\"/a\"", "400 unknown_attribute")]
    [TestCase("created_at", "\"2020-01-01T00:00:00.000000+00:00\"", "400 unwrittable_attribute")]
    [TestCase("to_path", "\"/old-raft\"", "422 cycle")]
    public async Task A_wrong_value_is_refused_with_its_pointer(string name, string value, string error)
    {
        var before = (await _company.GetAsync($"url_redirects/{_company["/old-raft"]}")).Body;
        var answer = await _company.ChangeItem("url_redirects", "/old-raft", $$"""{"{{name}}":{{value}}}""");
        Assert.That(answer.Errors().Single(), Does.StartWith($"{error} /data/attributes/{name}: "));
        Assert.That((await _company.GetAsync($"url_redirects/{_company["/old-raft"]}")).Body, Is.EqualTo(before));
    }

    [TestCase("\"yes\"")]
    [TestCase("1")]
    public async Task Whether_a_slug_leaves_a_redirect_is_true_or_false(string value)
    {
        foreach (var (type, row) in new[] { ("product_groups", "Zelt"), ("bundles", "Weekend set"), ("collections", "Land") })
            Assert.That((await _company.ChangeItem(type, row, $$"""{"slug":"x","create_url_redirect":{{value}}}""")).Errors().Single(),
                Does.StartWith("400 type_error /data/attributes/create_url_redirect: "), type);
        Assert.That(await _company.Redirects(), Is.Empty);
    }

    [Test]
    public async Task A_refused_slug_leaves_no_redirect()
    {
        await _company.CreateRedirect("/products/free", "/b");
        await _company.ChangeItem("product_groups", "Kayak", """{"slug":"kayak"}""");
        Assert.That((await _company.ChangeItem("product_groups", "Zelt", """{"slug":"kayak","create_url_redirect":true}""")).Status, Is.EqualTo(422));
        Assert.That((await _company.ChangeItem("product_groups", "Zelt", """{"slug":"free","sku":"KAY-1","create_url_redirect":true}""")).Status, Is.EqualTo(422));
        Assert.That(await _company.Redirects(), Is.EqualTo(new[] { "/products/free leads to /b" }));
    }
}
