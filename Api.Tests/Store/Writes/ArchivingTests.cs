using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Archiving items and undoing it, hiding and showing them: the effect on collection items and counts.</summary>
internal sealed class ArchivingTests
{
    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [Test]
    public async Task An_archived_item_keeps_its_id_as_slug_and_leaves_its_collections()
    {
        await _company.ChangeItem("product_groups", "Kayak", """{"slug":"kayak"}""");
        var answer = await _company.Archive("product_groups", "Kayak");
        Assert.That(answer.Some("archived", "slug"), Is.EqualTo($"true \"{_company["Kayak"]}\""));
        Assert.That(answer.Attributes().Text("archived_at"), Is.EqualTo(answer.Attributes().Text("updated_at")));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.Empty, "neither explicit items, nor implicit ones, nor those in system collections");
        Assert.That((await _company.ItemCount("Boats"), await _company.ItemCount("Water"), await _company.ItemCount("Featured")), Is.EqualTo((0, 1, 0)));
        Assert.That(await _company.CollectionsOf("kayak"), Is.EqualTo("(Outdoor), Water"), "others stay where they are");
        Assert.That((await _company.GetAsync($"product_groups/{_company["Kayak"]}")).Body, Is.EqualTo(answer.Body));
        Assert.That(_company.Labels((await _company.GetAsync("product_groups?filter[name][eql]=Kayak")).Json), Is.Empty);
        Assert.That(_company.Labels((await _company.GetAsync("items?filter[name][eql]=Kayak&filter[archived]=true")).Json), Is.EqualTo(new[] { "Kayak" }));
        Assert.That((await _company.CreateItem("product_groups", """{"name":"Kayak"}""")).Some("slug"), Is.EqualTo("\"kayak\""), "its slug is free");
        Assert.That(await _company.PartsOf("Weekend set"), Is.EqualTo("1: 1 Kayak, 2: 2 Zelt"), "bundles still have it");
        Assert.That((await _company.Add("Land", "Kayak")).Errors().Single(), Does.StartWith("422 not_found /data/attributes/item_id"));
    }

    [Test]
    public async Task A_hidden_item_takes_nothing_from_the_counts()
    {
        await _company.Archive("product_groups", "Lamp");
        Assert.That(await _company.ItemCount("Indoor"), Is.EqualTo(1));
        Assert.That(await _company.CollectionsOf("Lamp"), Is.Empty);
    }

    [Test]
    public async Task Archiving_again_changes_nothing()
    {
        var first = await _company.Archive("bundles", "Weekend set");
        Assert.That((await _company.Archive("bundles", "Weekend set")).Body, Is.EqualTo(first.Body));
        Assert.That((await _company.ChangeItem("bundles", "Weekend set", """{"archived":true}""")).Body, Is.EqualTo(first.Body));
        Assert.That(await _company.ItemCount("Outdoor"), Is.EqualTo(0));
    }

    [Test]
    public async Task An_unarchived_item_is_in_no_collection_and_gets_a_slug_of_its_name()
    {
        await _company.Archive("product_groups", "Kayak");
        await _company.CreateItem("product_groups", """{"name":"Kayak"}""");
        var answer = await _company.ChangeItem("product_groups", "Kayak", """{"archived":false}""");
        Assert.That(answer.Some("archived", "archived_at", "slug"), Is.EqualTo("false null \"kayak-2\""));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.Empty);
        Assert.That(await _company.ItemCount("Boats"), Is.EqualTo(0));
        Assert.That((await _company.Add("Boats", "Kayak")).Status, Is.EqualTo(201));
        Assert.That((await _company.ChangeItem("product_groups", "Old raft", """{"archived":false,"slug":"raft","name":"New raft"}""")).Some("slug", "name"), Is.EqualTo("\"raft\" \"New raft\""));
    }

    [Test]
    public async Task An_update_can_archive_and_hide_at_once()
    {
        await _company.ChangeItem("product_groups", "Kayak", """{"archived":true,"show_in_store":false}""");
        Assert.That(await _company.ItemCount("Boats"), Is.EqualTo(0));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.Empty);
        await _company.ChangeItem("product_groups", "Kayak", """{"archived":false,"show_in_store":true}""");
        Assert.That(await _company.ItemCount("Boats"), Is.EqualTo(0));
    }

    [Test]
    public async Task The_slug_of_an_archived_item_cannot_be_changed_but_the_rest_can()
    {
        var slug = (await _company.Archive("product_groups", "Zelt")).Attributes().Text("slug");
        Assert.That((await _company.ChangeItem("product_groups", "Zelt", """{"slug":"zelt"}""")).Errors().Single(), Does.StartWith("422 archived /data/attributes/slug"));
        Assert.That((await _company.ChangeItem("product_groups", "Zelt", $$"""{"slug":"{{slug}}","name":"Tent","show_in_store":false}""")).Some("slug", "name"), Is.EqualTo($"\"{slug}\" \"Tent\""));
        Assert.That((await _company.ChangeItem("product_groups", "Zelt", $$"""{"slug":"{{slug}}","archived":false}""")).Some("slug"), Is.EqualTo("\"tent\""), "a client that sends back what it got");
    }

    [Test]
    public async Task A_slug_that_is_somebodys_id_is_in_nobodys_way()
    {
        await _company.CreateItem("product_groups", $$"""{"name":"x","slug":"{{_company["Zelt"]}}"}""");
        Assert.That((await _company.Archive("product_groups", "Zelt")).Some("slug"), Is.EqualTo($"\"{_company["Zelt"]}-2\""));
    }

    [Test]
    public async Task Hiding_and_showing_change_the_counts_of_explicit_items()
    {
        await _company.Add("Land", "Kayak");
        await _company.ChangeItem("product_groups", "Kayak", """{"show_in_store":false}""");
        Assert.That(await CountsAsync(), Is.EqualTo("Outdoor 1, Water 1, Boats 0, Land 1, Indoor 1, Featured 0"));
        await _company.ChangeItem("product_groups", "Kayak", """{"show_in_store":false,"name":"K"}""");
        Assert.That(await CountsAsync(), Is.EqualTo("Outdoor 1, Water 1, Boats 0, Land 1, Indoor 1, Featured 0"));
        await _company.ChangeItem("product_groups", "Kayak", """{"show_in_store":true}""");
        Assert.That(await CountsAsync(), Is.EqualTo("Outdoor 1, Water 1, Boats 1, Land 2, Indoor 1, Featured 1"));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("(Outdoor), (Water), Boats, Land, Featured"));
    }

    [Test]
    public async Task A_refused_change_moves_no_counts()
    {
        await _company.CreateItem("product_groups", """{"name":"taken"}""");
        Assert.That((await _company.ChangeItem("product_groups", "Kayak", """{"show_in_store":false,"slug":"taken"}""")).Status, Is.EqualTo(422));
        Assert.That(await _company.ItemCount("Boats"), Is.EqualTo(1));
        Assert.That((await _company.GetAsync($"product_groups/{_company["Kayak"]}")).Some("show_in_store"), Is.EqualTo("true"));
    }

    private async Task<string> CountsAsync()
    {
        var counts = new List<string>();
        foreach (var collection in new[] { "Outdoor", "Water", "Boats", "Land", "Indoor", "Featured" })
            counts.Add($"{collection} {await _company.ItemCount(collection)}");
        return string.Join(", ", counts);
    }
}
