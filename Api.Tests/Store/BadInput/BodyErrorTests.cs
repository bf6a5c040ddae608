using System.Net.Http.Headers;
using JsonApi.Errors;
using NUnit.Framework;
using static Api.Tests.Store.BadInput.BadInputServer;

namespace Api.Tests.Store.BadInput;

/// <summary>Bodies that are refused for what they are, whatever the catalogue holds.</summary>
internal sealed class BodyErrorTests
{
    private string _stock = "";

    [SetUp]
    public void CountBefore() => _stock = Stock();

    [TearDown]
    public void NothingChanged() => Assert.That(Stock(), Is.EqualTo(_stock));

    [TestCase("", "The body is empty")]
    [TestCase(" \r\n\t", "The body is empty")]
    [TestCase("{", "not well-formed JSON")]
    [TestCase("""{"data":{"type":"collection_items"},}""", "not well-formed JSON")]
    [TestCase("""{"data":{"type":"collection_items"}} x""", "not well-formed JSON")]
    [TestCase("""{'data':{}}""", "not well-formed JSON")]
    [TestCase("""{"data":{"type":"collection_items"}/**/}""", "not well-formed JSON")]
    [TestCase("""{"data":{"type":"collection_items","attributes":{"item_id":NaN}}}""", "not well-formed JSON")]
    [TestCase("\ufeff{}", "not well-formed JSON")]
    [TestCase("""{"data":{"type":"collection_items"},"data":{}}""", "Duplicate property 'data'")]
    [TestCase("""{"data":{"type":"collection_items","type":"collection_items"}}""", "Duplicate property 'type'")]
    [TestCase("""{"data":{"type":"collection_items","attributes":{"item_id":null,"item_id":null}}}""", "Duplicate property 'item_id'")]
    [TestCase("""{"data":{"type":"collection_items","attributes":{"item_id":null,"item\u005fid":null}}}""", "Duplicate property 'item_id'")]
    [TestCase("[]", "should be an object with a data member")]
    [TestCase("null", "should be an object with a data member")]
    [TestCase("5", "should be an object with a data member")]
    [TestCase("\"data\"", "should be an object with a data member")]
    [TestCase("{}", "has no data member")]
    [TestCase("""{"Data":{}}""", "has no data member")]
    public async Task What_is_no_document_is_refused_as_a_whole(string body, string detail) =>
        (await PostAsync(body)).AssertPointer(ErrorCodes.BadRequest, "", detail);

    [TestCase("""{"data":null}""", "/data", "should be one resource object")]
    [TestCase("""{"data":[]}""", "/data", "should be one resource object")]
    [TestCase("""{"data":[{"type":"collection_items"}]}""", "/data", "should be one resource object")]
    [TestCase("""{"data":{}}""", "/data/type", "has no type")]
    [TestCase("""{"data":{"type":5}}""", "/data/type", "should be a string")]
    [TestCase("""{"data":{"type":null}}""", "/data/type", "should be a string")]
    [TestCase("""{"data":{"type":"collection_items","id":5}}""", "/data/id", "should be a string")]
    [TestCase("""{"data":{"type":"collection_items","nope":1}}""", "/data/nope", "is an unknown member")]
    [TestCase("""{"data":{"type":"collection_items","a/b~c":1}}""", "/data/a~1b~0c", "is an unknown member")]
    [TestCase("""{"data":{"type":"collection_items","attributes":[]}}""", "/data/attributes", "should be an object")]
    [TestCase("""{"data":{"type":"collection_items","attributes":null}}""", "/data/attributes", "should be an object")]
    [TestCase("""{"data":{"type":"collection_items","relationships":"x"}}""", "/data/relationships", "should be an object")]
    [TestCase("""{"data":{"type":"collection_items","relationships":{"item":null}}}""", "/data/relationships/item", "an object with a data member")]
    [TestCase("""{"data":{"type":"collection_items","relationships":{"item":{}}}}""", "/data/relationships/item", "an object with a data member")]
    [TestCase("""{"data":{"type":"collection_items","relationships":{"item":{"data":[]}}}}""", "/data/relationships/item/data", "product_groups or bundles")]
    [TestCase("""{"data":{"type":"collection_items","relationships":{"item":{"data":{"type":"photos","id":"00000000-0000-0000-0000-000000000000"}}}}}""", "/data/relationships/item/data", "product_groups or bundles")]
    [TestCase("""{"data":{"type":"collection_items","relationships":{"item":{"data":{"type":"bundles","id":"x"}}}}}""", "/data/relationships/item/data", "product_groups or bundles")]
    [TestCase("""{"data":{"type":"collection_items","relationships":{"nope":{"data":null}}}}""", "/data/relationships/nope", "unknown relationship")]
    [TestCase("""{"data":{"type":"collection_items"},"include":5}""", "/include", "should be a string")]
    [TestCase("""{"data":{"type":"collection_items"},"include":["item"]}""", "/include", "should be a string")]
    [TestCase("""{"data":{"type":"collection_items"},"include":"nope"}""", "/include", "cannot include 'nope'")]
    public async Task An_error_within_the_body_has_a_pointer(string body, string pointer, string detail) =>
        (await PostAsync(body)).AssertPointer(ErrorCodes.BadRequest, pointer, detail);

    [TestCase("nope", "1", "unknown_attribute", "data.attributes.nope is an unknown attribute")]
    [TestCase("a/b~c", "1", "unknown_attribute", "is an unknown attribute")]
    [TestCase("", "1", "unknown_attribute", "is an unknown attribute")]
    [TestCase("\\u0000", "1", "unknown_attribute", "is an unknown attribute")]
    [TestCase("source_collections", "[]", "unwrittable_attribute", "cannot be written")]
    [TestCase("implicit", "true", "unwrittable_attribute", "cannot be written")]
    [TestCase("position", "1", "unwrittable_attribute", "cannot be written")]
    [TestCase("id", "\"x\"", "unwrittable_attribute", "cannot be written")]
    [TestCase("created_at", "null", "unwrittable_attribute", "cannot be written")]
    [TestCase("item_id", "5", "type_error", "should be a uuid")]
    [TestCase("item_id", "true", "type_error", "should be a uuid")]
    [TestCase("item_id", "[]", "type_error", "should be a uuid")]
    [TestCase("item_id", "{}", "type_error", "should be a uuid")]
    [TestCase("item_id", "1e400", "type_error", "should be a uuid")]
    [TestCase("item_id", "\"\"", "type_error", "should be a uuid")]
    [TestCase("item_id", "\"'; DROP TABLE items; --\"", "type_error", "should be a uuid")]
    [TestCase("item_id", "\"a\\u0000b\"", "type_error", "should be a uuid")]
    [TestCase("collection_id", "\"00000000000000000000000000000000\"", "type_error", "should be a uuid")]
    public async Task A_refused_attribute_has_a_code(string name, string value, string code, string detail)
    {
        var answer = await PostAsync($$$$"""{"data":{"type":"collection_items","attributes":{"{{{{name}}}}":{{{{value}}}}}}}""");
        var written = name == "\\u0000" ? "\0" : name;
        answer.AssertPointer(ErrorCodes.BadRequest, "/data/attributes/" + written.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal), detail, code);
        Assert.That(ErrorAssertions.Text(answer.Json["errors"]![0]!, "meta", "attribute"), Is.EqualTo(written));
    }

    [TestCase("""{"data":{"type":"\ud800"}}""")]
    [TestCase("""{"data":{"type":"collection_items","\ud800":1}}""")]
    [TestCase("""{"data":{"type":"collection_items","attributes":{"\ud800":1}}}""")]
    [TestCase("""{"data":{"type":"collection_items","attributes":{"item_id":"\ud800"}}}""")]
    [TestCase("""{"data":{"type":"collection_items","attributes":{"nope":["\udc00\ud800"]}}}""")]
    [TestCase("""{"data":{"type":"collection_items","relationships":{"item":{"data":{"type":"bundles","id":"\ud800"}}}}}""")]
    [TestCase("""{"data":{"type":"collection_items"},"include":"\ud800"}""")]
    [TestCase("""{"data":{"type":"collection_items"},"headers":{"x":"\ud800"}}""")]
    public async Task A_lone_surrogate_is_refused_wherever_it_is(string body) =>
        (await PostAsync(body)).AssertPointer(ErrorCodes.BadRequest, "", "not well-formed Unicode");

    [TestCase(new byte[] { 0xff, 0xfe, 0x7b, 0x00 })]
    [TestCase(new byte[] { 0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d })]
    [TestCase(new byte[] { 0x00 })]
    public async Task Bytes_that_are_not_utf8_are_refused(byte[] body)
    {
        var answer = await Server.SendAsync(HttpMethod.Post, Items, configure: request =>
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        });
        answer.AssertPointer(ErrorCodes.BadRequest, "", "not well-formed");
    }

    [TestCase(65)]
    [TestCase(10_000)]
    [TestCase(500_000)]
    public async Task Json_that_is_nested_too_deep_is_refused(int depth) =>
        (await PostAsync(new string('[', depth) + new string(']', depth))).AssertPointer(ErrorCodes.BadRequest, "", "more than 64 deep");

    [TestCase("items")]
    [TestCase("collection_item")]
    [TestCase("Collection_Items")]
    [TestCase("")]
    public async Task Another_type_is_a_conflict(string type) =>
        (await PostAsync($$$"""{"data":{"type":"{{{type}}}"}}""")).AssertPointer(ErrorCodes.Conflict, "/data/type", "should be 'collection_items' here");

    [Test]
    public async Task An_id_of_the_clients_own_is_forbidden() =>
        (await PostAsync($$$"""{"data":{"type":"collection_items","id":"{{{Guid.NewGuid()}}}"}}""")).AssertPointer(ErrorCodes.Forbidden, "/data/id", "leave data.id out");

    [Test]
    public async Task Both_ends_have_to_be_given(
        [Values("{}", """{"item_id":null,"collection_id":null}""")] string attributes)
    {
        var answer = await PostAsync($$$"""{"data":{"type":"collection_items","attributes":{{{attributes}}}}}""");
        answer.AssertPointer(ErrorCodes.Unprocessable, "/data/attributes/item_id", "item_id can't be blank", "blank");
        answer.AssertPointer(ErrorCodes.Unprocessable, "/data/attributes/collection_id", "collection_id can't be blank", "blank");
    }

    [Test]
    public async Task Errors_of_query_and_body_are_returned_together()
    {
        var answer = await PostAsync(
            """{"data":{"type":"collection_items","attributes":{"nope":1,"implicit":true,"item_id":5},"relationships":{"nope":{"data":null}}}}""",
            "?x=1&include=bad&filter[id]=1&fields[collection_items]=bad");
        var errors = answer.AssertRefused(ErrorCodes.BadRequest);
        string[] sources =
        [
            "/data/attributes/nope", "/data/attributes/implicit", "/data/attributes/item_id", "/data/relationships/nope",
            "x", "include", "filter[id]", "fields[collection_items]",
        ];
        Assert.That(errors.Select(error => ErrorAssertions.Text(error, "source", "pointer") ?? ErrorAssertions.Text(error, "source", "parameter")), Is.EquivalentTo(sources));
    }

    [Test]
    public async Task A_relationship_cannot_say_other_than_its_attribute()
    {
        var answer = await PostAsync($$$$$$"""
            {"data":{"type":"collection_items","attributes":{"item_id":"{{{{{{FreeItemId}}}}}}"},
             "relationships":{"item":{"data":{"type":"product_groups","id":"{{{{{{ArchivedItemId}}}}}}"}}}}}
            """);
        answer.AssertPointer(ErrorCodes.BadRequest, "/data/relationships/item", "contradicts data.attributes.item_id");
    }
}
