using Api.Tests.Support;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>The rules of collection items, on the catalogue that <see cref="TestCatalog"/> draws.</summary>
internal sealed class CollectionItemTests
{
    private const string ItemRefusal = "422 not_found /data/attributes/item_id: item_id must be the id of an item of this company that is not archived";
    private const string CollectionRefusal = "422 not_found /data/attributes/collection_id: collection_id must be the id of a collection of this company";

    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [Test]
    public async Task A_new_item_is_explicit_and_implicit_above()
    {
        var answer = await _company.Add("Boats", "Lamp");
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        Assert.That(answer.Attributes()["implicit"]!.GetValue<bool>(), Is.False);
        Assert.That(answer.Attributes()["position"], Is.Null);
        Assert.That(await _company.CollectionsOf("Lamp"), Is.EqualTo("(Outdoor), (Water), Boats, Indoor"));
    }

    [Test]
    public async Task A_root_has_nothing_above()
    {
        await _company.Add("Indoor", "Éclair set");
        Assert.That(await _company.CollectionsOf("Éclair set"), Is.EqualTo("Indoor"));
    }

    [Test]
    public async Task What_is_explicit_above_stays_so()
    {
        await _company.Add("Boats", "kayak");
        Assert.That(await _company.CollectionsOf("kayak"), Is.EqualTo("(Outdoor), Water, Boats"));
    }

    [Test]
    public async Task An_implicit_item_becomes_explicit_and_keeps_id_and_position()
    {
        Execute($"UPDATE collection_items SET position = 7 WHERE id = '{_company["Water: Kayak"]}'");
        var answer = await _company.Add("Water", "Kayak");
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        Assert.That(answer.Json["data"]!.Text("id"), Is.EqualTo(_company["Water: Kayak"]));
        Assert.That(answer.Attributes()["position"]!.GetValue<int>(), Is.EqualTo(7));
        Assert.That(answer.Attributes().Text("created_at"), Does.StartWith("2025-01-01"));
        Assert.That(answer.Attributes().Text("updated_at"), Does.Not.StartWith("2025-01-01"));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("(Outdoor), Water, Boats, Featured"));
    }

    [Test]
    public async Task An_explicit_item_is_taken()
    {
        var answer = await _company.Add("Water", "kayak");
        Assert.That(answer.Errors(), Is.EqualTo(new[] { "422 taken /data/attributes/item_id: item_id has already been taken" }));
        Assert.That(await _company.CollectionsOf("kayak"), Is.EqualTo("(Outdoor), Water"));
    }

    [Test]
    public async Task One_of_many_at_once_succeeds()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _company.Add("Boats", "Äpfelkorb")));
        Assert.That(answers.Select(answer => answer.Status).Order(), Is.EqualTo(Enumerable.Repeat(422, 11).Prepend(201)));
        Assert.That(await _company.CollectionsOf("Äpfelkorb"), Is.EqualTo("(Outdoor), (Water), Boats"));
        Assert.That(await _company.ItemCount("Boats"), Is.EqualTo(2));
    }

    [Test]
    public async Task System_collections_cannot_be_changed()
    {
        var added = await _company.Add("Featured", "Zelt");
        Assert.That(added.Errors(), Is.EqualTo(new[] { "422 system /data/attributes/collection_id: collection_id is a system collection, which cannot be changed" }));
        var removed = await _company.Remove(_company["Featured: Kayak"]);
        Assert.That(removed.Errors().Single(), Does.StartWith("422 system "));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("(Outdoor), (Water), Boats, Featured"));
    }

    [Test]
    public async Task Missing_archived_and_foreign_items_answer_the_same()
    {
        var other = WriteServer.NewCompany();
        foreach (var item in new[] { "00000000-0000-4000-8000-000000000000", _company["Old raft"], other["Zelt"], _company["Water"] })
            Assert.That((await _company.Post(CollectionItemRequests.Body(_company["Water"], item))).Errors(), Is.EqualTo(new[] { ItemRefusal }));
    }

    [Test]
    public async Task Missing_and_foreign_collections_answer_the_same()
    {
        var other = WriteServer.NewCompany();
        foreach (var collection in new[] { "00000000-0000-4000-8000-000000000000", other["Water"], _company["Zelt"] })
            Assert.That((await _company.Post(CollectionItemRequests.Body(collection, _company["Zelt"]))).Errors(), Is.EqualTo(new[] { CollectionRefusal }));
        Assert.That(await other.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Land"));
    }

    [Test]
    public async Task Several_refusals_come_back_together()
    {
        var answer = await _company.Post(CollectionItemRequests.Body(_company["Zelt"], _company["Water"]));
        Assert.That(answer.Errors(), Is.EquivalentTo(new[] { CollectionRefusal, ItemRefusal }));
    }

    [Test]
    public async Task A_removed_item_is_gone_and_so_are_its_implicit_items()
    {
        var answer = await _company.Remove(_company["Water: kayak"]);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(answer.Json["data"]!.Text("id"), Is.EqualTo(_company["Water: kayak"]));
        Assert.That(answer.Attributes()["position"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That(await _company.CollectionsOf("kayak"), Is.Empty);
        Assert.That((await _company.GetAsync($"collection_items/{_company["Water: kayak"]}")).Status, Is.EqualTo(404));
        Assert.That((await _company.Remove(_company["Water: kayak"])).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task What_a_descendant_still_holds_becomes_implicit_and_is_answered_as_it_was()
    {
        await _company.Add("Water", "Kayak");
        var answer = await _company.Remove(_company["Water: Kayak"]);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(answer.Attributes()["implicit"]!.GetValue<bool>(), Is.False);
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("(Outdoor), (Water), Boats, Featured"));
        Assert.That((await _company.GetAsync($"collection_items/{_company["Water: Kayak"]}")).Attributes()["implicit"]!.GetValue<bool>(), Is.True);
    }

    [Test]
    public async Task What_another_branch_holds_stays_above()
    {
        await _company.Add("Land", "Kayak");
        await _company.Remove(_company["Boats: Kayak"]);
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("(Outdoor), Land, Featured"));
    }

    [Test]
    public async Task What_is_explicit_above_stays_when_it_is_removed_below()
    {
        await _company.Add("Outdoor", "Kayak");
        await _company.Remove(_company["Boats: Kayak"]);
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("Outdoor, Featured"));
    }

    [Test]
    public async Task An_implicit_item_cannot_be_removed_and_the_answer_names_the_collections_that_contain_it()
    {
        await _company.Add("Land", "Kayak");
        var answer = await _company.Remove(_company["Outdoor: Kayak"]);
        Assert.That(answer.Errors(), Is.EqualTo(new[]
        {
            "422 implicit /data/attributes/implicit: The collection item is implicit: it is here because 'Land', 'Boats' hold it; take it out there.",
        }));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("(Outdoor), (Water), Boats, Land, Featured"));
    }

    [Test]
    public async Task An_item_of_another_company_is_not_found()
    {
        var other = WriteServer.NewCompany();
        Assert.That((await _company.Remove(other["Land: Zelt"])).Status, Is.EqualTo(404));
        Assert.That((await _company.Remove("nonsense")).Status, Is.EqualTo(404));
        Assert.That(await other.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Land"));
    }

    [Test]
    public async Task The_item_count_is_of_explicit_items_that_show_in_the_store()
    {
        Assert.That((await _company.ItemCount("Boats"), await _company.ItemCount("Outdoor")), Is.EqualTo((1, 1)));
        await _company.Add("Boats", "Zelt");
        Assert.That((await _company.ItemCount("Boats"), await _company.ItemCount("Outdoor")), Is.EqualTo((2, 1)));
        await _company.Add("Boats", "Lamp");
        Assert.That(await _company.ItemCount("Boats"), Is.EqualTo(2), "a hidden item does not count");
        await _company.Add("Outdoor", "Zelt");
        Assert.That(await _company.ItemCount("Outdoor"), Is.EqualTo(2), "an implicit item that becomes explicit counts");
        await _company.Remove(_company["Outdoor: Zelt"]);
        Assert.That(await _company.ItemCount("Outdoor"), Is.EqualTo(1), "an explicit item that becomes implicit does not");
        await _company.Remove(_company["Indoor: Lamp"]);
        Assert.That(await _company.ItemCount("Indoor"), Is.EqualTo(1), "a hidden item takes nothing away");
    }

    private static void Execute(string sql)
    {
        using var connection = WriteServer.Server.Database.OpenConnection();
        using var command = new SqliteCommand(sql, connection);
        Assert.That(command.ExecuteNonQuery(), Is.EqualTo(1), sql);
    }
}
