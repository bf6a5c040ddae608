using System.Collections.Concurrent;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Properties;

/// <summary>Rules I1 to I3 after any sequence of additions and removals, judged by a model that knows the rules only.</summary>
[Category("Slow")]
internal sealed class CollectionItemPropertyTests
{
    private ApiServer _server = null!;

    [OneTimeSetUp]
    public async Task Start() => _server = await ApiServer.StartEmptyAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public void The_rules_hold_after_every_write() =>
        PropertyCheck.Run(40, seed => CollectionItemSequence.Make(seed, 40), sequence => sequence.Shrunk(), sequence =>
            Play(sequence, model => new DirectCollectionItemStore(_server.Services, model.CompanyId)));

    [Test]
    public void The_rules_hold_after_every_request() =>
        PropertyCheck.Run(10, seed => CollectionItemSequence.Make(seed, 30), sequence => sequence.Shrunk(), sequence =>
            Play(sequence, model => HttpCollectionItemStore.Create(_server, model.CompanyId)));

    [Test]
    public async Task Eight_writers_at_once_leave_what_was_acknowledged()
    {
        const int Writers = 8;
        var model = CollectionItemModel.Create(_server.Database, 0);
        var store = HttpCollectionItemStore.Create(_server, model.CompanyId);
        var rows = new ConcurrentDictionary<(int, int), Guid>();
        var acknowledged = new ConcurrentBag<(CollectionItemStep Step, Guid Id)>();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(writer))));

        // Additions and removals of one pair can only alternate, so their numbers show how it ended.
        foreach (var pair in acknowledged.GroupBy(done => (done.Step.Collection, done.Step.Item)))
        {
            var additions = pair.Count(done => done.Step.Adds);
            var removals = pair.Count() - additions;
            Assert.That(additions - removals, Is.InRange(0, 1), $"{pair.Key}: {additions} additions, {removals} removals");
            if (additions > removals)
                model.Take(new CollectionItemStep(true, pair.Key.Collection, pair.Key.Item), null);
        }
        await store.CompareAsync(model);
        Assert.That(acknowledged, Has.Some.Matches<(CollectionItemStep Step, Guid)>(done => done.Step.Adds));
        Assert.That(acknowledged, Has.Some.Matches<(CollectionItemStep Step, Guid)>(done => !done.Step.Adds));

        async Task Write(int writer)
        {
            foreach (var step in CollectionItemSequence.Make(writer, 60).Steps.Where(step => step.Collection < 5))
            {
                var pair = (step.Collection, step.Item);
                var (collection, item) = model.Ids(step);
                var answer = step.Adds ? await store.AddAsync(collection, item) : await store.RemoveAsync(rows.GetValueOrDefault(pair, Guid.NewGuid()));
                Assert.That(answer.Status, Is.AnyOf(200, 201, 404, 422));
                if (!answer.IsAcknowledged)
                    continue;
                acknowledged.Add((step, answer.Id));
                if (step.Adds)
                    rows[pair] = answer.Id;
            }
        }
    }

    private void Play(CollectionItemSequence sequence, Func<CollectionItemModel, CollectionItemStore> open)
    {
        var model = CollectionItemModel.Create(_server.Database, sequence.Seed);
        PlayAsync(model, open(model), sequence).GetAwaiter().GetResult();
    }

    private static async Task PlayAsync(CollectionItemModel model, CollectionItemStore store, CollectionItemSequence sequence)
    {
        await store.CompareAsync(model);
        for (var i = 0; i < sequence.Steps.Count; i++)
        {
            var step = sequence.Steps[i];
            var due = model.StatusOf(step);
            var answer = await store.TryAsync(model, step);
            if (answer.Status != due)
                throw new InvalidOperationException($"step {i}, {step}: answered {answer.Status}, not {due}");
            if (answer.IsAcknowledged)
                model.Take(step, answer.Id);
            await store.CompareAsync(model);
        }
    }
}
