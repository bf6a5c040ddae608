using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Favourites;

/// <summary>Artworks in a user's collection, through the writes themselves: their order, and how few rows a write changes.</summary>
internal sealed class UserCollectionItemTests
{
    private FavouritesData _company = null!;
    private Guid _ann;
    private Guid _saved;

    [SetUp]
    public void AddUser()
    {
        _company = FavouritesServer.NewCompany();
        _ann = _company.User("ann");
        _saved = _company.DefaultCollection(_ann);
    }

    [Test]
    public void Artworks_follow_in_the_order_they_were_added()
    {
        var artworks = Enumerable.Range(0, 5).Select(_ => _company.Artwork()).Reverse().ToArray();
        foreach (var artwork in artworks)
            FavouritesData.Made(_company.Add(_ann, _saved, artwork));
        Assert.That(_company.CollectionItems(_saved).Select(item => item.Artwork), Is.EqualTo(artworks));
    }

    [Test]
    public void An_artwork_is_added_once()
    {
        var artwork = _company.Artwork();
        FavouritesData.Made(_company.Add(_ann, _saved, artwork));
        Assert.That(Refusal(_company.Add(_ann, _saved, artwork)), Is.EqualTo("400 artwork_id: artwork_id is in the collection already"));
        FavouritesData.Made(_company.Add(_ann, _company.Collection(_ann, isPrivate: true), artwork));
    }

    [Test]
    public void What_is_no_artwork_that_users_see_cannot_be_added()
    {
        foreach (var id in new[]
        {
            _company.Bundle(), _company.Artwork(group => group.Artwork = null), _company.Artwork(group => group.Archived = true),
            _company.Artwork(group => group.ShowInStore = false), FavouritesServer.NewCompany().Artwork(), Guid.NewGuid(),
        })
            Assert.That(Refusal(_company.Add(_ann, _saved, id)), Is.EqualTo("400 artwork_id: artwork_id must be the id of an artwork"));
        Assert.That(_company.CollectionItems(_saved), Is.Empty);
    }

    [TestCase(1, 1, "abcd")]
    [TestCase(1, 2, "bacd")]
    [TestCase(1, 4, "bcda")]
    [TestCase(4, 1, "dabc")]
    [TestCase(3, 2, "acbd")]
    [TestCase(2, 3, "acbd")]
    public void A_move_changes_the_rank_of_what_is_moved_alone(int from, int to, string expected)
    {
        var items = Fill(4);
        var before = _company.CollectionItems(_saved).ToDictionary(item => item.Id, item => item.Rank);
        FavouritesData.Made(_company.Move(_ann, items[from - 1], to));
        Assert.That(Letters(items), Is.EqualTo(expected));
        var changed = _company.CollectionItems(_saved).Where(item => before[item.Id] != item.Rank).Select(item => item.Id);
        Assert.That(changed, Is.EqualTo(from == to ? [] : new[] { items[from - 1] }));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(4)]
    [TestCase(long.MaxValue)]
    [TestCase(long.MinValue)]
    public void A_position_is_one_of_those_there_are(long position) =>
        Assert.That(Refusal(_company.Move(_ann, Fill(3)[0], position)), Is.EqualTo("400 position: position must be a whole number from 1 to 3"));

    [Test]
    public void The_only_one_moves_nowhere()
    {
        var item = Fill(1)[0];
        FavouritesData.Made(_company.Move(_ann, item, 1));
        Assert.That(Refusal(_company.Move(_ann, item, 2)), Is.EqualTo("400 position: position must be a whole number from 1 to 1"));
    }

    [Test]
    public void Archived_and_hidden_artworks_are_passed_over_and_return_to_their_position()
    {
        var items = Fill(5);
        var artworks = _company.CollectionItems(_saved).Select(item => item.Artwork).ToArray();
        _company.SetArtwork(artworks[1], archived: true);
        _company.SetArtwork(artworks[3], showInStore: false);
        Assert.That(Letters(items), Is.EqualTo("ace"));
        FavouritesData.Made(_company.Move(_ann, items[4], 2));
        Assert.That(Letters(items), Is.EqualTo("aec"));
        Assert.That(Refusal(_company.Move(_ann, items[0], 4)), Does.EndWith("from 1 to 3"));
        foreach (var refused in new[] { _company.Move(_ann, items[1], 1), _company.Remove(_ann, items[3]) })
            Assert.That(Refusal(refused), Is.EqualTo("404 : Collection Item Not Found"));
        FavouritesData.Made(_company.Move(_ann, items[0], 3));
        _company.SetArtwork(artworks[1]);
        _company.SetArtwork(artworks[3]);
        Assert.That(Letters(items), Is.EqualTo("becda"));
    }

    [Test]
    public void Nothing_is_rewritten_by_what_is_added_or_taken_out()
    {
        var items = Fill(6);
        var before = _company.CollectionItems(_saved);
        FavouritesData.Made(_company.Remove(_ann, items[2]));
        FavouritesData.Made(_company.Add(_ann, _saved, _company.Artwork()));
        Assert.That(_company.CollectionItems(_saved).Take(5), Is.EqualTo(before.Where(item => item.Id != items[2])));
    }

    [TestCase(true, "404 : Collection Item Not Found")]
    [TestCase(false, "403 : Only its owner can change a collection.")]
    public void Only_the_owner_writes(bool isPrivate, string refusal)
    {
        var collection = _company.Collection(_ann, isPrivate);
        var item = FavouritesData.Made(_company.Add(_ann, collection, _company.Artwork()));
        var bob = _company.User("bob");
        foreach (var refused in new[] { _company.Move(bob, item, 1), _company.Remove(bob, item) })
            Assert.That(Refusal(refused), Is.EqualTo(refusal));
        var other = FavouritesServer.NewCompany();
        Assert.That(Refusal(other.Remove(other.User("ann"), item)), Is.EqualTo("404 : Collection Item Not Found"));
        Assert.That(_company.CollectionItems(collection), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Every_table_of_a_write_is_held_to_the_company()
    {
        var items = Fill(3);
        // Between two neighbours the ranks run out, and are spread anew.
        for (var i = 0; i < 64; i++)
            FavouritesData.Made(_company.Move(_ann, items[i % 2 == 0 ? 2 : 1], 2));
        FavouritesData.Made(_company.Remove(_ann, items[0]));
        var (statements, tables) = await CompanyScope.PreparedWritesAsync(FavouritesServer.Server);
        Assert.That(statements, Has.Some.Contains("row_number()"));
        Assert.That(statements, Has.Count.GreaterThan(8));
        Assert.That(statements.SelectMany(sql => CompanyScope.Unheld(sql, tables).Select(table => $"{table} in {sql}")), Is.Empty);
    }

    private Guid[] Fill(int count) => [.. Enumerable.Range(0, count).Select(_ => FavouritesData.Made(_company.Add(_ann, _saved, _company.Artwork())))];

    private string Letters(Guid[] items) => string.Concat(_company.CollectionItems(_saved).Select(item => (char)('a' + Array.IndexOf(items, item.Id))));

    private static string Refusal(JsonApi.Errors.Result<Guid> result)
    {
        var error = result.Errors.Single();
        return $"{error.Code.Status} {error.Parameter}: {error.Detail}";
    }
}
