using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Api.Endpoints;
using Api.Security;
using Api.Tests.Support;
using Domain.Companies;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Parsing;
using JsonApi.Planning;
using Microsoft.Extensions.DependencyInjection;
using Persistence.Writes;

namespace Api.Tests.Properties;

/// <summary>The server's own writes and pipeline, called without HTTP.</summary>
internal sealed class DirectPlaceStore(IServiceProvider services, Guid company) : PlaceStore
{
    private readonly ResourceCatalog _catalog = services.GetRequiredService<ResourceCatalog>();
    private readonly CatalogWriter _writer = services.GetRequiredService<CatalogWriter>();
    private readonly WritePipeline _pipeline = services.GetRequiredService<WritePipeline>();
    private readonly TenantScope _scope = new(company);

    internal override Task<PlaceAnswer> AddAsync(Guid collection, Guid item) =>
        WriteAsync(Operation.Create, Guid.CreateVersion7(), DocumentParser.Parse(Encoding.UTF8.GetBytes(Body(collection, item))).TryGet(out var body) ? body : null, 201);

    internal override Task<PlaceAnswer> RemoveAsync(Guid id) => WriteAsync(Operation.Delete, id, null, 200);

    protected override async Task<JsonNode> ListAsync(string type, string query)
    {
        var call = new QueryCall(_catalog.Find(type)!, null, "/" + type, query, _scope, []);
        var answer = await services.GetRequiredService<QueryPipeline>().RunAsync(call, CancellationToken.None);
        using var document = answer.Document.TryGet(out var written) ? written : throw new InvalidOperationException(answer.Document.Errors[0].Detail);
        return JsonNode.Parse(document.Written.Span)!;
    }

    private async Task<PlaceAnswer> WriteAsync(Operation operation, Guid id, WriteRequest? body, int status)
    {
        if (!_pipeline.Plan(_catalog.Find("collection_items")!, operation, id, body, QueryRequest.Empty, _scope).TryGet(out var write))
            throw new InvalidOperationException("An empty query is always planned.");
        var result = await _writer.RunAsync(_scope, transaction => _pipeline.Apply(transaction, write), CancellationToken.None);
        if (!result.TryGet(out var written))
            return new PlaceAnswer(result.Errors.Max(error => error.Code.Status), Guid.Empty);
        using (written)
            return new PlaceAnswer(status, Guid.Parse(written.Id));
    }
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
        Body(collection, item)));

    internal override async Task<PlaceAnswer> RemoveAsync(Guid id) => Read(await SendAsync(HttpMethod.Delete, $"{Path}/{id}"));

    protected override async Task<JsonNode> ListAsync(string type, string query) => (await SendAsync(HttpMethod.Get, $"/api/4/{type}?{query}")).Json;

    private Task<Answer> SendAsync(HttpMethod method, string url, string? body = null) =>
        server.SendAsync(method, url, body, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token));

    private static PlaceAnswer Read(Answer answer) => new(answer.Status, answer.Status < 300 ? Uuid(answer.Json["data"]!["id"]) : Guid.Empty);
}
