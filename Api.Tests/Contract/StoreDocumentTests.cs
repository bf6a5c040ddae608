using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Contract;

/// <summary>The examples of the document "Collection items", sent as they are there except for the ids.</summary>
internal sealed class StoreDocumentTests
{
    private static int s_companies;

    private ApiServer _server = null!;
    private TestCompany _company = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _server = await ApiServer.StartEmptyAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [SetUp]
    public void AddCompany()
    {
        _company = new TestCompany(_server, ++s_companies);
        _company.Collection("Summer");
        _company.ProductGroup("Tent");
        _company.ProductGroup("Stove");
        _company.CollectionItem("Summer", "Tent");
        _company.Save();
    }

    [Test]
    public async Task How_to_fetch_collection_items() => Snapshot.Verify(await SendAsync(HttpMethod.Get, "/api/4/collection_items"));

    [Test]
    public async Task How_to_create_a_collection_item()
    {
        var body = $$"""
            {
                     "data": {
                       "type": "collection_items",
                       "attributes": {
                         "item_id": "{{_company["Stove"]}}",
                         "collection_id": "{{_company["Summer"]}}"
                       }
                     }
                   }
            """;
        Snapshot.Verify(await SendAsync(HttpMethod.Post, "/api/4/collection_items", body));
    }

    [Test]
    public async Task How_to_delete_a_collection_item() =>
        Snapshot.Verify(await SendAsync(HttpMethod.Delete, $"/api/4/collection_items/{_company["Summer: Tent"]}"));

    [Test]
    public async Task Extra_fields() =>
        Snapshot.Verify(await SendAsync(HttpMethod.Get, "/api/boomerang/collection_items?extra_fields[collection_items]=source_collections"));

    [Test]
    public async Task Fields() =>
        Snapshot.Verify(await SendAsync(HttpMethod.Get, "/api/boomerang/collection_items?fields[collection_items]=created_at,item_id,collection_id"));

    [Test]
    public async Task Include() => Snapshot.Verify(await SendAsync(
        HttpMethod.Get,
        "/api/boomerang/collection_items?include=item,collection&fields[collection_items]=position&fields[items]=name&fields[collections]=name"));

    [Test]
    public async Task Meta() => Snapshot.Verify(await SendAsync(HttpMethod.Get, "/api/boomerang/collection_items?meta[total][]=count&page[size]=0"));

    /// <summary>The answer as a snapshot; <c>content-type: application/json</c> goes with every request, as documented.</summary>
    private async Task<JsonNode> SendAsync(HttpMethod method, string url, string body = "")
    {
        var answer = await _company.SendAsync(method, url, null, request =>
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        });
        var snapshot = new JsonObject { ["request"] = $"{method} {url}", ["status"] = answer.Status };
        if (answer.Headers.Location is { } location)
            snapshot["location"] = location.ToString();
        snapshot["contentType"] = answer.ContentHeaders.ContentType!.ToString();
        snapshot["body"] = answer.Json;
        return snapshot;
    }
}
