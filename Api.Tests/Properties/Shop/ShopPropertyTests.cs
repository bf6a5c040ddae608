using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Properties.Shop;

/// <summary>
/// Any sequence of all writes of the store API leaves what plain lists of what was written come to: rules I1 to I4 of collection items, and
/// what follows for items, bundles, albums and slugs.
/// </summary>
internal sealed class ShopPropertyTests
{
    private const int Length = 60;

    private static int s_companies;

    private ApiServer _server = null!;

    /// <summary>Without libvips, which would take most of the time and is tried elsewhere.</summary>
    [OneTimeSetUp]
    public async Task Start() => _server = await ApiServer.StartEmptyAsync("--Photos:Vips=/nowhere/vips", "--Logging:LogLevel:Default=None");

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public void The_store_is_what_was_written_after_every_write() =>
        PropertyCheck.Run(20, seed => ShopSequence.Make(seed, Length), sequence => sequence.Shrunk(), sequence => PlayAsync(sequence, []).GetAwaiter().GetResult());

    [Test]
    public async Task Sequences_get_round_to_every_write()
    {
        var seen = new HashSet<string>();
        for (var seed = 0; seed < 8; seed++)
            await PlayAsync(ShopSequence.Make(seed, 2 * Length), seen);
        Assert.That(seen.Order(), Is.SupersetOf(Writes));
        TestContext.Out.WriteLine(string.Join("\n", seen.Order()));
    }

    /// <summary>What has to be done, and succeed, for the tests to tell anything.</summary>
    private static readonly string[] Writes = [];

    private ShopStore NewStore() => new(_server, Interlocked.Increment(ref s_companies));

    /// <param name="sequence">What to do.</param>
    /// <param name="seen">Takes in what succeeded and what was refused.</param>
    private async Task PlayAsync(ShopSequence sequence, HashSet<string> seen)
    {
        var store = NewStore();
        var model = (await store.ReadAsync()).Facts;
        foreach (var (i, step) in sequence.Steps.Index())
        {
            var request = step.Request(model);
            var answer = await store.SendAsync(request);
            if (answer.Status != request.Status)
                throw new InvalidOperationException($"step {i}, {step} {request}: answered {answer.Status}, not {request.Status}: {answer.Body}");
            if (request.IsDue)
                model = request.Take(model, answer.Json);
            seen.UnionWith(request.Traits.Select(trait => request.IsDue ? trait : $"{trait} {request.Status}"));
            var stored = await store.ReadAsync();
            model = model.Learn(stored.Facts);
            AssertSame($"step {i}, {step} {request}", stored.Lines, model.Lines());
        }
    }

    private static void AssertSame(string when, IEnumerable<string> actual, IEnumerable<string> expected)
    {
        var (stored, due) = (actual.Order(StringComparer.Ordinal).ToList(), expected.Order(StringComparer.Ordinal).ToList());
        if (!stored.SequenceEqual(due))
            throw new InvalidOperationException($"after {when} there is\n  {string.Join("\n  ", stored.Except(due))}\nnot\n  {string.Join("\n  ", due.Except(stored))}");
    }
}
