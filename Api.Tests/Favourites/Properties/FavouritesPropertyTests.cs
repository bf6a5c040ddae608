using Api.Tests.Properties;
using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites.Properties;

/// <summary>Any sequence of requests by three users, judged by plain lists: positions 1..n, and nobody sees what is not theirs.</summary>
internal sealed class FavouritesPropertyTests
{
    [Test]
    public void Collections_are_the_lists_that_requests_make() =>
        PropertyCheck.Run(6, seed => seed, _ => [], seed => new Story(seed).RunAsync(60).GetAwaiter().GetResult());

    /// <summary>A collection as the model has it.</summary>
    private sealed record ModelCollection(string Id, UserClient Owner, bool IsDefault)
    {
        internal bool IsPrivate { get; set; } = IsDefault;

        internal List<(string Place, Guid Artwork)> Places { get; } = [];

        internal string Items => $"collection_items?collection_id={Id}&user_id={Owner.Id}";

        internal bool IsSeenBy(UserClient caller) => !IsPrivate || caller == Owner;
    }

    private sealed class Story
    {
        private readonly Random _random;
        private readonly FavouritesData _company = NewCompany();
        private readonly UserClient[] _fans;
        private readonly Guid[] _artworks;
        private readonly HashSet<Guid> _hidden = [];
        private readonly List<ModelCollection> _collections;

        internal Story(int seed)
        {
            _random = new Random(seed);
            _fans = [new UserClient(_company, "ann"), new UserClient(_company, "bob"), new UserClient(_company, "cat")];
            _artworks = [.. Enumerable.Range(0, 6).Select(_ => _company.Artwork())];
            _collections = [.. _fans.Select(fan => new ModelCollection(fan.Saved.ToString(), fan, IsDefault: true))];
        }

        internal async Task RunAsync(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                await (_random.Next(10) switch
                {
                    0 => MakeAsync(),
                    1 => TurnAsync(),
                    2 => DeleteAsync(),
                    3 => HideAsync(),
                    4 => RemoveAsync(),
                    5 or 6 => MoveAsync(),
                    _ => AddAsync(),
                });
                await CheckAsync(Any(_fans), Any(_fans));
            }
            foreach (var caller in _fans)
                foreach (var owner in _fans)
                    await CheckAsync(caller, owner);
        }

        private T Any<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

        /// <summary>Mostly the owner, sometimes another.</summary>
        private UserClient Caller(ModelCollection collection) => _random.Next(4) > 0 ? collection.Owner : Any(_fans);

        private List<(string Place, Guid Artwork)> Visible(ModelCollection collection) => collection.Places.FindAll(place => !_hidden.Contains(place.Artwork));

        /// <summary>The status of a change that the owner may make.</summary>
        private static int Status(ModelCollection collection, UserClient caller, int done) => caller == collection.Owner ? done : collection.IsPrivate ? 404 : 403;

        private async Task MakeAsync()
        {
            var (owner, isPrivate) = (Any(_fans), _random.Next(2) == 0);
            var made = await owner.PostAsync("collections", $"user_id={owner.Id}&name=Some&private={(isPrivate ? "true" : "false")}");
            Expect(made, 201);
            _collections.Add(new ModelCollection(made.Json.Id(), owner, IsDefault: false) { IsPrivate = isPrivate });
        }

        private async Task TurnAsync()
        {
            var collection = Any(_collections);
            var caller = Caller(collection);
            Expect(await caller.PutAsync($"collections/{collection.Id}", $"private={(collection.IsPrivate ? 0 : 1)}"), Status(collection, caller, 200));
            if (caller == collection.Owner)
                collection.IsPrivate = !collection.IsPrivate;
        }

        private async Task DeleteAsync()
        {
            var collection = Any(_collections);
            var caller = Caller(collection);
            Expect(await caller.DeleteAsync($"collections/{collection.Id}"), Status(collection, caller, collection.IsDefault ? 403 : 200));
            if (caller == collection.Owner && !collection.IsDefault)
                _collections.Remove(collection);
        }

        private Task HideAsync()
        {
            var artwork = Any(_artworks);
            var isHidden = _hidden.Add(artwork) || !_hidden.Remove(artwork);
            var inArchive = _random.Next(2) == 0;
            _company.SetArtwork(artwork, archived: isHidden && inArchive, showInStore: !isHidden || inArchive);
            return Task.CompletedTask;
        }

        private async Task AddAsync()
        {
            var (collection, artwork) = (Any(_collections), Any(_artworks));
            var caller = Caller(collection);
            var isRefused = _hidden.Contains(artwork) || collection.Places.Exists(place => place.Artwork == artwork);
            var added = await caller.PostAsync(collection.Items, $"artwork_id={artwork}");
            Expect(added, Status(collection, caller, isRefused ? 400 : 201));
            if (added.Status != 201)
                return;
            collection.Places.Add((added.Json.Id(), artwork));
            Assert.That(added.Json["position"]!.GetValue<int>(), Is.EqualTo(Visible(collection).Count));
        }

        private async Task MoveAsync()
        {
            var collection = Any(_collections);
            if (Visible(collection) is not { Count: > 0 } visible)
                return;
            var (caller, place, position) = (Caller(collection), Any(visible), _random.Next(1, visible.Count + 2));
            var moved = await caller.PutAsync($"collection_items/{place.Place}", $"position={position}");
            Expect(moved, Status(collection, caller, position > visible.Count ? 400 : 200));
            if (moved.Status != 200)
                return;
            Assert.That(moved.Json["position"]!.GetValue<int>(), Is.EqualTo(position));
            // What is hidden keeps its place after whatever visible stood before it, as far as that can be told.
            visible.Remove(place);
            visible.Insert(position - 1, place);
            var hidden = collection.Places.FindAll(one => _hidden.Contains(one.Artwork));
            var order = await OrderAsync(collection, visible, hidden);
            collection.Places.Clear();
            collection.Places.AddRange(order);
        }

        /// <summary>The visible places stand as the model says; where the hidden ones stand among them, the store tells.</summary>
        private async Task<List<(string, Guid)>> OrderAsync(ModelCollection collection, List<(string Place, Guid Artwork)> visible, List<(string Place, Guid Artwork)> hidden)
        {
            if (hidden.Count == 0)
                return visible;
            foreach (var (_, artwork) in hidden)
                _company.SetArtwork(artwork);
            var all = (await collection.Owner.ReadAsync(collection.Items + "&size=100")).Ids("collection_items");
            foreach (var (_, artwork) in hidden)
                _company.SetArtwork(artwork, archived: true);
            Assert.That(all.Where(id => visible.Exists(place => place.Place == id)), Is.EqualTo(visible.Select(place => place.Place)));
            return [.. all.Select(id => visible.Concat(hidden).Single(place => place.Place == id))];
        }

        private async Task RemoveAsync()
        {
            var collection = Any(_collections);
            if (collection.Places.Count == 0)
                return;
            var (caller, place) = (Caller(collection), Any(collection.Places));
            Expect(await caller.DeleteAsync($"collection_items/{place.Place}"), _hidden.Contains(place.Artwork) ? 404 : Status(collection, caller, 200));
            if (caller == collection.Owner && !_hidden.Contains(place.Artwork))
                collection.Places.Remove(place);
        }

        /// <summary>All that a caller can see of an owner's collections.</summary>
        private async Task CheckAsync(UserClient caller, UserClient owner)
        {
            var collections = _collections.FindAll(collection => collection.Owner == owner);
            var listed = await caller.ReadAsync($"collections?user_id={owner.Id}&size=100&total_count=1");
            Assert.That(listed.Ids("collections"), Is.EquivalentTo(collections.FindAll(collection => !collection.IsPrivate).Select(collection => collection.Id)));
            Assert.That(listed["total_count"]!.GetValue<int>(), Is.EqualTo(collections.Count(collection => !collection.IsPrivate)));
            var withPrivate = await caller.GetAsync($"collections?user_id={owner.Id}&private=1&size=100");
            Expect(withPrivate, caller == owner ? 200 : 403);
            if (caller == owner)
                Assert.That(withPrivate.Json.Ids("collections"), Is.EquivalentTo(collections.Select(collection => collection.Id)));
            foreach (var collection in collections)
                await CheckAsync(caller, collection);
        }

        private async Task CheckAsync(UserClient caller, ModelCollection collection)
        {
            var query = $"?collection_id={collection.Id}&user_id={collection.Owner.Id}&total_count=1&size={_random.Next(1, 8)}";
            Expect(await caller.GetAsync("collections/" + collection.Id), collection.IsSeenBy(caller) ? 200 : 404);
            var first = await caller.GetAsync("collection_items" + query);
            Expect(first, collection.IsSeenBy(caller) ? 200 : 404);
            Expect(await caller.GetAsync($"artworks{query}&sample=1"), collection.IsSeenBy(caller) && Visible(collection).Count > 0 ? 302 : 404);
            if (!collection.IsSeenBy(caller))
                return;
            var (places, artworks) = (new List<(string, int)>(), new List<string>());
            for (string? next = "collection_items" + query; next is not null;)
            {
                var page = await caller.ReadAsync(next);
                places.AddRange(page.Embedded("collection_items").Select(item => (item!.Id(), item!["position"]!.GetValue<int>())));
                Assert.That(page["total_count"]!.GetValue<int>(), Is.EqualTo(Visible(collection).Count));
                next = page.LinkOrNull("next");
            }
            for (string? next = "artworks" + query; next is not null;)
            {
                var page = await caller.ReadAsync(next);
                artworks.AddRange(page.Ids("artworks"));
                next = page.LinkOrNull("next");
            }
            Assert.That(places, Is.EqualTo(Visible(collection).Select((place, at) => (place.Place, at + 1))));
            Assert.That(artworks, Is.EqualTo(Visible(collection).Select(place => place.Artwork.ToString())));
        }

        private static void Expect(Answer answer, int status) => Assert.That(answer.Status, Is.EqualTo(status), answer.Body);
    }
}
