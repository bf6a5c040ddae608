using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Photos.TestImages;

namespace Api.Tests.Photos;

/// <summary>Photos over HTTP: uploaded, listed, sorted, shown by their item, deleted with their files.</summary>
[NonParallelizable]
internal sealed class PhotoRequestTests
{
    private static int s_companies = 100;

    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = TestCatalog.Add(PhotoServer.Without, Interlocked.Increment(ref s_companies));

    [Test]
    public async Task An_upload_is_served_and_shown_by_its_item()
    {
        var answer = await PostAsync("Zelt", $"\"photo_base64\":\"{Convert.ToBase64String(Png(30, 20))}\",\"alt_text\":\"A tent\"");
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        var attributes = answer.Json["data"]!["attributes"]!;
        Assert.That((attributes["width"]!.GetValue<int>(), attributes["height"]!.GetValue<int>(), attributes["position"]!.GetValue<int>()), Is.EqualTo((30, 20, 1)));
        Assert.That(attributes["photo"]!["url"]!.GetValue<string>(), Is.EqualTo(attributes["original_url"]!.GetValue<string>()));
        var file = await PhotoServer.Without.Client.GetByteArrayAsync(attributes["original_url"]!.GetValue<string>());
        Assert.That(file, Is.EqualTo(Png(30, 20)));

        var item = (await _company.GetAsync($"product_groups/{_company["Zelt"]}")).Json["data"]!["attributes"]!;
        Assert.That(item["photo_id"]!.GetValue<string>(), Is.EqualTo(Id(answer)));
        Assert.That(item["photo_url"]!.GetValue<string>(), Is.EqualTo(attributes["large_url"]!.GetValue<string>()));
    }

    [Test]
    public async Task The_item_shows_its_first_picture()
    {
        var first = Id(await PostAsync("Zelt", Remote("first")));
        var second = Id(await PostAsync("Zelt", Remote("second")));
        Assert.That(await ShownAsync(), Is.EqualTo(first));

        Assert.That((await PatchAsync(first, "\"position\":9")).Status, Is.EqualTo(200));
        Assert.That(await ShownAsync(), Is.EqualTo(second));

        Assert.That((await _company.SendAsync(HttpMethod.Delete, $"photos/{second}")).Status, Is.EqualTo(200));
        Assert.That(await ShownAsync(), Is.EqualTo(first));

        Assert.That((await _company.SendAsync(HttpMethod.Delete, $"photos/{first}")).Status, Is.EqualTo(200));
        Assert.That(await ShownAsync(), Is.Null);

        async Task<string?> ShownAsync() =>
            (await _company.GetAsync($"product_groups/{_company["Zelt"]}?fields[product_groups]=photo_id")).Json["data"]!["attributes"]!["photo_id"]?.GetValue<string>();
    }

    [TestCase("product_groups", "Zelt")]
    [TestCase("bundles", "Weekend set")] // Has a picture already.
    public async Task A_picture_in_the_body_of_an_item_becomes_the_one_it_shows(string type, string label)
    {
        var made = await _company.SendAsync(HttpMethod.Post, "photos", Body($"\"owner_id\":\"{_company[label]}\",\"owner_type\":\"{type}\",{Remote("old")}"));
        Assert.That(made.Status, Is.EqualTo(201), made.Body);
        var changed = await _company.SendAsync(
            HttpMethod.Put, $"{type}/{_company[label]}?include=photo", "{\"data\":{\"type\":\"" + type + "\",\"attributes\":{\"photo_base64\":\"" + Convert.ToBase64String(Png(5, 6)) + "\"}}}");
        Assert.That(changed.Status, Is.EqualTo(200), changed.Body);
        var photo = changed.Json["included"]![0]!;
        Assert.That(photo["attributes"]!["width"]!.GetValue<int>(), Is.EqualTo(5));
        Assert.That(changed.Json["data"]!["attributes"]!["photo_id"]!.GetValue<string>(), Is.EqualTo(photo["id"]!.GetValue<string>()));
        var photos = (await _company.GetAsync($"photos?filter[owner_id]={_company[label]}")).Json["data"]!.AsArray();
        Assert.That(photos.Select(row => row!["attributes"]!["position"]!.GetValue<int>()), Is.EqualTo(Enumerable.Range(1, photos.Count)));
        Assert.That(photos[0]!["id"]!.GetValue<string>(), Is.EqualTo(photo["id"]!.GetValue<string>()));
        Assert.That(photos[^1]!["id"]!.GetValue<string>(), Is.EqualTo(Id(made)));
    }

    [Test]
    public async Task A_deleted_photo_takes_its_file_along()
    {
        var made = await PostAsync("Zelt", $"\"photo_base64\":\"data:image/png;base64,{Convert.ToBase64String(Png(3, 3))}\"");
        var url = made.Json["data"]!["attributes"]!["original_url"]!.GetValue<string>();
        Assert.That((await PhotoServer.Without.GetAsync(url)).Status, Is.EqualTo(200));
        var deleted = await _company.SendAsync(HttpMethod.Delete, $"photos/{Id(made)}");
        Assert.That(Id(deleted), Is.EqualTo(Id(made)));
        Assert.That((await PhotoServer.Without.GetAsync(url)).Status, Is.EqualTo(404));
        Assert.That((await _company.GetAsync($"photos/{Id(made)}")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_replaced_picture_takes_its_file_along()
    {
        var made = await PostAsync("Zelt", $"\"photo_base64\":\"{Convert.ToBase64String(Png(3, 3))}\"");
        var url = made.Json["data"]!["attributes"]!["original_url"]!.GetValue<string>();
        var changed = await PatchAsync(Id(made), Remote("elsewhere"));
        Assert.That(changed.Json["data"]!["attributes"]!["original_url"]!.GetValue<string>(), Is.EqualTo("https://pictures.example/elsewhere.jpg"));
        Assert.That(changed.Json["data"]!["attributes"]!["width"], Is.Null);
        Assert.That((await PhotoServer.Without.GetAsync(url)).Status, Is.EqualTo(404));
    }

    [TestCase("", "422 /data/attributes/photo_base64 blank")]
    [TestCase("\"photo_base64\":\"R0lGODlh\"", "422 /data/attributes/photo_base64 not_an_image")]
    [TestCase("\"photo_base64\":\"PHN2Zz48c2NyaXB0Lz48L3N2Zz4=\"", "422 /data/attributes/photo_base64 not_an_image")]
    [TestCase("\"photo_base64\":\"?\"", "422 /data/attributes/photo_base64 not_base64")]
    [TestCase("\"remote_photo_url\":\"file:///etc/passwd\"", "422 /data/attributes/remote_photo_url invalid_url")]
    [TestCase("\"remote_photo_url\":\"javascript:alert(1)\"", "422 /data/attributes/remote_photo_url invalid_url")]
    [TestCase("\"remote_photo_url\":\"https://me:secret@pictures.example/a.jpg\"", "422 /data/attributes/remote_photo_url invalid_url")]
    [TestCase("\"remote_photo_url\":\"https://pictures.example/a.jpg\",\"photo_base64\":\"R0lG\"", "422 /data/attributes/remote_photo_url contradictory")]
    [TestCase("\"remote_photo_url\":\"https://pictures.example/a.jpg\",\"position\":0", "422 /data/attributes/position out_of_range")]
    [TestCase("\"remote_photo_url\":\"https://pictures.example/a.jpg\",\"width\":5", "400 /data/attributes/width unwrittable_attribute")]
    [TestCase("\"remote_photo_url\":5", "400 /data/attributes/remote_photo_url type_error")]
    [TestCase("\"photo\":{\"url\":\"https://pictures.example/a.jpg\"}", "400 /data/attributes/photo type_error")]
    public async Task What_is_no_picture_is_refused_and_leaves_nothing(string attributes, string expected)
    {
        var before = Files();
        var answer = await PostAsync("Zelt", attributes);
        var error = answer.Json["errors"]![0]!;
        Assert.That($"{answer.Status} {error["source"]!["pointer"]} {error["meta"]!["code"]}", Is.EqualTo(expected), answer.Body);
        Assert.That((await _company.GetAsync($"photos?filter[owner_id]={_company["Zelt"]}")).Json["data"]!.AsArray(), Is.Empty);
        Assert.That(Files(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_refused_write_leaves_no_file_behind()
    {
        var before = Files();
        var image = $"\"photo_base64\":\"{Convert.ToBase64String(Png(4, 4))}\"";
        var archived = await PostAsync("Old raft", image);
        var ofTheOtherType = await _company.SendAsync(HttpMethod.Post, "photos", Body($"\"owner_id\":\"{_company["Zelt"]}\",\"owner_type\":\"bundles\",{image}"));
        Assert.That((archived.Status, ofTheOtherType.Status), Is.EqualTo((422, 422)), archived.Body + ofTheOtherType.Body);
        Assert.That(Files(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_body_with_a_picture_may_be_larger_than_others_but_not_any_size()
    {
        var large = await PostAsync("Zelt", $"\"photo_base64\":\"{new string('A', 14 * 1024 * 1024)}\"");
        Assert.That(large.Status, Is.EqualTo(422), large.Body);
        // Who does not ask before sending is cut off.
        var tooLarge = await _company.SendAsync(
            HttpMethod.Post, "photos", Body($"\"photo_base64\":\"{new string('A', 16 * 1024 * 1024)}\""), request => request.Headers.ExpectContinue = true);
        Assert.That(tooLarge.Status, Is.EqualTo(413), tooLarge.Body);
        Assert.That(tooLarge.Body, Does.Contain($"{15 * 1024 * 1024} bytes"));
    }

    private static int Files() =>
        Directory.Exists(PhotoServer.Folder(PhotoServer.Without))
            ? Directory.EnumerateFiles(PhotoServer.Folder(PhotoServer.Without), "*", SearchOption.AllDirectories).Count()
            : 0;

    private static string Remote(string name) => $"\"remote_photo_url\":\"https://pictures.example/{name}.jpg\"";

    private static string Body(string attributes) => "{\"data\":{\"type\":\"photos\",\"attributes\":{" + attributes.TrimEnd(',') + "}}}";

    private static string Id(Answer answer) => answer.Json["data"]!["id"]!.GetValue<string>();

    private Task<Answer> PostAsync(string item, string attributes) =>
        _company.SendAsync(HttpMethod.Post, "photos", Body($"\"owner_id\":\"{_company[item]}\",\"owner_type\":\"product_groups\",{attributes}"));

    private Task<Answer> PatchAsync(string id, string attributes) => _company.SendAsync(HttpMethod.Patch, $"photos/{id}", Body(attributes));
}
