using System.Text.RegularExpressions;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>A refused write is answered with status, code and pointer, and changes nothing.</summary>
internal sealed partial class BadWriteTests
{
    private TestCompany _company = null!;
    private Dictionary<string, string> _cursors = null!;
    private string _before = "";

    [OneTimeSetUp]
    public async Task AddCompany()
    {
        _company = WriteServer.NewCompany();
        var cursor = await Cursor(_company);
        _cursors = new() { ["cursor"] = cursor, ["half a cursor"] = cursor[..(cursor.Length / 2)], ["foreign cursor"] = await Cursor(WriteServer.NewCompany()) };
        _before = await Stock(_company);
    }

    [TestCaseSource(typeof(BadWrite), nameof(BadWrite.All))]
    public async Task A_bad_write_is_refused_with_its_pointer_and_changes_nothing(BadWrite write)
    {
        Assert.That((await Send(write)).ErrorSummaries(), Is.EqualTo(write.Errors));
        Assert.That(await Stock(_company), Is.EqualTo(_before));
    }

    [Test]
    public async Task Two_writers_at_once_are_refused_alike_and_change_nothing()
    {
        await Task.WhenAll(Write(BadWrite.All), Write(BadWrite.All.Reverse()));
        Assert.That(await Stock(_company), Is.EqualTo(_before));

        Task Write(IEnumerable<BadWrite> writes) => Task.Run(async () =>
        {
            foreach (var write in writes)
                Assert.That((await Send(write)).ErrorSummaries(), Is.EqualTo(write.Errors), write.Name);
        });
    }

    [Test]
    public async Task A_cursor_is_valid_in_the_list_it_was_made_for() =>
        Assert.That((await _company.GetAsync($"collections?sort=name&page[after]={_cursors["cursor"]}")).Status, Is.EqualTo(200));

    [Test]
    public async Task Names_that_are_long_but_real_are_fine(
        [Values("collections", "product_groups", "bundles")] string type, [Values(320, 1_000)] int length)
    {
        var name = new string('ä', length);
        var answer = await WriteServer.NewCompany().Post(CollectionRequests.Body(type, $$"""{"name":"{{name}}"}"""), type);
        Assert.That((answer.Status, answer.Attributes().Text("name")), Is.EqualTo((201, name)), answer.Body);
    }

    [TestCase("collections", """{"name":"x"}""")]
    [TestCase("collection_trees", """{"collections":[{"id":"<Land>","position":9}]}""")]
    [TestCase("sortings", """{"type":"collection_items","ids":["<Outdoor: Zelt>"]}""")]
    public async Task A_precondition_is_not_ignored_where_nothing_can_meet_it(string type, string attributes)
    {
        var answer = await _company.SendAsync(HttpMethod.Post, type, Named(CollectionRequests.Body(type, attributes)), request => request.Headers.TryAddWithoutValidation("If-Match", "\"x\""));
        Assert.That(answer.Errors().Single(), Does.StartWith("400  : If-Match"));
        Assert.That(await Stock(_company), Is.EqualTo(_before));
    }

    [Test]
    public async Task Of_writers_who_know_the_same_state_one_wins()
    {
        var company = WriteServer.NewCompany();
        var url = $"collections/{company["Boats"]}";
        var seen = (await company.GetAsync(url)).Headers.ETag!.ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => company.SendAsync(
            writer % 2 == 0 ? HttpMethod.Put : HttpMethod.Delete, url, writer % 2 == 0 ? CollectionRequests.Body("collections", $$"""{"name":"By {{writer}}"}""") : null,
            request => request.Headers.TryAddWithoutValidation("If-Match", seen))));
        var deleted = answers.Where((answer, writer) => writer % 2 == 1 && answer.Status == 200).Any();
        Assert.That(answers.Select(answer => answer.Status).Order(), Is.EqualTo(Enumerable.Repeat(deleted ? 404 : 412, 7).Prepend(200)));
        Assert.That((await company.GetAsync(url)).Status, Is.EqualTo(deleted ? 404 : 200));
    }

    [TestCase("PUT", "*", 412)]
    [TestCase("PATCH", "seen", 412)]
    [TestCase("DELETE", "W/seen", 412)]
    [TestCase("PATCH", "\"other\"", 200)]
    public async Task A_write_whose_If_None_Match_names_the_present_state_changes_nothing(string method, string tags, int status)
    {
        var company = WriteServer.NewCompany();
        var url = $"collections/{company["Boats"]}";
        var before = await company.GetAsync(url);
        var answer = await company.SendAsync(
            new HttpMethod(method), url, method == "DELETE" ? null : CollectionRequests.Body("collections", """{"name":"Ships"}"""),
            request => request.Headers.TryAddWithoutValidation("If-None-Match", tags.Replace("seen", before.Headers.ETag!.ToString(), StringComparison.Ordinal)));
        Assert.That(answer.Status, Is.EqualTo(status), answer.Body);
        var after = await company.GetAsync(url);
        Assert.That(after.Body == before.Body, Is.EqualTo(status == 412));
    }

    [Test]
    public async Task Moves_in_opposite_directions_at_once_make_no_cycle()
    {
        var company = WriteServer.NewCompany();
        foreach (var _ in Enumerable.Range(0, 10))
        {
            var answers = await Task.WhenAll(
                company.Change(company["Land"], $$"""{"parent_id":"{{company["Indoor"]}}"}"""), company.Change(company["Indoor"], $$"""{"parent_id":"{{company["Land"]}}"}"""));
            Assert.That(answers.Select(answer => answer.Status), Is.EquivalentTo(new[] { 200, 422 }));
            Assert.That(answers.Single(answer => answer.Status == 422).ErrorSummaries(), Is.EqualTo(new[] { "422 cycle /data/attributes/parent_id" }));
            Assert.That((await company.Tree($$"""{"id":"{{company["Land"]}}","parent_id":null}""", $$"""{"id":"{{company["Indoor"]}}","parent_id":null}""")).Status, Is.EqualTo(201));
        }
    }

    /// <summary>Everything that lists return, archived rows included.</summary>
    private static async Task<string> Stock(TestCompany company)
    {
        string[] urls = ["collections", "collection_items", "items?filter[archived]=true,false", "bundle_items?filter[archived]=true,false", "photos"];
        var answers = await Task.WhenAll(urls.Select(url => company.GetAsync($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page[size]=100&stats[total]=count")));
        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(200));
        return string.Join('\n', answers.Select(answer => answer.Body));
    }

    private static async Task<string> Cursor(TestCompany company) =>
        (await company.GetAsync("collections?sort=name&page[size]=2&page[after]=")).Json["links"]!.Text("next").Split("page%5Bafter%5D=")[1];

    private Task<Answer> Send(BadWrite write)
    {
        var (method, url) = (write.Request.Split(' ')[0], write.Request[(write.Request.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        return _company.SendAsync(new HttpMethod(method), Named(url), write.Body is null ? null : Named(write.Body), url == "operations" ? OperationRequests.Announce : null);
    }

    private string Named(string text) => Name().Replace(text, name => _cursors.GetValueOrDefault(name.Groups[1].Value) ?? _company[name.Groups[1].Value]);

    [GeneratedRegex("<([^<>]+)>")]
    private static partial Regex Name();
}
