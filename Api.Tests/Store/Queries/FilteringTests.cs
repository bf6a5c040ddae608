using NUnit.Framework;
using static Api.Tests.Store.Queries.QueryAssertions;
using static Api.Tests.Store.Queries.QueryServer;

namespace Api.Tests.Store.Queries;

internal sealed class FilteringTests
{
    [Test]
    public Task No_operator_means_eq() => Finds("items?filter[name]=zelt", "Zelt");

    [Test]
    public Task Eq_of_several_values_is_any_of_them() => Finds("items?filter[name]=zelt,lamp", "Zelt", "Lamp");

    [Test]
    public Task Repeated_values_add_up() => Finds("items?filter[name][]=zelt&filter[name][]=lamp", "Zelt", "Lamp");

    [Test]
    public Task A_filter_without_operator_and_one_with_eq_add_up() => Finds("items?filter[name]=zelt&filter[name][eq]=lamp", "Zelt", "Lamp");

    [Test]
    public Task Not_eq_of_several_values_is_none_of_them() =>
        Finds("collections?filter[name][not_eq]=water,boats,land", "Outdoor", "Indoor", "Featured");

    [Test]
    public Task Several_filters_hold_together() =>
        Finds("items?filter[name]=kayak&filter[base_price_in_cents][gt]=2500&filter[base_price_in_cents][lte]=5000", "Kayak");

    [TestCase("eq", "KAYAK", "Kayak", "kayak")]
    [TestCase("eql", "Kayak", "Kayak")]
    [TestCase("eql", "KAYAK")]
    [TestCase("prefix", "kA", "Kayak", "kayak")]
    [TestCase("suffix", "SET", "Weekend set", "Éclair set")]
    [TestCase("match", "AYA", "Kayak", "kayak")]
    [TestCase("match", "zel,lam", "Zelt", "Lamp")]
    [TestCase("prefix", "zel,lam", "Zelt", "Lamp")]
    [TestCase("eq", "ÄLG", "älg")]
    [TestCase("match", "%C3%84P", "Äpfelkorb")]
    [TestCase("eq", "A%CC%88pfelkorb", "Äpfelkorb")]
    [TestCase("prefix", "é", "Éclair set")]
    [TestCase("prefix", "😀", "😀 kit")]
    public Task Text_is_compared_case_folded_but_for_eql(string op, string value, params string[] found) =>
        Finds($"items?filter[name][{op}]={value}", found);

    [TestCase("50%25", "Kayak")]
    [TestCase("off_", "Kayak")]
    [TestCase("*", "Kayak")]
    [TestCase("c:\\", "Kayak")]
    [TestCase("offxtoday")]
    [TestCase("5%25t")]
    public Task Wildcards_are_plain_characters(string value, params string[] found) =>
        Finds($"items?filter[description][match]={value}", found);

    [Test]
    public Task Double_braces_keep_a_comma() => Finds("items?filter[excerpt]={{a, b}}", "Äpfelkorb");

    [Test]
    public async Task Braces_may_be_one_of_several_values()
    {
        await Finds("items?filter[excerpt]={{a, b}},{{null}}", "Äpfelkorb", "älg");
        await Finds("items?filter[excerpt]=x,{{a, b}}", "Äpfelkorb");
    }

    [Test]
    public Task A_comma_without_braces_parts_values() => Finds("items?filter[excerpt]=a, b");

    [Test]
    public async Task Null_is_null_and_in_braces_a_word()
    {
        await Finds("collections?filter[parent_id]=null", "Outdoor", "Indoor", "Featured");
        await Finds($"collections?filter[parent_id]=null,{A["Water"]}", "Outdoor", "Indoor", "Featured", "Boats");
        await Finds("collections?filter[parent_id][not_eq]=null", "Water", "Boats", "Land");
        await Finds("product_groups?filter[excerpt][not_eq]=null", "Äpfelkorb", "älg");
        await Finds("product_groups?filter[excerpt]={{null}}", "älg");
        await Finds("product_groups?filter[excerpt][eql]={{null}}", "älg");
    }

    [Test]
    public async Task Empty_text_is_not_null()
    {
        await Finds("product_groups?filter[description]=", "kayak");
        await Finds("product_groups?filter[description][not_eq]=,null", "Kayak");
    }

    [Test]
    public async Task Null_is_refused_where_there_is_none()
    {
        await Refuses("collections?filter[depth]=null", "filter[depth]", "failed typecasting");
        await Refuses("collections?filter[position][gt]=null", "filter[position][gt]", "failed typecasting");
    }

    // Every not_x is the exact complement of x, nulls included.
    [TestCase("items", "name", "eq", "zelt")]
    [TestCase("items", "sku", "eq", "kay-1")]
    [TestCase("items", "sku", "eq", "null")]
    [TestCase("items", "sku", "eql", "KAY-1,null")]
    [TestCase("items", "sku", "prefix", "kay")]
    [TestCase("items", "sku", "suffix", "2")]
    [TestCase("items", "description", "match", "off,zzz")]
    [TestCase("items", "photo_id", "eq", "null")]
    [TestCase("items", "base_price_in_cents", "eq", "1000")]
    [TestCase("product_groups", "q", "match", "kay")]
    [TestCase("product_groups", "q", "eq", "water,zelt")]
    [TestCase("bundles", "bundle_items.product_group.name", "prefix", "kay")]
    [TestCase("items", "collection_id", "eq", "11111111-1111-4111-8111-111111111111")]
    [TestCase("items", "photo.owner_type", "eq", "bundles")]
    [TestCase("items", "collection_items.position", "eq", "1")]
    [TestCase("collections", "position", "eq", "1")]
    [TestCase("collections", "created_at", "eq", "2025-01-01T00:01:00")]
    [TestCase("collection_items", "item.name", "match", "k")]
    public async Task Not_is_the_complement(string type, string attribute, string op, string value)
    {
        var with = await Count($"{type}?filter[{attribute}][{op}]={value}");
        var without = await Count($"{type}?filter[{attribute}][not_{op}]={value}");
        Assert.That(with + without, Is.EqualTo(await Count($"{type}?")));
    }

    [Test]
    public async Task Numbers_take_ranges()
    {
        await Finds("product_groups?filter[base_price_in_cents][gte]=2500", "Kayak", "kayak");
        await Finds("product_groups?filter[base_price_in_cents][gt]=1000&filter[base_price_in_cents][lt]=5000", "kayak");
        await Refuses("product_groups?filter[base_price_in_cents][gt]=1,2", "filter[base_price_in_cents][gt]", "failed typecasting");
        await Refuses("product_groups?filter[base_price_in_cents]=1.5", "filter[base_price_in_cents]", "failed typecasting");
    }

    [Test]
    public Task A_range_takes_one_value() => Refuses(
        "product_groups?filter[base_price_in_cents][gt]=1&filter[base_price_in_cents][gt]=2", "filter[base_price_in_cents][gt]", "takes one value");

    [Test]
    public async Task Ids_may_be_written_in_upper_case()
    {
        await Finds($"collections?filter[id]={A["Boats"].ToUpperInvariant()}", "Boats");
        Assert.That((await Get($"collections/{A["Boats"].ToUpperInvariant()}")).At("data", "id"), Is.EqualTo($"\"{A["Boats"]}\""));
    }

    [Test]
    public Task Booleans_may_be_both() =>
        Finds($"collection_items?filter[collection_id]={A["Water"]}&filter[implicit]=true,false", "Water: Kayak", "Water: kayak");

    // Collections were created at 00:00:00.601222, 00:01:00.601222, and so on.
    [TestCase("[eq]=2025-01-01T00:01:00", "Water")]
    [TestCase("[eq]=2025-01-01T00:01:00.601222", "Water")]
    [TestCase("[eq]=2025-01-01T00:01:00.601222Z", "Water")]
    [TestCase("[eq]=2025-01-01T01:01:00%2B01:00", "Water")]
    [TestCase("[eq]=2025-01-01T01:01:00+01:00", "Water")]
    [TestCase("[eq]=2024-12-31T23:01:00-01:00", "Water")]
    [TestCase("[eq]=2025-01-01 00:01:00 UTC", "Water")]
    [TestCase("[eq]=2025-01-01 00:01:00.601222 UTC", "Water")]
    [TestCase("[eq]=2025-01-01 00:01:00 %2B0000", "Water")]
    [TestCase("[eq]=2025-01-01 00:01:00 +0000", "Water")]
    [TestCase("[eq]=2025-01-01 01:01:00.601222 +0100", "Water")]
    [TestCase("[eq]=2024-12-31 23:01:00 -0100", "Water")]
    [TestCase("[eq]=2025-01-01T01:01:00+0100", "Water")]
    [TestCase("[eq]=2025-01-01T01:01:00 01:00", "Water")]
    [TestCase("[lt]=2025-01-01 00:01 UTC", "Outdoor")]
    [TestCase("[eq]=2025-01-01T00:01:00.601")]
    [TestCase("[lte]=2025-01-01T00:01:00", "Outdoor", "Water")]
    [TestCase("[lt]=2025-01-01T00:01:00", "Outdoor")]
    [TestCase("[gt]=2025-01-01T00:04:00", "Featured")]
    [TestCase("[gte]=2025-01-01T00:04:00", "Indoor", "Featured")]
    [TestCase("[gt]=2025-01-01T00:04:00.601222", "Featured")]
    [TestCase("[not_eq]=2025-01-01T00:01:00,2025-01-01T00:02:00,2025-01-01T00:03:00", "Outdoor", "Indoor", "Featured")]
    public Task Datetimes_are_instants_and_without_fraction_whole_seconds(string filter, params string[] found) =>
        Finds("collections?filter[created_at]" + filter, found);

    [TestCase("yesterday")]
    [TestCase("2025-01-01 UTC")]
    [TestCase("2025-01-01 00:01:00UTC")]
    [TestCase("2025-01-01 00:01:00 PST")]
    [TestCase("2025-01-01 00:01:00Z UTC")]
    [TestCase("2025-01-01 00:01:00 +9900")]
    [TestCase("2025-01-01 00:01:00 +000")]
    [TestCase("2025-01-01 00:01:00   0000")]
    [TestCase("2025-01-01 00:01:00 +0000%20")]
    [TestCase("2025-01-01 00:01:00 +0000%0A")]
    [TestCase("2025-13-01T00:00:00Z")]
    [TestCase("")]
    public Task What_is_no_datetime_is_refused(string value) =>
        Refuses($"collections?filter[created_at]={value}", "filter[created_at]", "failed typecasting");

    [Test]
    public async Task An_array_contains_the_value()
    {
        await Finds("items?filter[tag_list]=water", "Kayak", "kayak");
        await Finds("items?filter[tag_list]=boat,zzz", "Kayak");
        await Finds("items?filter[tag_list]=boa");
    }

    [Test]
    public async Task Q_searches_names_and_what_else_a_person_would_expect()
    {
        await Finds("items?filter[q]=kay", "Kayak", "kayak");
        await Finds("items?filter[q]=KAY-1", "Kayak");
        await Finds("product_groups?filter[q][match]=boat", "Kayak");
        await Finds("collections?filter[q]=fresh", "Outdoor");
        await Finds("collections?filter[hierarchical_q]=water", "Water", "Boats");
    }

    [Test]
    public async Task The_items_of_a_collection()
    {
        await Finds($"items?filter[collection_id]={A["Water"]}", "Kayak", "kayak");
        await Finds($"product_groups?filter[collection_id]={A["Outdoor"]}", "Kayak", "kayak", "Zelt");
        await Finds($"product_groups?filter[collection_id][not_eq]={A["Outdoor"]}", "Äpfelkorb", "älg", "Lamp", "Ａtlas", "😀 kit");
    }

    [Test]
    public async Task System_collections_can_be_left_out()
    {
        await Finds($"collection_items?filter[item_id]={A["Kayak"]}&filter[exclude_system_collections]=true", "Boats: Kayak", "Water: Kayak", "Outdoor: Kayak");
        await Finds($"collection_items?filter[item_id]={A["Kayak"]}&filter[exclude_system_collections]=false",
            "Boats: Kayak", "Water: Kayak", "Outdoor: Kayak", "Featured: Kayak");
    }

    [Test]
    public async Task Archived_rows_are_hidden_unless_a_filter_names_them()
    {
        await Finds("items?filter[name]=old raft");
        await Finds("items?filter[archived]=true", "Old raft");
        await Finds("items?filter[archived_at][not_eq]=null", "Old raft");
        await Finds("product_groups?filter[name]=old raft&filter[archived]=true,false", "Old raft");
        Assert.That((await Get($"items/{A["Old raft"]}")).At("data", "attributes", "archived"), Is.EqualTo("true"));
    }

    [TestCase("items?filter[nmae]=x", "filter[nmae]")]
    [TestCase("items?filter[name][eqq]=x", "filter[name][eqq]")]
    [TestCase("items?filter[name][gt]=x", "filter[name][gt]")]
    [TestCase("items?filter[photo_url]=x", "filter[photo_url]")]
    [TestCase("bundles?filter[sku]=x", "filter[sku]")]
    [TestCase("items?filter[collection_items.implicit][not_eq]=true", "filter[collection_items.implicit][not_eq]")]
    public Task A_typo_is_refused(string url, string parameter) => Refuses(url, parameter, "invalid filter");

    [Test]
    public async Task A_refusal_names_what_is_known_once()
    {
        var answer = await A.GetAsync("photos?filter[nmae]=x");
        Assert.That(answer.Json.At("errors", 0, "detail"), Does.EndWith("can be filtered by id, created_at, updated_at, owner_id, owner_type\""));
    }

    [TestCase("items?filter[id]=7", "filter[id]")]
    [TestCase("items?filter[price_type]=free", "filter[price_type]")]
    [TestCase("items?filter[archived]=yes", "filter[archived]")]
    public Task A_value_that_does_not_parse_is_refused(string url, string parameter) => Refuses(url, parameter, "failed typecasting");

    [Test]
    public async Task Several_errors_are_returned_together()
    {
        var answer = await A.GetAsync("items?filter[nmae]=x&sort=nmae&include=nmae&page[size]=101&fields[items]=nmae&stats[nmae]=count");
        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Json["errors"]!.AsArray().Select(error => error!["source"]!["parameter"]!.GetValue<string>()),
            Is.EquivalentTo(new[] { "filter[nmae]", "sort", "include", "page[size]", "fields[items]", "stats[nmae]" }));
    }
}
