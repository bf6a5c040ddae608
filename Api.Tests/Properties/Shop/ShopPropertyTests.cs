using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Properties.Shop;

/// <summary>
/// Any sequence of all writes of the store API leaves what plain lists of what was written come to: rules I1 to I4 of collection items, and
/// the effects on items, bundles, photos and slugs.
/// </summary>
[Category("Slow")]
internal sealed class ShopPropertyTests
{
    private const int Length = 60;
    private const int Writers = 8;

    /// <summary>The writes that must happen and succeed for a test to mean anything.</summary>
    private static readonly string[] Kinds =
    [
        .. from type in (string[])["collections", "product_groups", "bundles", "bundle_items", "photos", "products", "properties"]
           from verb in (string[])["create", "change", "delete"]
           select $"{verb} {type}",
        "create collection_items", "delete collection_items",
    ];

    private static readonly string[] Actions = ["collection_trees", "sortings collection_items", "sortings photos", "sortings bundle_items", "operations together", "operations lid", "operation update_collections", "operation update_tag", "operation archive"];

    private static readonly string[] Attributes =
    [
        "collections.slug", "collections.create_url_redirect", "product_groups.create_url_redirect", "bundles.create_url_redirect", "collections.parent_id", "collections.show_in_store", "collections.collection_type", "collections.remote_image_url", "collections.remove_image",
        "product_groups.slug", "product_groups.archived", "product_groups.show_in_store", "product_groups.tag_list", "product_groups.price_type", "product_groups.flat_fee_price_in_cents",
        "product_groups.structure_price_in_cents", "product_groups.remote_photo_url", "product_groups.photo_base64", "bundles.slug", "bundles.archived", "bundles.show_in_store",
        "bundles.remote_photo_url", "bundles.bundle_items_attributes", "bundles._destroy", "bundle_items.position", "bundle_items.quantity", "product_groups.has_variations", "product_groups.variation_fields",
        "products.variation_values", "properties.value", "properties.position", "product_groups.properties_attributes", "products.base_price_in_cents", "photos.position", "photos.remote_photo_url",
        "photos.photo_base64",
    ];

    private static int s_companies;

    private ApiServer _server = null!;

    /// <summary>Without smaller photos, which would take most of the time and is tried elsewhere.</summary>
    [OneTimeSetUp]
    public async Task Start() => _server = await ApiServer.StartEmptyAsync("--Photos:Shrink=false", "--Logging:LogLevel:Default=None");

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public void The_store_is_what_was_written_after_every_write() =>
        PropertyCheck.Run(20, seed => ShopSequence.Make(seed, Length), sequence => sequence.Shrunk(), sequence => PlayAsync(NewStore(), sequence).GetAwaiter().GetResult());

    [Test]
    public async Task Sequences_get_round_to_every_write()
    {
        var seen = new List<string>();
        for (var seed = 0; seed < 12; seed++)
            seen.AddRange(await PlayAsync(NewStore(), ShopSequence.Make(seed, 3 * Length)));
        Assert.That(seen, Is.SupersetOf((string[])[.. Kinds, .. Kinds.Select(kind => $"operations {kind}"), .. Actions, .. Attributes]));
    }

    [Test]
    public async Task Eight_writers_at_once_leave_a_store_that_keeps_the_rules()
    {
        var store = NewStore();
        var seen = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(store, ShopSequence.Make(100 + writer, 2 * Length)))));
        Assert.That(seen.SelectMany(list => list), Is.SupersetOf((string[])[.. Kinds, .. Actions]));
        var stored = await store.ReadAsync();
        AssertSame("eight writers wrote", stored.Lines, stored.Facts.Lines());
        Assert.That(stored.Facts.Broken(), Is.Empty);
        await PlayAsync(store, ShopSequence.Make(2, Length));
    }

    private ShopStore NewStore() => new(_server, Interlocked.Increment(ref s_companies));

    /// <summary>
    /// Takes the steps one by one, each with the status that is due, and compares all that is stored after each. Then sends everything back as it
    /// is read. Returns what was done.
    /// </summary>
    private static async Task<List<string>> PlayAsync(ShopStore store, ShopSequence sequence)
    {
        var seen = new List<string>();
        var model = (await store.ReadAsync()).Facts;
        foreach (var (i, step) in sequence.Steps.Index())
        {
            var request = step.Request(model);
            var answer = await store.SendAsync(request);
            if (answer.Status != request.Status)
                throw new InvalidOperationException($"step {i}, {step} {request}: answered {answer.Status}, not {request.Status}: {answer.Body}");
            if (request.IsDue)
                model = request.Take(model, answer.Json);
            seen.AddRange(request.Traits.Select(trait => request.IsDue ? trait : $"{trait} {request.Status}"));
            var stored = await store.ReadAsync();
            model = model.Learn(stored.Facts);
            AssertSame($"step {i}, {step} {request}", stored.Lines, model.Lines());
        }
        if (await store.SendBackAsync() is { Count: > 0 } changed)
            throw new InvalidOperationException($"sent back as they were read:\n{string.Join('\n', changed)}");
        return seen;
    }

    /// <summary>Each writer goes by a model of its own, which does not know what the others do. Returns what was done.</summary>
    private static async Task<List<string>> WriteAsync(ShopStore store, ShopSequence sequence)
    {
        var seen = new List<string>();
        var model = new ShopState();
        foreach (var (i, step) in sequence.Steps.Index())
        {
            if (i % 4 == 0)
                model = (await store.ReadAsync()).Facts;
            var request = step.Request(model);
            var answer = await store.SendAsync(request);
            Assert.That(answer.Status, Is.AnyOf(200, 201, 400, 404, 422), $"{request} {answer.Body}");
            if (answer.Status is 200 or 201)
                seen.AddRange(request.Traits);
        }
        return seen;
    }

    private static void AssertSame(string when, IEnumerable<string> actual, IEnumerable<string> expected)
    {
        var (stored, due) = (actual.Order(StringComparer.Ordinal).ToList(), expected.Order(StringComparer.Ordinal).ToList());
        if (!stored.SequenceEqual(due))
            throw new InvalidOperationException($"after {when} there is\n  {string.Join("\n  ", stored.Except(due))}\nnot\n  {string.Join("\n  ", due.Except(stored))}");
    }
}
