using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Store.Writes.OperationRequests;

namespace Api.Tests.Store.Writes;

/// <summary>Writers that send operations at once: each request happens as a whole or not at all.</summary>
internal sealed class OperationConcurrencyTests
{
    private const int Writers = 8;

    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [Test]
    public async Task Of_requests_that_exclude_each_other_one_happens_as_a_whole()
    {
        string[] collections = ["Boats", "Land", "Indoor"];
        string[] items = ["Äpfelkorb", "Ａtlas", "😀 kit", "kayak"];
        var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            var statuses = new List<int>();
            foreach (var item in items)
            {
                // Each starts at another collection, so that a request that lost may find its last collection item taken, its first ones free.
                var operations = Enumerable.Range(0, collections.Length).Select(i => _company.AddCollectionItem(collections[(i + writer) % collections.Length], item));
                statuses.Add((await _company.Operate(operations)).Status);
                // This one always fails, at its end.
                statuses.Add((await _company.Operate(_company.AddCollectionItem("Water", item), Remove("collection_items", Id(Guid.Empty.ToString())))).Status);
            }
            return statuses;
        }));
        Assert.That(answers.SelectMany(statuses => statuses).Count(status => status == 200), Is.EqualTo(items.Length));
        Assert.That(answers.SelectMany(statuses => statuses), Is.All.EqualTo(200).Or.EqualTo(422).Or.EqualTo(404));
        foreach (var item in items.Except(["kayak"]))
            Assert.That(await _company.CollectionsOf(item), Is.EqualTo("(Outdoor), (Water), Boats, Land, Indoor"));
        Assert.That(await _company.CollectionsOf("kayak"), Is.EqualTo("(Outdoor), Water, Boats, Land, Indoor"));
        Assert.That(
            (await _company.ItemCount("Boats"), await _company.ItemCount("Land"), await _company.ItemCount("Indoor"), await _company.ItemCount("Water")),
            Is.EqualTo((1 + items.Length, 1 + items.Length, 1 + items.Length, 1)));
    }

    [Test]
    public async Task Changes_of_one_request_are_seen_together()
    {
        var (kayak, zelt) = (_company["Weekend set with Kayak"], _company["Weekend set with Zelt"]);
        (await _company.Operate(Both(5))).Results();
        using var stop = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            var torn = 0;
            for (var reads = 0; !stop.IsCancellationRequested || reads == 0; reads++)
            {
                var list = await _company.GetAsync($"bundle_items?filter[id]={kayak},{zelt}&fields[bundle_items]=quantity");
                torn += list.Json["data"]!.AsArray().Select(item => item!["attributes"]!["quantity"]!.GetValue<int>()).Distinct().Count() - 1;
            }
            return torn;
        });
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var round = 0; round < 5; round++)
                (await _company.Operate(Both(10 + writer))).Results();
        }));
        await stop.CancelAsync();
        Assert.That(await reader, Is.Zero);

        string[] Both(int quantity) =>
        [
            Update("bundle_items", Id(kayak), $$"""{"quantity":{{quantity}}}"""),
            Update("bundle_items", Id(zelt), $$"""{"quantity":{{quantity}}}"""),
        ];
    }
}
