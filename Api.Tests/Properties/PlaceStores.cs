using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Api.Security;
using Api.Tests.Support;
using Domain.Companies;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Parsing;
using JsonApi.Planning;
using Microsoft.Extensions.DependencyInjection;
using Persistence.Writes;

namespace Api.Tests.Properties;

/// <summary>The server's own writes and pipeline, called without HTTP.</summary>
internal sealed class DirectPlaceStore(IServiceProvider services, Guid company) : PlaceStore
{
    private readonly QueryPlanner _planner = services.GetRequiredService<QueryPlanner>();
    private readonly ResourceCatalog _catalog = services.GetRequiredService<ResourceCatalog>();
    private readonly CollectionItemWrites _writes = services.GetRequiredService<CollectionItemWrites>();
    private readonly TenantScope _scope = new(company);

    internal override async Task<PlaceAnswer> AddAsync(Guid collection, Guid item) =>
        Answer(await _writes.AddAsync(_scope, collection, item, id => Plan(Operation.Create, id), CancellationToken.None), 201);

    internal override async Task<PlaceAnswer> RemoveAsync(Guid id) =>
        Answer(await _writes.RemoveAsync(_scope, id, Plan(Operation.Delete, id), CancellationToken.None), 200);

    protected override async Task<JsonNode> ListAsync(string type, string query)
    {
        var call = new QueryCall(_catalog.Find(type)!, null, "/" + type, query, _scope);
        var answer = await services.GetRequiredService<QueryPipeline>().RunAsync(call, CancellationToken.None);
        using var document = answer.Document.TryGet(out var written) ? written : throw new InvalidOperationException(answer.Document.Errors[0].Detail);
        return JsonNode.Parse(document.Written.Span)!;
    }

    private static PlaceAnswer Answer(Result<QueryResult> result, int status)
    {
        if (!result.TryGet(out var rows))
            return new PlaceAnswer(result.Errors.Max(error => error.Code.Status), Guid.Empty);
        using (rows)
            return rows.Primary.Count == 0 ? new PlaceAnswer(404, Guid.Empty) : new PlaceAnswer(status, WireId.Read(rows.Primary.Text(0, 0)).Value);
    }

    private QueryPlan Plan(Operation operation, Guid id) =>
        _planner.PlanOne(_catalog.Find("collection_items")!, operation, QueryRequest.Empty, _scope, id).TryGet(out var plan)
            ? plan
            : throw new InvalidOperationException("An empty request is always planned.");
}

/// <summary>The server over HTTP, with a token of the company.</summary>
internal sealed class HttpPlaceStore(ApiServer server, string token) : PlaceStore
{
    private const string Path = "/api/4/collection_items";

    internal static HttpPlaceStore Create(ApiServer server, Guid company)
    {
        var token = AccessTokens.Create();
        using var context = server.Database.CreateContext();
        context.AccessTokens.Add(new AccessToken
        {
            Hash = AccessTokens.Hash(token), CompanyId = company, Name = "test", Scopes = TokenScopes.Read | TokenScopes.Write, CreatedAt = DateTimeOffset.UnixEpoch,
        });
        context.SaveChanges();
        return new HttpPlaceStore(server, token);
    }

    internal override async Task<PlaceAnswer> AddAsync(Guid collection, Guid item) => Read(await SendAsync(HttpMethod.Post, Path,
        $$$$"""{"data":{"type":"collection_items","attributes":{"collection_id":"{{{{collection}}}}","item_id":"{{{{item}}}}"}}}"""));

    internal override async Task<PlaceAnswer> RemoveAsync(Guid id) => Read(await SendAsync(HttpMethod.Delete, $"{Path}/{id}"));

    protected override async Task<JsonNode> ListAsync(string type, string query) => (await SendAsync(HttpMethod.Get, $"/api/4/{type}?{query}")).Json;

    private Task<Answer> SendAsync(HttpMethod method, string url, string? body = null) =>
        server.SendAsync(method, url, body, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token));

    private static PlaceAnswer Read(Answer answer) => new(answer.Status, answer.Status < 300 ? Uuid(answer.Json["data"]!["id"]) : Guid.Empty);
}
