using NUnit.Framework;
using static Api.Tests.Store.Queries.QueryAssertions;
using static Api.Tests.Store.Queries.QueryServer;

namespace Api.Tests.Store.Queries;

internal sealed class SortTests
{
    // Positions: Outdoor, Water and Boats 1, Land 2, Indoor and Featured none; ids ascend in that order.
    [Test]
    public Task Nulls_come_last_ascending() =>
        Lists("collections?sort=position", "Outdoor", "Water", "Boats", "Land", "Indoor", "Featured");

    [Test]
    public Task Nulls_come_first_descending_and_the_id_breaks_ties_in_that_direction() =>
        Lists("collections?sort=-position", "Featured", "Indoor", "Land", "Boats", "Water", "Outdoor");

    [Test]
    public async Task The_id_follows_the_direction_of_the_last_key()
    {
        await Lists("collections?sort=-depth,position&filter[position]=1,2", "Boats", "Water", "Land", "Outdoor");
        await Lists("collections?sort=system,-show_in_store", "Land", "Boats", "Water", "Outdoor", "Indoor", "Featured");
        await Lists("collections?sort=-system,show_in_store", "Featured", "Indoor", "Outdoor", "Water", "Boats", "Land");
    }

    [Test]
    public Task The_id_is_a_key_of_its_own() =>
        Lists("collections?sort=-id&filter[depth]=1", "Featured", "Indoor", "Outdoor");

    // Folded text by code point, then raw text by code point: K before k, Ａ (U+FF21) before 😀 (U+1F600).
    [Test]
    public async Task Text_sorts_folded_then_raw_by_code_point()
    {
        string[] ascending = ["Lamp", "Weekend set", "Zelt", "älg", "Äpfelkorb", "Éclair set", "Ａtlas", "😀 kit"];
        await Lists("items?sort=name", ["Kayak", "kayak", .. ascending]);
        await Lists("items?sort=-name", [.. ascending.Reverse(), "kayak", "Kayak"]);
    }

    [Test]
    public async Task Text_that_is_null_sorts_last_ascending_and_first_descending()
    {
        await Lists("product_groups?sort=description&filter[name]=kayak,zelt", "kayak", "Kayak", "Zelt");
        await Lists("product_groups?sort=-description&filter[name]=kayak,zelt", "Zelt", "Kayak", "kayak");
    }

    [Test]
    public async Task Without_a_sort_rows_come_by_position_and_age()
    {
        await Lists("collections", "Outdoor", "Water", "Boats", "Land", "Indoor", "Featured");
        await Lists($"collection_items?filter[collection_id]={A["Outdoor"]}",
            "Outdoor: Weekend set", "Outdoor: Kayak", "Outdoor: kayak", "Outdoor: Zelt");
        await Lists("bundles", "Weekend set", "Éclair set");
    }

    [Test]
    public Task Several_keys_in_one_list_or_in_several() =>
        Lists("collection_items?filter[implicit]=true&sort[]=collection.name&sort[]=-item.name",
            "Outdoor: Zelt", "Outdoor: kayak", "Outdoor: Kayak", "Water: Kayak");

    [Test]
    public Task An_empty_sort_is_none() => Lists("collections?sort=&filter[depth]=1", "Outdoor", "Indoor", "Featured");

    [Test]
    public Task A_key_given_twice_counts_once() =>
        Lists("collections?filter[depth]=2&sort=name,-name", "Land", "Water");

    [TestCase("items?sort=nmae", "sort")]
    [TestCase("items?sort=tag_list", "sort")]
    [TestCase("items?sort=q", "sort")]
    [TestCase("product_groups?sort=weight", "sort")]
    [TestCase("items?sort=photo.nmae", "sort")]
    [TestCase("items?sort=products.name", "sort")]
    [TestCase("items?sort=--name", "sort")]
    public Task What_cannot_be_sorted_by_is_refused(string url, string parameter) => Refuses(url, parameter, "cannot sort by");
}
