using System.Text.Json.Nodes;
using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites;

/// <summary>Where a client begins, and how HTTP is spoken.</summary>
internal sealed class RootDocumentTests
{
    private const string Paging = "size,cursor,offset,total_count,sample";

    private FavouritesData _company = null!;
    private Guid _ann;
    private string _token = null!;

    [SetUp]
    public void AddUser()
    {
        _company = NewCompany();
        _ann = _company.User("ann");
        _token = _company.Token(_ann);
    }

    [TestCase("self", "", false)]
    [TestCase("status", "/status", false)]
    [TestCase("current_user", "/current_user", false)]
    [TestCase("user", "/users/{id}", true)]
    [TestCase("artwork", "/artworks/{id}", true)]
    [TestCase("artworks", "/artworks{?collection_id,user_id,artist_id," + Paging + "}", true)]
    [TestCase("collection", "/collections/{id}{?user_id}", true)]
    [TestCase("collections", "/collections{?user_id,private,default," + Paging + "}", true)]
    [TestCase("collection_item", "/collection_items/{id}{?collection_id,user_id}", true)]
    [TestCase("collection_items", "/collection_items{?collection_id,user_id,artwork_id,sort," + Paging + "}", true)]
    [TestCase("artist", "/artists/{id}", true)]
    public async Task The_root_links_to(string relation, string path, bool isTemplated)
    {
        var link = (await SendAsync("GET /api/v2", _token)).Json["_links"]![relation]!.AsObject();
        Assert.That(link["href"]!.GetValue<string>(), Is.EqualTo(BaseUrl + "/api/v2" + path));
        Assert.That(link["templated"]?.GetValue<bool>(), Is.EqualTo(isTemplated ? true : (bool?)null));
    }

    [Test]
    public async Task The_root_links_to_nothing_else() =>
        Assert.That((await SendAsync("GET /api/v2/", _token)).Json["_links"]!.AsObject(), Has.Count.EqualTo(11));

    [Test]
    public async Task The_state_of_the_server_is_for_everybody()
    {
        var answer = await SendAsync("GET /api/v2/status");
        Assert.That((answer.Status, answer.Json["status"]!.GetValue<string>()), Is.EqualTo((200, "good")));
        Assert.That(answer.Json["_links"]!["self"]!["href"]!.GetValue<string>(), Is.EqualTo(BaseUrl + "/api/v2/status"));
    }

    [Test]
    public async Task The_current_user_is_found_at_the_users_own_address()
    {
        var answer = await SendAsync("GET /api/v2/current_user", _token);
        var address = $"{BaseUrl}/api/v2/users/{_ann}";
        Assert.That((answer.Status, answer.Headers.Location?.ToString()), Is.EqualTo((302, address)));
        Assert.That(answer.Json["_links"]!["location"]!["href"]!.GetValue<string>(), Is.EqualTo(address));
        var user = await SendAsync($"GET /api/v2/users/{_ann}", _token);
        Assert.That(JsonNode.DeepEquals(user.Json, JsonNode.Parse($$$$"""
            {"id":"{{{{_ann}}}}","name":"ann",
             "_links":{"self":{"href":"{{{{address}}}}"},"public_collections":{"href":"{{{{BaseUrl}}}}/api/v2/collections?user_id={{{{_ann}}}}"} } }
            """)), user.Body);
    }

    [Test]
    public async Task The_collections_of_a_user_that_everybody_sees_are_linked()
    {
        var (open, _) = (_company.Collection(_ann, isPrivate: false), _company.Collection(_ann, isPrivate: true));
        var reader = new UserClient(_company, "bob");
        foreach (var token in new[] { _token, reader.Token })
        {
            var user = await SendAsync($"GET /api/v2/users/{_ann}", token);
            var listed = await SendAsync("GET " + user.Json.Link("public_collections")[BaseUrl.Length..], token);
            Assert.That(listed.Json.Ids("collections"), Is.EqualTo(new[] { open.ToString() }));
        }
    }

    [Test]
    public async Task Only_a_user_is_the_current_user()
    {
        foreach (var token in new[] { "X-Xapp-Token: " + _company.Token(null), "Authorization: Bearer " + _company.StoreToken(Domain.Companies.TokenScopes.Read) })
        {
            var answer = await SendAsync("GET /api/v2/current_user", token);
            Assert.That((answer.Status, Type(answer)), Is.EqualTo((403, "auth_error")));
        }
    }

    [Test]
    public async Task Unknown_and_foreign_users_are_not_found()
    {
        var other = NewCompany();
        foreach (var id in new[] { Guid.NewGuid().ToString(), other.User("ann").ToString(), "ann", _ann.ToString("N") })
        {
            var answer = await SendAsync($"GET /api/v2/users/{id}", _token);
            Assert.That((answer.Status, answer.Body), Is.EqualTo((404, """{"type":"other_error","message":"User Not Found"}""")));
        }
        Assert.That((await SendAsync($"GET /api/v2/users/{_ann}", other.Token(null))).Status, Is.EqualTo(401));
        Assert.That((await SendAsync($"GET /api/v2/users/{_ann}", "X-Xapp-Token: " + other.Token(null))).Status, Is.EqualTo(404));
    }

    [TestCase("/api/v2", "GET, HEAD, OPTIONS")]
    [TestCase("/api/v2/current_user", "GET, HEAD, OPTIONS")]
    [TestCase("/api/v2/tokens/xapp_token", "POST, OPTIONS")]
    [TestCase("/oauth2/access_token", "POST, OPTIONS")]
    [TestCase("/api/v2/tokens/access_token", "DELETE, OPTIONS")]
    public async Task A_wrong_verb_names_the_allowed_ones(string path, string allowed)
    {
        var options = await SendAsync("OPTIONS " + path, _token);
        Assert.That((options.Status, string.Join(", ", options.ContentHeaders.Allow), options.Body), Is.EqualTo((204, allowed, "")));
        var brew = await SendAsync("BREW " + path, _token);
        Assert.That((brew.Status, string.Join(", ", brew.ContentHeaders.Allow), Type(brew)), Is.EqualTo((405, allowed, "other_error")));
    }

    [TestCase("GET /api/v2/nothing")]
    [TestCase("OPTIONS /api/v2/nothing")]
    [TestCase("GET /oauth2")]
    public async Task Elsewhere_is_nothing(string request)
    {
        var answer = await SendAsync(request, _token);
        Assert.That((answer.Status, Type(answer)), Is.EqualTo((404, "other_error")));
    }

    [Test]
    public async Task Heads_are_those_of_the_answers()
    {
        foreach (var path in new[] { "/api/v2", "/api/v2/status", "/api/v2/users/" + _ann })
        {
            var (head, get) = (await SendAsync("HEAD " + path, _token), await SendAsync("GET " + path, _token));
            Assert.That((head.Status, head.Body, head.Headers.ETag, head.ContentHeaders.ContentLength), Is.EqualTo((200, "", get.Headers.ETag, get.ContentHeaders.ContentLength)));
        }
    }

    [Test]
    public async Task Every_answer_has_the_common_headers()
    {
        var answer = await SendAsync("GET /api/v2", _token);
        Assert.That(answer.Headers.GetValues("X-Request-Id").Single(), Has.Length.EqualTo(32));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(answer.Headers.CacheControl!.Private, Is.True);
    }

    [TestCase(null, "application/hal+json")]
    [TestCase("*/*", "application/hal+json")]
    [TestCase("application/*", "application/hal+json")]
    [TestCase("application/vnd.artsy-v2+json", "application/vnd.artsy-v2+json")]
    [TestCase("Application/JSON", "application/json")]
    [TestCase("application/json, application/hal+json", "application/hal+json")]
    [TestCase("application/hal+json;q=0.5, application/json", "application/json")]
    [TestCase("*/*;q=0.1, application/vnd.artsy-v2+json;q=0.2", "application/vnd.artsy-v2+json")]
    [TestCase("*/*, application/hal+json;q=0", "application/vnd.artsy-v2+json")]
    [TestCase("text/html, application/json;q=0.1", "application/json")]
    public async Task The_best_match_is_answered(string? accept, string type)
    {
        var answer = await SendAsync("GET /api/v2", _token, accept: accept);
        Assert.That((answer.Status, answer.ContentHeaders.ContentType?.ToString()), Is.EqualTo((200, type)));
    }

    [TestCase("text/html")]
    [TestCase("application/vnd.api+json")]
    [TestCase("application/json;q=0")]
    [TestCase("application")]
    public async Task What_is_not_spoken_is_refused(string accept)
    {
        var answer = await SendAsync("GET /api/v2/status", accept: accept);
        Assert.That((answer.Status, Type(answer), answer.ContentHeaders.ContentType?.ToString()), Is.EqualTo((406, "other_error", "application/json")));
    }

    [Test]
    public async Task An_unknown_parameter_is_an_error()
    {
        var answer = await SendAsync("GET /api/v2?size=10&nope=1", _token);
        Assert.That((answer.Status, answer.Body), Is.EqualTo((400,
            """{"type":"param_error","message":"size is not a parameter here, nope is not a parameter here.","detail":{"size":["is not a parameter here"],"nope":["is not a parameter here"]}}""")));
    }

    [Test]
    public async Task No_message_is_there_twice()
    {
        var answer = await SendAsync($"GET /api/v2/artworks?collection_id={_ann}&user_id=a&user_id=b", _token);
        Assert.That((answer.Status, answer.Body), Is.EqualTo((400, """{"type":"param_error","message":"user_id is given more than once.","detail":{"user_id":["is given more than once"]}}""")));
    }

    [Test]
    public async Task A_long_url_is_refused() =>
        Assert.That((await SendAsync("GET /api/v2?a=" + new string('a', 20_000), _token)).Status, Is.EqualTo(414));

    private static string Type(Support.Answer answer) => answer.Json["type"]!.GetValue<string>();
}
