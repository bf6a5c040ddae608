using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites;

/// <summary>HAL documents that are sent back as they were read: what cannot be written may be repeated, and not changed.</summary>
internal sealed class HalBodyTests
{
    private FavouritesData _company = null!;
    private UserClient _ann = null!;
    private string _item = null!;

    [SetUp]
    public async Task AddItemsAsync()
    {
        _company = NewCompany();
        _ann = new UserClient(_company, "ann");
        await _ann.AddAsync(_ann.Saved, _company.Artwork());
        _item = "collection_items/" + await _ann.AddAsync(_ann.Saved, _company.Artwork());
    }

    [TestCase("application/json")]
    [TestCase("application/hal+json")]
    public async Task An_item_is_sent_back_as_it_was_read(string type)
    {
        var read = await _ann.GetAsync(_item);
        var written = await PutAsync(_item, read.Body, type);
        Assert.That((written.Status, written.Body), Is.EqualTo((200, read.Body)));
    }

    [Test]
    public async Task An_item_is_moved_by_a_changed_document()
    {
        var document = await _ann.ReadAsync(_item);
        document["position"] = 1;
        document["_embedded"] = new JsonObject { ["artwork"] = new JsonArray() };
        var moved = await PutAsync(document.Link("self"), document.ToJsonString());
        Assert.That((moved.Status, moved.Json["position"]!.GetValue<int>()), Is.EqualTo((200, 1)), moved.Body);
    }

    [Test]
    public async Task A_collection_is_renamed_by_a_changed_document()
    {
        var document = await _ann.ReadAsync($"collections/{_ann.Saved}");
        document["name"] = "Mine";
        document["private"] = false;
        var renamed = await PutAsync(document.Link("self"), document.ToJsonString());
        Assert.That(renamed.Status, Is.EqualTo(200), renamed.Body);
        document["updated_at"] = renamed.Json["updated_at"]!.DeepClone();
        Assert.That(JsonNode.DeepEquals(renamed.Json, document), renamed.Body);
    }

    [TestCase("collections/SAVED", "id", "\"33763613-da95-4e0a-89fd-1394814769da\"")]
    [TestCase("collections/SAVED", "id", "null")]
    [TestCase("collections/SAVED", "created_at", "\"2014-11-25T19:30:15+00:00\"")]
    [TestCase("collections/SAVED", "updated_at", "\"\"")]
    [TestCase("collections/SAVED", "default", "false")]
    [TestCase("collections/SAVED", "default", "null")]
    [TestCase("collections/SAVED", "default", "\"yes\"")]
    [TestCase("ITEM", "id", "\"x\"")]
    [TestCase("ITEM", "created_at", "5")]
    [TestCase("ITEM", "updated_at", "null")]
    public async Task A_changed_member_that_cannot_be_written_is_an_error_and_nothing_is_changed(string path, string member, string value)
    {
        path = path.Replace("SAVED", _ann.Saved.ToString(), StringComparison.Ordinal).Replace("ITEM", _item, StringComparison.Ordinal);
        var before = await _ann.GetAsync(path);
        var document = before.Json;
        document[member] = JsonNode.Parse(value);
        document[path == _item ? "position" : "name"] = path == _item ? 1 : "Changed";
        Assert.That((await PutAsync(path, document.ToJsonString())).Errors(), Is.EqualTo($$"""{"{{member}}":["cannot be changed"]}"""));
        Assert.That((await _ann.GetAsync(path)).Body, Is.EqualTo(before.Body));
    }

    [TestCase("""{"position":1,"nope":1}""", "nope")]
    [TestCase("""{"position":1,"artwork_id":"x"}""", "artwork_id")]
    [TestCase("""{"position":1,"name":"x"}""", "name")]
    public async Task A_member_that_the_document_does_not_have_is_no_parameter(string body, string member) =>
        Assert.That((await PutAsync(_item, body)).Errors(), Is.EqualTo($$"""{"{{member}}":["is not a parameter here"]}"""));

    [Test]
    public async Task Values_in_the_address_are_no_document() => Assert.That(
        (await PutAsync(_item + "?id=" + _item.Split('/')[1], """{"position":1}""")).Errors(), Is.EqualTo("""{"id":["is not a parameter here"]}"""));

    [Test]
    public async Task A_form_may_repeat_them_too()
    {
        var read = await _ann.ReadAsync($"collections/{_ann.Saved}");
        var created = Uri.EscapeDataString(read["created_at"]!.GetValue<string>());
        Assert.That((await _ann.PutAsync($"collections/{_ann.Saved}", $"default=1&created_at={created}&id={_ann.Saved}&name=Mine")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task What_is_new_has_nothing_to_repeat()
    {
        var made = await SendAsync("POST /api/v2/collections", _ann.Token, $$$$"""{"user_id":"{{{{_ann.Id}}}}","name":"New","_links":{"self":{"href":"x"}},"_embedded":{}}""");
        Assert.That(made.Status, Is.EqualTo(201), made.Body);
        made = await SendAsync("POST /api/v2/collections", _ann.Token, $$"""{"user_id":"{{_ann.Id}}","name":"New","default":false}""");
        Assert.That(made.Errors(), Is.EqualTo("""{"default":["is not a parameter here"]}"""));
    }

    [Test]
    public async Task Another_user_learns_nothing_of_values()
    {
        var bob = new UserClient(_company, "bob");
        var open = _company.Collection(_ann.Id, isPrivate: false);
        foreach (var (collection, refusal) in new[] { (open, (403, "Only its owner can change a collection.")), (_ann.Saved, (404, "Collection Not Found")) })
        {
            var document = (await _ann.GetAsync($"collections/{collection}")).Json;
            document["created_at"] = "2014-11-25T19:30:15+00:00";
            var answer = await SendAsync($"PUT /api/v2/collections/{collection}", bob.Token, document.ToJsonString());
            Assert.That(answer.Refusal(), Is.EqualTo(refusal));
        }
    }

    private Task<Answer> PutAsync(string path, string body, string type = "application/hal+json") => SendAsync(
        "PUT " + (path.StartsWith(BaseUrl, StringComparison.Ordinal) ? path[BaseUrl.Length..] : "/api/v2/" + path), _ann.Token, body, type);
}
