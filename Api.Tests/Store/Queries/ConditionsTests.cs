using NUnit.Framework;
using static Api.Tests.Store.Queries.QueryAssertions;
using static Api.Tests.Store.Queries.QueryServer;

namespace Api.Tests.Store.Queries;

internal sealed class ConditionsTests
{
    [Test]
    public Task Or_takes_either() => Finds(
        """items?filter[conditions]={"operator":"or","attributes":[{"name":{"prefix":"kay"}},{"name":"Zelt"}]}""",
        "Kayak", "kayak", "Zelt");

    [Test]
    public Task And_takes_both() => Finds(
        """items?filter[conditions]={"operator":"and","attributes":[{"name":{"prefix":"kay"}},{"base_price_in_cents":{"lt":5000}}]}""",
        "kayak");

    [Test]
    public Task Groups_nest() => Finds("""
        items?filter[conditions]={"operator":"or","attributes":[
            {"operator":"and","attributes":[{"name":"kayak"},{"sku":"kay-2"}]},
            {"operator":"and","attributes":[{"name":{"suffix":"set"}},{"type":"bundles"},{"name":{"not_prefix":"week"}}]}]}
        """.ReplaceLineEndings("").Replace("    ", "", StringComparison.Ordinal),
        "kayak", "Éclair set");

    [Test]
    public Task The_keys_of_a_leaf_hold_together_within_an_or() => Finds(
        """items?filter[conditions]={"operator":"or","attributes":[{"name":"kayak","sku":"KAY-1"},{"base_price_in_cents":{"gt":500,"lt":1500}}]}""",
        "Kayak", "Zelt");

    [Test]
    public Task Filters_beside_it_hold_too() => Finds(
        """items?filter[conditions]={"operator":"or","attributes":[{"name":"kayak"},{"name":"zelt"}]}&filter[name][not_eq]=zelt""",
        "Kayak", "kayak");

    [Test]
    public async Task In_json_null_is_null_and_text_is_never_split()
    {
        await Finds("""product_groups?filter[conditions]={"operator":"and","attributes":[{"excerpt":"a, b"}]}""", "Äpfelkorb");
        await Finds("""product_groups?filter[conditions]={"operator":"and","attributes":[{"excerpt":"null"}]}""", "älg");
        await Finds("""product_groups?filter[conditions]={"operator":"and","attributes":[{"group_name":{"not_eq":null}}]}""", "Kayak");
        await Finds("""product_groups?filter[conditions]={"operator":"and","attributes":[{"excerpt":["null","a, b"]}]}""", "Äpfelkorb", "älg");
        await Finds("""items?filter[conditions]={"operator":"and","attributes":[{"name":"{{zelt}}"}]}""");
    }

    [Test]
    public Task It_reaches_through_relationships() => Finds(
        """collection_items?filter[conditions]={"operator":"or","attributes":[{"item.type":"bundles"},{"collection.name":"indoor"}]}""",
        "Outdoor: Weekend set", "Indoor: Lamp", "Indoor: älg");

    [Test]
    public Task Archived_named_within_it_reveals_archived_rows() => Finds(
        """items?filter[conditions]={"operator":"or","attributes":[{"archived":true},{"name":"zelt"}]}""", "Old raft", "Zelt");

    [Test]
    public async Task Groups_nest_eight_deep_and_no_deeper()
    {
        await Finds("items?filter[conditions]=" + Nested(8), "Zelt");
        await Refuses("items?filter[conditions]=" + Nested(9), "filter[conditions]" + string.Concat(Enumerable.Repeat("/attributes/0", 8)), "8 deep");
    }

    [TestCase("""{"operator":"and","attributes":[]}""", "at least one")]
    [TestCase("""{"operator":"xor","attributes":[{"name":"x"}]}""", "operator")]
    [TestCase("""{"attributes":[{"name":"x"}]}""", "operator")]
    [TestCase("""{"operator":"and","attributes":[{"nmae":"x"}]}""", "invalid filter")]
    [TestCase("""{"operator":"and","attributes":[{"name":{"gt":"x"}}]}""", "invalid filter")]
    [TestCase("""{"operator":"and","attributes":[{}]}""", "invalid filter")]
    [TestCase("""{"operator":"and","attributes":[{"name":{}}]}""", "invalid filter")]
    [TestCase("""{"operator":"and","attributes":[{"name":7}]}""", "failed typecasting")]
    [TestCase("""{"operator":"and","attributes":[{"name":{"eq":{"x":1}}}]}""", "failed typecasting")]
    [TestCase("""{"operator":"and","attributes":[{"name":null}]}""", "failed typecasting")]
    [TestCase("""[]""", "invalid filter")]
    [TestCase("""{"operator":"and",""", "not JSON")]
    public async Task What_is_no_tree_is_refused(string conditions, string phrase)
    {
        var answer = await A.GetAsync("items?filter[conditions]=" + Uri.EscapeDataString(conditions));
        Assert.That(answer.Status, Is.EqualTo(400), answer.Body);
        Assert.That(answer.Json.At("errors", 0, "detail"), Does.Contain(phrase));
        Assert.That(answer.Json.At("errors", 0, "source", "parameter"), Does.StartWith("\"filter[conditions]"));
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("""{"operator":"and","attributes":[""", depth))
        + """{"name":"zelt"}""" + string.Concat(Enumerable.Repeat("]}", depth));
}
