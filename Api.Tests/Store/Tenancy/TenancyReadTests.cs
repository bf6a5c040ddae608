using System.Text.Json.Nodes;
using Api.Tests.Support;
using JsonApi.Definitions;
using NUnit.Framework;
using static Api.Tests.Store.Tenancy.TenancyServer;

namespace Api.Tests.Store.Tenancy;

/// <summary>
/// Every read of every resource in the catalogue, by two companies whose rows have the same ids: no answer has a word of the other's, and
/// what is foreign is answered like what does not exist.
/// </summary>
[TestFixtureSource(typeof(TenancyServer), nameof(Types))]
internal sealed class TenancyReadTests(string type)
{
    private ResourceDefinition Definition => Catalog.Find(type)!;

    private bool Offers(Operation operation) => Definition.Operations.ContainsKey(operation);

    private string Id(TestCompany company) => TenancyRows.IdOf(Server, Definition, company.Number)!;

    [Test]
    public async Task Everything_read_is_ones_own()
    {
        var extra = string.Concat(Catalog.Definitions
            .Select(other => (other.Type, Names: other.ExtraFields.Select(field => field.Name).Concat(other.Attributes.Where(attribute => attribute.IsExtra).Select(attribute => attribute.Name))))
            .Where(other => other.Names.Any()).Select(other => $"&extra_fields[{other.Type}]={string.Join(',', other.Names)}"));
        foreach (var (company, own, other) in new[] { (Mine, "mine", "theirs"), (Theirs, "theirs", "mine") })
            foreach (var (operation, includes) in Definition.Operations)
                foreach (var suffix in new[] { "", ".json" })
                {
                    var query = $"?include={string.Join(',', includes)}{extra}";
                    var answer = operation switch
                    {
                        Operation.List => await company.GetAsync($"{type}{suffix}{query}&stats[total]=count{Archived(Definition)}"),
                        Operation.Fetch => await company.GetAsync($"{type}/{Id(company)}{suffix}{query}"),
                        Operation.Search => await company.SendAsync(HttpMethod.Post, $"{type}/search{suffix}{query}", "{}"),
                        _ => null,
                    };
                    if (answer is null)
                        continue;
                    Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
                    Assert.That(answer.Body, Does.Not.Contain(other), $"{operation}{suffix}");
                    Assert.That(answer.Json["data"] is JsonArray { Count: 0 }, Is.False, "a list without rows shows nothing");
                    if (Definition.Attributes.Any(attribute => attribute.Name is "name" or "description") && operation == Operation.List)
                        Assert.That(answer.Body, Does.Contain(own), "the texts say whose the rows are");
                }
    }

    [Test]
    public async Task A_foreign_id_answers_like_one_that_is_not_there()
    {
        if (!Offers(Operation.Fetch))
            Assert.Pass("nothing is fetched");
        foreach (var suffix in new[] { "", ".json" })
            await AssertSame(Id(Foreign), id => Mine.GetAsync($"{type}/{id}{suffix}"), status: 404);
    }

    [Test]
    public async Task A_tag_of_the_others_row_is_not_ones_own()
    {
        foreach (var url in new[] { Offers(Operation.Fetch) ? $"{type}/{Id(Mine)}" : null, Offers(Operation.List) ? type : null }.OfType<string>())
        {
            var (own, theirs) = (await Mine.GetAsync(url), await Theirs.GetAsync(url));
            if (own.Body == theirs.Body)
                continue;
            var answer = await Mine.SendAsync(HttpMethod.Get, url, null, request => request.Headers.IfNoneMatch.Add(theirs.Headers.ETag!));
            Assert.That(answer.Status, Is.EqualTo(200), url);
            Assert.That(answer.Body, Is.EqualTo(own.Body));
        }
    }

    [Test]
    public async Task Filters_along_every_path_meet_ones_own()
    {
        if (!Offers(Operation.List))
            Assert.Pass("nothing is listed");
        var tried = 0;
        foreach (var (path, filter) in Filters(Definition, "", depth: 3))
        {
            if (filter.Type == WireType.String && filter.Operators.Any(op => op.Name == "match"))
            {
                Assert.That((await Mine.GetAsync($"{type}?filter[{path}][match]=theirs&page[size]=0&stats[total]=count{Archived(Definition)}")).Total(), Is.Zero, path);
                Assert.That((await Theirs.GetAsync($"{type}?filter[{path}][match]=mine&page[size]=0&stats[total]=count{Archived(Definition)}")).Total(), Is.Zero, path);
                tried++;
            }
            if (filter.Type == WireType.Uuid && filter.Operators.Any(op => op.Name == "eq"))
            {
                foreach (var other in Catalog.Definitions)
                    Assert.That((await Mine.GetAsync($"{type}?filter[{path}]={Id(other, Foreign)}&page[size]=0&stats[total]=count")).Total(), Is.Zero, path);
                tried++;
            }
        }
        await TestContext.Out.WriteLineAsync($"{tried} paths");
        Assert.That(tried > 0 || Definition.FilterNames.IsEmpty || type == "tags", "at least one path is tried");
    }

    [Test]
    public async Task Orders_and_stats_are_of_ones_own_rows()
    {
        if (!Offers(Operation.List))
            Assert.Pass("nothing is listed");
        var archived = Archived(Definition);
        var all = (await Mine.GetAsync($"{type}?page[size]=100&stats[total]=count{archived}")).Json;
        var ids = Ids(all);
        Assert.That(all["meta"]!["stats"]!["total"]!["count"]!.GetValue<int>(), Is.EqualTo(ids.Length), "total");
        foreach (var sort in Definition.Attributes.Where(attribute => attribute.IsSortable).Select(attribute => attribute.Name).Concat(Paths(Definition, "", 2)))
        {
            var answer = await Mine.GetAsync($"{type}?page[size]=100&sort={sort}{archived}");
            // What a path cannot be sorted by is refused.
            if (sort.Contains('.', StringComparison.Ordinal) && answer.Status == 400)
                continue;
            Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
            Assert.That(Ids(answer.Json), Is.EquivalentTo(ids), sort);
            Assert.That(answer.Body, Does.Not.Contain("theirs"), sort);
        }
        foreach (var counted in Definition.Attributes.Where(attribute => attribute.IsCountable || attribute.Type == WireType.Boolean))
        {
            var answer = await Mine.GetAsync($"{type}?page[size]=0&stats[{counted.Name}]=count{archived}");
            Assert.That(answer.Body, Does.Not.Contain("theirs"), counted.Name);
        }
    }

    [Test]
    public async Task A_cursor_of_another_company_is_none()
    {
        if (!Offers(Operation.List))
            Assert.Pass("nothing is listed");
        var cursors = new List<string>();
        foreach (var company in new[] { Mine, Theirs, Foreign })
        {
            var page = await company.GetAsync($"{type}?page[size]=1&page[after]=");
            var next = (page.Status == 200 ? page.Json : (await company.GetAsync($"{type}?page[size]=1")).Json)["links"]!["next"]!.GetValue<string>();
            cursors.Add(next[(next.IndexOf('?', StringComparison.Ordinal) + 1)..]);
        }
        if (!cursors[0].Contains("after", StringComparison.Ordinal))
            Assert.Fail("no cursor: " + cursors[0]);
        Assert.That((await Mine.GetAsync($"{type}?{cursors[0]}")).Status, Is.EqualTo(200));
        foreach (var cursor in cursors[1..])
        {
            var answer = await Mine.GetAsync($"{type}?{cursor}");
            Assert.That(answer.Status, Is.EqualTo(400), answer.Body);
            Assert.That(answer.Body, Does.Not.Contain("theirs"));
        }
    }

    private static string Id(ResourceDefinition definition, TestCompany company) => TenancyRows.IdOf(Server, definition, company.Number)!;

    private static string[] Ids(JsonNode document) => [.. document["data"]!.AsArray().Select(row => row!["id"]!.GetValue<string>())];

    /// <summary>Every filter of a resource and of what its relationships lead to.</summary>
    private static IEnumerable<(string Path, FilterDefinition Filter)> Filters(ResourceDefinition definition, string prefix, int depth)
    {
        foreach (var name in definition.FilterNames)
            if (definition.FindFilter(name) is { } filter)
                yield return (prefix + name, filter);
        if (depth > 1)
            foreach (var relationship in definition.Relationships.Values)
                foreach (var deeper in Filters(relationship.Target, $"{prefix}{relationship.Name}.", depth - 1))
                    yield return deeper;
    }

    private static IEnumerable<string> Paths(ResourceDefinition definition, string prefix, int depth) =>
        definition.Relationships.Values.Where(relationship => !relationship.IsToMany).SelectMany(relationship =>
            relationship.Target.Attributes.Where(attribute => attribute.IsSortable).Select(attribute => $"{prefix}{relationship.Name}.{attribute.Name}")
                .Concat(depth > 1 ? Paths(relationship.Target, $"{prefix}{relationship.Name}.", depth - 1) : []));

    /// <summary>Sends a request with an id of another company and with one that nobody has: the answers differ in the id alone.</summary>
    internal static async Task AssertSame(string foreign, Func<string, Task<Answer>> send, int? status = null)
    {
        var (answer, missing) = (await send(foreign), await send(Nobody));
        Assert.That(answer.Status, Is.EqualTo(status ?? missing.Status), answer.Body);
        Assert.That((answer.Status, answer.Body.Replace(foreign, "ID", StringComparison.Ordinal)), Is.EqualTo((missing.Status, missing.Body.Replace(Nobody, "ID", StringComparison.Ordinal))));
    }
}
