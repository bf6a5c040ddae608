using System.Globalization;
using Api.Security;
using Api.Tests.Support;
using Domain.Collections;
using Domain.Companies;
using Domain.Items;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace Api.Tests.Store.BadInput;

/// <summary>One server for all of these tests: they change nothing, or else they fail.</summary>
[SetUpFixture]
internal sealed class BadInputServer
{
    internal const string Items = "/api/4/collection_items";
    internal const string OtherToken = "token-of-the-other-company";
    internal const string ReadToken = "token-that-reads";
    internal const string WriteToken = "token-that-writes";
    internal const string ExpiredToken = "token-that-expired";
    internal const string RevokedToken = "token-that-was-revoked";

    private static ApiServer? _server;

    internal static ApiServer Server => _server ?? throw new InvalidOperationException("The server is not up.");

    /// <summary>Of the demo company.</summary>
    internal static Guid CollectionId { get; private set; }

    /// <summary>Not in that collection.</summary>
    internal static Guid FreeItemId { get; private set; }

    internal static Guid ArchivedItemId { get; private set; }

    /// <summary>Explicit there.</summary>
    internal static CollectionItem TakenCollectionItem { get; private set; } = null!;

    internal static CollectionItem ImplicitItem { get; private set; } = null!;

    internal static CollectionItem SystemCollectionItem { get; private set; } = null!;

    /// <summary>Of another company.</summary>
    internal static CollectionItem ForeignCollectionItem { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _server = await ApiServer.StartWithDemoAsync();
        using var context = Server.Database.CreateContext();
        var demo = context.Companies.Single().Id;
        TakenCollectionItem = context.CollectionItems.First(row => !row.Implicit && row.Collection!.Depth == 3);
        CollectionId = TakenCollectionItem.CollectionId;
        ImplicitItem = context.CollectionItems.First(row => row.Implicit);
        SystemCollectionItem = context.CollectionItems.First(row => row.Collection!.System);
        FreeItemId = context.Items.First(item => item.Kind == ItemKind.ProductGroups && item.CollectionItems.All(row => row.CollectionId != CollectionId)).Id;
        var archived = NewItem(demo, "Put away");
        archived.Archived = true;
        context.Add(archived);
        ArchivedItemId = archived.Id;
        AddOther(context);
        AddToken(context, demo, ReadToken, TokenScopes.Read);
        AddToken(context, demo, WriteToken, TokenScopes.Write);
        AddToken(context, demo, ExpiredToken, TokenScopes.Read | TokenScopes.Write, expires: DateTimeOffset.UnixEpoch);
        AddToken(context, demo, RevokedToken, TokenScopes.Read | TokenScopes.Write, revoked: DateTimeOffset.UnixEpoch);
        context.SaveChanges();
    }

    [OneTimeTearDown]
    public async Task Stop() => await Server.DisposeAsync();

    /// <summary>The target exactly as written, which an ordinary <see cref="Uri"/> would tidy up.</summary>
    internal static Uri Exactly(string target) =>
        new($"{Server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    internal static Task<Answer> GetAsync(string target) => SendAsync(HttpMethod.Get, target);

    internal static Task<Answer> SendAsync(HttpMethod method, string target, string? body = null, string? token = null) =>
        Server.SendAsync(method, target, body, request =>
        {
            request.RequestUri = Exactly(target);
            if (token is not null)
                request.Headers.Authorization = new("Bearer", token);
        });

    internal static Task<Answer> PostAsync(string body, string query = "") => SendAsync(HttpMethod.Post, Items + query, body);

    /// <summary>What no refused request may change.</summary>
    internal static string Stock()
    {
        using var connection = Server.Database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT (SELECT COUNT(*) || ',' || SUM(implicit) || ',' || MAX(updated_at) || ',' || COUNT(position) FROM collection_items) || ' '
                || (SELECT COUNT(*) || ',' || SUM(item_count) || ',' || MAX(updated_at) FROM collections) || ' '
                || (SELECT COUNT(*) || ',' || SUM(archived) || ',' || MAX(updated_at) FROM items)
            """;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    internal static ProductGroup NewItem(Guid company, string name) => new()
    {
        CompanyId = company,
        Id = Guid.CreateVersion7(),
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        Name = name,
        Slug = $"s{Guid.NewGuid():N}",
    };

    private static Collection NewCollection(Guid company, string name) => new()
    {
        CompanyId = company,
        Id = Guid.CreateVersion7(),
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        Name = name,
        Slug = $"s{Guid.NewGuid():N}",
    };

    private static void AddOther(DbContext context)
    {
        var other = new Company { Id = Guid.CreateVersion7(), Slug = "other", Name = "Other", CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch };
        context.Add(other);
        AddToken(context, other.Id, OtherToken, TokenScopes.Read | TokenScopes.Write);
        foreach (var name in PlainTextTests.Names)
            context.Add(NewCollection(other.Id, name));
        var collection = NewCollection(other.Id, PlainTextTests.Ordinary);
        var item = NewItem(other.Id, "Foreign");
        ForeignCollectionItem = new CollectionItem
        {
            CompanyId = other.Id,
            Id = Guid.CreateVersion7(),
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
            CollectionId = collection.Id,
            ItemId = item.Id,
        };
        context.AddRange(collection, item, ForeignCollectionItem);
    }

    private static void AddToken(
        DbContext context, Guid company, string token, TokenScopes scopes, DateTimeOffset? expires = null, DateTimeOffset? revoked = null) =>
        context.Add(new AccessToken
        {
            Hash = AccessTokens.Hash(token),
            CompanyId = company,
            Name = token,
            Scopes = scopes,
            CreatedAt = DateTimeOffset.UnixEpoch,
            ExpiresAt = expires,
            RevokedAt = revoked,
        });
}
