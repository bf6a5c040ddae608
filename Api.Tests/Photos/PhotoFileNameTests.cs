using Api.Photos;
using Api.Tests.Store.Writes;
using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Photos.TestImages;

namespace Api.Tests.Photos;

/// <summary>What the URLs of photos end in, and focal points.</summary>
internal sealed class PhotoFileNameTests
{
    private static int s_companies = 7_000;

    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = TestCatalog.Add(PhotoServer.Without, Interlocked.Increment(ref s_companies));

    [TestCase("my_product_image.png", null, "my_product_image")]
    [TestCase("IMG-1.2.JPG", "Bike", "IMG-1.2")]
    [TestCase(@"C:\photos\bike.png", null, "bike")]
    [TestCase("../../etc/passwd", null, "passwd")]
    [TestCase("Fahrrad für zwei.jpeg", null, "fahrrad-fur-zwei")]
    [TestCase("a?b#c%2f.png", null, "a-b-c-2f")]
    [TestCase("a\r\nb.png", null, "a-b")]
    [TestCase("..", null, "upload")]
    [TestCase("", null, "upload")]
    [TestCase("❦.png", null, "upload")]
    [TestCase(null, "Red bike", "red-bike")]
    [TestCase(null, null, "upload")]
    public void A_name_is_safe_in_a_URL(string? fileName, string? name, string safe) => Assert.That(PhotoFileName.From(fileName, name), Is.EqualTo(safe));

    [Test]
    public void A_name_has_a_greatest_length()
    {
        Assert.That(PhotoFileName.From(new string('x', 60_000) + ".png", null), Has.Length.EqualTo(100));
        Assert.That(PhotoFileName.From(null, new string('x', 1_000)), Has.Length.EqualTo(100));
    }

    [TestCase(true, ".webp")]
    [TestCase(false, ".png")]
    public async Task The_URLs_of_an_upload_end_in_its_file_name(bool shrinks, string variant)
    {
        var company = TestCatalog.Add(PhotoServer.Server(shrinks), Interlocked.Increment(ref s_companies));
        var photo = (await PostAsync(company, ",\"original_filename\":\"my_product_image.jpg\"")).Json["data"]!["attributes"]!;
        Assert.That(photo.Text("original_url"), Does.Match("/photos/[0-9a-f]{32}/original/my_product_image\\.png$"), "the extension is that of the bytes");
        Assert.That(photo.Text("large_url"), Does.EndWith("/large/my_product_image" + variant));
        Assert.That(photo.Text("xlarge_url"), Does.EndWith("/xlarge/my_product_image" + variant));
        foreach (var name in new[] { "original_url", "large_url", "xlarge_url" })
        {
            var url = photo.Text(name);
            Assert.That((await PhotoServer.Server(shrinks).Client.GetAsync(url)).IsSuccessStatusCode, url);
            Assert.That((await PhotoServer.Server(shrinks).Client.GetAsync(url[..url.LastIndexOf('/')])).IsSuccessStatusCode, "as earlier versions stored it");
        }
    }

    [Test]
    public async Task Uploads_without_a_name_are_called_after_what_they_show_and_are_deleted_with_their_files()
    {
        var group = await _company.SendAsync(HttpMethod.Post, "product_groups", $$$"""{"data":{"type":"product_groups","attributes":{"name":"Rotes Rad","photo_base64":"{{{Pixels}}}"} } }""");
        Assert.That(group.Json["data"]!["attributes"]!.Text("photo_url"), Does.EndWith("/large/rotes-rad.png"));
        var photo = await PostAsync(_company, "");
        var url = photo.Json["data"]!["attributes"]!.Text("original_url");
        Assert.That(url, Does.EndWith("/original/upload.png"));
        await _company.SendAsync(HttpMethod.Delete, $"photos/{photo.Json["data"]!.Text("id")}");
        Assert.That((int)(await PhotoServer.Without.Client.GetAsync(url)).StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task A_photo_has_a_focal_point()
    {
        Assert.That(Point(await PostAsync(_company, "")), Is.EqualTo("""{"x":0.5,"y":0.5}"""));
        var changed = await PutAsync("""{"coordinates":{"x":10,"y":100},"alt_text":"Red bike, front view"}""");
        Assert.That(Point(changed), Is.EqualTo("""{"x":10,"y":100}"""), "as the reference does");
        Assert.That(Point(await PutAsync("""{"coordinates":{"y":"0.00","x":0.250}}""")), Is.EqualTo("""{"x":0.25,"y":0}"""));
    }

    [TestCase("{}", "blank x", "blank y")]
    [TestCase("""{"x":1}""", "blank y")]
    [TestCase("""{"x":-0.1,"y":100000.1}""", "out_of_range x", "out_of_range y")]
    [TestCase("""{"x":"left","y":true}""", "invalid x", "invalid y")]
    [TestCase("""{"x":1,"y":1,"z":1}""", "invalid z")]
    public async Task A_wrong_focal_point_is_refused_with_its_pointer(string point, params string[] errors)
    {
        var answer = await PutAsync($$"""{"coordinates":{{point}}}""");
        Assert.That(answer.Status, Is.EqualTo(422), answer.Body);
        Assert.That(
            answer.Json["errors"]!.AsArray().Select(error => $"{error!["meta"]!["code"]} {error["source"]!["pointer"]}"),
            Is.EqualTo(errors.Select(error => error.Replace(" ", " /data/attributes/coordinates/", StringComparison.Ordinal))));
    }

    private static string Pixels => Convert.ToBase64String(Png(8, 4));

    private static string Point(Answer answer) => answer.Json["data"]!["attributes"]!["coordinates"]!.ToJsonString();

    private Task<Answer> PutAsync(string attributes) =>
        _company.SendAsync(HttpMethod.Put, $"photos/{_company["bow"]}", $$$"""{"data":{"type":"photos","attributes":{{{attributes}}} } }""");

    private static async Task<Answer> PostAsync(TestCompany company, string more)
    {
        var answer = await company.SendAsync(HttpMethod.Post, "photos", $$$"""
            {"data":{"type":"photos","attributes":{"owner_id":"{{{company["Zelt"]}}}","owner_type":"product_groups","photo_base64":"{{{Pixels}}}"{{{more}}} } } }
            """);
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        return answer;
    }
}
