using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites;

/// <summary>Only the owner sees a private collection, on every path. Everybody sees a public one, and only the owner changes it.</summary>
internal sealed class PrivacyTests
{
    private FavouritesData _company = null!;
    private UserClient _ann = null!;
    private Guid _hidden;
    private Guid _open;
    private Guid _artwork;
    private string _hiddenCollectionItem = null!;
    private string _openCollectionItem = null!;
    private string[] _others = null!;

    [SetUp]
    public async Task FillAsync()
    {
        _company = NewCompany();
        _ann = new UserClient(_company, "ann");
        (_hidden, _open, _artwork) = (_company.Collection(_ann.Id, true), _company.Collection(_ann.Id, false), _company.Artwork());
        (_hiddenCollectionItem, _openCollectionItem) = (await _ann.AddAsync(_hidden, _artwork), await _ann.AddAsync(_open, _artwork));
        _others = [new UserClient(_company, "bob").Token, "X-Xapp-Token: " + _company.Token(null), "Authorization: Bearer " + _company.StoreToken(Domain.Companies.TokenScopes.Read)];
    }

    [TestCase("GET", "collections/HIDDEN", "", "Collection Not Found")]
    [TestCase("GET", "collections/HIDDEN?user_id=ANN", "", "Collection Not Found")]
    [TestCase("PUT", "collections/HIDDEN", "name=mine", "Collection Not Found")]
    [TestCase("DELETE", "collections/HIDDEN", "", "Collection Not Found")]
    [TestCase("GET", "collection_items?collection_id=HIDDEN&user_id=ANN", "", "Collection Not Found")]
    [TestCase("GET", "collection_items?collection_id=HIDDEN&user_id=ANN&total_count=1", "", "Collection Not Found")]
    [TestCase("GET", "collection_items?collection_id=HIDDEN&user_id=ANN&sample=1", "", "Collection Not Found")]
    [TestCase("GET", "collection_items?collection_id=HIDDEN&user_id=ANN&offset=5", "", "Collection Not Found")]
    [TestCase("POST", "collection_items?collection_id=HIDDEN&user_id=ANN", "artwork_id=ARTWORK", "Collection Not Found")]
    [TestCase("GET", "artworks?collection_id=HIDDEN&user_id=ANN", "", "Collection Not Found")]
    [TestCase("GET", "artworks?collection_id=HIDDEN&user_id=ANN&artist_id=ARTWORK&total_count=1", "", "Collection Not Found")]
    [TestCase("GET", "artworks?collection_id=HIDDEN&user_id=ANN&sample=1", "", "Collection Not Found")]
    [TestCase("GET", "collection_items/ITEM", "", "Collection Item Not Found")]
    [TestCase("GET", "collection_items/ITEM?collection_id=HIDDEN&user_id=ANN", "", "Collection Item Not Found")]
    [TestCase("PUT", "collection_items/ITEM", "position=1", "Collection Item Not Found")]
    [TestCase("DELETE", "collection_items/ITEM?collection_id=HIDDEN&user_id=ANN", "", "Collection Item Not Found")]
    public async Task A_private_collection_is_not_there_for_others(string verb, string path, string form, string message)
    {
        foreach (var token in _others)
        {
            var answer = await AskAsync(verb, path.Replace("ITEM", _hiddenCollectionItem, StringComparison.Ordinal), form, token);
            Assert.That(answer.Refusal(), Is.EqualTo((404, message)), token);
            var unknown = await AskAsync(verb, path.Replace("HIDDEN", Guid.NewGuid().ToString(), StringComparison.Ordinal).Replace("ITEM", Guid.NewGuid().ToString(), StringComparison.Ordinal), form, token);
            Assert.That((unknown.Status, unknown.Body), Is.EqualTo((answer.Status, answer.Body)));
        }
        Assert.That((await AskAsync(verb, path.Replace("ITEM", _hiddenCollectionItem, StringComparison.Ordinal), form, _ann.Token)).Status, Is.Not.EqualTo(404));
    }

    [TestCase("PUT", "collections/OPEN", "name=mine")]
    [TestCase("DELETE", "collections/OPEN", "")]
    [TestCase("POST", "collections", "user_id=ANN&name=hers")]
    [TestCase("POST", "collection_items?collection_id=OPEN&user_id=ANN", "artwork_id=ARTWORK")]
    [TestCase("PUT", "collection_items/ITEM", "position=1")]
    [TestCase("DELETE", "collection_items/ITEM", "")]
    public async Task A_public_collection_is_changed_by_its_owner_only(string verb, string path, string form)
    {
        foreach (var token in _others)
        {
            var answer = await AskAsync(verb, path.Replace("ITEM", _openCollectionItem, StringComparison.Ordinal), form, token);
            Assert.That((answer.Status, answer.Json["type"]!.GetValue<string>()), Is.EqualTo((403, "auth_error")), token);
        }
        Assert.That((await _ann.ReadAsync($"collections/{_open}"))["name"]!.GetValue<string>(), Is.EqualTo("Own"));
        Assert.That((await _ann.ReadAsync(_ann.Items(_open))).Ids("collection_items"), Is.EqualTo(new[] { _openCollectionItem }));
    }

    [Test]
    public async Task Lists_samples_and_counts_for_others_hold_public_collections_only()
    {
        foreach (var token in _others)
        {
            var listed = (await AskAsync("GET", "collections?user_id=ANN&total_count=1", "", token)).Json;
            Assert.That((listed.Ids("collections").Single(), listed["total_count"]!.GetValue<int>()), Is.EqualTo((_open.ToString(), 1)));
            for (var i = 0; i < 5; i++)
                Assert.That((await AskAsync("GET", "collections?user_id=ANN&sample=1", "", token)).Headers.Location!.ToString(), Does.EndWith(_open.ToString()));
            var refused = await AskAsync("GET", "collections?user_id=ANN&private=true", "", token);
            Assert.That(refused.Refusal(), Is.EqualTo((403, "Only their owner can list private collections.")));
            Assert.That((await AskAsync("GET", "collections?user_id=ANN&private=true&sample=1", "", token)).Status, Is.EqualTo(403));
            Assert.That((await AskAsync("GET", "collection_items?collection_id=OPEN&user_id=ANN", "", token)).Json.Ids("collection_items"), Is.EqualTo(new[] { _openCollectionItem }));
            Assert.That((await AskAsync("GET", "artworks?collection_id=OPEN&user_id=ANN", "", token)).Json.Ids("artworks"), Is.EqualTo(new[] { _artwork.ToString() }));
        }
    }

    [Test]
    public async Task A_cursor_made_elsewhere_opens_nothing()
    {
        for (var i = 0; i < 2; i++)
        {
            await _ann.AddAsync(_hidden, _company.Artwork());
            await _ann.AddAsync(_open, _company.Artwork());
        }
        foreach (var list in new[] { "collection_items", "artworks" })
        {
            var query = $"{list}?collection_id={{0}}&user_id={_ann.Id}&size=1";
            var next = (await _ann.ReadAsync(string.Format(null, query, _hidden))).Link("next");
            Assert.That((await _ann.ReadAsync(next)).Ids(list), Has.Length.EqualTo(1));
            foreach (var token in _others)
                Assert.That((await SendAsync("GET " + next[BaseUrl.Length..], token)).Refusal(), Is.EqualTo((404, "Collection Not Found")));
            var elsewhere = next.Replace(_hidden.ToString(), _open.ToString(), StringComparison.Ordinal);
            Assert.That((await _ann.GetAsync(elsewhere)).Errors(), Does.StartWith("""{"cursor":["is not a cursor of this list"""));
            Assert.That((await _ann.GetAsync(next.Replace(list == "artworks" ? "/artworks" : "/collection_items", list == "artworks" ? "/collection_items" : "/artworks", StringComparison.Ordinal))).Status, Is.EqualTo(400));
        }
        var ofAnn = (await _ann.ReadAsync($"collections?user_id={_ann.Id}&private=true&size=1")).Link("next");
        var bob = new UserClient(_company, "rob");
        Assert.That((await bob.GetAsync(ofAnn)).Status, Is.EqualTo(403));
        Assert.That((await bob.GetAsync(ofAnn.Replace(_ann.Id.ToString(), bob.Id.ToString(), StringComparison.Ordinal))).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Another_company_sees_nothing_of_it()
    {
        var stranger = new UserClient(NewCompany(), "ann");
        foreach (var path in new[] { $"collections/{_open}", $"collection_items/{_openCollectionItem}", $"artworks/{_artwork}", _ann.Items(_open), _ann.Artworks(_open) })
            Assert.That((await stranger.GetAsync(path)).Status, Is.EqualTo(404), path);
        Assert.That((await stranger.ReadAsync($"collections?user_id={_ann.Id}")).Ids("collections"), Is.Empty);
        Assert.That((await stranger.ReadAsync("artworks")).Ids("artworks"), Is.Empty);
    }

    [TestCase("expired")]
    [TestCase("revoked")]
    [TestCase("unknown")]
    [TestCase("an application's")]
    public async Task A_token_has_to_be_good(string kind)
    {
        var token = kind switch
        {
            "expired" => _company.Token(_ann.Id, expiresAt: DateTimeOffset.UtcNow.AddSeconds(-1)),
            "revoked" => _company.Token(_ann.Id, revokedAt: DateTimeOffset.UtcNow),
            "unknown" => "unknown",
            _ => _company.Token(null),
        };
        foreach (var path in new[] { "artworks", "collections", $"collections/{_open}", "collection_items", $"collection_items/{_openCollectionItem}" })
        {
            var answer = await SendAsync("GET /api/v2/" + path, token);
            Assert.That((answer.Status, answer.Json["type"]!.GetValue<string>()), Is.EqualTo((401, "auth_error")), path);
        }
    }

    private Task<Support.Answer> AskAsync(string verb, string path, string form, string token)
    {
        return SendAsync($"{verb} /api/v2/{Filled(path)}", token, verb is "PUT" or "POST" ? Filled(form) : null, "application/x-www-form-urlencoded");

        string Filled(string text) => text.Replace("HIDDEN", _hidden.ToString(), StringComparison.Ordinal).Replace("OPEN", _open.ToString(), StringComparison.Ordinal)
            .Replace("ANN", _ann.Id.ToString(), StringComparison.Ordinal).Replace("ARTWORK", _artwork.ToString(), StringComparison.Ordinal);
    }
}
