using System.Text.Json.Nodes;
using Domain.Items;
using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites;

/// <summary>Artworks over HTTP: product groups with artwork details that the store shows.</summary>
internal sealed class ArtworkRequestTests
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
    public async Task An_artwork_has_all_its_known_attributes()
    {
        var artist = Guid.NewGuid();
        var id = _company.Artwork(group =>
        {
            (group.Name, group.Slug) = ("The \"Wave\"", "the-wave");
            group.Artwork = new ArtworkDetails
            {
                CompanyId = group.CompanyId, ItemId = group.Id, ArtistId = artist, ArtistName = "Ann Other", Category = "Print", Medium = "Ink on paper",
                Date = "c.1831", HeightMillimetres = 254, WidthMillimetres = 379.4, CreditLine = "Given", Permalink = "https://example.com/wave",
            };
        });
        _company.Photo(id, "/photos/wave/original", "/photos/wave/large");
        Assert.That(JsonNode.DeepEquals(await _ann.ReadAsync($"artworks/{id}"), JsonNode.Parse($$$$"""
            {"id":"{{{{id}}}}","slug":"the-wave","created_at":"2025-01-01T00:00:00+00:00","updated_at":"2025-01-01T00:00:00+00:00","title":"The \"Wave\"",
             "category":"Print","medium":"Ink on paper","date":"c.1831",
             "dimensions":{"in":{"text":"10 × 14.94 in","height":10.0,"width":14.94,"depth":null},"cm":{"text":"25.4 × 37.94 cm","height":25.4,"width":37.94,"depth":null}},
             "artist_id":"{{{{artist}}}}","artist_name":"Ann Other","credit_line":"Given",
             "_links":{"self":{"href":"{{{{BaseUrl}}}}/api/v2/artworks/{{{{id}}}}"},"artists":{"href":"{{{{BaseUrl}}}}/api/v2/artists/{{{{artist}}}}"},"thumbnail":{"href":"{{{{BaseUrl}}}}/photos/wave/large"},
                       "image":{"href":"{{{{BaseUrl}}}}/photos/wave/original"},"permalink":{"href":"https://example.com/wave"} } }
            """)));
    }

    [Test]
    public async Task What_is_not_known_of_an_artwork_is_null_and_has_no_link()
    {
        var artwork = await _ann.ReadAsync($"artworks/{_company.Artwork()}");
        Assert.That(artwork["dimensions"]!.ToJsonString(), Is.EqualTo("""{"in":{"text":null,"height":null,"width":null,"depth":null},"cm":{"text":null,"height":null,"width":null,"depth":null}}"""));
        Assert.That(artwork["_links"]!.AsObject().Select(link => link.Key), Is.EqualTo(new[] { "self", "artists" }));
        Assert.That(artwork["medium"], Is.Null);
    }

    [Test]
    public async Task An_artist_has_a_name_and_artworks()
    {
        var artist = Guid.NewGuid();
        var artworks = Enumerable.Range(0, 3).Select(_ => By(artist, "Ann Other")).ToArray();
        By(Guid.NewGuid(), "Somebody else");
        var address = (await _ann.ReadAsync($"artworks/{artworks[1]}")).Link("artists");
        var document = await _ann.GetAsync(address);
        Assert.That((document.Status, document.Body), Is.EqualTo((200, $$$$"""
            {"id":"{{{{artist}}}}","name":"Ann Other","_links":{"self":{"href":"{{{{address}}}}"},"artworks":{"href":"{{{{BaseUrl}}}}/api/v2/artworks?artist_id={{{{artist}}}}"}}}
            """.Trim())));
        Assert.That((await _ann.ReadAsync(document.Json.Link("artworks"))).Ids("artworks"), Is.EqualTo(artworks.Select(id => id.ToString())));
    }

    [Test]
    public async Task An_artist_without_an_artwork_that_users_see_is_not_found()
    {
        var artist = Guid.NewGuid();
        var artworks = new[] { By(artist, "Ann Other"), By(artist, "Ann Other") };
        By(NewCompany(), artist, "Foreign");
        _company.SetArtwork(artworks[0], archived: true);
        Assert.That((await _ann.ReadAsync($"artists/{artist}"))["name"]!.GetValue<string>(), Is.EqualTo("Ann Other"));
        _company.SetArtwork(artworks[1], showInStore: false);
        foreach (var unknown in new[] { artist.ToString(), Guid.NewGuid().ToString(), artworks[0].ToString(), "ann" })
            Assert.That((await _ann.GetAsync($"artists/{unknown}")).Refusal(), Is.EqualTo((404, "Artist Not Found")), unknown);
        Assert.That((await _ann.GetAsync($"artists/{artist}?size=1")).Errors(), Is.EqualTo("""{"size":["is not a parameter here"]}"""));
    }

    private Guid By(Guid artist, string name) => By(_company, artist, name);

    private static Guid By(FavouritesData company, Guid artist, string name) => company.Artwork(group =>
        group.Artwork = new ArtworkDetails { CompanyId = group.CompanyId, ItemId = group.Id, ArtistId = artist, ArtistName = name });

    [Test]
    public async Task Nothing_else_is_an_artwork()
    {
        var artwork = _company.Artwork();
        Guid[] none =
        [
            _company.Bundle(), _company.Artwork(group => group.Archived = true), _company.Artwork(group => group.ShowInStore = false),
            _company.Artwork(group => group.Artwork = null), Guid.NewGuid(), NewCompany().Artwork(),
        ];
        foreach (var id in none)
            Assert.That((await _ann.GetAsync($"artworks/{id}")).Refusal(), Is.EqualTo((404, "Artwork Not Found")));
        Assert.That((await _ann.GetAsync("artworks/first")).Refusal(), Is.EqualTo((404, "Artwork Not Found")));
        var listed = await _ann.ReadAsync("artworks?total_count=1");
        Assert.That((listed.Ids("artworks").Single(), listed["total_count"]!.GetValue<int>()), Is.EqualTo((artwork.ToString(), 1)));
        Assert.That(JsonNode.DeepEquals(listed.Embedded("artworks")[0], await _ann.ReadAsync($"artworks/{artwork}")));
    }

    [Test]
    public async Task Artworks_are_those_of_an_artist()
    {
        var artist = Guid.NewGuid();
        var (mine, others) = (_company.Artwork(Of(artist)), _company.Artwork());
        await _ann.AddAsync(_ann.Saved, others);
        await _ann.AddAsync(_ann.Saved, mine);
        Assert.That((await _ann.ReadAsync($"artworks?artist_id={artist}")).Ids("artworks"), Is.EqualTo(new[] { mine.ToString() }));
        Assert.That((await _ann.ReadAsync(_ann.Artworks(_ann.Saved) + $"&artist_id={artist}")).Ids("artworks"), Is.EqualTo(new[] { mine.ToString() }));
        Assert.That((await _ann.GetAsync("artworks?artist_id=ann")).Errors(), Is.EqualTo("""{"artist_id":["must be an id"]}"""));
    }

    private static Action<ProductGroup> Of(Guid artist) => group =>
        group.Artwork = new ArtworkDetails { CompanyId = group.CompanyId, ItemId = group.Id, ArtistId = artist, ArtistName = "Ann" };

    [TestCase("collection_id", """{"user_id":["is required"]}""")]
    [TestCase("user_id", """{"collection_id":["is required"]}""")]
    public async Task A_collection_has_an_owner(string given, string errors) =>
        Assert.That((await _ann.GetAsync($"artworks?{given}={_ann.Saved}")).Errors(), Is.EqualTo(errors));

    [Test]
    public async Task Artworks_of_a_collection_are_written_as_elsewhere_and_follow_its_order()
    {
        var artworks = Enumerable.Range(0, 3).Select(_ => _company.Artwork()).ToArray();
        foreach (var artwork in artworks.Reverse())
            await _ann.AddAsync(_ann.Saved, artwork);
        var listed = (await _ann.ReadAsync(_ann.Artworks(_ann.Saved))).Embedded("artworks");
        Assert.That(listed.Select(artwork => artwork!.Id()), Is.EqualTo(artworks.Reverse().Select(id => id.ToString())));
        foreach (var artwork in listed)
            Assert.That(JsonNode.DeepEquals(artwork, await _ann.ReadAsync(artwork!.Link("self"))));
    }
}
