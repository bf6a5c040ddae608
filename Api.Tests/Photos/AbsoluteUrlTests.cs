using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Photos;

/// <summary>URLs are kept as paths, or as they are where they lead elsewhere, and are always written whole.</summary>
internal sealed class AbsoluteUrlTests
{
    private const string Elsewhere = "https://img.example/stern-large.jpg";

    [Test]
    public async Task Photos_have_absolute_URLs()
    {
        await using var server = await ApiServer.StartEmptyAsync();
        var company = Fill(server);
        var root = server.Client.BaseAddress!.ToString().TrimEnd('/');
        var photos = (await company.GetAsync("photos")).Json["data"]!.AsArray().ToDictionary(photo => company.LabelOf(photo!["id"]!.GetValue<string>()), photo => photo!["attributes"]!);
        Assert.That(Text(photos["bow"]["original_url"]), Is.EqualTo(root + "/photos/\"a\"/original"));
        Assert.That(photos["bow"]["photo"]!.ToJsonString(), Is.EqualTo(new JsonObject
        {
            ["url"] = root + "/photos/\"a\"/original",
            ["large"] = new JsonObject { ["url"] = root + "/photos/a/large" },
            ["xlarge"] = new JsonObject { ["url"] = "//img.example/a" },
        }.ToJsonString()));
        Assert.That(Text(photos["bow"]["xlarge_url"]), Is.EqualTo("//img.example/a"));
        Assert.That(Text(photos["bow"]["alt_text"]), Is.EqualTo("/not/a/url"));
        Assert.That(Text(photos["stern"]["large_url"]), Is.EqualTo(Elsewhere));
    }

    [TestCase("product_groups?filter[name]=Kayak", "data/0/attributes/photo_url", "/photos/a/large")]
    [TestCase("items?filter[name]=Set&fields[items]=photo_url", "data/0/attributes/photo_url", "/photos/b/large")]
    [TestCase("bundles?filter[name]=Set&include=photo", "included/0/attributes/photo/large/url", "/photos/b/large")]
    [TestCase("collection_items?include=item", "included/0/attributes/photo_url", "/photos/a/large")]
    [TestCase("product_groups.json?filter[name]=Kayak", "data/0/photo_url", "/photos/a/large")]
    [TestCase("bundles.json?filter[name]=Set&include=photo", "data/0/photo/photo/large/url", "/photos/b/large")]
    [TestCase("collections", "data/0/attributes/image_url", "/photos/c/original")]
    [TestCase("collections", "data/0/attributes/image_large_url", "/photos/c/large")]
    public async Task So_do_items_collections_and_what_is_included(string url, string pointer, string path)
    {
        await using var server = await ApiServer.StartEmptyAsync("--AllowedHosts=shop.example");
        var answer = await Fill(server).SendAsync(HttpMethod.Get, url, configure: request => request.Headers.Host = "shop.example:8080");
        Assert.That(Text(At(answer.Json, pointer)), Is.EqualTo("http://shop.example:8080" + path), answer.Body);
    }

    [TestCase("https://shop.example", "https://shop.example/photos/a/large")]
    [TestCase("https://shop.example:8443/", "https://shop.example:8443/photos/a/large")]
    [TestCase("http://example.com/the/shop/", "http://example.com/the/shop/photos/a/large")]
    public async Task The_setting_goes_before_what_the_caller_says(string setting, string url)
    {
        await using var server = await ApiServer.StartEmptyAsync($"--PublicUrl={setting}", "--AllowedHosts=other.example");
        var answer = await Fill(server).SendAsync(HttpMethod.Get, "product_groups?filter[name]=Kayak", configure: request => request.Headers.Host = "other.example");
        Assert.That(Text(At(answer.Json, "data/0/attributes/photo_url")), Is.EqualTo(url));
    }

    [TestCase("", "http://other.example:8080", "/api/4/collections")]
    [TestCase("", "http://other.example:8080", "/api/boomerang/collections/")]
    [TestCase("", "http://other.example:8080", "/api/4/collections.json")]
    [TestCase("https://shop.example/the/shop/", "https://shop.example/the/shop", "/api/4/collections")]
    public async Task Links_of_lists_and_the_address_of_what_was_made_begin_with_it_too(string setting, string root, string path)
    {
        await using var server = await ApiServer.StartEmptyAsync($"--PublicUrl={setting}", "--AllowedHosts=other.example");
        var company = Fill(server);
        var list = await company.SendAsync(HttpMethod.Get, path + "?page[size]=1&stats[total]=count", configure: AskOther);
        Assert.That(list.Json["links"]!.AsObject().Select(link => $"{link.Key} {Text(link.Value)}"), Is.EqualTo(new[]
        {
            $"self {root}{path}?page%5Bsize%5D=1&stats%5Btotal%5D=count",
            $"first {root}{path}?page%5Bsize%5D=1&stats%5Btotal%5D=count&page%5Bnumber%5D=1",
            $"last {root}{path}?page%5Bsize%5D=1&stats%5Btotal%5D=count&page%5Bnumber%5D=1",
        }));
        var made = await company.SendAsync(HttpMethod.Post, path, """{"data":{"type":"collections","attributes":{"name":"New"}}}""", AskOther);
        Assert.That(made.Headers.Location!.ToString(), Is.EqualTo($"{root}{path.TrimEnd('/').Replace(".json", "", StringComparison.Ordinal)}/{made.Json["data"]!["id"]}"));

        static void AskOther(HttpRequestMessage request) => request.Headers.Host = "other.example:8080";
    }

    [TestCase("shop.example")]
    [TestCase("/shop")]
    [TestCase("ftp://shop.example")]
    [TestCase("file:///shop")]
    [TestCase("https://shop.example/?a=b")]
    [TestCase("https://shop.example/#a")]
    [TestCase("https://me:secret@shop.example")]
    public void A_setting_that_is_no_address_ends_the_start(string setting) =>
        Assert.That(async () => await ApiServer.StartEmptyAsync($"--PublicUrl={setting}"), Throws.InstanceOf<FormatException>().With.Message.Contains("PublicUrl"));

    private static TestCompany Fill(ApiServer server)
    {
        var company = new TestCompany(server, 1);
        company.Collection("Boats", configure: collection => (collection.ImageUrl, collection.ImageLargeUrl) = ("/photos/c/original", "/photos/c/large"));
        company.ProductGroup("Kayak");
        company.Bundle("Set");
        company.Photo("Kayak", "bow", photo =>
        {
            (photo.OriginalUrl, photo.LargeUrl, photo.XlargeUrl) = ("/photos/\"a\"/original", "/photos/a/large", "//img.example/a");
            photo.AltText = "/not/a/url";
        });
        company.Photo("Kayak", "stern");
        company.Photo("Set", "all", photo => (photo.OriginalUrl, photo.LargeUrl, photo.XlargeUrl) = ("/photos/b/original", "/photos/b/large", "/photos/b/xlarge"));
        company.CollectionItem("Boats", "Kayak");
        company.Save();
        return company;
    }

    private static JsonNode? At(JsonNode document, string pointer) =>
        pointer.Split('/').Aggregate((JsonNode?)document, (node, step) => node is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : node![step]);

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
