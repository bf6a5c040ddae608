using System.Globalization;
using System.Text.Json.Nodes;
using Api.Tests.Support;
using Api.Tests.Writes;
using NUnit.Framework;

namespace Api.Tests.Properties;

/// <summary>Rules I1, I3 and I4 after any sequence of creating, placing, archiving, restoring, hiding, showing and renaming items.</summary>
internal sealed class ItemPropertyTests
{
    private ApiServer _server = null!;
    private int _companies;

    [OneTimeSetUp]
    public async Task Start() => _server = await ApiServer.StartEmptyAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public void The_rules_hold_after_every_request() =>
        PropertyCheck.Run(12, seed => ItemSequence.Make(seed, 30), sequence => sequence.Shrunk(), sequence => PlayAsync(sequence).GetAwaiter().GetResult());

    [Test]
    public async Task Eight_writers_at_once_leave_the_rules_standing()
    {
        var run = new ItemRun(NewCompany());
        for (var item = 0; item < ItemModel.MaxItems; item++)
            await run.TakeAsync(new ItemStep(ItemAction.Create, item, 0));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            foreach (var step in ItemSequence.Make(writer, 40).Steps.Where(step => step.Action != ItemAction.Create))
                Assert.That(await run.TakeAsync(step), Is.AnyOf(200, 201, 404, 422), $"{step}");
        })));

        // Which of them won cannot be told; that what is explicit now explains all the rest can.
        var model = new ItemModel();
        var (places, counts, states) = await run.ReadAsync();
        for (var item = 0; item < ItemModel.MaxItems; item++)
            model.Take(new ItemStep(ItemAction.Create, item, 0));
        foreach (var words in places.Select(place => place.Split(' ')).Where(words => words[2] == "False"))
            Assert.That(model.Take(new ItemStep(ItemAction.Place, int.Parse(words[1], CultureInfo.InvariantCulture), Array.IndexOf(ItemModel.Collections, words[0]))), Is.EqualTo(201));
        foreach (var words in states.Select(state => state.Split(' ')))
        {
            if (words[2] == "False")
                model.Take(new ItemStep(ItemAction.Hide, int.Parse(words[0], CultureInfo.InvariantCulture), 0));
            if (words[1] == "True")
                Assert.That(places.Where(place => place.Split(' ')[1] == words[0]), Is.Empty, "what is archived is nowhere");
        }
        Assert.That(places, Is.EquivalentTo(model.Places()));
        Assert.That(counts, Is.EquivalentTo(model.Counts()));
    }

    private async Task PlayAsync(ItemSequence sequence)
    {
        var model = new ItemModel();
        var run = new ItemRun(NewCompany());
        foreach (var step in sequence.Steps)
        {
            // A step about an item that is not there yet makes one.
            var taken = step.Action == ItemAction.Create && model.Items < ItemModel.MaxItems || step.Item >= model.Items
                ? new ItemStep(ItemAction.Create, model.Items, 0)
                : step.Action == ItemAction.Create ? step with { Action = ItemAction.Rename } : step;
            var (due, status) = (model.Take(taken), await run.TakeAsync(taken));
            if (status != due)
                throw new InvalidOperationException($"{taken}: answered {status}, not {due}");
            var (places, counts, states) = await run.ReadAsync();
            Same(taken, places, model.Places());
            Same(taken, counts, model.Counts());
            Same(taken, states, model.States());
        }
    }

    private TestCompany NewCompany()
    {
        var company = new TestCompany(_server, Interlocked.Increment(ref _companies));
        foreach (var collection in ItemModel.Collections)
            company.Collection(collection, ItemModel.ParentOf(collection));
        company.Save();
        return company;
    }

    private static void Same(ItemStep step, IEnumerable<string> actual, IEnumerable<string> expected)
    {
        var (stored, due) = (actual.Order(StringComparer.Ordinal).ToList(), expected.Order(StringComparer.Ordinal).ToList());
        if (!stored.SequenceEqual(due))
            throw new InvalidOperationException($"after {step}\n  {string.Join("\n  ", stored.Except(due))}\nnot\n  {string.Join("\n  ", due.Except(stored))}");
    }
}

/// <summary>Takes the steps over HTTP, in a company of its own.</summary>
internal sealed class ItemRun(TestCompany company)
{
    private readonly List<(string Type, string Id)> _items = [];

    internal async Task<int> TakeAsync(ItemStep step)
    {
        if (step.Action == ItemAction.Create)
        {
            var type = step.Item % 2 == 0 ? "product_groups" : "bundles";
            var created = await company.CreateItem(type, """{"name":"Same name"}""");
            _items.Add((type, created.Id()));
            return created.Status;
        }
        var (kind, id) = _items[step.Item];
        var answer = step.Action switch
        {
            ItemAction.Place => await company.Post(Shelves.Body(company[ItemModel.Collections[step.Collection]], id)),
            ItemAction.Remove => await company.Remove(await PlaceAsync(step, id)),
            ItemAction.Archive when step.Collection % 2 == 0 => await company.Archive(kind, id),
            ItemAction.Archive => await company.ChangeItem(kind, id, """{"archived":true}"""),
            ItemAction.Restore => await company.ChangeItem(kind, id, """{"archived":false}"""),
            ItemAction.Hide => await company.ChangeItem(kind, id, """{"show_in_store":false}"""),
            ItemAction.Show => await company.ChangeItem(kind, id, """{"show_in_store":true}"""),
            _ => await company.ChangeItem(kind, id, $$"""{"name":"Name {{step.Collection}}"}"""),
        };
        return answer.Status;
    }

    /// <summary>What the store holds, as the model tells it; slugs are unique, and an archived item's is its id.</summary>
    internal async Task<(List<string> Places, List<string> Counts, List<string> States)> ReadAsync()
    {
        var places = await RowsAsync("collection_items?page[size]=100");
        var items = await RowsAsync("items?filter[archived]=true,false&page[size]=100");
        if (items.Select(item => item["slug"]!.GetValue<string>()).Distinct().Count() != items.Count)
            throw new InvalidOperationException("Two items have the same slug.");
        foreach (var item in items)
            if (item["archived"]!.GetValue<bool>() != (item["slug"]!.GetValue<string>() == item["id"]!.GetValue<string>()))
                throw new InvalidOperationException($"An item has the slug {item["slug"]}, archived: {item["archived"]}.");
        return (
            [.. places.Select(place => $"{company.LabelOf(place.Text("collection_id"))} {Number(place.Text("item_id"))} {place["implicit"]!.GetValue<bool>()}")],
            [.. (await RowsAsync("collections")).Select(collection => $"{collection["name"]} {collection["item_count"]}")],
            [.. items.Select(item => $"{Number(item.Text("id"))} {item["archived"]!.GetValue<bool>()} {item["show_in_store"]!.GetValue<bool>()}")]);
    }

    private int Number(string id) => _items.FindIndex(item => item.Id == id);

    private async Task<string> PlaceAsync(ItemStep step, string item)
    {
        var found = await company.GetAsync($"collection_items?filter[item_id]={item}&filter[collection_id]={company[ItemModel.Collections[step.Collection]]}");
        return found.Json["data"]!.AsArray() is [{ } place] ? place.Text("id") : Guid.Empty.ToString();
    }

    private async Task<List<JsonNode>> RowsAsync(string url)
    {
        var answer = await company.GetAsync(url);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return [.. answer.Json["data"]!.AsArray().Select(row =>
        {
            var attributes = row!["attributes"]!.DeepClone();
            attributes["id"] = row["id"]!.GetValue<string>();
            return attributes;
        })];
    }
}
