using Api.Tests.Store.Operations;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Properties;

/// <summary>
/// Operations that add any items to any collections, or take them out, leave what the model of single additions and removals says.
/// </summary>
[Category("Slow")]
internal sealed class BulkCollectionItemTests
{
    private ApiServer _server = null!;

    [OneTimeSetUp]
    public async Task Start() => _server = await ApiServer.StartEmptyAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public void The_rules_hold_after_every_operation() =>
        PropertyCheck.Run(20, Sequence.Make, sequence => sequence.Shrunk(), sequence => PlayAsync(sequence).GetAwaiter().GetResult());

    private async Task PlayAsync(Sequence sequence)
    {
        var model = CollectionItemModel.Create(_server.Database, sequence.Seed);
        var store = HttpCollectionItemStore.Create(_server, model.CompanyId);
        await store.CompareAsync(model);
        foreach (var step in sequence.Steps)
        {
            var (collections, items) = (step.Collections.Select(model.CollectionId), step.Items.Select(model.ItemId));
            var type = step.Bundles ? "bundles" : "product_groups";
            var errors = await store.RunAsync(OperationSteps.UpdateCollections(
                step.Adds ? "add_entities" : "remove_entities", items.Select(id => id.ToString()), collections.Select(id => id.ToString()), type));
            var due = step.Items.Count(item => !CollectionItemModel.CanBeTarget(item, step.Bundles));
            if (errors != due)
                throw new InvalidOperationException($"{step}: {errors} errors, not {due}");
            foreach (var collection in step.Collections)
                foreach (var item in step.Items.Where(item => CollectionItemModel.CanBeTarget(item, step.Bundles)))
                    if (model.StatusOf(new CollectionItemStep(step.Adds, collection, item)) is 200 or 201)
                        model.Take(new CollectionItemStep(step.Adds, collection, item), null);
            await store.CompareAsync(model);
        }
    }

    private sealed record Step(bool Adds, bool Bundles, int[] Collections, int[] Items)
    {
        public override string ToString() =>
            $"{(Adds ? "add" : "remove")} {(Bundles ? "bundles" : "product groups")} {string.Join(',', Items)} in {string.Join(',', Collections)}";
    }

    private sealed record Sequence(int Seed, Step[] Steps)
    {
        internal static Sequence Make(int seed)
        {
            var random = new Random(seed);
            return new Sequence(seed, [.. Enumerable.Range(0, random.Next(3, 9)).Select(_ => new Step(
                random.Next(5) < 3, random.Next(2) == 0, Some(random, CollectionItemModel.OwnCollections), Some(random, CollectionItemModel.Items)))]);
        }

        internal IEnumerable<Sequence> Shrunk() =>
            Enumerable.Range(0, Steps.Length).Select(drop => this with { Steps = [.. Steps.Where((_, index) => index != drop)] });

        public override string ToString() => $"start {Seed}: {string.Join("; ", Steps.AsEnumerable())}";

        private static int[] Some(Random random, int count)
        {
            var all = Enumerable.Range(0, count).ToArray();
            random.Shuffle(all);
            return all[..random.Next(1, count + 1)];
        }
    }
}
