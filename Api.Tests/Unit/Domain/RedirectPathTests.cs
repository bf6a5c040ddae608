using Domain.Redirects;
using NUnit.Framework;

namespace Api.Tests.Unit.Domain;

internal sealed class RedirectPathTests
{
    [TestCase("/", "/")]
    [TestCase("/products/old-product", "/products/old-product")]
    [TestCase("/a/b/", "/a/b")]
    [TestCase("/%61%2D%7e", "/a-~")]
    [TestCase("/a%2b%c3%a9", "/a%2B%C3%A9")]
    [TestCase("/café", "/caf%C3%A9")]
    [TestCase("/a+b;c=1,2(3)!$&'*@:", "/a+b;c=1,2(3)!$&'*@:")]
    [TestCase("/...", "/...")]
    [TestCase("/%3Fa%23", "/%3Fa%23")]
    public void A_path_has_one_form(string given, string path)
    {
        Assert.That(RedirectPath.Read(given), Is.EqualTo((path, (string?)null)));
        Assert.That(RedirectPath.Read(path).Path, Is.EqualTo(path));
    }

    [TestCase("", "slash")]
    [TestCase("products/a", "slash")]
    [TestCase("https://evil.example/a", "slash")]
    [TestCase("javascript:alert(1)", "slash")]
    [TestCase("//evil.example", "two slashes")]
    [TestCase("///", "two slashes")]
    [TestCase("/a//b", "two slashes")]
    [TestCase("/%2Fevil.example", "percent-encoded")]
    [TestCase("/%5cevil.example", "percent-encoded")]
    [TestCase(@"/\evil.example", "backslashes")]
    [TestCase("/..", "segments")]
    [TestCase("/a/../b", "segments")]
    [TestCase("/a/./b", "segments")]
    [TestCase("/a/%2e%2E", "segments")]
    [TestCase("/a\r\nLocation: b", "control characters")]
    [TestCase("/a%0d%0ab", "control characters")]
    [TestCase("/a\tb", "control characters")]
    [TestCase("/a\u007f", "control characters")]
    [TestCase("/a?b=c", "without ? and #")]
    [TestCase("/a#b", "without ? and #")]
    [TestCase("/a b", "' ' percent-encoded")]
    [TestCase("/a<b", "'<' percent-encoded")]
    [TestCase("/100%", "hexadecimal")]
    [TestCase("/%zz", "hexadecimal")]
    [TestCase("/%2", "hexadecimal")]
    public void What_is_no_path_of_the_store_is_refused(string given, string fault)
    {
        var (path, found) = RedirectPath.Read(given);
        Assert.That(path, Is.Null);
        Assert.That(found, Does.StartWith("should ").And.Contain(fault));
    }

    [TestCase("/products/red-bike", StorePage.Products, "red-bike")]
    [TestCase("/bundles/set", StorePage.Bundles, "set")]
    [TestCase("/collections/boats", StorePage.Collections, "boats")]
    public void Pages_have_paths(string path, StorePage page, string slug)
    {
        Assert.That(StorePath.Of(page, slug), Is.EqualTo(path));
        Assert.That(StorePath.Read(path), Is.EqualTo((page, slug)));
    }

    [TestCase("/")]
    [TestCase("/products")]
    [TestCase("/Products/a")]
    [TestCase("/products/a/b")]
    [TestCase("/pages/a")]
    [TestCase("products/a")]
    public void Other_paths_are_no_pages(string path) => Assert.That(StorePath.Read(path), Is.Null);
}
