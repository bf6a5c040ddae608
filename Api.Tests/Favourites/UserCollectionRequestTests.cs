using System.Text.Json.Nodes;
using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites;

/// <summary>Users' collections over HTTP.</summary>
internal sealed class UserCollectionRequestTests
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
    public async Task A_user_begins_with_saved_artwork()
    {
        var root = BaseUrl + "/api/v2";
        var listed = await _ann.ReadAsync($"collections?user_id={_ann.Id}&private=true");
        var saved = listed.Embedded("collections").Single()!;
        var time = saved["created_at"]!.GetValue<string>();
        Assert.That(JsonNode.DeepEquals(saved, JsonNode.Parse($$$$"""
            {"id":"{{{{_ann.Saved}}}}","created_at":"{{{{time}}}}","updated_at":"{{{{time}}}}","name":"Saved Artwork","description":null,"default":true,"private":true,
             "_links":{"self":{"href":"{{{{root}}}}/collections/{{{{_ann.Saved}}}}"},
                       "user":{"href":"{{{{root}}}}/users/{{{{_ann.Id}}}}"},
                       "artworks":{"href":"{{{{root}}}}/artworks?collection_id={{{{_ann.Saved}}}}&user_id={{{{_ann.Id}}}}"},
                       "collection_items":{"href":"{{{{root}}}}/collection_items?collection_id={{{{_ann.Saved}}}}&user_id={{{{_ann.Id}}}}"} } }
            """)), saved.ToJsonString());
        Assert.That(JsonNode.DeepEquals(saved, await _ann.ReadAsync(saved.Link("self"))));
    }

    [Test]
    public async Task A_collection_is_made_changed_and_deleted()
    {
        var made = await _ann.PostAsync("collections", $"user_id={_ann.Id}&name=Sea+%26+sky&description=Blue&private=1");
        Assert.That((made.Status, made.Headers.Location?.ToString()), Is.EqualTo((201, made.Json.Link("self"))), made.Body);
        Assert.That((Text(made, "name"), Text(made, "description"), Text(made, "private"), Text(made, "default")), Is.EqualTo(("Sea & sky", "Blue", "true", "false")));
        var path = made.Json.Link("self");
        var changed = await _ann.PutAsync(path, "name=Sea&private=false");
        Assert.That((changed.Status, Text(changed, "name"), Text(changed, "description"), Text(changed, "private")), Is.EqualTo((200, "Sea", "Blue", "false")));
        foreach (var nothing in new[] { """{"description":null}""", """{"description":""}""" })
        {
            await _ann.PutAsync(path, "description=Blue");
            var cleared = await SendAsync("PUT " + path[BaseUrl.Length..], _ann.Token, nothing);
            Assert.That((cleared.Status, cleared.Json["description"]), Is.EqualTo((200, (JsonNode?)null)));
        }
        Assert.That((await _ann.PutAsync(path, "")).Status, Is.EqualTo(200));
        await _ann.AddAsync(Guid.Parse(made.Json.Id()), _company.Artwork());
        var deleted = await _ann.DeleteAsync(path + $"?user_id={_ann.Id}");
        Assert.That((deleted.Status, deleted.Json.Id()), Is.EqualTo((200, made.Json.Id())));
        Assert.That((await _ann.GetAsync(path)).Refusal(), Is.EqualTo((404, "Collection Not Found")));
    }

    private static string Text(Support.Answer answer, string member) => answer.Json[member]!.ToString();

    [Test]
    public async Task The_default_collection_stays_and_there_is_no_second()
    {
        Assert.That((await _ann.DeleteAsync($"collections/{_ann.Saved}")).Refusal(), Is.EqualTo((403, "The default collection cannot be deleted.")));
        Assert.That((await _ann.PostAsync("collections", $"user_id={_ann.Id}&name=Mine&default=true")).Errors(), Is.EqualTo("""{"default":["is not a parameter here"]}"""));
        Assert.That((await _ann.PutAsync($"collections/{_ann.Saved}", "default=false")).Errors(), Is.EqualTo("""{"default":["cannot be changed"]}"""));
        var renamed = await _ann.PutAsync($"collections/{_ann.Saved}", "name=Mine&private=false");
        Assert.That((renamed.Status, Text(renamed, "default")), Is.EqualTo((200, "true")));
    }

    [TestCase("", """{"user_id":["is required"]}""")]
    [TestCase("?user_id=ann", """{"user_id":["must be an id"]}""")]
    [TestCase("?user_id=USER&private=maybe&default=2", """{"private":["must be true or false"],"default":["must be true or false"]}""")]
    [TestCase("?user_id=USER&user_id=USER", """{"user_id":["is given more than once"]}""")]
    public async Task Lists_take_a_user(string query, string errors) =>
        Assert.That((await _ann.GetAsync("collections" + query.Replace("USER", _ann.Id.ToString(), StringComparison.Ordinal))).Errors(), Is.EqualTo(errors));

    [TestCase("", """{"user_id":["is required"],"name":["is required"]}""")]
    [TestCase("user_id=USER&name=", """{"name":["is required"]}""")]
    [TestCase("user_id=USER&name=a&private=maybe", """{"private":["must be true or false"]}""")]
    [TestCase("user_id=USER&name=LONG", """{"name":["is longer than 1000 characters"]}""")]
    public async Task A_collection_has_an_owner_and_a_name(string form, string errors)
    {
        form = form.Replace("USER", _ann.Id.ToString(), StringComparison.Ordinal).Replace("LONG", new string('a', 1_001), StringComparison.Ordinal);
        Assert.That((await _ann.PostAsync("collections", form)).Errors(), Is.EqualTo(errors));
    }

    [Test]
    public async Task A_collection_keeps_its_name_and_description_in_bounds()
    {
        Assert.That((await _ann.PutAsync($"collections/{_ann.Saved}", "name=")).Errors(), Is.EqualTo("""{"name":["is required"]}"""));
        Assert.That(
            (await _ann.PutAsync($"collections/{_ann.Saved}", "description=" + new string('a', 65_536))).Errors(),
            Is.EqualTo("""{"description":["is longer than 65535 characters"]}"""));
        Assert.That((await _ann.PutAsync($"collections/{_ann.Saved}", "description=" + new string('a', 65_535))).Status, Is.EqualTo(200));
    }

    [TestCase("", "open")]
    [TestCase("&private=false", "open")]
    [TestCase("&private=true", "saved,open,hidden")]
    [TestCase("&private=1&default=true", "saved")]
    [TestCase("&private=true&default=false", "open,hidden")]
    [TestCase("&default=true", "")]
    [TestCase("&default=0", "open")]
    public async Task An_owner_lists(string query, string expected)
    {
        var names = new Dictionary<string, string>
        {
            [_ann.Saved.ToString()] = "saved",
            [_company.Collection(_ann.Id, false).ToString()] = "open",
            [_company.Collection(_ann.Id, true).ToString()] = "hidden",
        };
        _ = new UserClient(_company, "bob");
        var listed = await _ann.ReadAsync($"collections?user_id={_ann.Id}{query}&total_count=1");
        Assert.That(string.Join(',', listed.Ids("collections").Select(id => names[id])), Is.EqualTo(expected));
        Assert.That(listed["total_count"]!.GetValue<int>(), Is.EqualTo(listed.Ids("collections").Length));
    }

    [Test]
    public async Task A_body_is_read_to_a_megabyte_and_in_utf8_only()
    {
        Assert.That((await _ann.PostAsync("collections", $"user_id={_ann.Id}&name=" + new string('a', 2 * 1024 * 1024))).Status, Is.EqualTo(413));
        var latin = await SendAsync("POST /api/v2/collections", _ann.Token, $"user_id={_ann.Id}&name=a", "application/x-www-form-urlencoded; charset=iso-8859-1");
        Assert.That((latin.Status, latin.Json["error"]!.GetValue<string>()), Is.EqualTo((406, "The requested content-type 'application/x-www-form-urlencoded; charset=iso-8859-1' is not supported.")));
        Assert.That((await _ann.PostAsync("collections", $"user_id={_ann.Id}&name=a&name=b")).Errors(), Is.EqualTo("""{"name":["is given more than once"]}"""));
    }

    [TestCase("collections", "GET, HEAD, POST, OPTIONS")]
    [TestCase("collection_items", "GET, HEAD, POST, OPTIONS")]
    [TestCase("artworks", "GET, HEAD, OPTIONS")]
    [TestCase("collections/ID", "DELETE, GET, HEAD, PUT, OPTIONS")]
    [TestCase("collection_items/ID", "DELETE, GET, HEAD, PUT, OPTIONS")]
    [TestCase("artworks/ID", "GET, HEAD, OPTIONS")]
    public async Task A_wrong_verb_names_the_allowed_ones(string path, string allowed)
    {
        var options = await SendAsync("OPTIONS /api/v2/" + path, _ann.Token);
        Assert.That((options.Status, string.Join(", ", options.ContentHeaders.Allow)), Is.EqualTo((204, allowed)));
        var patch = await SendAsync("PATCH /api/v2/" + path, _ann.Token, "{}");
        Assert.That((patch.Status, string.Join(", ", patch.ContentHeaders.Allow)), Is.EqualTo((405, allowed)));
    }

    [Test]
    public async Task What_a_client_has_already_is_not_sent_again()
    {
        var artwork = _company.Artwork();
        var item = await _ann.AddAsync(_ann.Saved, artwork);
        foreach (var path in new[] { $"collections?user_id={_ann.Id}&private=1", $"collections/{_ann.Saved}", _ann.Items(_ann.Saved), $"collection_items/{item}", "artworks", $"artworks/{artwork}" })
        {
            var get = await _ann.GetAsync(path);
            var head = await SendAsync("HEAD /api/v2/" + path, _ann.Token);
            Assert.That((head.Status, head.Body, head.Headers.ETag, head.ContentHeaders.ContentLength), Is.EqualTo((200, "", get.Headers.ETag, get.ContentHeaders.ContentLength)), path);
            Assert.That(get.Headers.CacheControl!.Private, Is.True);
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v2/" + path);
            request.Headers.Add("X-Access-Token", _ann.Token);
            request.Headers.IfNoneMatch.Add(get.Headers.ETag!);
            using var again = await Server.Client.SendAsync(request);
            Assert.That((int)again.StatusCode, Is.EqualTo(304), path);
        }
    }
}
