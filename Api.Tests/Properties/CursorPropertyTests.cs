using System.Text.Json.Nodes;
using JsonApi.Parsing;
using JsonApi.Planning;
using NUnit.Framework;

namespace Api.Tests.Properties;

/// <summary>What holds of every walk by cursor, whatever the order, the filters and the size of each page.</summary>
[Category("Slow")]
internal sealed class CursorPropertyTests : IDisposable
{
    private readonly RandomCatalogues _catalogues = new(6);

    public void Dispose() => _catalogues.Dispose();

    [Test]
    public void Any_order_is_walked_either_way_as_its_pages_by_number_have_it()
    {
        var pages = 0;
        PropertyCheck.Run(250, MakeWalk, _ => [], walk =>
        {
            var full = Ids(Document(walk.With("page[size]=100"))).ToList();
            var forward = Pages(walk, "page[after]=", "next").ToList();
            var backward = Pages(walk, "page[before]=", "prev").ToList();
            Check(forward.SelectMany(page => page).SequenceEqual(full), $"{walk} forward is not the order of its pages by number");
            Check(backward.AsEnumerable().Reverse().SelectMany(page => page).SequenceEqual(full), $"{walk} backward is not the order of its pages by number");
            pages += forward.Count;
        });
        TestContext.Out.WriteLine($"{pages} pages");
        Assert.That(pages, Is.GreaterThan(300), "walks of one page show nothing");
    }

    [Test]
    public void The_other_way_leads_back_to_the_rows_just_passed() =>
        PropertyCheck.Run(100, MakeWalk, _ => [], walk =>
        {
            var first = Document(walk.With("page[after]=", "page[size]=3"));
            if (first["links"]!["next"]?.GetValue<string>() is not { } next)
                return;
            var second = Document(walk.At(next));
            var back = Document(walk.At(second["links"]!["prev"]!.GetValue<string>()));
            Check(Ids(back).SequenceEqual(Ids(first)), $"{walk} does not lead back");
            Check(back["links"]!["prev"] is null && Document(walk.At(back["links"]!["next"]!.GetValue<string>())).ToJsonString().Contains(Ids(second).First(), StringComparison.Ordinal),
                $"{walk} does not lead on again");
        });

    [Test]
    public void A_walk_can_begin_behind_any_number_of_rows() =>
        PropertyCheck.Run(100, MakeWalk, _ => [], walk =>
        {
            var full = Ids(Document(walk.With("page[size]=100"))).ToList();
            var offset = walk.Seed % 12;
            var (database, lists) = _catalogues.Ids(
                walk.With("page[after]=", "page[size]=4"), new ReadOptions { Skip = offset });
            Check(database.SequenceEqual(full.Skip(offset).Take(4)), $"{walk} behind {offset} rows is not its order by SQL");
            Check(lists.SequenceEqual(database), $"{walk} behind {offset} rows is not the same in lists");
        });

    /// <summary>A list in some order, to be walked in pages of random sizes.</summary>
    private sealed record Walk(QueryCase List, IReadOnlyList<string> Parameters, int Seed)
    {
        internal QueryCase With(params string[] parameters) => List with { Parameters = [.. Parameters, .. parameters] };

        internal QueryCase At(string link) => List with { Parameters = link[(link.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&') };

        public override string ToString() => $"{List with { Parameters = Parameters }} in pages of seed {Seed}";
    }

    private Walk MakeWalk(int seed)
    {
        var made = _catalogues.Make(seed);
        var list = made with { Id = null, IncludedRows = 10_000 };
        var keys = Enumerable.Range(0, seed % 5).Select(number => _catalogues.Random(seed + number).Sort(_catalogues.Definitions.Find(list.Type)!));
        string[] kept = made.Id is null && seed % 3 == 0 ? ["filter", "include", "fields"] : [];
        var parameters = list.Parameters.Where(pair => kept.Any(name => pair.StartsWith(name, StringComparison.Ordinal)));
        return new Walk(list, ["sort=" + string.Join(',', keys), .. parameters], seed);
    }

    private IEnumerable<List<string>> Pages(Walk walk, string start, string link)
    {
        var random = new Random(walk.Seed);
        for (var query = walk.With(start, Size()); ;)
        {
            var page = Document(query);
            var ids = Ids(page).ToList();
            yield return ids;
            if (page["links"]![link]?.GetValue<string>() is not { } further)
                break;
            Check(ids.Count > 0, $"{query}\nleads on from an empty page");
            query = walk.At(further);
            query = query with { Parameters = [.. query.Parameters.Where(pair => !pair.StartsWith("page%5Bsize%5D", StringComparison.Ordinal)), Size()] };
        }

        string Size() => $"page[size]={random.Next(1, 6)}";
    }

    /// <summary>The answer, links with their cursors included, is the same by compiled SQL and by naive lists.</summary>
    private JsonNode Document(QueryCase query)
    {
        var (database, lists) = (_catalogues.FromDatabase(query), _catalogues.FromLists(query));
        Check(database == lists, $"\n{query}\ndatabase {database}\nlists    {lists}");
        Check(database.StartsWith("{\"data\":", StringComparison.Ordinal), $"\n{query}\n{database}");
        return JsonNode.Parse(database)!;
    }

    private static IEnumerable<string> Ids(JsonNode document) => document["data"]!.AsArray().Select(resource => resource!["id"]!.GetValue<string>());

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
