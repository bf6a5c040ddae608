using System.Text.Json.Nodes;
using JsonApi.Definitions;
using NUnit.Framework;

namespace Api.Tests.Properties;

/// <summary>What holds of every read, whatever is asked and whatever is stored.</summary>
[Category("Slow")]
internal sealed class ReadPropertyTests : IDisposable
{
    private readonly RandomCatalogues _catalogues = new(8);

    public void Dispose() => _catalogues.Dispose();

    [Test]
    public void The_database_answers_to_the_byte_what_naive_lists_answer()
    {
        var (answers, rows, included, tooLarge) = (0, 0, 0, 0);
        PropertyCheck.Run(2_000, _catalogues.Make, query => query.Shrunk(), query =>
        {
            var (actual, expected) = (_catalogues.FromDatabase(query), _catalogues.FromLists(query));
            Check(actual == expected, $"\n{query}\ndatabase {actual}\nlists    {expected}");
            // What is refused tests nothing: the cases are made to be understood.
            Check(IsAnswer(actual), $"\n{query}\n{actual}");
            answers++;
            rows += Has("{\"data\":[{") ? 1 : 0;
            included += Has("\"included\":[{") ? 1 : 0;
            tooLarge += Has("include_too_large") ? 1 : 0;

            bool Has(string part) => actual.Contains(part, StringComparison.Ordinal);
        });
        TestContext.Out.WriteLine($"{answers} answers: {rows} with rows, {included} with included resources, {tooLarge} that would include too many");
        Assert.That(rows, Is.GreaterThan(answers / 5));
        Assert.That(included, Is.GreaterThan(answers / 50));
        Assert.That(tooLarge, Is.Positive);
    }

    [Test]
    public void Every_negation_is_the_exact_complement()
    {
        var met = new HashSet<WireType>();
        PropertyCheck.Run(600, seed => NegatedFilterCase.Make(_catalogues, seed), _ => [], both =>
        {
            var (met1, unmet, total) = (Total(both.Positive), Total(both.Negative), Total(both.All));
            Check(met1 + unmet == total, $"{met1} + {unmet} is not {total}\n{both.Positive}\n{both.Negative}");
            if (met1 > 0 && unmet > 0)
                met.Add(both.Type);
        });
        Assert.That(met, Is.EquivalentTo(NegatedFilterCase.Types));
    }

    [Test]
    public void Pages_of_any_order_hold_each_row_once_and_in_the_full_order() =>
        PropertyCheck.Run(150, MakeOrdered, _ => [], ordered =>
        {
            var full = Ids(Document(ordered.With("page[size]=100"))).ToList();
            var paged = new List<string>();
            JsonNode page;
            var number = 0;
            do
            {
                page = Document(ordered.With($"page[size]={ordered.Size}", $"page[number]={++number}"));
                paged.AddRange(Ids(page));
            }
            while (page["links"]!["next"] is not null);
            Check(paged.SequenceEqual(full) && paged.Distinct().Count() == full.Count, $"{ordered} got\n{string.Join('\n', paged)}\nnot\n{string.Join('\n', full)}");
        });

    /// <summary>A list in some order, in pages of some size.</summary>
    private sealed record OrderedList(QueryCase List, string Sort, int Size)
    {
        internal QueryCase With(params string[] parameters) => List with { Parameters = ["sort=" + Sort, .. parameters] };
    }

    private OrderedList MakeOrdered(int seed)
    {
        var list = _catalogues.Make(seed) with { Id = null, Parameters = [] };
        var keys = Enumerable.Range(0, 1 + (seed % 3)).Select(number => _catalogues.Random(seed + number).Sort(_catalogues.Definitions.Find(list.Type)!));
        return new OrderedList(list, string.Join(',', keys), 1 + (seed % 7));
    }

    private JsonNode Document(QueryCase query)
    {
        var text = _catalogues.FromDatabase(query);
        Check(IsAnswer(text), $"{query}\n{text}");
        return JsonNode.Parse(text)!;
    }

    private int Total(QueryCase query) => Document(query)["meta"]!["stats"]!["total"]!["count"]!.GetValue<int>();

    private static IEnumerable<string> Ids(JsonNode document) => document["data"]!.AsArray().Select(resource => resource!["id"]!.GetValue<string>());

    private static bool IsAnswer(string document) =>
        document.StartsWith("{\"data\":", StringComparison.Ordinal)
        || document.Contains("include_too_large", StringComparison.Ordinal)
        || document.Contains("resources_not_found", StringComparison.Ordinal);

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
