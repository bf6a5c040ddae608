using NUnit.Framework;
using static Api.Tests.Store.Queries.QueryAssertions;
using static Api.Tests.Store.Queries.QueryServer;

namespace Api.Tests.Store.Queries;

/// <summary>Filters and sorts that reach through relationships.</summary>
internal sealed class PathTests
{
    [Test]
    public Task Through_to_one() => Finds("collection_items?filter[item.name][match]=weekend", "Outdoor: Weekend set");

    [Test]
    public Task Through_two_to_one_steps() => Finds("collection_items?filter[item.photo.owner_type]=bundles", "Outdoor: Weekend set");

    [Test]
    public async Task An_attribute_only_some_types_have_is_null_for_the_others()
    {
        await Finds($"collection_items?filter[collection_id]={A["Outdoor"]}&filter[item.group_name]=null",
            "Outdoor: Weekend set", "Outdoor: kayak", "Outdoor: Zelt");
        await Finds("items?filter[base_price_in_cents]=null", "Weekend set", "Éclair set");
        await Finds($"collection_items?filter[collection_id]={A["Outdoor"]}&filter[item.tracking_type]=bulk",
            "Outdoor: Kayak", "Outdoor: kayak", "Outdoor: Zelt");
    }

    [Test]
    public Task Through_to_many_means_at_least_one_such() =>
        Finds("collections?filter[collection_items.item.name][prefix]=kay", "Outdoor", "Water", "Boats", "Featured");

    [Test]
    public Task Not_through_to_many_means_none_such() =>
        Finds("collections?filter[collection_items.item.name][not_prefix]=kay", "Land", "Indoor");

    // Water holds Kayak implicitly and kayak explicitly at 2; Boats holds Kayak explicitly at 1.
    [Test]
    public async Task Conditions_of_one_group_test_the_same_row()
    {
        await Finds("collections?filter[collection_items.implicit]=true&filter[collection_items.position]=2");
        await Finds("collections?filter[collection_items.implicit]=false&filter[collection_items.position]=2", "Water");
        await Finds(
            $"collections?filter[collection_items.item_id]={A["Kayak"]}&filter[collection_items.position]=1&filter[collection_items.implicit]=false",
            "Boats");
    }

    [Test]
    public Task Conditions_of_different_groups_may_be_met_by_different_rows() => Finds(
        """collections?filter[conditions]={"operator":"and","attributes":[{"operator":"and","attributes":[{"collection_items.implicit":true}]},{"operator":"and","attributes":[{"collection_items.position":2}]}]}""",
        "Water");

    [Test]
    public Task Or_through_to_many() => Finds(
        """collections?filter[conditions]={"operator":"or","attributes":[{"collection_items.position":2},{"collection_items.item.name":"älg"}]}""",
        "Water", "Indoor");

    [Test]
    public Task Through_to_many_twice() =>
        Finds("bundles?filter[bundle_items.product_group.name]=zelt&filter[bundle_items.quantity]=2", "Weekend set");

    [Test]
    public Task The_same_part_of_the_bundle_is_meant() =>
        Finds("bundles?filter[bundle_items.product_group.name]=zelt&filter[bundle_items.quantity]=1");

    [Test]
    public Task None_such_within_an_or() => Finds(
        """collections?filter[conditions]={"operator":"or","attributes":[{"collection_items.item.name":{"not_prefix":["kay","ze"]}},{"name":"land"}]}""",
        "Indoor", "Land");

    [Test]
    public Task Through_to_many_below_to_many() =>
        Finds("bundles?filter[bundle_items.product_group.collection_items.collection.name]=boats", "Weekend set");

    [Test]
    public Task Filters_of_a_resource_of_their_own_work_through_paths() =>
        Finds("items?filter[collection_items.exclude_system_collections]=true&filter[type]=product_groups", "Kayak", "kayak", "Zelt", "Lamp", "älg");

    [TestCase("items?filter[photo.nmae]=x", "filter[photo.nmae]")]
    [TestCase("items?filter[phtoo.id]=x", "filter[phtoo.id]")]
    [TestCase("items?filter[products.id]=x", "filter[products.id]")]
    public Task An_unknown_step_is_refused(string url, string parameter) => Refuses(url, parameter, "invalid filter");

    [Test]
    public async Task Sorting_reaches_through_to_one()
    {
        await Lists("collection_items?filter[collection.depth]=1,2&filter[implicit]=false&sort=collection.name,-item.name",
            "Featured: Kayak", "Indoor: älg", "Indoor: Lamp", "Land: Zelt", "Outdoor: Weekend set", "Water: kayak");
        await Refuses("collections?sort=collection_items.position", "sort", "cannot sort");
    }
}
