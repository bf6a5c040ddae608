using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Store.Operations.OperationSteps;

namespace Api.Tests.Store.Operations;

/// <summary>Exports to CSV files, and the files.</summary>
internal sealed class ExportTests
{
    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = OperationServer.NewCompany();

    [TestCase("product_groups", "Äpfelkorb")]
    [TestCase("bundles", "Weekend set")]
    [TestCase("collections", "Featured")]
    [TestCase("collection_items", "false")]
    public async Task All_resources_of_a_type_are_exported(string type, string holds)
    {
        var (ended, lines) = await ExportAsync($$"""{"target_type":"{{type}}"}""");
        var list = (await _company.GetAsync($"{type}?page[size]=100&sort=created_at")).Json["data"]!.AsArray();
        Assert.That((ended.Status(), ended.Errors(), ended["description"]!.GetValue<string>()), Is.EqualTo(("finished", Array.Empty<string>(), $"Export all {type.Replace('_', ' ')}")));
        Assert.That(lines[0], Is.EqualTo("id," + string.Join(',', list[0]!["attributes"]!.AsObject().Select(attribute => attribute.Key))));
        Assert.That(lines.Skip(1).Select(line => line.Split(',')[0]), Is.EqualTo(list.Select(row => row!["id"]!.GetValue<string>())));
        Assert.That(lines, Has.Some.Contains(holds));
    }

    [Test]
    public async Task Named_resources_are_exported_in_their_order_and_missing_ones_have_a_sentence()
    {
        var foreign = OperationServer.NewCompany()["Zelt"];
        var (ended, lines) = await ExportAsync($$"""{"target_type":"product_groups","target_ids":{{Ids(_company["Zelt"], foreign, _company["Old raft"], _company["Kayak"])}}}""");
        Assert.That(lines.Skip(1).Select(line => _company.LabelOf(line.Split(',')[0])), Is.EqualTo(new[] { "Zelt", "Kayak" }));
        Assert.That(ended.Errors(), Has.Length.EqualTo(2).And.All.StartsWith("There is no product group with the id"));
    }

    [Test]
    public async Task More_than_a_page_is_exported_once_each()
    {
        var items = _company.ManyItems(2_350);
        var (_, lines) = await ExportAsync("""{"target_type":"product_groups"}""");
        Assert.That(lines.Skip(1).Select(line => line.Split(',')[0]).Distinct().Count(), Is.EqualTo(lines.Length - 1).And.EqualTo(2_358));
        (_, lines) = await ExportAsync($$"""{"target_type":"product_groups","target_ids":{{Ids(items)}}}""");
        Assert.That(lines.Skip(1).Select(line => line.Split(',')[0]), Is.EqualTo(items));
    }

    [Test]
    public async Task Values_are_safe_in_spreadsheets_and_quoted()
    {
        await _company.SendAsync(HttpMethod.Patch, $"product_groups/{_company["Zelt"]}", """
            {"data":{"type":"product_groups","attributes":{"name":"=1+1","description":"a, \"b\"\r\nc","excerpt":"-5","sorting_weight":-5,"tag_list":["@x","y"]}}}
            """);
        var (_, lines) = await ExportAsync($$"""{"target_type":"product_groups","target_ids":{{Ids(_company["Zelt"])}}}""");
        var text = string.Join("\r\n", lines.Skip(1));
        Assert.That(text, Does.Contain(",'=1+1,").And.Contain(",\"a, \"\"b\"\"\r\nc\",'-5,").And.Contain(",-5,").And.Contain(",\"'@x, y\","));
    }

    [Test]
    public async Task The_file_is_a_download_that_no_cache_keeps_and_needs_no_token()
    {
        var (ended, _) = await ExportAsync("""{"target_type":"collections"}""");
        var artifact = ended["artifact"]!;
        Assert.That(artifact.AsObject().Select(member => member.Key), Is.EqualTo(new[] { "url", "filename", "expires_at" }));
        var url = artifact["url"]!.GetValue<string>();
        Assert.That(url, Does.StartWith(OperationServer.Server.Url + "/artifacts/"));
        Assert.That(DateTimeOffset.Parse(artifact["expires_at"]!.GetValue<string>(), CultureInfo.InvariantCulture), Is.EqualTo(DateTimeOffset.UtcNow.AddDays(1)).Within(TimeSpan.FromMinutes(2)));
        using var client = new HttpClient();
        using var answer = await client.GetAsync(url);
        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType!.ToString()), Is.EqualTo((HttpStatusCode.OK, "text/csv; charset=utf-8")));
        Assert.That(answer.Content.Headers.ContentDisposition!.ToString(), Does.StartWith("attachment").And.Contain(artifact["filename"]!.GetValue<string>()));
        Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("no-store, private"));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        Assert.That((await answer.Content.ReadAsByteArrayAsync())[..3], Is.EqualTo("id,"u8.ToArray()));
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, url));
        Assert.That(head.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_url_that_was_changed_leads_nowhere()
    {
        var (ended, _) = await ExportAsync("""{"target_type":"collections"}""");
        var url = ended["artifact"]!["url"]!.GetValue<string>();
        using var client = new HttpClient();
        var name = url.Split('/')[^2];
        foreach (var changed in (string[])[
            url.Replace(name, name[..^1] + (name[^1] == '0' ? '1' : '0'), StringComparison.Ordinal), url.Replace(name, '9' + name[1..], StringComparison.Ordinal),
            url.Replace(name, "unfinished", StringComparison.Ordinal), url.Replace(name, "..%2f" + name, StringComparison.Ordinal), url + "x", url[..url.LastIndexOf('/')],
            url.Replace(".csv", ".html", StringComparison.Ordinal)])
        {
            using var answer = await client.GetAsync(changed);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), changed);
        }
    }

    [Test]
    public async Task The_file_expires()
    {
        await using var server = await ApiServer.StartEmptyAsync("--Operations:ArtifactLifetime=00:00:01");
        var company = TestCatalog.Add(server, 1);
        var ended = await company.RunOperation(Data("export", """{"target_type":"collections"}"""));
        var url = ended["artifact"]!["url"]!.GetValue<string>();
        using var client = new HttpClient();
        for (var tries = 0; tries < 100; tries++)
        {
            using var answer = await client.GetAsync(url);
            if (answer.StatusCode == HttpStatusCode.NotFound)
                return;
            await Task.Delay(50);
        }
        Assert.Fail("The file is still there after five seconds.");
    }

    [Test]
    public async Task A_company_keeps_its_last_twenty_files()
    {
        var first = (await ExportAsync("""{"target_type":"collections"}""")).Ended["artifact"]!["url"]!.GetValue<string>();
        for (var i = 0; i < 20; i++)
            await ExportAsync("""{"target_type":"collections"}""");
        using var client = new HttpClient();
        using var answer = await client.GetAsync(first);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var list = (await _company.GetAsync("operations?page[size]=100&sort=created_at&fields[operations]=artifact")).Json["data"]!.AsArray();
        Assert.That(list.Select(row => row!["attributes"]!["artifact"]!["url"] is null), Is.EqualTo(Enumerable.Range(0, 21).Select(i => i == 0)));
    }

    private async Task<(JsonNode Ended, string[] Lines)> ExportAsync(string data)
    {
        var ended = await _company.RunOperation(Data("export", data));
        Assert.That(ended.Status(), Is.EqualTo("finished"), ended.ToJsonString());
        using var client = new HttpClient();
        var text = Encoding.UTF8.GetString(await client.GetByteArrayAsync(ended["artifact"]!["url"]!.GetValue<string>()));
        Assert.That(text, Does.EndWith("\r\n"));
        return (ended, text[..^2].Split("\r\n"));
    }
}
