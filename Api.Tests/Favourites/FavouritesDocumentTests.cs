using System.Text.Json.Nodes;
using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites;

/// <summary>The documentation of collection items, from its first line to its last: each row of its tables has a test of its name.</summary>
internal sealed class FavouritesDocumentTests
{
    private FavouritesData _company = null!;
    private UserClient _ann = null!;
    private Guid _artwork;
    private string _item = null!;

    [SetUp]
    public async Task FillAsync()
    {
        _company = NewCompany();
        _ann = new UserClient(_company, "ann");
        _artwork = _company.Artwork();
        _item = await _ann.AddAsync(_ann.Saved, _artwork);
    }

    [Test]
    public async Task Parameter_collection_id()
    {
        Assert.That((await _ann.GetAsync($"collection_items?user_id={_ann.Id}")).Errors(), Is.EqualTo("""{"collection_id":["is required"]}"""));
        var other = _company.Collection(_ann.Id, false);
        Assert.That((await _ann.ReadAsync(_ann.Items(other))).Ids("collection_items"), Is.Empty);
        Assert.That((await _ann.ReadAsync(_ann.Items(_ann.Saved))).Ids("collection_items"), Is.EqualTo(new[] { _item }));
    }

    [Test]
    public async Task Parameter_user_id()
    {
        Assert.That((await _ann.GetAsync($"collection_items?collection_id={_ann.Saved}")).Errors(), Is.EqualTo("""{"user_id":["is required"]}"""));
        var bob = new UserClient(_company, "bob");
        Assert.That((await _ann.GetAsync($"collection_items?collection_id={_ann.Saved}&user_id={bob.Id}")).Refusal(), Is.EqualTo((404, "Collection Not Found")));
    }

    /// <summary>The table calls it the collection, the example beside it shows the item: the example is right.</summary>
    [Test]
    public async Task Link_self() =>
        Assert.That((await ItemAsync()).Link("self"), Is.EqualTo($"{BaseUrl}/api/v2/collection_items/{_item}?collection_id={_ann.Saved}&user_id={_ann.Id}"));

    [Test]
    public async Task Link_user() =>
        Assert.That((await FollowAsync("user"))["name"]!.GetValue<string>(), Is.EqualTo("ann"));

    [Test]
    public async Task Link_collection() =>
        Assert.That((await FollowAsync("collection"))["name"]!.GetValue<string>(), Is.EqualTo("Saved Artwork"));

    [Test]
    public async Task Link_artwork() => Assert.That((await FollowAsync("artwork")).Id(), Is.EqualTo(_artwork.ToString()));

    [TestCase("id", @"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    [TestCase("created_at", @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$")]
    [TestCase("updated_at", @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$")]
    [TestCase("position", "^1$")]
    public async Task Member(string name, string pattern) => Assert.That((await ItemAsync())[name]!.ToString(), Does.Match(pattern));

    [Test]
    public async Task The_response_is_a_paginated_result_with_embedded_collection_items()
    {
        var collection = await _ann.ReadAsync($"collections/{_ann.Saved}");
        var listed = await _ann.ReadAsync(collection.Link("collection_items"));
        Assert.That(listed.AsObject().Select(member => member.Key), Is.EqualTo(new[] { "total_count", "_links", "_embedded" }));
        Assert.That(JsonNode.DeepEquals(listed.Embedded("collection_items").Single(), await ItemAsync()));
    }

    [Test]
    public async Task A_collection_item_is_retrieved_by_the_link_template_from_root()
    {
        var template = (await _ann.ReadAsync(""))["_links"]!["collection_item"]!["href"]!.GetValue<string>();
        var filled = template.Replace("{id}{?collection_id,user_id}", $"{_item}?collection_id={_ann.Saved}&user_id={_ann.Id}", StringComparison.Ordinal);
        Assert.That(JsonNode.DeepEquals(await _ann.ReadAsync(filled), await ItemAsync()));
    }

    [Test]
    public async Task Just_the_artworks_of_a_collection_come_by_its_link_to_artworks() =>
        Assert.That((await _ann.ReadAsync((await FollowAsync("collection")).Link("artworks"))).Ids("artworks"), Is.EqualTo(new[] { _artwork.ToString() }));

    [Test]
    public async Task Collection_items_are_created_with_post_to_collection_items_and_updated_with_put_to_collection_item()
    {
        var collection = await _ann.ReadAsync($"collections/{_ann.Saved}");
        var added = await _ann.PostAsync(collection.Link("collection_items"), $"artwork_id={_company.Artwork()}");
        var moved = await _ann.PutAsync(added.Json.Link("self"), "position=1");
        Assert.That((added.Status, moved.Status), Is.EqualTo((201, 200)));
        Assert.That((await ItemAsync())["position"]!.GetValue<int>(), Is.EqualTo(2));
    }

    private Task<JsonNode> ItemAsync() => _ann.ReadAsync($"collection_items/{_item}?collection_id={_ann.Saved}&user_id={_ann.Id}");

    private async Task<JsonNode> FollowAsync(string relation) => await _ann.ReadAsync((await ItemAsync()).Link(relation));
}
