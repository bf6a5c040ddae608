using System.Net.Http.Headers;
using Api.Tests.Support;
using JsonApi.Errors;
using NUnit.Framework;
using static Api.Tests.Store.BadInput.BadInputServer;

namespace Api.Tests.Store.BadInput;

/// <summary>Bodies of searches: each error has its pointer, none is ignored.</summary>
internal sealed class SearchErrorTests
{
    [TestCase("", "The body is empty")]
    [TestCase("{", "not well-formed JSON")]
    [TestCase("""{"filter":{},"filter":{}}""", "Duplicate property 'filter'")]
    [TestCase("""{"filter":{"name":"\ud800"}}""", "not well-formed Unicode")]
    [TestCase("[]", "should be an object")]
    [TestCase("null", "should be an object")]
    public async Task What_is_no_object_is_refused_as_a_whole(string body, string detail) =>
        (await SearchAsync(body)).AssertPointer(ErrorCodes.BadRequest, "", detail);

    [TestCase("""{"filter":[]}""", "/filter", "should be an object")]
    [TestCase("""{"filter":"x"}""", "/filter", "should be an object")]
    [TestCase("""{"filter":{"nope":1}}""", "/filter/nope", "invalid filter")]
    [TestCase("""{"filter":{"name":{"nope":"x"}}}""", "/filter/name/nope", "invalid filter")]
    [TestCase("""{"filter":{"name":{}}}""", "/filter", "at least one operator")]
    [TestCase("""{"filter":{"name":["a",["b"]]}}""", "/filter/name", "failed typecasting")]
    [TestCase("""{"filter":{"a/b":1}}""", "/filter/a~1b", "invalid filter")]
    [TestCase("""{"filter":{"id":null}}""", "/filter/id", "cannot be null")]
    [TestCase("""{"filter":{"archived":"yes"}}""", "/filter/archived", "failed typecasting")]
    [TestCase("""{"filter":{"sorting_weight":{"gt":[1,2]}}}""", "/filter/sorting_weight/gt", "takes one value, not 2")]
    [TestCase("""{"filter":{"photo.nope":1}}""", "/filter/photo.nope", "invalid filter")]
    [TestCase("""{"filter":{"conditions":{}}}""", "/filter/conditions", "a group is")]
    [TestCase("""{"filter":{"conditions":{"nope":1}}}""", "/filter/conditions/nope", "no operator but eq")]
    [TestCase("""{"filter":{"conditions":null}}""", "/filter/conditions", "a group is")]
    [TestCase("""{"filter":{"conditions":"{}"}}""", "/filter/conditions", "a group is")]
    [TestCase("""{"filter":{"conditions":{"operator":"and","attributes":[]}}}""", "/filter/conditions/attributes", "at least one condition")]
    [TestCase("""{"filter":{"conditions":{"operator":"nor","attributes":[{"name":"x"}]}}}""", "/filter/conditions/operator", "\"and\" or \"or\"")]
    [TestCase("""{"filter":{"conditions":{"operator":"and","attributes":[{"name":{"nope":"x"}}]}}}""", "/filter/conditions/attributes/0/name/nope", "invalid filter")]
    [TestCase("""{"sort":"nope"}""", "/sort", "cannot sort by 'nope'")]
    [TestCase("""{"sort":["name","nope"]}""", "/sort/1", "cannot sort by 'nope'")]
    [TestCase("""{"sort":{"name":"asc"}}""", "/sort", "should be text")]
    [TestCase("""{"sort":true}""", "/sort", "should be text")]
    [TestCase("""{"sort":["name",["id"]]}""", "/sort", "should be text")]
    [TestCase("""{"sort":"id,name,slug,sku,type,archived,created_at,updated_at,excerpt,description,taxable"}""", "/sort", "10 keys at most")]
    [TestCase("""{"include":"nope"}""", "/include", "cannot include 'nope'")]
    [TestCase("""{"include":["photo",null]}""", "/include", "should be text")]
    [TestCase("""{"fields":"name"}""", "/fields", "fields should be an object")]
    [TestCase("""{"fields":["name"]}""", "/fields", "fields should be an object")]
    [TestCase("""{"fields":{"nope":"name"}}""", "/fields/nope", "unknown type 'nope'")]
    [TestCase("""{"fields":{"":"name"}}""", "/fields/", "is not understood")]
    [TestCase("""{"fields":{"items":["name",5]}}""", "/fields/items", "should be text")]
    [TestCase("""{"extra_fields":7}""", "/extra_fields", "extra fields should be an object")]
    [TestCase("""{"page":2}""", "/page", "page should be an object")]
    [TestCase("""{"page":{"size":101}}""", "/page/size", "a whole number from 0 to 100")]
    [TestCase("""{"page":{"number":0}}""", "/page/number", "a whole number")]
    [TestCase("""{"page":{"number":1.5}}""", "/page/number", "a whole number")]
    [TestCase("""{"page":{"nope":1}}""", "/page/nope", "unknown parameter")]
    [TestCase("""{"page":{"size":["5"]}}""", "/page/size/0", "unknown parameter")]
    [TestCase("""{"stats":"total"}""", "/stats", "stats should be an object")]
    [TestCase("""{"stats":{"total":"sum"}}""", "/stats/total", "cannot compute 'sum'")]
    [TestCase("""{"meta":{"nope":["count"]}}""", "/meta/nope/0", "cannot compute")]
    public async Task An_error_within_the_body_has_a_pointer(string body, string pointer, string detail)
    {
        var answer = await SearchAsync(body);
        var error = answer.AssertRefused(ErrorCodes.BadRequest).Single();
        Assert.That(ErrorAssertions.Text(error, "source", "pointer"), Is.EqualTo(pointer), answer.Body);
        Assert.That(ErrorAssertions.Text(error, "detail"), Does.Contain(detail));
    }

    [TestCase("""{"fields":{"items":["name","nope"]}}""", "/fields/items/1")]
    [TestCase("""{"extra_fields":{"items":"nope"}}""", "/extra_fields/items")]
    [TestCase("""{"headers":{"X-Test":1},"extra_fields":{"items":"nope"}}""", "/extra_fields/items")]
    public async Task An_unknown_attribute_has_its_code(string body, string pointer) =>
        (await SearchAsync(body)).AssertPointer(ErrorCodes.BadRequest, pointer, "is an unknown attribute", "unknown_attribute");

    [TestCase("""{"include":"photo"}""", "?include=photo", "/include")]
    [TestCase("""{"filter":{"name":"x"}}""", "?filter[id]=00000000-0000-0000-0000-000000000000", "/filter")]
    [TestCase("""{"page":{"size":1}}""", "?page[number]=1", "/page")]
    [TestCase("""{"sort":null}""", "?sort=name", "/sort")]
    [TestCase("""{"stats":{"total":"count"}}""", "?stats[total]=count", "/stats")]
    public async Task A_member_given_in_both_is_refused(string body, string query, string pointer) =>
        (await SearchAsync(body, query)).AssertPointer(ErrorCodes.BadRequest, pointer, "is given twice");

    [Test]
    public async Task Errors_of_query_body_and_plan_are_returned_together()
    {
        var answer = await SearchAsync("""{"page":{"nope":1},"sort":"nope","filter":{"nope":1},"stats":{"total":"count"}}""", "?/x=1&include=nope");
        var sources = answer.AssertRefused(ErrorCodes.BadRequest)
            .Select(error => ErrorAssertions.Text(error, "source", "pointer") ?? "?" + ErrorAssertions.Text(error, "source", "parameter"));
        Assert.That(sources, Is.EquivalentTo(new[] { "/page/nope", "/sort", "/filter/nope", "?/x", "?include" }));
    }

    [Test]
    public async Task Names_are_bounded_and_filters_are_counted()
    {
        var names = string.Join(',', Enumerable.Repeat("name", 4_000));
        (await SearchAsync($$"""{"sort":"{{names}}"}""")).AssertPointer(ErrorCodes.BadRequest, "/sort", "16384 characters at most");
        var types = string.Join(',', Enumerable.Range(0, 5_000).Select(number => $"\"t{number}\":[]"));
        var errors = (await SearchAsync($$$"""{"fields":{{{{types}}}}}""")).AssertRefused(ErrorCodes.BadRequest);
        Assert.That(errors, Has.Count.EqualTo(101));

        var leaf = """{"nope":1}""";
        var conditions = string.Join(',', Enumerable.Repeat(leaf, 10_000));
        var refused = await SearchAsync($$$$"""{"filter":{"conditions":{"operator":"or","attributes":[{{{{conditions}}}}]}}}""");
        Assert.That(ErrorAssertions.Text(refused.AssertRefused(ErrorCodes.BadRequest)[^1], "detail"), Does.Contain("1 more errors"));
        var many = string.Join(',', Enumerable.Repeat("""{"name":"x"}""", 101));
        (await SearchAsync($$$$"""{"filter":{"conditions":{"operator":"or","attributes":[{{{{many}}}}]}}}"""))
            .AssertPointer(ErrorCodes.BadRequest, "/filter", "100 filters at most, not 101");
    }

    [Test]
    public async Task Media_types_are_those_of_any_body()
    {
        foreach (var (type, status) in new[] { ("application/json", 200), ("text/plain", 415), ("application/x-www-form-urlencoded", 415) })
        {
            var answer = await Server.SendAsync(HttpMethod.Post, "/api/4/items/search", "{}", request =>
                request.Content!.Headers.ContentType = new MediaTypeHeaderValue(type));
            Assert.That(answer.Status, Is.EqualTo(status), type);
        }
    }

    private static Task<Answer> SearchAsync(string body, string query = "") => SendAsync(HttpMethod.Post, "/api/4/items/search" + query, body);
}
