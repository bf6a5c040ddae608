using Api.Tests.Properties;
using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites.Properties;

/// <summary>Any sequence of requests by three users, judged by plain lists: positions are 1..n, and no user sees what is private to another.</summary>
[Category("Slow")]
internal sealed class FavouritesPropertyTests
{
    [Test]
    public void Collections_are_the_lists_that_requests_make() =>
        PropertyCheck.Run(6, seed => seed, _ => [], seed => new Story(seed).RunAsync(60).GetAwaiter().GetResult());

    /// <summary>A collection as the model has it.</summary>
    private sealed record ModelCollection(string Id, UserClient Owner, bool IsDefault)
    {
        internal bool IsPrivate { get; set; } = IsDefault;

        internal List<(string Id, Guid Artwork)> Entries { get; } = [];

        internal string Items => $"collection_items?collection_id={Id}&user_id={Owner.Id}";

        internal bool IsSeenBy(UserClient caller) => !IsPrivate || caller == Owner;
    }

    private sealed class Story
    {
        private readonly Random _random;
        private readonly FavouritesData _company = NewCompany();
        private readonly UserClient[] _users;
        private readonly Guid[] _artworks;
        private readonly HashSet<Guid> _hidden = [];
        private readonly List<ModelCollection> _collections;

        internal Story(int seed)
        {
            _random = new Random(seed);
            _users = [new UserClient(_company, "ann"), new UserClient(_company, "bob"), new UserClient(_company, "cat")];
            _artworks = [.. Enumerable.Range(0, 6).Select(_ => _company.Artwork())];
            _collections = [.. _users.Select(user => new ModelCollection(user.Saved.ToString(), user, IsDefault: true))];
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
                await CheckAsync(Any(_users), Any(_users));
            }
            foreach (var caller in _users)
                foreach (var owner in _users)
                    await CheckAsync(caller, owner);
        }

        private T Any<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

        /// <summary>Mostly the owner, sometimes another.</summary>
        private UserClient Caller(ModelCollection collection) => _random.Next(4) > 0 ? collection.Owner : Any(_users);

        private List<(string Id, Guid Artwork)> Visible(ModelCollection collection) => collection.Entries.FindAll(item => !_hidden.Contains(item.Artwork));

        /// <summary>The status of a change that the owner may make.</summary>
        private static int Status(ModelCollection collection, UserClient caller, int done) => caller == collection.Owner ? done : collection.IsPrivate ? 404 : 403;

        private async Task MakeAsync()
        {
            var (owner, isPrivate) = (Any(_users), _random.Next(2) == 0);
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
            var isRefused = _hidden.Contains(artwork) || collection.Entries.Exists(item => item.Artwork == artwork);
            var added = await caller.PostAsync(collection.Items, $"artwork_id={artwork}");
            Expect(added, Status(collection, caller, isRefused ? 400 : 201));
            if (added.Status != 201)
                return;
            collection.Entries.Add((added.Json.Id(), artwork));
            Assert.That(added.Json["position"]!.GetValue<int>(), Is.EqualTo(Visible(collection).Count));
        }

        private async Task MoveAsync()
        {
            var collection = Any(_collections);
            if (Visible(collection) is not { Count: > 0 } visible)
                return;
            var (caller, item, position) = (Caller(collection), Any(visible), _random.Next(1, visible.Count + 2));
            var moved = await caller.PutAsync($"collection_items/{item.Id}", $"position={position}");
            Expect(moved, Status(collection, caller, position > visible.Count ? 400 : 200));
            if (moved.Status != 200)
                return;
            Assert.That(moved.Json["position"]!.GetValue<int>(), Is.EqualTo(position));
            // A hidden item stays behind the visible one that was before it, as far as the API shows that.
            visible.Remove(item);
            visible.Insert(position - 1, item);
            var hidden = collection.Entries.FindAll(one => _hidden.Contains(one.Artwork));
            var order = await OrderAsync(collection, visible, hidden);
            collection.Entries.Clear();
            collection.Entries.AddRange(order);
        }

        /// <summary>The order of a collection: of visible items as the model has it, of hidden ones among them as the store has it.</summary>
        private async Task<List<(string, Guid)>> OrderAsync(ModelCollection collection, List<(string Id, Guid Artwork)> visible, List<(string Id, Guid Artwork)> hidden)
        {
            if (hidden.Count == 0)
                return visible;
            foreach (var (_, artwork) in hidden)
                _company.SetArtwork(artwork);
            var all = (await collection.Owner.ReadAsync(collection.Items + "&size=100")).Ids("collection_items");
            foreach (var (_, artwork) in hidden)
                _company.SetArtwork(artwork, archived: true);
            Assert.That(all.Where(id => visible.Exists(item => item.Id == id)), Is.EqualTo(visible.Select(item => item.Id)));
            return [.. all.Select(id => visible.Concat(hidden).Single(item => item.Id == id))];
        }

        private async Task RemoveAsync()
        {
            var collection = Any(_collections);
            if (collection.Entries.Count == 0)
                return;
            var (caller, item) = (Caller(collection), Any(collection.Entries));
            Expect(await caller.DeleteAsync($"collection_items/{item.Id}"), _hidden.Contains(item.Artwork) ? 404 : Status(collection, caller, 200));
            if (caller == collection.Owner && !_hidden.Contains(item.Artwork))
                collection.Entries.Remove(item);
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
            var (items, artworks) = (new List<(string, int)>(), new List<string>());
            var isReversed = _random.Next(2) == 0;
            for (string? next = $"collection_items{query}&sort={(isReversed ? "-" : "")}position"; next is not null;)
            {
                var page = await caller.ReadAsync(next);
                items.AddRange(page.Embedded("collection_items").Select(row => (row!.Id(), row!["position"]!.GetValue<int>())));
                Assert.That(page["total_count"]!.GetValue<int>(), Is.EqualTo(Visible(collection).Count));
                next = page.LinkOrNull("next");
            }
            for (string? next = "artworks" + query; next is not null;)
            {
                var page = await caller.ReadAsync(next);
                artworks.AddRange(page.Ids("artworks"));
                next = page.LinkOrNull("next");
            }
            var expected = Visible(collection).Select((item, at) => (item.Id, at + 1)).ToList();
            Assert.That(items, Is.EqualTo(isReversed ? expected.AsEnumerable().Reverse() : expected));
            var wanted = Any(_artworks);
            var found = (await caller.ReadAsync($"collection_items{query}&artwork_id={wanted}")).Embedded("collection_items");
            Assert.That(
                found.Select(row => (row!.Id(), row!["position"]!.GetValue<int>())), Is.EqualTo(expected.Where((_, at) => Visible(collection)[at].Artwork == wanted)));
            Assert.That(artworks, Is.EqualTo(Visible(collection).Select(item => item.Artwork.ToString())));
        }

        private static void Expect(Answer answer, int status) => Assert.That(answer.Status, Is.EqualTo(status), answer.Body);
    }
}
