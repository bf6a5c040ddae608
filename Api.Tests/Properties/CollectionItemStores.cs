using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Api.Security;
using Api.Tests.Store.Operations;
using Api.Tests.Support;
using Domain.Companies;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Parsing;
using JsonApi.Planning;
using JsonApi.Rendering.JsonApi;
using Microsoft.Extensions.DependencyInjection;

namespace Api.Tests.Properties;

/// <summary>The server's own writes and pipeline, called without HTTP.</summary>
internal sealed class DirectCollectionItemStore(IServiceProvider services, Guid company) : CollectionItemStore
{
    private readonly ResourceCatalog _catalog = services.GetRequiredService<ResourceCatalog>();
    private readonly WritePipeline _pipeline = services.GetRequiredService<WritePipeline>();
    private readonly TenantScope _scope = new(company);

    internal override Task<CollectionItemAnswer> AddAsync(Guid collection, Guid item) =>
        WriteAsync(Operation.Create, Guid.CreateVersion7(), Body(collection, item), 201);

    internal override Task<CollectionItemAnswer> RemoveAsync(Guid id) => WriteAsync(Operation.Delete, id, null, 200);

    protected override async Task<JsonNode> ListAsync(string type, string query)
    {
        var call = Reads.Get(_catalog.Find(type)!, _scope, query);
        var answer = await services.GetRequiredService<QueryPipeline>().RunAsync(call, CancellationToken.None);
        using var document = answer.Document.TryGet(out var written) ? written : throw new InvalidOperationException(answer.Document.Errors[0].Detail);
        return JsonNode.Parse(document.Written.Span)!;
    }

    private async Task<CollectionItemAnswer> WriteAsync(Operation operation, Guid id, string? body, int status)
    {
        var definition = _catalog.Find("collection_items")!;
        var planner = services.GetRequiredService<ResourceWritePlanner>();
        var answer = await _pipeline.RunAsync(
            new WriteCall(_scope)
            {
                Read = _ => ValueTask.FromResult<Result<ReadOnlyMemory<byte>>>((ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(body ?? "")),
                Plan = bytes => PlannedWrites.One(
                    planner.Plan(definition, operation, id, body is null ? null : Parsed(bytes), QueryRequest.Empty, _scope), []),
                Render = written => JsonApiRenderer.Instance.RenderOne(written[0].Plan!, written[0].Rows!, []),
                Location = written => written.Id.ToString("D"),
            },
            CancellationToken.None);
        if (!answer.Document.TryGet(out var document))
            return new CollectionItemAnswer(answer.Document.Errors.Max(error => error.Code.Status), Guid.Empty);
        document.Dispose();
        return new CollectionItemAnswer(status, Guid.Parse(answer.Location!));
    }

    private static WriteRequest Parsed(ReadOnlyMemory<byte> body) =>
        DocumentParser.Parse(body) is var parsed && parsed.TryGet(out var request) ? request : throw new InvalidOperationException(parsed.Errors[0].Detail);
}

/// <summary>The server over HTTP, with a token of the company.</summary>
internal sealed class HttpCollectionItemStore(ApiServer server, string token) : CollectionItemStore
{
    private const string Path = "/api/4/collection_items";

    internal static HttpCollectionItemStore Create(ApiServer server, Guid company)
    {
        var token = AccessTokens.Create();
        using var context = server.Database.CreateContext();
        context.AccessTokens.Add(new AccessToken
        {
            Hash = AccessTokens.Hash(token), CompanyId = company, Name = "test", Scopes = TokenScopes.Read | TokenScopes.Write, CreatedAt = DateTimeOffset.UnixEpoch,
        });
        context.SaveChanges();
        return new HttpCollectionItemStore(server, token);
    }

    internal override async Task<CollectionItemAnswer> AddAsync(Guid collection, Guid item) => Read(await SendAsync(HttpMethod.Post, Path,
        Body(collection, item)));

    internal override async Task<CollectionItemAnswer> RemoveAsync(Guid id) => Read(await SendAsync(HttpMethod.Delete, $"{Path}/{id}"));

    /// <summary>Runs an operation to its end; returns how many of its targets failed.</summary>
    internal async Task<int> RunAsync(string data)
    {
        var answer = await SendAsync(HttpMethod.Post, "/api/4/operations", OperationSteps.Body(data));
        while (answer.Json["data"]?["attributes"] is { } attributes)
        {
            if (attributes.Status() == "finished")
                return attributes.Errors().Length;
            await Task.Delay(2);
            answer = await SendAsync(HttpMethod.Get, $"/api/4/operations/{answer.Json["data"]!["id"]}");
        }
        throw new InvalidOperationException(answer.Body);
    }

    protected override async Task<JsonNode> ListAsync(string type, string query) => (await SendAsync(HttpMethod.Get, $"/api/4/{type}?{query}")).Json;

    private Task<Answer> SendAsync(HttpMethod method, string url, string? body = null) =>
        server.SendAsync(method, url, body, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token));

    private static CollectionItemAnswer Read(Answer answer) => new(answer.Status, answer.Status < 300 ? Uuid(answer.Json["data"]!["id"]) : Guid.Empty);
}
