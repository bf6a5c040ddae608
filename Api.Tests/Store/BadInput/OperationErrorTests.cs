using System.Net.Http.Headers;
using System.Text;
using Api.Tests.Support;
using JsonApi.Errors;
using NUnit.Framework;
using static Api.Tests.Store.BadInput.BadInputServer;

namespace Api.Tests.Store.BadInput;

/// <summary>Operations that are refused for what they are; none of them leaves anything, nor do the sound ones beside them.</summary>
internal sealed class OperationErrorTests
{
    private const string Path = "/api/4/operations";
    private const string MediaType = "application/vnd.api+json; ext=\"https://jsonapi.org/ext/atomic\"";
    private const string UnknownId = "00000000-0000-0000-0000-000000000000";

    private string _stock = "";

    private static string Sound =>
        $$$$$"""{"op":"add","data":{"type":"collection_items","lid":"made","attributes":{"collection_id":"{{{{{CollectionId}}}}}","item_id":"{{{{{FreeItemId}}}}}"}}}""";

    [SetUp]
    public void CountBefore() => _stock = Stock();

    [TearDown]
    public void NothingChanged() => Assert.That(Stock(), Is.EqualTo(_stock));

    [TestCase("", "", "The body is empty; a document with a member atomic:operations was expected.")]
    [TestCase("{", "", "not well-formed JSON")]
    [TestCase("[]", "", "an object with a member atomic:operations")]
    [TestCase("{}", "", "an object with a member atomic:operations")]
    [TestCase("""{"data":{"type":"collection_items"}}""", "", "an object with a member atomic:operations")]
    [TestCase("""{"atomic:operations":[],"atomic:operations":[]}""", "", "Duplicate property")]
    [TestCase("""{"atomic:operations":["\ud800"]}""", "", "not well-formed Unicode")]
    [TestCase("""{"atomic:operations":null}""", "/atomic:operations", "an array of 1 to 500 operations")]
    [TestCase("""{"atomic:operations":{}}""", "/atomic:operations", "an array of 1 to 500 operations")]
    [TestCase("""{"atomic:operations":[]}""", "/atomic:operations", "an array of 1 to 500 operations")]
    [TestCase("""{"atomic:operations":[],"data":null}""", "/data", "cannot be given beside atomic:operations")]
    [TestCase("""{"atomic:operations":[],"include":"item"}""", "/include", "cannot be given beside atomic:operations")]
    public async Task What_holds_no_operations_is_refused(string body, string pointer, string detail) =>
        AssertPointer(await PostAsync(body), ErrorCodes.BadRequest, pointer, detail);

    [TestCase("null", "", "should be an object")]
    [TestCase("[]", "", "should be an object")]
    [TestCase("{}", "/op", "should be add, update or remove")]
    [TestCase("""{"op":"Add"}""", "/op", "should be add, update or remove")]
    [TestCase("""{"op":1}""", "/op", "should be add, update or remove")]
    [TestCase("""{"op":"remove","a/b~c":1}""", "/a~1b~0c", "is an unknown member of an operation")]
    [TestCase("""{"op":"add"}""", "", "has no data")]
    [TestCase("""{"op":"add","data":null}""", "/data", "should be one resource object")]
    [TestCase("""{"op":"add","data":{}}""", "/data/type", "has no type")]
    [TestCase("""{"op":"add","data":{"type":"collection_items","lid":5}}""", "/data/lid", "should be a string")]
    [TestCase("""{"op":"add","data":{"type":"collection_items","nope":5}}""", "/data/nope", "is an unknown member")]
    [TestCase("""{"op":"add","data":{"type":"nope"}}""", "/data/type", "There is no resource type 'nope' here")]
    [TestCase("""{"op":"add","data":{"type":"items"}}""", "/op", "add is not offered for items")]
    [TestCase("""{"op":"add","ref":{"type":"collection_items","lid":"x"},"data":{"type":"collection_items"}}""", "/ref", "add takes no ref")]
    [TestCase("""{"op":"add","data":{"type":"collection_items","attributes":{"position":1}}}""", "/data/attributes/position", "cannot be written", "unwrittable_attribute")]
    [TestCase("""{"op":"add","href":"/collection_items/x","data":{"type":"collection_items"}}""", "/href", "such as /type,")]
    [TestCase("""{"op":"update","ref":{"type":"bundle_items","id":"x"}}""", "", "has no data")]
    [TestCase("""{"op":"update","data":{"type":"bundle_items"}}""", "", "names no resource")]
    [TestCase("""{"op":"update","data":{"type":"bundle_items","id":"x","lid":"y"}}""", "/data/lid", "an id or a lid, not both")]
    [TestCase("""{"op":"update","ref":{"type":"bundle_items","lid":"x"},"data":{"type":"bundle_items","lid":"y"}}""", "/data/lid", "is not what ref names")]
    [TestCase("""{"op":"update","ref":{"type":"collection_items","lid":"made"},"data":{"type":"collection_items"}}""", "/op", "update is not offered for collection_items")]
    [TestCase("""{"op":"update","ref":{"type":"bundle_items","id":"x"},"href":"/bundle_items/x","data":{"type":"bundle_items"}}""", "/href", "by ref or by href, not by both")]
    [TestCase("""{"op":"remove","ref":{"type":"collection_items","id":"x"},"href":"/collection_items/x"}""", "/href", "by ref or by href, not by both")]
    [TestCase("""{"op":"remove"}""", "", "needs a ref or an href")]
    [TestCase("""{"op":"remove","ref":{"type":"collection_items","lid":"made"},"data":null}""", "/data", "remove takes no data")]
    [TestCase("""{"op":"remove","ref":null}""", "/ref", "should be an object")]
    [TestCase("""{"op":"remove","ref":{}}""", "/ref", "a type and either an id or a lid")]
    [TestCase("""{"op":"remove","ref":{"type":"collection_items"}}""", "/ref", "a type and either an id or a lid")]
    [TestCase("""{"op":"remove","ref":{"type":"collection_items","id":"x","lid":"y"}}""", "/ref", "a type and either an id or a lid")]
    [TestCase("""{"op":"remove","ref":{"type":"collection_items","id":5}}""", "/ref/id", "should be a string")]
    [TestCase("""{"op":"remove","ref":{"type":"collection_items","id":"x","nope":5}}""", "/ref/nope", "is an unknown member")]
    [TestCase("""{"op":"remove","ref":{"type":"collection_items","id":"x","relationship":"item"}}""", "/ref/relationship", "not offered")]
    [TestCase("""{"op":"remove","ref":{"type":"nope","id":"x"}}""", "/ref/type", "There is no resource type 'nope' here")]
    [TestCase("""{"op":"remove","href":5}""", "/href", "such as /type/id")]
    [TestCase("""{"op":"remove","href":""}""", "/href", "such as /type/id")]
    [TestCase("""{"op":"remove","href":"/collection_items"}""", "/href", "such as /type/id")]
    [TestCase("""{"op":"remove","href":"/collection_items/"}""", "/href", "such as /type/id")]
    [TestCase("""{"op":"remove","href":"//collection_items/x"}""", "/href", "such as /type/id")]
    [TestCase("""{"op":"remove","href":"https://example.com/collection_items/x"}""", "/href", "such as /type/id")]
    [TestCase("""{"op":"remove","href":"/collection_items/x?include=item"}""", "/href", "such as /type/id")]
    [TestCase("""{"op":"remove","href":"/api/5/collection_items/x"}""", "/href", "such as /type/id")]
    public async Task An_error_names_its_operation(string operation, string pointer, string detail, string? metaCode = null) =>
        AssertPointer(await OperateAsync(Sound, operation), ErrorCodes.BadRequest, "/atomic:operations/1" + pointer, detail, metaCode);

    [TestCase("""{"op":"remove","ref":{"type":"collection_items","lid":"nope"}}""", "/ref/lid", "No operation adds a resource of the type 'collection_items' with the lid 'nope'")]
    [TestCase("""{"op":"remove","ref":{"type":"bundle_items","lid":"made"}}""", "/ref/lid", "names a resource of the type 'collection_items', not 'bundle_items'")]
    [TestCase("""{"op":"update","data":{"type":"bundle_items","lid":"made"}}""", "/data/lid", "names a resource of the type 'collection_items', not 'bundle_items'")]
    [TestCase("""{"op":"remove","ref":{"type":"collection_items","lid":"later"}}""", "/ref/lid", "cannot be used before operation 2")]
    [TestCase("""{"op":"add","data":{"type":"collection_items","lid":"made"}}""", "/data/lid", "operation 0 has it too")]
    [TestCase("""{"op":"add","data":{"type":"collection_items","relationships":{"collection":{"data":{"type":"collections","lid":"nope"}}}}}""", "/data/relationships/collection/data/lid", "with the lid 'nope'")]
    [TestCase("""{"op":"add","data":{"type":"collection_items","relationships":{"item":{"data":{"type":"bundles","lid":"made"}}}}}""", "/data/relationships/item/data/lid", "names a resource of the type 'collection_items'")]
    [TestCase("""{"op":"add","data":{"type":"collection_items","relationships":{"item":{"data":{"type":"collection_items","lid":"made"}}}}}""", "/data/relationships/item/data", "product_groups or bundles")]
    [TestCase("""{"op":"add","data":{"type":"collection_items","lid":"own","relationships":{"item":{"data":{"type":"collection_items","lid":"own"}}}}}""", "/data/relationships/item/data/lid", "cannot be used before operation 1")]
    [TestCase("""{"op":"add","data":{"type":"collection_items","relationships":{"item":{"data":{"type":"bundles","lid":5}}}}}""", "/data/relationships/item/data", "either an id or a lid")]
    [TestCase("""{"op":"add","data":{"type":"collection_items","relationships":{"item":{"data":{"lid":"made"}}}}}""", "/data/relationships/item/data", "either an id or a lid")]
    [TestCase("""{"op":"add","data":{"type":"collection_items","relationships":{"item":{"data":{"type":"bundles","lid":"made","id":"x"}}}}}""", "/data/relationships/item/data", "either an id or a lid")]
    [TestCase("""{"op":"add","data":{"type":"collection_items","relationships":{"a/b":{"data":{"type":"bundles","lid":"nope"}}}}}""", "/data/relationships/a~1b/data/lid", "with the lid 'nope'")]
    public async Task A_local_id_has_to_be_made_once_before_it_is_used_and_of_the_type_it_is_used_as(string operation, string pointer, string detail) =>
        AssertPointer(
            await OperateAsync(Sound, operation, """{"op":"add","data":{"type":"collection_items","lid":"later"}}"""),
            ErrorCodes.BadRequest, "/atomic:operations/1" + pointer, detail, expectedStatus: 422);

    [TestCase("""{"op":"add","data":{"type":"bundle_items","attributes":{"bundle_id":"lid:made"}}}""", 400, "/data/attributes/bundle_id")]
    [TestCase("""{"op":"add","data":{"type":"collection_items","id":"00000000-0000-0000-0000-000000000000"}}""", 403, "/data/id")]
    [TestCase("""{"op":"add","href":"/bundle_items","data":{"type":"collection_items"}}""", 409, "/data/type")]
    [TestCase("""{"op":"update","ref":{"type":"bundle_items","id":"00000000-0000-0000-0000-000000000000"},"data":{"type":"bundles"}}""", 409, "/data/type")]
    [TestCase("""{"op":"update","ref":{"type":"bundle_items","id":"00000000-0000-0000-0000-000000000000"},"data":{"type":"bundle_items","id":"x"}}""", 409, "/data/id")]
    [TestCase("""{"op":"update","ref":{"type":"bundle_items","id":"00000000-0000-0000-0000-000000000000"},"data":{"type":"bundle_items"}}""", 404, "")]
    [TestCase("""{"op":"remove","ref":{"type":"bundle_items","id":"00000000-0000-0000-0000-000000000000"}}""", 404, "")]
    [TestCase("""{"op":"remove","ref":{"type":"collection_items","id":"x"}}""", 404, "/ref/id")]
    [TestCase("""{"op":"remove","href":"/collection_items/x"}""", 404, "/href")]
    [TestCase("""{"op":"remove","href":"/nope/x"}""", 404, "/href")]
    [TestCase("""{"op":"add","data":{"type":"collection_items"}}""", 422, "/data/attributes/item_id")]
    public async Task A_refusal_has_the_status_it_has_alone(string operation, int status, string pointer)
    {
        var code = ErrorCodes.All.Single(code => code.Status == status);
        var errors = (await OperateAsync(Sound, operation)).AssertRefused(code, MediaType);
        Assert.That(errors.Select(error => ErrorAssertions.Text(error, "source", "pointer")), Has.Some.EqualTo("/atomic:operations/1" + pointer));
    }

    [Test]
    public async Task What_the_last_operation_meets_in_the_catalogue_undoes_all()
    {
        var implicitItem = (await OperateAsync(Sound, $$$"""{"op":"remove","ref":{"type":"collection_items","id":"{{{ImplicitItem.Id}}}"}}""")).AssertRefused(ErrorCodes.Unprocessable, MediaType);
        Assert.That(ErrorAssertions.Text(implicitItem.Single(), "source", "pointer"), Is.EqualTo("/atomic:operations/1"));
        Assert.That(ErrorAssertions.Text(implicitItem.Single(), "meta", "code"), Is.EqualTo("implicit"));
        (await OperateAsync(Sound, $$$"""{"op":"remove","href":"/collection_items/{{{SystemCollectionItem.Id}}}"}""")).AssertRefused(ErrorCodes.Unprocessable, MediaType);
        (await OperateAsync(Sound, $$$"""{"op":"remove","href":"/collection_items/{{{ForeignCollectionItem.Id}}}"}""")).AssertRefused(ErrorCodes.NotFound, MediaType);
        (await OperateAsync(Sound, Sound.Replace("made", "again", StringComparison.Ordinal))).AssertRefused(ErrorCodes.Unprocessable, MediaType);
    }

    [Test]
    public async Task More_than_five_hundred_operations_are_refused() =>
        AssertPointer(
            await OperateAsync([.. Enumerable.Repeat("""{"op":"remove","href":"/collection_items/x"}""", 501)]),
            ErrorCodes.BadRequest, "/atomic:operations", "an array of 1 to 500 operations");

    [TestCase("?include=item", "include")]
    [TestCase("?fields[collection_items]=id", "fields[collection_items]")]
    [TestCase("?x", "x")]
    public async Task Operations_take_no_parameters(string query, string parameter)
    {
        var errors = (await SendAsync($$"""{"atomic:operations":[{{Sound}}]}""", url: Path + query)).AssertRefused(ErrorCodes.BadRequest, MediaType);
        Assert.That(ErrorAssertions.Text(errors.Single(), "source", "parameter"), Is.EqualTo(parameter));
    }

    [Test]
    public async Task Operations_take_no_precondition()
    {
        var answer = await SendAsync($$"""{"atomic:operations":[{{Sound}}]}""", configure: request => request.Headers.TryAddWithoutValidation("If-Match", "*"));
        Assert.That(ErrorAssertions.Text(answer.AssertRefused(ErrorCodes.BadRequest, MediaType).Single(), "detail"), Does.StartWith("If-Match"));
    }

    [TestCase("application/vnd.api+json")]
    [TestCase("application/json")]
    [TestCase("application/json; ext=\"https://jsonapi.org/ext/atomic\"")]
    public async Task A_body_that_does_not_announce_operations_is_one_of_the_resource(string contentType)
    {
        var error = (await SendAsync($$"""{"atomic:operations":[{{Sound}}]}""", contentType)).AssertRefused(ErrorCodes.BadRequest).Single();
        Assert.That(ErrorAssertions.Text(error, "source", "pointer"), Is.EqualTo("/atomic:operations"));
        Assert.That(ErrorAssertions.Text(error, "detail"), Does.Contain("application/vnd.api+json;ext=\"https://jsonapi.org/ext/atomic\""));
    }

    [TestCase(null)]
    [TestCase("application/vnd.api+json; ext=\"https://example.com/other\"")]
    [TestCase("application/vnd.api+json; ext=\"https://jsonapi.org/ext/atomic https://example.com/other\"")]
    [TestCase("application/vnd.api+json; ext=\"https://jsonapi.org/ext/atomic\"; charset=utf-16")]
    [TestCase("application/vnd.api+json; ext=\"\"")]
    public async Task A_body_that_announces_something_else_is_not_read(string? contentType)
    {
        var error = (await SendAsync($$"""{"atomic:operations":[{{Sound}}]}""", contentType)).AssertRefused(ErrorCodes.UnsupportedMediaType).Single();
        Assert.That(ErrorAssertions.Text(error, "detail"), Does.Contain("application/vnd.api+json;ext=\"https://jsonapi.org/ext/atomic\"").And.Contain($"'{contentType}'"));
    }

    [TestCase("application/vnd.api+json;ext=\"https://jsonapi.org/ext/atomic\"")]
    [TestCase("application/vnd.api+json; charset=utf-8; ext=\"https://jsonapi.org/ext/atomic\"; profile=\"https://example.com/a\"")]
    [TestCase("Application/VND.api+json; Ext=\"https://jsonapi.org/ext/atomic\"")]
    public async Task A_body_that_announces_operations_is_read(string contentType) =>
        (await SendAsync("{}", contentType)).AssertRefused(ErrorCodes.BadRequest, MediaType);

    [TestCase("application/vnd.api+json")]
    [TestCase("application/vnd.api+json;ext=\"https://example.com/other\"")]
    [TestCase("application/vnd.api+json;ext=\"https://jsonapi.org/ext/atomic https://example.com/other\"")]
    [TestCase("text/html")]
    public async Task An_accept_header_without_the_extension_is_refused(string accept)
    {
        var error = (await AcceptAsync(accept)).AssertRefused(ErrorCodes.NotAcceptable).Single();
        Assert.That(ErrorAssertions.Text(error, "detail"), Does.Contain("ext=\"https://jsonapi.org/ext/atomic\""));
    }

    [TestCase("application/vnd.api+json;ext=\"https://jsonapi.org/ext/atomic\"", MediaType)]
    [TestCase("application/vnd.api+json, application/vnd.api+json;ext=\"https://jsonapi.org/ext/atomic\";q=0.5", MediaType)]
    [TestCase("*/*", MediaType)]
    [TestCase("application/*", MediaType)]
    [TestCase("application/json", "application/json")]
    public async Task An_accept_header_that_allows_the_extension_gets_it(string accept, string contentType) =>
        (await AcceptAsync(accept)).AssertRefused(ErrorCodes.NotFound, contentType);

    [TestCase("PATCH")]
    [TestCase("DELETE")]
    public async Task Operations_are_posted_and_listed(string method)
    {
        foreach (var path in (string[])[Path, "/api/boomerang/operations", Path + "/"])
        {
            var answer = await BadInputServer.SendAsync(new HttpMethod(method), path);
            answer.AssertRefused(ErrorCodes.MethodNotAllowed);
            Assert.That(answer.ContentHeaders.Allow, Is.EquivalentTo(new[] { "GET", "HEAD", "POST" }));
        }
    }

    [Test]
    public async Task The_extension_is_spoken_nowhere_else()
    {
        var answer = await SendAsync($$"""{"atomic:operations":[{{Sound}}]}""", url: Items);
        answer.AssertRefused(ErrorCodes.UnsupportedMediaType);
        (await SendAsync("{}", url: "/api/4/operations/x")).AssertRefused(ErrorCodes.MethodNotAllowed);
    }

    private static Task<Answer> AcceptAsync(string accept) => SendAsync(
        $$"""{"atomic:operations":[{"op":"remove","href":"/collection_items/{{UnknownId}}"}]}""",
        configure: request => request.Headers.TryAddWithoutValidation("Accept", accept));

    private static Task<Answer> OperateAsync(params string[] operations) => PostAsync($$"""{"atomic:operations":[{{string.Join(',', operations)}}]}""");

    private static Task<Answer> PostAsync(string body) => SendAsync(body);

    private static Task<Answer> SendAsync(string body, string? contentType = MediaType, string url = Path, Action<HttpRequestMessage>? configure = null) =>
        Server.SendAsync(HttpMethod.Post, url, configure: request =>
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (contentType is not null)
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
            configure?.Invoke(request);
        });

    private static void AssertPointer(Answer answer, ErrorCode code, string pointer, string detail, string? metaCode = null, int? expectedStatus = null)
    {
        var expected = expectedStatus is { } status ? ErrorCodes.All.Single(known => known.Status == status) : code;
        var error = answer.AssertRefused(expected, MediaType).FirstOrDefault(error => ErrorAssertions.Text(error, "source", "pointer") == pointer);
        Assert.That(error, Is.Not.Null, $"no error at '{pointer}' in {answer.Body}");
        Assert.That(ErrorAssertions.Text(error!, "code"), Is.EqualTo(code.Code));
        Assert.That(ErrorAssertions.Text(error!, "detail"), Does.Contain(detail));
        Assert.That(ErrorAssertions.Text(error!, "meta", "code"), Is.EqualTo(metaCode));
    }
}
