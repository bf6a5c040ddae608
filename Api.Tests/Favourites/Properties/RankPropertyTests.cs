using Api.Tests.Properties;
using NUnit.Framework;

namespace Api.Tests.Favourites.Properties;

/// <summary>The order of a collection after any sequence of writes, judged by a plain list.</summary>
[Category("Slow")]
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
            var items = new Dictionary<Guid, Guid>();
            // Most moves go to one position, so that the ranks there run out.
            var squeezed = random.Next(1, 4);
            for (var step = 0; step < 80; step++)
            {
                var artwork = artworks[random.Next(Artworks)];
                if (!model.Contains(artwork))
                {
                    items[artwork] = FavouritesData.Made(company.Add(user, collection, artwork));
                    model.Add(artwork);
                }
                else if (random.Next(20) == 0)
                {
                    FavouritesData.Made(company.Remove(user, items[artwork]));
                    model.Remove(artwork);
                }
                else
                {
                    var position = random.Next(5) > 0 ? Math.Min(squeezed, model.Count) : random.Next(1, model.Count + 1);
                    FavouritesData.Made(company.Move(user, items[artwork], position));
                    model.Remove(artwork);
                    model.Insert(position - 1, artwork);
                }
                Assert.That(company.CollectionItems(collection).Select(item => item.Artwork), Is.EqualTo(model), $"step {step}");
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
            var before = company.CollectionItems(collection).ToDictionary(item => item.Id, item => item.Rank);
            FavouritesData.Made(company.Move(user, model[^1], 2));
            model.Insert(1, model[^1]);
            model.RemoveAt(model.Count - 1);
            var after = company.CollectionItems(collection);
            Assert.That(after.Select(item => item.Id), Is.EqualTo(model));
            Assert.That(after.Select(item => item.Rank), Is.Unique);
            rewritten += after.Count(item => before[item.Id] != item.Rank) > 1 ? 1 : 0;
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

        var items = company.CollectionItems(collection);
        Assert.That(items.Select(item => item.Artwork), Is.EquivalentTo(kept.SelectMany(one => one)));
        Assert.That(items.Select(item => item.Rank), Is.Unique);
        // Each can be moved to each position there is, and to no other.
        Assert.That(company.Move(user, items[0].Id, items.Count).Errors, Is.Empty);
        Assert.That(company.CollectionItems(collection)[^1].Id, Is.EqualTo(items[0].Id));
        Assert.That(company.Move(user, items[0].Id, items.Count + 1).Errors, Has.Count.EqualTo(1));

        Guid[] Write(int writer)
        {
            var random = new Random(writer);
            var own = artworks[writer].ToDictionary(artwork => artwork, artwork => FavouritesData.Made(company.Add(user, collection, artwork)));
            for (var step = 0; step < Each; step++)
            {
                var artwork = artworks[writer][random.Next(3)];
                if (!own.TryGetValue(artwork, out var item))
                    own[artwork] = FavouritesData.Made(company.Add(user, collection, artwork));
                else if (random.Next(8) > 0)
                    // Always between the same two: position 2 is there while anybody keeps two.
                    FavouritesData.Made(company.Move(user, item, 2));
                else if (own.Count > 2)
                    own.Remove(artwork, out _);
                if (!own.ContainsKey(artwork))
                    FavouritesData.Made(company.Remove(user, item));
            }
            return [.. own.Keys];
        }
    }
}
