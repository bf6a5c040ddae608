using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Api.Security;
using Api.Tests.Support;
using Domain.Collections;
using Domain.Companies;
using Domain.Items;
using NUnit.Framework;

namespace Api.Tests.Properties;

/// <summary>Rules I1 to I4 after any sequence of writes to the tree, its collection items and the items themselves.</summary>
internal sealed class ShopPropertyTests
{
    private ApiServer _server = null!;

    [OneTimeSetUp]
    public async Task Start() => _server = await ApiServer.StartEmptyAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public void The_rules_hold_after_every_write() =>
        PropertyCheck.Run(20, seed => ShopSequence.Make(seed, 60), sequence => sequence.Shrunk(), sequence =>
        {
            var shop = new Shop(_server);
            PlayAsync(shop, sequence).GetAwaiter().GetResult();
        });

    [Test]
    public async Task Eight_writers_at_once_leave_a_catalogue_that_keeps_the_rules()
    {
        var shop = new Shop(_server);
        await PlayAsync(shop, ShopSequence.Make(1, 60));
        var statuses = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => WriteAsync(writer))));
        Assert.That(statuses.SelectMany(list => list), Is.SupersetOf(new[] { "PATCH 200", "DELETE 200", "collections 201", "collection_trees 201", "sortings 201", "sortings 422" }));
        await shop.AssertRulesAsync();

        // Each writer goes by a model of its own, which does not know what the others do.
        async Task<List<string>> WriteAsync(int writer)
        {
            var answers = new List<string>();
            var own = await shop.OpenAgainAsync();
            foreach (var step in ShopSequence.Make(writer + 100, 60).Steps)
            {
                var request = own.Request(step);
                var answer = await shop.SendAsync(request.Method, request.Path, request.Body);
                Assert.That(answer.Status, Is.AnyOf(200, 201, 404, 422), answer.Body);
                answers.Add($"{(request.Method == HttpMethod.Post ? request.Path : request.Method)} {answer.Status}");
                if (answers.Count % 5 == 0)
                    own = await shop.OpenAgainAsync();
            }
            return answers;
        }
    }

    private static async Task PlayAsync(Shop shop, ShopSequence sequence)
    {
        for (var i = 0; i < sequence.Steps.Count; i++)
        {
            var request = shop.Model.Request(sequence.Steps[i]);
            var answer = await shop.SendAsync(request.Method, request.Path, request.Body);
            if (answer.Status != request.Status)
                throw new InvalidOperationException($"step {i}, {sequence.Steps[i]} {request.Path} {request.Body}: answered {answer.Status}, not {request.Status}: {answer.Body}");
            if (answer.Status is 200 or 201)
                request.Take(answer.Json["data"]!["id"]!.GetValue<string>());
            await shop.CompareAsync(shop.Model);
        }
    }

    /// <summary>A company of its own on the server, beside a model of it.</summary>
    private sealed class Shop
    {
        private readonly ApiServer _server;
        private readonly string _token = AccessTokens.Create();
        private readonly string[] _items;
        private readonly string _system;

        internal Shop(ApiServer server)
        {
            _server = server;
            var (company, now) = (Guid.NewGuid(), DateTimeOffset.UnixEpoch);
            using var context = server.Database.CreateContext();
            context.Add(new Company { Id = company, Slug = "c-" + company, Name = "Company", CreatedAt = now, UpdatedAt = now });
            context.Add(new AccessToken { Hash = AccessTokens.Hash(_token), CompanyId = company, Name = "test", Scopes = TokenScopes.Read | TokenScopes.Write, CreatedAt = now });
            var system = new Collection { CompanyId = company, Id = Guid.NewGuid(), CreatedAt = now, UpdatedAt = now, Name = "system", Slug = "system", System = true };
            var items = Enumerable.Range(0, 4).Select(number => new ProductGroup
            {
                CompanyId = company, Id = Guid.NewGuid(), CreatedAt = now, UpdatedAt = now, Name = "item", Slug = $"item-{number}", ShowInStore = number < 3,
            }).ToList();
            context.Add(system);
            context.AddRange(items);
            context.SaveChanges();
            _items = [.. items.Select(item => item.Id.ToString())];
            _system = system.Id.ToString();
            Model = new ShopModel(_items, _system);
        }

        internal ShopModel Model { get; }

        internal Task<Answer> SendAsync(HttpMethod method, string path, string? body = null) =>
            _server.SendAsync(method, "/api/4/" + path, body, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token));

        /// <summary>A model of what is stored now.</summary>
        internal async Task<ShopModel> OpenAgainAsync()
        {
            var (collections, places) = (await CollectionsAsync(), await PlacesAsync());
            var model = new ShopModel(_items, _system);
            model.Load(
                collections.Select(row => (Id(row), row["attributes"]!["parent_id"]?.GetValue<string>(), row["attributes"]!["position"]?.GetValue<int>())),
                places.Select(row => (Id(row), Text(row, "collection_id"), Text(row, "item_id"), row["attributes"]!["implicit"]!.GetValue<bool>(), row["attributes"]!["position"]?.GetValue<int>())));
            foreach (var item in _items)
            {
                var attributes = (await SendAsync(HttpMethod.Get, $"product_groups/{item}")).Json["data"]!["attributes"]!;
                model.LoadItem(item, attributes["archived"]!.GetValue<bool>(), attributes["show_in_store"]!.GetValue<bool>());
            }
            return model;
        }

        /// <summary>What is stored is what the rules make of its own tree and explicit places.</summary>
        internal async Task AssertRulesAsync() => await CompareAsync(await OpenAgainAsync());

        internal async Task CompareAsync(ShopModel model)
        {
            var (collections, places) = (await CollectionsAsync(), await PlacesAsync());
            Same("collections", collections.Select(row => string.Join(' ',
                Id(row), row["attributes"]!["parent_id"]?.GetValue<string>() ?? "-", row["attributes"]!["depth"], row["attributes"]!["position"]?.ToJsonString() ?? "-", row["attributes"]!["item_count"])), model.Collections());
            Same("places", places.Select(row => string.Join(' ',
                Text(row, "collection_id"), Text(row, "item_id"), row["attributes"]!["implicit"]!.ToJsonString(), row["attributes"]!["position"]?.ToJsonString() ?? "-",
                string.Join(',', row["attributes"]!["source_collections"]!.AsArray().Select(source => source!["id"]!.GetValue<string>()).Order(StringComparer.Ordinal)))), model.Places());
            model.Follow(places.ToDictionary(row => (Text(row, "collection_id"), Text(row, "item_id")), Id));
        }

        private Task<List<JsonNode>> CollectionsAsync() => ListAsync("collections?");

        private Task<List<JsonNode>> PlacesAsync() => ListAsync("collection_items?extra_fields[collection_items]=source_collections&");

        private async Task<List<JsonNode>> ListAsync(string path)
        {
            var rows = new List<JsonNode>();
            for (var page = 1; ; page++)
            {
                var answer = await SendAsync(HttpMethod.Get, $"{path}page[size]=100&page[number]={page}");
                var data = answer.Json["data"]!.AsArray();
                rows.AddRange(data.Select(row => row!));
                if (data.Count < 100)
                    return rows;
            }
        }

        private static string Id(JsonNode row) => row["id"]!.GetValue<string>();

        private static string Text(JsonNode row, string attribute) => row["attributes"]![attribute]!.GetValue<string>();

        private static void Same(string what, IEnumerable<string> actual, IEnumerable<string> expected)
        {
            var (stored, due) = (actual.Order(StringComparer.Ordinal).ToList(), expected.Order(StringComparer.Ordinal).ToList());
            if (!stored.SequenceEqual(due))
                throw new InvalidOperationException($"{what} are\n  {string.Join("\n  ", stored.Except(due))}\nnot\n  {string.Join("\n  ", due.Except(stored))}");
        }
    }
}
