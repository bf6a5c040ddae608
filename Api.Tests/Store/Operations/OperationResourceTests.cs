using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Store.Operations.OperationSteps;

namespace Api.Tests.Store.Operations;

/// <summary>Operations as resources: created, listed and fetched.</summary>
internal sealed class OperationResourceTests
{
    private TestCompany _company = null!;

    private string Example => UpdateCollections("add_entities", [_company["Zelt"], _company["Lamp"]], [_company["Land"]]);

    [SetUp]
    public void AddCompany() => _company = OperationServer.NewCompany();

    [Test]
    public async Task A_new_operation_is_scheduled_and_then_finished()
    {
        var answer = await _company.Post(Example);
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        var (id, attributes) = (answer.Json["data"]!["id"]!.GetValue<string>(), answer.Json["data"]!["attributes"]!.AsObject());
        Assert.That(answer.Headers.Location!.ToString(), Is.EqualTo($"{OperationServer.Server.Url}/api/4/operations/{id}"));
        Assert.That(attributes.Select(attribute => attribute.Key), Has.No.Member("operation_data"));
        attributes.Remove("created_at");
        attributes.Remove("updated_at");
        Assert.That(attributes.ToJsonString(), Is.EqualTo(
            """{"status":"scheduled","status_message":null,"finished_at":null,"description":"Add 2 product groups to 1 collection","artifact":{"url":null},"error_data":[],"error_count":0,"target_type":"product_groups","employee_id":null}"""));
        var ended = await _company.Ended(id);
        Assert.That((ended.Status(), ended["status_message"], ended["finished_at"]?.GetValue<string>()), Is.EqualTo(("finished", (JsonNode?)null, ended["updated_at"]!.GetValue<string>())));
        Assert.That(JsonNode.DeepEquals(ended["operation_data"], JsonNode.Parse(Example)), Is.True, ended.ToJsonString());
    }

    [Test]
    public async Task The_answer_to_a_create_has_the_data_where_they_are_asked_for()
    {
        var answer = await _company.SendAsync(HttpMethod.Post, "operations?extra_fields[operations]=operation_data&fields[operations]=status", Body(Example));
        Assert.That(answer.Json["data"]!["attributes"]!.AsObject().Select(attribute => attribute.Key), Is.EqualTo(new[] { "status", "operation_data" }), answer.Body);
    }

    [Test]
    public async Task Data_asked_for_as_a_field_are_refused_with_a_hint()
    {
        var answer = await _company.GetAsync("operations?fields[operations]=operation_data");
        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Json["errors"]![0]!["detail"]!.GetValue<string>(), Does.EndWith("ask for it with extra_fields[operations]=operation_data"));
    }

    [TestCase("filter[operation_type]=update_collections", 1)]
    [TestCase("filter[operation_type][prefix]=update", 1)]
    [TestCase("filter[operation_type]=export", 0)]
    [TestCase("filter[status]=finished", 1)]
    [TestCase("filter[status]=failed", 0)]
    [TestCase("filter[finished_at][gt]=2020-01-01", 1)]
    [TestCase("filter[employee_id]=00000000-0000-4000-8000-000000000000", 0)]
    public async Task Operations_are_listed(string query, int expected)
    {
        await _company.RunOperation(Example);
        var other = OperationServer.NewCompany();
        await other.RunOperation(UpdateCollections("add_entities", [other["Lamp"]], [other["Land"]]));
        var answer = await _company.GetAsync($"operations?{query}");
        Assert.That(answer.Json["data"]!.AsArray(), Has.Count.EqualTo(expected), answer.Body);
    }

    [Test]
    public async Task Operations_of_another_company_are_not_found()
    {
        var id = (await _company.Post(Example)).Json["data"]!["id"]!.GetValue<string>();
        Assert.That((await OperationServer.NewCompany().GetAsync($"operations/{id}")).Status, Is.EqualTo(404));
        Assert.That((await _company.GetAsync($"/api/boomerang/operations/{id}")).Status, Is.EqualTo(200));
    }

    [TestCase("/api/boomerang/operations", "application/vnd.api+json", "application/vnd.api+json")]
    [TestCase("/api/4/operations/", "application/json", "application/vnd.api+json")]
    [TestCase("/api/4/operations.json", "application/json; charset=utf-8", "application/json")]
    public async Task Any_body_that_is_not_atomic_creates_an_operation(string path, string contentType, string answerType)
    {
        var answer = await _company.SendAsync(
            HttpMethod.Post, path, Body(Example), request => request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType));
        Assert.That((answer.Status, answer.ContentHeaders.ContentType!.ToString()), Is.EqualTo((201, answerType)), answer.Body);
    }

    [Test]
    public async Task Operations_are_neither_changed_nor_deleted()
    {
        var id = (await _company.Post(Example)).Json["data"]!["id"]!.GetValue<string>();
        foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete])
            Assert.That((await _company.SendAsync(method, $"operations/{id}", Body(Example))).Status, Is.EqualTo(405));
    }

    [Test]
    public async Task A_token_without_the_scope_creates_none()
    {
        _company.SaveToken($"reader-{_company.Number}", Domain.Companies.TokenScopes.Read);
        var answer = await _company.SendAsync(HttpMethod.Post, "operations", Body(Example), request =>
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"reader-{_company.Number}"));
        Assert.That(answer.Status, Is.EqualTo(403), answer.Body);
    }
}
