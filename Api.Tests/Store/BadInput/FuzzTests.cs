using System.Diagnostics;
using System.Text;
using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Store.BadInput.BadInputServer;

namespace Api.Tests.Store.BadInput;

/// <summary>Requests thrown together at random, the same ones on every run. Whatever they are, they get a deliberate answer.</summary>
[Category("Slow")]
[NonParallelizable]
internal sealed class FuzzTests
{
    private const int Seed = 20261121;
    private const int Queries = 3_000;
    private const int Bodies = 1_000;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(10);

    private static readonly int[] Deliberate = [200, 400, 401, 403, 404, 405, 406, 409, 413, 414, 415, 422];

    [Test]
    public async Task Random_queries_are_answered_on_purpose()
    {
        var grammar = new FuzzGrammar(new Random(Seed));
        var statuses = await RunAsync(Queries, () =>
        {
            var target = grammar.Target();
            return (target, () => GetAsync(target));
        });
        // A grammar whose pieces never fit together, or always do, would test little.
        Assert.That(statuses.GetValueOrDefault(200), Is.GreaterThan(50));
        Assert.That(statuses.GetValueOrDefault(400), Is.GreaterThan(20));
    }

    [Test]
    public async Task Random_bodies_are_answered_on_purpose_and_change_nothing()
    {
        var stock = Stock();
        var grammar = new FuzzGrammar(new Random(Seed + 1));
        var statuses = await RunAsync(Bodies, () =>
        {
            var body = grammar.Body();
            return (body, () => PostAsync(body));
        });
        Assert.That(statuses.GetValueOrDefault(422), Is.GreaterThan(5));
        Assert.That(statuses.GetValueOrDefault(400), Is.GreaterThan(20));
        Assert.That(Stock(), Is.EqualTo(stock));
    }

    private static async Task<Dictionary<int, int>> RunAsync(int count, Func<(string Shown, Func<Task<Answer>> Send)> next)
    {
        var statuses = new Dictionary<int, int>();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < count && clock.Elapsed < Enough; i++)
        {
            var (shown, send) = next();
            var before = clock.Elapsed;
            var answer = await send();
            statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;
            Assert.That(clock.Elapsed - before, Is.LessThan(Enough), Escaped(shown));
            Assert.That(Deliberate, Does.Contain(answer.Status), $"request {i}: {Escaped(shown)} answered {answer.Status}: {answer.Body}");
            if (answer.Status != 200)
                Assert.That(answer.Json["errors"]!.AsArray(), Is.Not.Empty, Escaped(shown));
        }
        await TestContext.Out.WriteLineAsync(string.Join(", ", statuses.Select(pair => $"{pair.Key}: {pair.Value}")));
        return statuses;
    }

    private static string Escaped(string text)
    {
        var shown = new StringBuilder();
        foreach (var c in text)
            shown.Append(c is >= ' ' and < '\x7f' ? c.ToString() : $"\\u{(int)c:x4}");
        return shown.ToString();
    }
}
