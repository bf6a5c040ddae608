using Api.Tests.Properties;
using NUnit.Framework;

namespace Api.Tests.Favourites.Properties;

/// <summary>The order of a collection after any sequence of writes, judged by a plain list.</summary>
internal sealed class RankPropertyTests
{
    private const int Artworks = 12;

    [Test]
    public void A_collection_is_the_list_that_its_writes_make() =>
        PropertyCheck.Run(15, seed => new Random(seed), _ => [], random =>
        {
            var company = FavouritesServer.NewCompany();
            var user = company.User("ann");
            var collection = company.DefaultCollection(user);
            var artworks = Enumerable.Range(0, Artworks).Select(_ => company.Artwork()).ToArray();
            var model = new List<Guid>();
            var places = new Dictionary<Guid, Guid>();
            // Most moves aim at one place, so that the ranks there run out.
            var squeezed = random.Next(1, 4);
            for (var step = 0; step < 80; step++)
            {
                var artwork = artworks[random.Next(Artworks)];
                if (!model.Contains(artwork))
                {
                    places[artwork] = FavouritesData.Made(company.Add(user, collection, artwork));
                    model.Add(artwork);
                }
                else if (random.Next(20) == 0)
                {
                    FavouritesData.Made(company.Remove(user, places[artwork]));
                    model.Remove(artwork);
                }
                else
                {
                    var position = random.Next(5) > 0 ? Math.Min(squeezed, model.Count) : random.Next(1, model.Count + 1);
                    FavouritesData.Made(company.Move(user, places[artwork], position));
                    model.Remove(artwork);
                    model.Insert(position - 1, artwork);
                }
                Assert.That(company.Places(collection).Select(place => place.Artwork), Is.EqualTo(model), $"step {step}");
            }
        });

    [Test]
    public void Ranks_that_run_out_are_given_anew_in_the_same_write()
    {
        var company = FavouritesServer.NewCompany();
        var user = company.User("ann");
        var collection = company.DefaultCollection(user);
        var model = Enumerable.Range(0, 6).Select(_ => FavouritesData.Made(company.Add(user, collection, company.Artwork()))).ToList();
        var rewritten = 0;
        for (var move = 0; move < 100; move++)
        {
            var before = company.Places(collection).ToDictionary(place => place.Id, place => place.Rank);
            FavouritesData.Made(company.Move(user, model[^1], 2));
            model.Insert(1, model[^1]);
            model.RemoveAt(model.Count - 1);
            var after = company.Places(collection);
            Assert.That(after.Select(place => place.Id), Is.EqualTo(model));
            Assert.That(after.Select(place => place.Rank), Is.Unique);
            rewritten += after.Count(place => before[place.Id] != place.Rank) > 1 ? 1 : 0;
        }
        Assert.That(rewritten, Is.InRange(2, 4), "with room for 32 moves");
    }

    [Test]
    public async Task Eight_writers_at_once_leave_positions_without_gaps()
    {
        const int Writers = 8, Each = 40;
        var company = FavouritesServer.NewCompany();
        var user = company.User("ann");
        var collection = company.DefaultCollection(user);
        var artworks = Enumerable.Range(0, Writers).Select(_ => Enumerable.Range(0, 3).Select(_ => company.Artwork()).ToArray()).ToArray();
        var kept = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(writer))));

        var places = company.Places(collection);
        Assert.That(places.Select(place => place.Artwork), Is.EquivalentTo(kept.SelectMany(one => one)));
        Assert.That(places.Select(place => place.Rank), Is.Unique);
        // Each can be moved to each position there is, and to no other.
        Assert.That(company.Move(user, places[0].Id, places.Count).Errors, Is.Empty);
        Assert.That(company.Places(collection)[^1].Id, Is.EqualTo(places[0].Id));
        Assert.That(company.Move(user, places[0].Id, places.Count + 1).Errors, Has.Count.EqualTo(1));

        Guid[] Write(int writer)
        {
            var random = new Random(writer);
            var own = artworks[writer].ToDictionary(artwork => artwork, artwork => FavouritesData.Made(company.Add(user, collection, artwork)));
            for (var step = 0; step < Each; step++)
            {
                var artwork = artworks[writer][random.Next(3)];
                if (!own.TryGetValue(artwork, out var place))
                    own[artwork] = FavouritesData.Made(company.Add(user, collection, artwork));
                else if (random.Next(8) > 0)
                    // Always between the same two: position 2 is there while anybody keeps two.
                    FavouritesData.Made(company.Move(user, place, 2));
                else if (own.Count > 2)
                    own.Remove(artwork, out _);
                if (!own.ContainsKey(artwork))
                    FavouritesData.Made(company.Remove(user, place));
            }
            return [.. own.Keys];
        }
    }
}
