using System.Globalization;
using System.Text;
using JsonApi.Errors;
using NUnit.Framework;
using static Api.Tests.Store.BadInput.BadInputServer;

namespace Api.Tests.Store.BadInput;

/// <summary>The text of a query: escapes, brackets, lengths, counts.</summary>
internal sealed class QueryTextTests
{
    [TestCase("filter[id]=%00", "filter[id]")]
    [TestCase("filter[collection.name]=a%00b", "filter[collection.name]")]
    [TestCase("filter[collection.name]=%ED%A0%80", "filter[collection.name]")]
    [TestCase("filter[collection.name]=%C0%80", "filter[collection.name]")]
    [TestCase("filter[collection.name]=%FF", "filter[collection.name]")]
    [TestCase("filter[collection.name]=%C3", "filter[collection.name]")]
    [TestCase("filter[collection.name]=%F4%90%80%80", "filter[collection.name]")]
    [TestCase("filter[collection.name]=100%", "filter[collection.name]")]
    [TestCase("filter[collection.name]=%4", "filter[collection.name]")]
    [TestCase("filter[collection.name]=%zz", "filter[collection.name]")]
    [TestCase("filter[collection.name]=%+1", "filter[collection.name]")]
    [TestCase("include=%00", "include")]
    [TestCase("page[size]=%00", "page[size]")]
    public async Task A_value_that_is_no_text_is_refused(string query, string parameter) =>
        (await GetAsync($"{Items}?{query}")).AssertParameter(parameter, "is not percent-encoded UTF-8 without NUL");

    [TestCase("%00=1", "%00")]
    [TestCase("filter[%ED%A0%80]=1", "filter[%ED%A0%80]")]
    [TestCase("%zz=1", "%zz")]
    [TestCase("%", "%")]
    public async Task A_name_that_is_no_text_is_refused_as_it_was_sent(string query, string parameter) =>
        (await GetAsync($"{Items}?{query}")).AssertParameter(parameter, "is not percent-encoded UTF-8 without NUL");

    [TestCase("filter[a=x", "filter[a")]
    [TestCase("filter]=x", "filter]")]
    [TestCase("filter]a[=x", "filter]a[")]
    [TestCase("filter[[a]]=x", "filter[[a]]")]
    [TestCase("filter[a]b=x", "filter[a]b")]
    [TestCase("filter[a][=x", "filter[a][")]
    [TestCase("filter%5Ba=x", "filter[a")]
    [TestCase("page[size=1", "page[size")]
    public async Task Brackets_that_do_not_pair_up_are_refused(string query, string parameter) =>
        (await GetAsync($"{Items}?{query}")).AssertParameter(parameter, "brackets do not pair up");

    [TestCase("")]
    [TestCase("&&&")]
    [TestCase("sort=")]
    [TestCase("sort=,")]
    [TestCase("include=,")]
    [TestCase("include=")]
    [TestCase("fields[photos]=")]
    [TestCase("include=item&include=collection&include[]=item.photo")]
    [TestCase("%70age%5Bsize%5D=%35")]
    [TestCase("filter[position]=1&filter[position]=2")]
    [TestCase("filter[position]=-9223372036854775808")]
    [TestCase("filter[created_at][gt]=9999-12-31T23:59:59Z")]
    [TestCase("filter[created_at][lte]=9999-12-31T23:59:59Z")]
    [TestCase("filter[created_at][lt]=2025-01-01T00:00:00+05:30")]
    [TestCase("filter[created_at][lt]=2025-01-01T00:00:00%2B05:30")]
    [TestCase("page[number]=2147483647&page[size]=100")]
    [TestCase("filter[collection.name]=%EF%BF%BE")]
    [TestCase("filter[collection.name][match]=%EF%BF%BF,%F4%8F%BF%BF")]
    [TestCase("filter[collection.name][prefix]=%F4%8F%BF%BF")]
    [TestCase("filter[collection.name]={{")]
    [TestCase("filter[collection.name]={{}}")]
    [TestCase("filter[collection.name]={{a")]
    [TestCase("filter[collection.name]=}},{{,{{}},")]
    public async Task What_is_odd_but_sound_is_answered(string query)
    {
        var answer = await GetAsync($"{Items}?{query}");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
    }

    [Test]
    public async Task A_value_of_fifteen_kilobytes_is_a_value([Values("eq", "match", "prefix", "suffix", "not_match")] string op)
    {
        var answer = await GetAsync($"{Items}?page[size]=1&filter[collection.name][{op}]={new string('x', 15_000)}");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
    }

    [Test]
    public async Task Two_thousand_values_are_too_many()
    {
        var answer = await GetAsync($"{Items}?filter[position]={string.Join(',', Enumerable.Range(1, 2_000))}");
        answer.AssertParameter("filter[position]", "takes 1000 values at most, not 2000");
    }

    [TestCase("eq")]
    [TestCase("not_eq")]
    [TestCase("eql")]
    public async Task A_thousand_values_are_not(string op)
    {
        var answer = await GetAsync($"{Items}?filter[collection.name][{op}]={string.Join(',', Enumerable.Range(0, 1_000))}");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
    }

    [TestCase("prefix")]
    [TestCase("suffix")]
    [TestCase("match")]
    [TestCase("not_match")]
    public async Task A_hundred_texts_are_searched_for_and_no_more(string op)
    {
        var url = $"{Items}?filter[collection.name][{op}]={string.Join(',', Enumerable.Range(0, 100))}";
        Assert.That((await GetAsync(url)).Status, Is.EqualTo(200));
        (await GetAsync(url + ",100")).AssertParameter($"filter[collection.name][{op}]", "takes 100 values at most, not 101");
    }

    [Test]
    public async Task A_thousand_days_are_a_list_like_any_other()
    {
        var days = string.Join(',', Enumerable.Range(0, 1_000).Select(day => new DateOnly(2020, 1, 1).AddDays(day).ToString("O", CultureInfo.InvariantCulture)));
        var answer = await GetAsync($"{Items}?filter[created_at]={days}");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
    }

    [Test]
    public async Task More_than_a_hundred_filters_are_too_many()
    {
        var query = string.Join('&', Enumerable.Range(0, 101).Select(at => $"filter[conditions]={Uri.EscapeDataString("""{"operator":"or","attributes":[{"position":1}]}""")}"));
        (await GetAsync($"{Items}?{query}")).AssertParameter("filter", "100 filters at most, not 101");
    }

    [TestCase(100_000)]
    [TestCase(17_000)]
    public async Task A_url_that_is_too_long_is_refused(int length)
    {
        var (status, head, body) = await RawConnection.SendAsync(
            $"GET {Items}?{new string('a', length)} HTTP/1.1", [$"Authorization: Bearer {Support.ApiServer.DemoToken}"]);
        Assert.That(status, Is.EqualTo(414));
        Assert.That(head, Does.Contain("Content-Type: application/vnd.api+json"));
        Assert.That(body, Does.Contain("\"code\":\"uri_too_long\"").And.Contain("longer than 16384 characters"));
    }

    [Test]
    public async Task A_url_of_a_megabyte_is_not_even_read()
    {
        var (status, _, _) = await RawConnection.SendAsync(
            $"GET {Items}?{new string('a', 1_000_000)} HTTP/1.1", [$"Authorization: Bearer {Support.ApiServer.DemoToken}"]);
        Assert.That(status, Is.EqualTo(414));
    }

    [TestCase("\u00c3\u00a9")]
    [TestCase("\u00ff")]
    public async Task Bytes_that_no_url_holds_are_a_bad_request(string latin1)
    {
        var (status, _, _) = await RawConnection.SendAsync(
            $"GET {Items}?filter[collection.name]={latin1} HTTP/1.1", [$"Authorization: Bearer {Support.ApiServer.DemoToken}"]);
        Assert.That(status, Is.EqualTo(400));
        Assert.That((await GetAsync($"{Items}?page[size]=0")).Status, Is.EqualTo(200), "the server lives on");
    }

    [Test]
    public async Task Names_of_fifteen_kilobytes_come_back_as_they_were_sent()
    {
        var name = new string('x', 15_000);
        var errors = (await GetAsync($"{Items}?{name}=1")).AssertRefused(ErrorCodes.BadRequest);
        Assert.That(Encoding.UTF8.GetByteCount(ErrorAssertions.Text(errors.Single(), "source", "parameter")!), Is.EqualTo(15_000));
    }
}
