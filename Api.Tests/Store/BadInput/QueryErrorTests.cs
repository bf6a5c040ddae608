using JsonApi.Errors;
using NUnit.Framework;
using static Api.Tests.Store.BadInput.BadInputServer;

namespace Api.Tests.Store.BadInput;

internal sealed class QueryErrorTests
{
    [TestCase("filter=x", "filter", "filter should be an object")]
    [TestCase("filter[]=x", "filter[]", "filter should be an object")]
    [TestCase("page=x", "page", "page should be an object")]
    [TestCase("fields=x", "fields", "fields should be an object")]
    [TestCase("extra_fields=x", "extra_fields", "extra fields should be an object")]
    [TestCase("stats=x", "stats", "stats should be an object")]
    [TestCase("meta=x", "meta", "meta should be an object")]
    public async Task A_family_that_is_an_object_takes_no_plain_value(string query, string parameter, string detail) =>
        (await GetAsync($"{Items}?{query}")).AssertParameter(parameter, detail);

    [TestCase("nope=1", "nope", "unknown parameter 'nope'")]
    [TestCase("Filter[id]=x", "Filter[id]", "unknown parameter")]
    [TestCase("=1", "", "unknown parameter")]
    [TestCase("[id]=1", "[id]", "unknown parameter")]
    [TestCase("?page[size]=1", "?page[size]", "unknown parameter")]
    [TestCase("page[nope]=1", "page[nope]", "unknown parameter")]
    [TestCase("page[size][]=1", "page[size][]", "unknown parameter")]
    [TestCase("page[size][x]=1", "page[size][x]", "unknown parameter")]
    public async Task An_unknown_parameter_is_named(string query, string parameter, string detail) =>
        (await GetAsync($"{Items}?{query}")).AssertParameter(parameter, detail);

    [TestCase("filter[nope]=1", "filter[nope]", "invalid filter")]
    [TestCase("filter[nope][eq]=1", "filter[nope][eq]", "can be filtered by id, created_at")]
    [TestCase("filter[updated_at]=2025-01-01", "filter[updated_at]", "invalid filter")]
    [TestCase("filter[position][nope]=1", "filter[position][nope]", "takes the operators eq, not_eq, gt, gte, lt, lte")]
    [TestCase("filter[position][prefix]=1", "filter[position][prefix]", "invalid filter")]
    [TestCase("filter[position][EQ]=1", "filter[position][EQ]", "invalid filter")]
    [TestCase("filter[position][][]=1", "filter[position][][]", "invalid filter")]
    [TestCase("filter[implicit][not_eq]=true", "filter[implicit][not_eq]", "invalid filter")]
    [TestCase("filter[][eq]=1", "filter[][eq]", "invalid filter")]
    [TestCase("filter[a][b][c]=x", "filter[a][b][c]", "invalid filter")]
    [TestCase("filter[nope.id]=x", "filter[nope.id]", "has no relationship 'nope'")]
    [TestCase("filter[item.]=x", "filter[item.]", "invalid filter")]
    [TestCase("filter[.id]=x", "filter[.id]", "invalid filter")]
    [TestCase("filter[item.photo.owner.photo.owner.id]=x", "filter[item.photo.owner.photo.owner.id]", "at most")]
    [TestCase("filter[conditions][eq]=x", "filter[conditions][eq]", "invalid filter")]
    [TestCase("filter[position][gt]=1,2", "filter[position][gt]", "failed typecasting")]
    [TestCase("filter[position][gt]=1&filter[position][gt]=2", "filter[position][gt]", "takes one value, not 2")]
    public async Task An_invalid_filter_is_named(string query, string parameter, string detail) =>
        (await GetAsync($"{Items}?{query}")).AssertParameter(parameter, detail);

    [TestCase("filter[position][eq]=abc", "filter[position][eq]", "'abc' is not an integer")]
    [TestCase("filter[position]=", "filter[position]", "is not an integer")]
    [TestCase("filter[position]=1.5", "filter[position]", "is not an integer")]
    [TestCase("filter[position]=%201", "filter[position]", "is not an integer")]
    [TestCase("filter[position]=+1", "filter[position]", "is not an integer")]
    [TestCase("filter[position]=1e400", "filter[position]", "is not an integer")]
    [TestCase("filter[position]=0x10", "filter[position]", "is not an integer")]
    [TestCase("filter[position]=%D9%A1", "filter[position]", "is not an integer")]
    [TestCase("filter[position]=9223372036854775808", "filter[position]", "is not an integer")]
    [TestCase("filter[position][gt]=null", "filter[position][gt]", "is not an integer")]
    [TestCase("filter[position]=1,,2", "filter[position]", "is not an integer")]
    [TestCase("filter[position]={{1}},x", "filter[position]", "'x' is not an integer")]
    [TestCase("filter[id]=not-a-uuid", "filter[id]", "'not-a-uuid' is not a uuid")]
    [TestCase("filter[id]=", "filter[id]", "is not a uuid")]
    [TestCase("filter[id]=null", "filter[id]", "is not a uuid")]
    [TestCase("filter[id]=00000000000000000000000000000000", "filter[id]", "is not a uuid")]
    [TestCase("filter[id]={00000000-0000-0000-0000-000000000000}", "filter[id]", "is not a uuid")]
    [TestCase("filter[implicit]=yes", "filter[implicit]", "is not true or false")]
    [TestCase("filter[implicit]=TRUE", "filter[implicit]", "is not true or false")]
    [TestCase("filter[implicit]=null", "filter[implicit]", "is not true or false")]
    [TestCase("filter[exclude_system_collections]=1", "filter[exclude_system_collections]", "is not true or false")]
    [TestCase("filter[created_at][gt]=null", "filter[created_at][gt]", "is not an ISO 8601 datetime")]
    [TestCase("filter[created_at]=yesterday", "filter[created_at]", "is not an ISO 8601 datetime")]
    [TestCase("filter[created_at]=99999-01-01", "filter[created_at]", "is not an ISO 8601 datetime")]
    [TestCase("filter[created_at]=2025-02-30", "filter[created_at]", "is not an ISO 8601 datetime")]
    [TestCase("filter[created_at]=2025-01-01T25:00:00", "filter[created_at]", "is not an ISO 8601 datetime")]
    [TestCase("filter[created_at]=2025-01-01T00:00:00%2B99:00", "filter[created_at]", "is not an ISO 8601 datetime")]
    [TestCase("filter[created_at]=0001-01-01T00:00:00%2B14:00", "filter[created_at]", "is not an ISO 8601 datetime")]
    [TestCase("filter[created_at]=9999-12-31T23:59:59-14:00", "filter[created_at]", "is not an ISO 8601 datetime")]
    [TestCase("filter[created_at]=2025-01-01T00:00:00.12345678Z", "filter[created_at]", "is not an ISO 8601 datetime")]
    public async Task A_value_of_the_wrong_type_fails_typecasting(string query, string parameter, string detail)
    {
        var answer = await GetAsync($"{Items}?{query}");
        answer.AssertParameter(parameter, "failed typecasting");
        answer.AssertParameter(parameter, detail);
    }

    [TestCase("sort=nope", "sort", "cannot sort by 'nope'")]
    [TestCase("sort=-", "sort", "cannot sort by '-'")]
    [TestCase("sort=--position", "sort", "cannot sort by '--position'")]
    [TestCase("sort=.", "sort", "cannot sort by '.'")]
    [TestCase("sort=position desc", "sort", "cannot sort by 'position desc'")]
    [TestCase("sort=item.tag_list", "sort", "cannot sort by")]
    [TestCase("sort=collection.collection_items.id", "sort", "to-one")]
    [TestCase("sort=a.b.c.d.e.f.g", "sort", "at most")]
    [TestCase("sort[]=nope", "sort[]", "cannot sort by 'nope'")]
    [TestCase("sort[x]=id", "sort[x]", "is not understood")]
    [TestCase("include=nope", "include", "can include collection, item, item.photo")]
    [TestCase("include=item.photo.owner", "include", "cannot include")]
    [TestCase("include=ITEM", "include", "cannot include")]
    [TestCase("include[x]=item", "include[x]", "is not understood")]
    [TestCase("fields[nope]=id", "fields[nope]", "unknown type 'nope'")]
    [TestCase("fields[]=id", "fields[]", "fields should be an object")]
    [TestCase("fields[a][b]=id", "fields[a][b]", "is not understood")]
    [TestCase("extra_fields[nope]=id", "extra_fields[nope]", "unknown type 'nope'")]
    [TestCase("stats[total]=sum", "stats[total]", "total can be counted only")]
    [TestCase("stats[nope]=count", "stats[nope]", "cannot compute 'count' of 'nope'")]
    [TestCase("stats[position]=count", "stats[position]", "known are sum, average, minimum, maximum")]
    [TestCase("stats[created_at]=sum", "stats[created_at]", "cannot compute")]
    [TestCase("meta[total][]=nope", "meta[total][]", "cannot compute")]
    [TestCase("stats[a][b]=count", "stats[a][b]", "is not understood")]
    public async Task An_unknown_name_is_refused_with_its_parameter(string query, string parameter, string detail) =>
        (await GetAsync($"{Items}?{query.Replace(" ", "%20", StringComparison.Ordinal)}")).AssertParameter(parameter, detail);

    [TestCase("fields[collection_items]=position,nope", "fields[collection_items]")]
    [TestCase("fields[collection_items]=source_collections", "fields[collection_items]")]
    [TestCase("extra_fields[collection_items]=nope", "extra_fields[collection_items]")]
    [TestCase("extra_fields[photos]=nope", "extra_fields[photos]")]
    public async Task An_unknown_field_is_an_unknown_attribute(string query, string parameter) =>
        (await GetAsync($"{Items}?{query}")).AssertParameter(parameter, "is an unknown attribute", "unknown_attribute");

    [TestCase("page[size]=101", "page[size]")]
    [TestCase("page[size]=-1", "page[size]")]
    [TestCase("page[size]=1e9", "page[size]")]
    [TestCase("page[size]=1000000000", "page[size]")]
    [TestCase("page[size]=99999999999999999999", "page[size]")]
    [TestCase("page[size]=", "page[size]")]
    [TestCase("page[size]=1.0", "page[size]")]
    [TestCase("page[size]=%2B1", "page[size]")]
    [TestCase("page[size]=1%20", "page[size]")]
    [TestCase("page[number]=0", "page[number]")]
    [TestCase("page[number]=-1", "page[number]")]
    [TestCase("page[number]=2147483648", "page[number]")]
    [TestCase("page[number]=x", "page[number]")]
    [TestCase("page[number]=", "page[number]")]
    public async Task A_page_outside_the_bounds_is_refused(string query, string parameter) =>
        (await GetAsync($"{Items}?{query}")).AssertParameter(parameter, "should be a whole number from");

    [TestCase("page[size]=5&page[size]=6", "page[size]")]
    [TestCase("page[number]=1&page[number]=1", "page[number]")]
    public async Task A_page_given_twice_is_refused(string query, string parameter) =>
        (await GetAsync($"{Items}?{query}")).AssertParameter(parameter, "is given twice");

    [Test]
    public async Task Every_resource_refuses_what_it_does_not_know(
        [Values("collection_items", "collections", "product_groups", "bundles", "bundle_items", "items", "photos")] string resource)
    {
        foreach (var parameter in new[] { "filter[secret]", "sort", "include", $"fields[{resource}]", $"extra_fields[{resource}]", "stats[secret]", "secret" })
        {
            var answer = await GetAsync($"/api/boomerang/{resource}?{parameter}=secret");
            var errors = answer.AssertRefused(ErrorCodes.BadRequest);
            Assert.That(ErrorAssertions.Text(errors.Single(), "source", "parameter"), Is.EqualTo(parameter));
        }
    }

    [Test]
    public async Task All_errors_of_a_request_are_returned_together()
    {
        string[] parameters = ["nope", "filter[nope]", "filter[position]", "sort", "include", "page[size]", "fields[collection_items]", "stats[x]", "filter[a[b]"];
        var answer = await GetAsync($"{Items}?{string.Join('&', parameters.Select(parameter => parameter + "=bad"))}");
        var errors = answer.AssertRefused(ErrorCodes.BadRequest);
        Assert.That(errors.Select(error => ErrorAssertions.Text(error, "source", "parameter")), Is.EquivalentTo(parameters));
    }

    [Test]
    public async Task A_short_query_cannot_cause_megabytes_of_errors()
    {
        var answer = await GetAsync($"{Items}?fields[items]={string.Join(',', Enumerable.Repeat("a", 7_000))}");
        var errors = answer.AssertRefused(ErrorCodes.BadRequest);
        Assert.That(errors, Has.Count.EqualTo(101));
        Assert.That(ErrorAssertions.Text(errors[^1], "detail"), Does.Contain("6900 more"));
    }

    [TestCase("sort=id", "sort")]
    [TestCase("filter[id]=x", "filter[id]")]
    [TestCase("page[size]=1", "page[size]")]
    [TestCase("stats[total]=count", "stats[total]")]
    [TestCase("include=nope", "include")]
    [TestCase("fields[collection_items]=nope", "fields[collection_items]")]
    [TestCase("nope=1", "nope")]
    public async Task A_single_resource_refuses_what_only_lists_take(string query, string parameter)
    {
        var stock = Stock();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
        {
            var errors = (await SendAsync(method, $"{Items}/{TakenCollectionItem.Id}?{query}")).AssertRefused(ErrorCodes.BadRequest);
            Assert.That(ErrorAssertions.Text(errors.Single(), "source", "parameter"), Is.EqualTo(parameter));
        }
        Assert.That(Stock(), Is.EqualTo(stock));
    }
}
