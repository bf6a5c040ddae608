using Api.Tests.Support;
using JsonApi.Errors;
using NUnit.Framework;
using static Api.Tests.Store.BadInput.BadInputServer;

namespace Api.Tests.Store.BadInput;

/// <summary>Well-formed writes that the catalogue's state refuses.</summary>
internal sealed class CollectionItemErrorTests
{
    private string _stock = "";

    [SetUp]
    public void CountBefore() => _stock = Stock();

    [TearDown]
    public void NothingChanged() => Assert.That(Stock(), Is.EqualTo(_stock));

    [Test]
    public async Task Missing_archived_and_foreign_items_answer_the_same()
    {
        var bodies = new List<string>();
        foreach (var item in new[] { Guid.NewGuid(), Guid.Empty, ArchivedItemId, ForeignCollectionItem.ItemId })
        {
            var answer = await AddAsync(CollectionId, item);
            answer.AssertPointer(ErrorCodes.Unprocessable, "/data/attributes/item_id", "item_id must be the id of an item", "not_found");
            bodies.Add(answer.Body);
        }
        Assert.That(bodies.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Missing_and_foreign_collections_answer_the_same()
    {
        var bodies = new List<string>();
        foreach (var collection in new[] { Guid.NewGuid(), Guid.Empty, ForeignCollectionItem.CollectionId })
        {
            var answer = await AddAsync(collection, FreeItemId);
            answer.AssertPointer(ErrorCodes.Unprocessable, "/data/attributes/collection_id", "collection_id must be the id of a collection", "not_found");
            bodies.Add(answer.Body);
        }
        Assert.That(bodies.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Errors_of_both_ids_are_returned_together()
    {
        var answer = await AddAsync(Guid.NewGuid(), Guid.NewGuid());
        answer.AssertPointer(ErrorCodes.Unprocessable, "/data/attributes/collection_id", "must be", "not_found");
        answer.AssertPointer(ErrorCodes.Unprocessable, "/data/attributes/item_id", "must be", "not_found");
    }

    [Test]
    public async Task What_is_there_already_is_taken() =>
        (await AddAsync(TakenCollectionItem.CollectionId, TakenCollectionItem.ItemId))
            .AssertPointer(ErrorCodes.Unprocessable, "/data/attributes/item_id", "item_id has already been taken", "taken");

    [Test]
    public async Task A_system_collection_takes_nothing() =>
        (await AddAsync(SystemCollectionItem.CollectionId, FreeItemId))
            .AssertPointer(ErrorCodes.Unprocessable, "/data/attributes/collection_id", "system collection", "system");

    [Test]
    public async Task A_system_collection_gives_nothing_away()
    {
        var answer = await SendAsync(HttpMethod.Delete, $"{Items}/{SystemCollectionItem.Id}");
        var error = answer.AssertRefused(ErrorCodes.Unprocessable).Single();
        Assert.That(ErrorAssertions.Text(error, "meta", "code"), Is.EqualTo("system"));
    }

    [Test]
    public async Task Deleting_an_implicit_item_names_the_collections_that_contain_it()
    {
        using var context = Server.Database.CreateContext();
        var holders = context.CollectionItems
            .Where(row => row.ItemId == ImplicitItem.ItemId && !row.Implicit
                && (row.Collection!.ParentId == ImplicitItem.CollectionId || row.Collection.Parent!.ParentId == ImplicitItem.CollectionId))
            .Select(row => row.Collection!.Name).ToList();
        var answer = await SendAsync(HttpMethod.Delete, $"{Items}/{ImplicitItem.Id}");
        var error = answer.AssertRefused(ErrorCodes.Unprocessable).Single();
        Assert.That((ErrorAssertions.Text(error, "meta", "attribute"), ErrorAssertions.Text(error, "meta", "code")), Is.EqualTo(("implicit", "implicit")));
        Assert.That(ErrorAssertions.Text(error, "source", "pointer"), Is.EqualTo("/data/attributes/implicit"));
        Assert.That(holders, Is.Not.Empty);
        foreach (var holder in holders)
            Assert.That(ErrorAssertions.Text(answer.Json["errors"]![0]!, "detail"), Does.Contain(holder));
    }

    [TestCase("x")]
    [TestCase("%20")]
    [TestCase("%FF")]
    [TestCase("a%2Fb")]
    [TestCase("%27%3B%20DROP%20TABLE%20items%3B%20--")]
    [TestCase("00000000-0000-0000-0000-000000000000")]
    [TestCase("00000000000000000000000000000000")]
    [TestCase("%7B00000000-0000-0000-0000-000000000000%7D")]
    [TestCase("1e400")]
    public async Task An_unknown_id_is_not_found_whatever_it_is(string id)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
            (await SendAsync(method, $"{Items}/{id}")).AssertRefused(ErrorCodes.NotFound);
        foreach (var resource in new[] { "collections", "product_groups", "bundles", "bundle_items", "items", "photos" })
            (await GetAsync($"/api/4/{resource}/{id}")).AssertRefused(ErrorCodes.NotFound);
    }

    [Test]
    public async Task What_belongs_to_another_company_answers_like_what_is_not_there()
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
        {
            var foreign = await SendAsync(method, $"{Items}/{ForeignCollectionItem.Id}");
            var missing = await SendAsync(method, $"{Items}/{Guid.Empty}");
            foreign.AssertRefused(ErrorCodes.NotFound);
            Assert.That(foreign.Body.Replace(ForeignCollectionItem.Id.ToString(), "ID", StringComparison.Ordinal), Is.EqualTo(missing.Body.Replace(Guid.Empty.ToString(), "ID", StringComparison.Ordinal)));
        }
        Assert.That((await SendAsync(HttpMethod.Get, $"{Items}/{ForeignCollectionItem.Id}", token: OtherToken)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Nothing_foreign_is_found_by_any_filter()
    {
        foreach (var filter in new[]
        {
            $"filter[id]={ForeignCollectionItem.Id}", $"filter[item_id]={ForeignCollectionItem.ItemId}", $"filter[collection_id]={ForeignCollectionItem.CollectionId}",
            $"filter[collection.name]={PlainTextTests.Ordinary}", "filter[item.name]=Foreign",
        })
        {
            Assert.That(await CountAsync(filter, null), Is.Zero, filter);
            Assert.That(await CountAsync(filter, OtherToken), Is.EqualTo(1), filter);
        }

        async Task<int> CountAsync(string filter, string? token)
        {
            var answer = await SendAsync(HttpMethod.Get, $"{Items}?{filter}&stats[total]=count&page[size]=0", token: token);
            return answer.Json["meta"]!["stats"]!["total"]!["count"]!.GetValue<int>();
        }
    }

    private static Task<Answer> AddAsync(Guid collection, Guid item) =>
        PostAsync($$$$"""{"data":{"type":"collection_items","attributes":{"collection_id":"{{{{collection}}}}","item_id":"{{{{item}}}}"}}}""");
}
