using System.Net.Http.Headers;
using System.Text.Json;
using Api.Favourites;
using Api.Security;
using Api.Tests.Support;
using Domain.Companies;
using Domain.Favourites;
using Domain.Items;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Planning;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Persistence.Accounts;
using Persistence.Connections;
using Persistence.Transactions;
using Persistence.Writes.Favourites;

namespace Api.Tests.Favourites;

/// <summary>A company with artworks, its users, applications and tokens.</summary>
internal sealed class FavouritesData
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ApiServer _server;
    private readonly TransactionRunner _writer;
    private readonly int _number;
    private int _rows;
    private string? _storeToken;

    internal FavouritesData(ApiServer server, int number)
    {
        (_server, _number) = (server, number);
        _writer = server.Services.GetRequiredService<TransactionRunner>();
        Id = NextId();
        Save(new Company { Id = Id, Slug = $"favourites-{number}", Name = $"FavouritesData {number}", CreatedAt = Start, UpdatedAt = Start });
    }

    internal Guid Id { get; }

    internal CatalogDatabase Database => _server.Database;

    internal Result<T> Write<T>(Func<WriteTransaction, Result<T>> work) =>
        _writer.RunAsync(new TenantScope(Id), work, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    internal Task<Result<T>> WriteAsync<T>(Func<WriteTransaction, Result<T>> work) =>
        _writer.RunAsync(new TenantScope(Id), work, CancellationToken.None).AsTask();

    internal Guid User(string name, string? password = null) =>
        Write(transaction => UserWrites.Create(transaction, new NewUser(name, $"{name}@example.com", password is null ? null : new Passwords().Hash(password))))
            .TryGet(out var id) ? id : throw new InvalidOperationException($"There is a user {name}.");

    internal Guid DefaultCollection(Guid user)
    {
        using var context = Database.CreateContext();
        return context.UserCollections.Single(collection => collection.CompanyId == Id && collection.UserId == user && collection.Default).Id;
    }

    internal Guid Collection(Guid owner, bool isPrivate) =>
        Made(Create(new UserCollectionWrites(), owner, FavouritesCatalog.Collections, ("name", "Own"), ("private", isPrivate)));

    internal Guid Artwork(Action<ProductGroup>? configure = null)
    {
        var id = NextId();
        var group = new ProductGroup
        {
            CompanyId = Id, Id = id, Name = $"Artwork {_rows}", Slug = $"artwork-{_rows}", CreatedAt = Start, UpdatedAt = Start,
            Artwork = new ArtworkDetails { CompanyId = Id, ItemId = id, ArtistId = Id, ArtistName = "Somebody" },
        };
        configure?.Invoke(group);
        Save(group);
        return id;
    }

    /// <summary>Gives an artwork a picture.</summary>
    internal void Photo(Guid artwork, string original, string large)
    {
        using var context = Database.CreateContext();
        var item = context.Items.Single(item => item.CompanyId == Id && item.Id == artwork);
        var photo = new Photo
        {
            CompanyId = Id, Id = NextId(), CreatedAt = Start, UpdatedAt = Start, OriginalUrl = original, LargeUrl = large, XlargeUrl = original,
            OwnerId = artwork, OwnerType = ItemKind.ProductGroups,
        };
        context.Photos.Add(photo);
        context.SaveChanges();
        item.PhotoId = photo.Id;
        context.SaveChanges();
    }

    /// <summary>Fills a collection with as many artworks, all like one.</summary>
    internal void Fill(Guid collection, int count)
    {
        var artwork = Artwork();
        using var connection = Database.OpenConnection();
        using var transaction = connection.BeginTransaction();
        Copy("items", "t.id = $artwork", ("id", ArtworkId), ("slug", "'copy-' || n.i"));
        Copy("artwork_details", "t.item_id = $artwork", ("item_id", ArtworkId));
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            {Numbers} INSERT INTO user_collection_items (company_id, id, collection_id, user_id, artwork_id, rank, visible, created_at, updated_at)
            SELECT $company, {CollectionItemId}, $collection, (SELECT user_id FROM user_collections WHERE company_id = $company AND id = $collection), {ArtworkId}, n.i * {Ranking.Gap}, 1, $now, $now FROM n
            """;
        Run(command);
        transaction.Commit();

        void Copy(string table, string which, params (string Column, string Value)[] changes)
        {
            using var columns = connection.CreateCommand();
            columns.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
            var names = new List<string>();
            using (var reader = columns.ExecuteReader())
                while (reader.Read())
                    names.Add(reader.GetString(0));
            var values = names.Select(name => changes.FirstOrDefault(change => change.Column == name).Value ?? "t." + name);
            using var insert = connection.CreateCommand();
            insert.CommandText = $"{Numbers} INSERT INTO {table} ({string.Join(", ", names.Select(name => $"\"{name}\""))}) SELECT {string.Join(", ", values)} FROM n CROSS JOIN {table} t WHERE t.company_id = $company AND {which}";
            Run(insert);
        }

        void Run(Microsoft.Data.Sqlite.SqliteCommand command)
        {
            command.Parameters.AddWithValue("$company", Id.ToString());
            command.Parameters.AddWithValue("$number", _number);
            command.Parameters.AddWithValue("$artwork", artwork.ToString());
            command.Parameters.AddWithValue("$collection", collection.ToString());
            command.Parameters.AddWithValue("$count", count);
            command.Parameters.AddWithValue("$now", WireText.Write(Start));
            command.ExecuteNonQuery();
        }
    }

    private const string Numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)";
    private const string ArtworkId = "printf('%08x-0000-4000-9000-%012x', $number, n.i)";
    private const string CollectionItemId = "printf('%08x-0000-4000-a000-%012x', $number, n.i)";

    internal Guid Bundle()
    {
        var id = NextId();
        Save(new Bundle { CompanyId = Id, Id = id, Name = "Bundle", Slug = $"bundle-{_rows}", CreatedAt = Start, UpdatedAt = Start });
        return id;
    }

    internal (string Id, string Secret) Client()
    {
        var (id, secret) = ($"client-{_number}-{_rows++}", AccessTokens.Create());
        Save(new Application { CompanyId = Id, ClientId = id, SecretHash = AccessTokens.Hash(secret), Name = "Test", CreatedAt = Start });
        return (id, secret);
    }

    /// <summary>A user's token, or an application's own where there is no user.</summary>
    internal string Token(Guid? user, DateTimeOffset? expiresAt = null, DateTimeOffset? revokedAt = null)
    {
        var token = AccessTokens.Create();
        Save(new FavouritesToken { Hash = AccessTokens.Hash(token), CompanyId = Id, UserId = user, CreatedAt = Start, ExpiresAt = expiresAt, RevokedAt = revokedAt });
        return token;
    }

    internal string StoreToken(TokenScopes scopes, DateTimeOffset? revokedAt = null)
    {
        var token = AccessTokens.Create();
        Save(new AccessToken { Hash = AccessTokens.Hash(token), CompanyId = Id, Name = "test", Scopes = scopes, CreatedAt = Start, RevokedAt = revokedAt });
        return token;
    }

    internal Result<Guid> Add(Guid caller, Guid collection, Guid artwork) =>
        Create(new UserCollectionItemWrites(), caller, FavouritesCatalog.Items, ("collection_id", collection), ("artwork_id", artwork));

    internal Result<Guid> Move(Guid caller, Guid item, long position) =>
        Update(new UserCollectionItemWrites(), caller, FavouritesCatalog.Items, item, ("position", position));

    internal Result<Guid> Remove(Guid caller, Guid item) => Delete(new UserCollectionItemWrites(), caller, item);

    internal Result<Guid> Create(IResourceWrites writes, Guid caller, FavouritesResource resource, params (string Name, object? Value)[] values) =>
        WriteAs(caller, transaction => writes.Create(transaction, Plan(resource, Guid.CreateVersion7(), true, values)));

    internal Result<Guid> Update(
        IResourceWrites writes, Guid caller, FavouritesResource resource, Guid id, params (string Name, object? Value)[] values) =>
        WriteAs(caller, transaction => writes.Update(transaction, Plan(resource, id, false, values)));

    internal Result<Guid> Delete(IResourceWrites writes, Guid caller, Guid id) => WriteAs(caller, transaction => writes.Delete(transaction, id));

    private Result<Guid> WriteAs(Guid caller, Func<WriteTransaction, Result<Guid>> work) =>
        _writer.RunAsync(new TenantScope(Id, caller), work, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private static WritePlan Plan(FavouritesResource resource, Guid id, bool isCreate, (string Name, object? Value)[] values) =>
        new(resource.Definition, id, isCreate, values.ToDictionary(value => value.Name, value => value.Value));

    /// <summary>The visible items of a collection, by rank.</summary>
    internal List<(Guid Id, Guid Artwork, long Rank)> CollectionItems(Guid collection)
    {
        using var context = Database.CreateContext();
        return [.. context.UserCollectionItems
            .Where(item => item.CompanyId == Id && item.CollectionId == collection && !item.Artwork!.Archived && item.Artwork.ShowInStore)
            .OrderBy(item => item.Rank).Select(item => new { item.Id, item.ArtworkId, item.Rank }).AsEnumerable()
            .Select(item => (item.Id, item.ArtworkId, item.Rank))];
    }

    /// <summary>Archives, hides, restores or shows an artwork, as the shop does.</summary>
    internal void SetArtwork(Guid artwork, bool archived = false, bool showInStore = true)
    {
        _storeToken ??= StoreToken(TokenScopes.Read | TokenScopes.Write);
        var attributes = new { archived, show_in_store = showInStore };
        var body = JsonSerializer.Serialize(new { data = new { type = "product_groups", attributes } });
        var answer = _server.SendAsync(HttpMethod.Patch, $"/api/4/product_groups/{artwork}", body,
            request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _storeToken)).GetAwaiter().GetResult();
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
    }

    internal static Guid Made(Result<Guid> result)
    {
        Assert.That(result.Errors, Is.Empty);
        return result.TryGet(out var id) ? id : Guid.Empty;
    }

    private void Save(object row)
    {
        using var context = Database.CreateContext();
        context.Add(row);
        context.SaveChanges();
    }

    private Guid NextId() => Guid.Parse($"{_number:x8}-0000-4abc-8def-{_rows++:x12}");
}
