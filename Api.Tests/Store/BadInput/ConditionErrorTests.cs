using System.Text;
using NUnit.Framework;
using static Api.Tests.Store.BadInput.BadInputServer;

namespace Api.Tests.Store.BadInput;

/// <summary><c>filter[conditions]</c>: JSON in a query.</summary>
internal sealed class ConditionErrorTests
{
    private const string Parameter = "filter[conditions]";

    [TestCase("", "is not JSON")]
    [TestCase("{", "is not JSON")]
    [TestCase("""{"operator":"and","attributes":[{"position":1}]} x""", "is not JSON")]
    [TestCase("""{"operator":"and","attributes":[{"position":1,}]}""", "is not JSON")]
    [TestCase("""{"operator":"and","attributes":[{"position":01}]}""", "is not JSON")]
    [TestCase("""{"operator":"and","operator":"or","attributes":[{"position":1}]}""", "is not JSON")]
    [TestCase("""{"operator":"and","attributes":[{"position":1,"position":2}]}""", "is not JSON")]
    [TestCase("""{"operator":"and","attributes":[{"collection.name":"\ud800"}]}""", "is not JSON")]
    [TestCase("""{"operator":"and","attributes":[{"\udc00":1}]}""", "is not JSON")]
    [TestCase("""{"operator":"and","attributes":[{"position":{"\ud800":1}}]}""", "is not JSON")]
    [TestCase("[]", "a group is")]
    [TestCase("null", "a group is")]
    [TestCase("{}", "a group is")]
    [TestCase("""{"operator":"and"}""", "a group is")]
    [TestCase("""{"attributes":[{"position":1}]}""", "a group is")]
    [TestCase("""{"operator":"and","attributes":{}}""", "a group is")]
    public async Task What_is_no_condition_is_refused(string json, string detail) =>
        (await GetAsync(Url(json))).AssertParameter(Parameter, detail);

    [TestCase("""{"operator":"xor","attributes":[{"position":1}]}""", "/operator", "\"and\" or \"or\"")]
    [TestCase("""{"operator":5,"attributes":[{"position":1}]}""", "/operator", "\"and\" or \"or\"")]
    [TestCase("""{"operator":"and","attributes":[]}""", "/attributes", "at least one condition")]
    [TestCase("""{"operator":"and","attributes":[{"position":1}],"nope":1}""", "/nope", "unknown member")]
    [TestCase("""{"operator":"and","attributes":[5]}""", "/attributes/0", "a condition is")]
    [TestCase("""{"operator":"and","attributes":[{}]}""", "/attributes/0", "a condition is")]
    [TestCase("""{"operator":"and","attributes":[{"position":{}}]}""", "/attributes/0", "at least one operator")]
    [TestCase("""{"operator":"and","attributes":[{"position":1},{"nope":1}]}""", "/attributes/1/nope", "invalid filter")]
    [TestCase("""{"operator":"and","attributes":[{"position":{"nope":1}}]}""", "/attributes/0/position/nope", "invalid filter")]
    [TestCase("""{"operator":"and","attributes":[{"position":"x"}]}""", "/attributes/0/position", "failed typecasting")]
    [TestCase("""{"operator":"and","attributes":[{"position":true}]}""", "/attributes/0/position", "failed typecasting")]
    [TestCase("""{"operator":"and","attributes":[{"position":1e400}]}""", "/attributes/0/position", "failed typecasting")]
    [TestCase("""{"operator":"and","attributes":[{"position":[[1]]}]}""", "/attributes/0/position", "failed typecasting")]
    [TestCase("""{"operator":"and","attributes":[{"position":[{"a":1}]}]}""", "/attributes/0/position", "failed typecasting")]
    [TestCase("""{"operator":"and","attributes":[{"position":{"gt":null}}]}""", "/attributes/0/position/gt", "failed typecasting")]
    [TestCase("""{"operator":"and","attributes":[{"position":{"gt":[1,2]}}]}""", "/attributes/0/position/gt", "takes one value, not 2")]
    [TestCase("""{"operator":"and","attributes":[{"position":{"gt":[]}}]}""", "/attributes/0/position/gt", "takes one value, not 0")]
    [TestCase("""{"operator":"and","attributes":[{"position":{"gt":{"a":1}}}]}""", "/attributes/0/position/gt", "failed typecasting")]
    [TestCase("""{"operator":"and","attributes":[{"id":null}]}""", "/attributes/0/id", "cannot be null")]
    [TestCase("""{"operator":"and","attributes":[{"implicit":1}]}""", "/attributes/0/implicit", "failed typecasting")]
    [TestCase("""{"operator":"and","attributes":[{"collection.name":5}]}""", "/attributes/0/collection.name", "is not a string")]
    [TestCase("""{"operator":"and","attributes":[{"collection.name":"a\u0000b"}]}""", "/attributes/0/collection.name", "is not a string")]
    [TestCase("""{"operator":"and","attributes":[{"created_at":20250101}]}""", "/attributes/0/created_at", "failed typecasting")]
    public async Task An_error_within_conditions_names_the_condition(string json, string pointer, string detail) =>
        (await GetAsync(Url(json))).AssertParameter(Parameter + pointer, detail);

    [Test]
    public async Task Eight_levels_are_the_most()
    {
        var deepest = await GetAsync(Url(Nested(8)));
        Assert.That(deepest.Status, Is.EqualTo(200), deepest.Body);
        var pointer = string.Concat(Enumerable.Repeat("/attributes/0", 8));
        (await GetAsync(Url(Nested(9)))).AssertParameter(Parameter + pointer, "may nest 8 deep at most");
    }

    [Test]
    public async Task Five_hundred_levels_are_refused_like_nine()
    {
        // Bare brackets, as five hundred whole groups would be too long for a URL.
        (await GetAsync(Url(new string('[', 500) + new string(']', 500)))).AssertParameter(Parameter, "nested too deep");
        (await GetAsync(Url(new string('[', 5_000)))).AssertParameter(Parameter, "nested too deep");
    }

    [Test]
    public async Task Two_thousand_values_are_too_many()
    {
        var json = $$"""{"operator":"and","attributes":[{"position":[{{string.Join(',', Enumerable.Repeat(1, 2_000))}}]}]}""";
        (await GetAsync(Url(json))).AssertParameter(Parameter + "/attributes/0/position", "1000 values at most");
    }

    private static string Nested(int depth)
    {
        var json = new StringBuilder("""{"position":1}""");
        for (var i = 0; i < depth; i++)
            json.Insert(0, """{"operator":"and","attributes":[""").Append("]}");
        return json.ToString();
    }

    // Brackets and commas are sent unencoded, which leaves room for the rest.
    private static string Url(string json) => $"{Items}?{Parameter}=" + Uri.EscapeDataString(json)
        .Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal);
}
