using System.Text.Json.Nodes;
using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites;

/// <summary>Collection items over HTTP: the document's own resource.</summary>
internal sealed class UserCollectionItemRequestTests
{
    private FavouritesData _company = null!;
    private UserClient _ann = null!;

    [SetUp]
    public void AddUser()
    {
        _company = NewCompany();
        _ann = new UserClient(_company, "ann");
    }

    [Test]
    public async Task An_artwork_is_added_found_moved_and_taken_out()
    {
        var artworks = Enumerable.Range(0, 3).Select(_ => _company.Artwork()).ToArray();
        var collections = await _ann.ReadAsync($"collections?user_id={_ann.Id}&default=true&private=true");
        var items = collections.Embedded("collections").Single()!.Link("collection_items");
        var ids = new List<string>();
        foreach (var artwork in artworks)
        {
            var added = await _ann.PostAsync(items, $"artwork_id={artwork}");
            Assert.That((added.Status, added.Headers.Location?.ToString()), Is.EqualTo((201, added.Json.Link("self"))), added.Body);
            Assert.That(added.Json["position"]!.GetValue<int>(), Is.EqualTo(ids.Count + 1));
            ids.Add(added.Json.Id());
        }
        Assert.That((await _ann.ReadAsync(items)).Ids("collection_items"), Is.EqualTo(ids));

        var moved = await _ann.PutAsync(items.Replace("collection_items?", $"collection_items/{ids[2]}?", StringComparison.Ordinal), "position=1");
        Assert.That((moved.Status, moved.Json["position"]!.GetValue<int>()), Is.EqualTo((200, 1)), moved.Body);
        Assert.That((await _ann.ReadAsync(items)).Ids("collection_items"), Is.EqualTo(new[] { ids[2], ids[0], ids[1] }));

        var read = await _ann.ReadAsync($"collection_items/{ids[0]}");
        var deleted = await _ann.DeleteAsync($"collection_items/{ids[0]}");
        Assert.That((deleted.Status, deleted.Body), Is.EqualTo((200, read.ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal).Replace("\\u0026", "&", StringComparison.Ordinal))));
        Assert.That((await _ann.ReadAsync(items)).Ids("collection_items"), Is.EqualTo(new[] { ids[2], ids[1] }));
        Assert.That((await _ann.GetAsync($"collection_items/{ids[0]}")).Refusal(), Is.EqualTo((404, "Collection Item Not Found")));
    }

    [Test]
    public async Task An_item_is_written_as_the_document_shows_it()
    {
        var artwork = _company.Artwork();
        var id = await _ann.AddAsync(_ann.Saved, artwork);
        var root = BaseUrl + "/api/v2";
        var item = await _ann.ReadAsync($"collection_items/{id}?collection_id={_ann.Saved}&user_id={_ann.Id}");
        var time = item["created_at"]!.GetValue<string>();
        Assert.That(time, Does.Match(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$"));
        Assert.That(JsonNode.DeepEquals(item, JsonNode.Parse($$$$"""
            {"id":"{{{{id}}}}","created_at":"{{{{time}}}}","updated_at":"{{{{time}}}}","position":1,
             "_links":{"self":{"href":"{{{{root}}}}/collection_items/{{{{id}}}}?collection_id={{{{_ann.Saved}}}}&user_id={{{{_ann.Id}}}}"},
                       "user":{"href":"{{{{root}}}}/users/{{{{_ann.Id}}}}"},
                       "collection":{"href":"{{{{root}}}}/collections/{{{{_ann.Saved}}}}"},
                       "artwork":{"href":"{{{{root}}}}/artworks/{{{{artwork}}}}"}}}
            """)), item.ToJsonString());
        foreach (var relation in new[] { "self", "user", "collection", "artwork" })
            Assert.That((await _ann.GetAsync(item.Link(relation))).Status, Is.EqualTo(200), relation);
        Assert.That(JsonNode.DeepEquals(item, await _ann.ReadAsync(item.Link("self"))));
    }

    [TestCase("", """{"collection_id":["is required"],"user_id":["is required"]}""")]
    [TestCase("?collection_id=ID", """{"user_id":["is required"]}""")]
    [TestCase("?user_id=ID", """{"collection_id":["is required"]}""")]
    [TestCase("?user_id=ID&collection_id=", """{"collection_id":["is required"]}""")]
    [TestCase("?user_id=ann&collection_id=1", """{"collection_id":["must be an id"],"user_id":["must be an id"]}""")]
    public async Task Collection_and_user_are_required(string query, string errors)
    {
        query = query.Replace("ID", _ann.Saved.ToString(), StringComparison.Ordinal);
        Assert.That((await _ann.GetAsync("collection_items" + query)).Errors(), Is.EqualTo(errors));
        Assert.That((await _ann.PostAsync("collection_items" + query, $"artwork_id={_company.Artwork()}")).Errors(), Is.EqualTo(errors));
    }

    [TestCase("application/json", """{"collection_id":"COLLECTION","user_id":"USER","artwork_id":"ARTWORK"}""")]
    [TestCase("application/hal+json", """{"collection_id":"COLLECTION","user_id":"USER","artwork_id":"ARTWORK"}""")]
    [TestCase("application/x-www-form-urlencoded", "collection_id=COLLECTION&user_id=USER&artwork_id=ARTWORK")]
    [TestCase(null, "")]
    public async Task Parameters_of_a_write_are_read_from_the_body_or_the_query(string? type, string body)
    {
        var values = (type is null ? "?collection_id=COLLECTION&user_id=USER&artwork_id=ARTWORK" : body)
            .Replace("COLLECTION", _ann.Saved.ToString(), StringComparison.Ordinal).Replace("USER", _ann.Id.ToString(), StringComparison.Ordinal)
            .Replace("ARTWORK", _company.Artwork().ToString(), StringComparison.Ordinal);
        var answer = type is null
            ? await SendAsync("POST /api/v2/collection_items" + values, _ann.Token)
            : await SendAsync("POST /api/v2/collection_items", _ann.Token, values, type);
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
    }

    [Test]
    public async Task Only_an_artwork_that_is_not_there_yet_can_be_added()
    {
        var artwork = _company.Artwork();
        await _ann.AddAsync(_ann.Saved, artwork);
        Assert.That((await AddErrorAsync(artwork)), Is.EqualTo("""{"artwork_id":["is in the collection already"]}"""));
        Guid[] none =
        [
            _company.Bundle(), Guid.NewGuid(), NewCompany().Artwork(), _company.Artwork(group => group.Archived = true),
            _company.Artwork(group => group.ShowInStore = false), _company.Artwork(group => group.Artwork = null),
        ];
        foreach (var id in none)
            Assert.That(await AddErrorAsync(id), Is.EqualTo("""{"artwork_id":["must be the id of an artwork"]}"""));
        Assert.That((await _ann.PostAsync(_ann.Items(_ann.Saved), "")).Errors(), Is.EqualTo("""{"artwork_id":["is required"]}"""));
        Assert.That((await _ann.ReadAsync(_ann.Items(_ann.Saved) + "&total_count=1"))["total_count"]!.GetValue<int>(), Is.EqualTo(1));
    }

    private async Task<string> AddErrorAsync(Guid artwork) => (await _ann.PostAsync(_ann.Items(_ann.Saved), $"artwork_id={artwork}")).Errors();

    [TestCase("", """{"position":["is required"]}""")]
    [TestCase("position=0", """{"position":["must be a whole number, 1 or more"]}""")]
    [TestCase("position=-1", """{"position":["must be a whole number, 1 or more"]}""")]
    [TestCase("position=first", """{"position":["must be a whole number, 1 or more"]}""")]
    [TestCase("position=1.5", """{"position":["must be a whole number, 1 or more"]}""")]
    [TestCase("position=99999999999999999999", """{"position":["must be a whole number, 1 or more"]}""")]
    [TestCase("position=4", """{"position":["must be a whole number from 1 to 3"]}""")]
    [TestCase("position=1&position=2", """{"position":["is given more than once"]}""")]
    [TestCase("position=1&artwork_id=1", """{"artwork_id":["is not a parameter here"]}""")]
    public async Task A_position_is_one_of_the_collection(string form, string errors)
    {
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
            ids.Add(await _ann.AddAsync(_ann.Saved, _company.Artwork()));
        Assert.That((await _ann.PutAsync("collection_items/" + ids[1], form)).Errors(), Is.EqualTo(errors));
        Assert.That((await _ann.ReadAsync(_ann.Items(_ann.Saved))).Ids("collection_items"), Is.EqualTo(ids));
    }

    [Test]
    public async Task A_collection_item_is_found_in_its_own_collection_only()
    {
        var id = await _ann.AddAsync(_ann.Saved, _company.Artwork());
        var other = _company.Collection(_ann.Id, false);
        foreach (var query in new[] { $"?collection_id={other}", $"?user_id={other}", $"?collection_id={other}&user_id={_ann.Id}" })
            foreach (var verb in new[] { "GET", "DELETE", "PUT" })
                Assert.That(
                    (await SendAsync($"{verb} /api/v2/collection_items/{id}{query}", _ann.Token, verb == "PUT" ? """{"position":1}""" : null)).Refusal(),
                    Is.EqualTo((404, "Collection Item Not Found")));
        Assert.That((await _ann.GetAsync($"collection_items?collection_id={_ann.Saved}&user_id={other}")).Refusal(), Is.EqualTo((404, "Collection Not Found")));
        Assert.That((await _ann.PostAsync($"collection_items?collection_id={_ann.Saved}&user_id={other}", $"artwork_id={_company.Artwork()}")).Refusal(), Is.EqualTo((404, "Collection Not Found")));
        Assert.That((await _ann.GetAsync("collection_items/first")).Refusal(), Is.EqualTo((404, "Collection Item Not Found")));
    }

    [Test]
    public async Task An_artwork_that_the_store_hides_leaves_no_gap_and_reappears()
    {
        var artworks = Enumerable.Range(0, 4).Select(_ => _company.Artwork()).ToArray();
        var ids = new List<string>();
        foreach (var artwork in artworks)
            ids.Add(await _ann.AddAsync(_ann.Saved, artwork));
        _company.SetArtwork(artworks[1], archived: true);
        _company.SetArtwork(artworks[3], showInStore: false);
        var items = await _ann.ReadAsync(_ann.Items(_ann.Saved) + "&total_count=1");
        Assert.That(items.Ids("collection_items"), Is.EqualTo(new[] { ids[0], ids[2] }));
        Assert.That(items.Embedded("collection_items").Select(item => item!["position"]!.GetValue<int>()), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(items["total_count"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That((await _ann.ReadAsync(_ann.Artworks(_ann.Saved))).Ids("artworks"), Is.EqualTo(new[] { artworks[0].ToString(), artworks[2].ToString() }));
        Assert.That((await _ann.GetAsync($"artworks/{artworks[1]}")).Refusal(), Is.EqualTo((404, "Artwork Not Found")));
        Assert.That((await _ann.GetAsync($"collection_items/{ids[1]}")).Refusal(), Is.EqualTo((404, "Collection Item Not Found")));
        Assert.That((await _ann.DeleteAsync($"collection_items/{ids[1]}")).Refusal(), Is.EqualTo((404, "Collection Item Not Found")));
        Assert.That((await _ann.ReadAsync($"collection_items/{ids[2]}"))["position"]!.GetValue<int>(), Is.EqualTo(2));
        _company.SetArtwork(artworks[1]);
        Assert.That((await _ann.ReadAsync($"collection_items/{ids[2]}"))["position"]!.GetValue<int>(), Is.EqualTo(3));
    }
}
