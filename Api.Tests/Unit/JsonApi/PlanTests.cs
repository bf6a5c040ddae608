using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

/// <summary>What queries mean.</summary>
internal sealed class PlanTests
{
    private const string Some = Planned.Id;

    [TestCase("collection_items", "always")]
    [TestCase("collection_items?filter[position]=3", "Position = 3")]
    [TestCase("collection_items?filter[position][eq]=3", "Position = 3")]
    [TestCase("collection_items?filter%5Bposition%5D%5Beq%5D=3", "Position = 3")]
    [TestCase("collection_items?filter[position]=3,1,null", "Position = 3 | 1 | null")]
    [TestCase("collection_items?filter[position][]=3&filter[position][]=1,2", "Position = 3 | 1 | 2")]
    [TestCase("collection_items?filter[position]=null", "Position = null")]
    [TestCase("collection_items?filter[position][not_eq]=null", "not (Position = null)")]
    [TestCase("collection_items?filter[position][gt]=1&filter[position][lte]=-4&filter[implicit]=true", "(Position > 1 and Position <= -4 and Implicit = true)")]
    [TestCase("collection_items?filter[item_id]=AAAAAAAA-1111-1111-1111-111111111111", "ItemId = aaaaaaaa-1111-1111-1111-111111111111")]
    [TestCase("collection_items?filter[exclude_system_collections]=true", "not (Collection.System = true)")]
    [TestCase("collection_items?filter[exclude_system_collections]=false", "always")]
    [TestCase("bundle_items?filter[discount_percentage][gte]=-2.5e1&filter[archived]=true", "(DiscountPercentage >= -25 and Archived = true)")]
    public void Filters_hold_values_by_type(string url, string where) => Assert.That(Planned.Line(url, "where"), Is.EqualTo(where));

    [TestCase("filter[name]=Bike", "Name = \"BIKE\"")]
    [TestCase("filter[name]=a%CC%8Aé", "Name = \"ÅÉ\"")]
    [TestCase("filter[name][eql]=Bike", "Name == \"Bike\"")]
    [TestCase("filter[name][not_eql]=Bike", "not (Name == \"Bike\")")]
    [TestCase("filter[name][prefix]=a,b", "Name starts with \"A\" | \"B\"")]
    [TestCase("filter[name][not_suffix]=a", "not (Name ends with \"A\")")]
    [TestCase("filter[name][match]=50%25_*", "Name contains \"50%_*\"")]
    [TestCase("filter[name]={{a,b}},c", "Name = \"A,B\" | \"C\"")]
    [TestCase("filter[name]={{a}}b", "Name = \"{{A}}B\"")]
    [TestCase("filter[name]={{a,b", "Name = \"{{A\" | \"B\"")]
    [TestCase("filter[name]=a,,", "Name = \"A\" | \"\" | \"\"")]
    [TestCase("filter[name]=", "Name = \"\"")]
    [TestCase("filter[name]=a+b%2B", "Name = \"A B+\"")]
    [TestCase("filter[name]=null", "Name = \"NULL\"")]
    [TestCase("filter[description]=null", "Description = null")]
    [TestCase("filter[description]={{null}}", "Description = \"NULL\"")]
    [TestCase("filter[description][match]=null", "Description contains \"NULL\"")]
    [TestCase("filter[description]=null,x", "Description = \"X\" | null")]
    [TestCase("filter[q]=bike", "(Name contains \"BIKE\" or Description contains \"BIKE\")")]
    [TestCase("filter[hierarchical_q]=b", "(Name contains \"B\" or Parent.Name contains \"B\" or Parent.Parent.Name contains \"B\")")]
    public void Text_is_folded_and_split_by_its_rules(string query, string where) =>
        Assert.That(Planned.Line("collections?" + query, "where"), Is.EqualTo(where));

    [TestCase("filter[created_at]=2025-01-31T23:00:00.5-02:00", "CreatedAt = 2025-02-01T01:00:00.500000+00:00")]
    [TestCase("filter[created_at]=2025-01-01", "(CreatedAt >= 2025-01-01T00:00:00.000000+00:00 and CreatedAt < 2025-01-01T00:00:01.000000+00:00)")]
    [TestCase("filter[created_at]=2025-01-01T10:30Z", "(CreatedAt >= 2025-01-01T10:30:00.000000+00:00 and CreatedAt < 2025-01-01T10:30:01.000000+00:00)")]
    [TestCase("filter[created_at][not_eq]=2025-01-01", "not (CreatedAt >= 2025-01-01T00:00:00.000000+00:00 and CreatedAt < 2025-01-01T00:00:01.000000+00:00)")]
    [TestCase("filter[created_at][gt]=2025-01-01T00:00:00+02:00", "CreatedAt >= 2024-12-31T22:00:01.000000+00:00")]
    [TestCase("filter[created_at][gte]=2025-01-01T00:00:00%2B02:00", "CreatedAt >= 2024-12-31T22:00:00.000000+00:00")]
    [TestCase("filter[created_at][lt]=2025-01-01 00:00:00Z", "CreatedAt < 2025-01-01T00:00:00.000000+00:00")]
    [TestCase("filter[created_at][lte]=2025-01-01T00:00:00Z", "CreatedAt < 2025-01-01T00:00:01.000000+00:00")]
    [TestCase("filter[created_at]=2025-01-01T00:00:00.1234567Z", "CreatedAt = 2025-01-01T00:00:00.123456+00:00")]
    [TestCase("filter[created_at][lte]=2025-01-01T00:00:00.000Z", "CreatedAt <= 2025-01-01T00:00:00.000000+00:00")]
    public void Datetimes_without_a_fraction_mean_that_whole_second(string query, string where) =>
        Assert.That(Planned.Line("collection_items?" + query, "where"), Is.EqualTo(where));

    [TestCase("collection_items?filter[item.name][match]=bike", "Item.Name contains \"BIKE\"")]
    [TestCase("collection_items?filter[item.name]=null", "Item.Name = \"NULL\"")]
    [TestCase("collection_items?filter[item.sku]=null", "Item.Sku = null")]
    [TestCase("collection_items?filter[item.photo.owner_type]=bundles", "Item.Photo.OwnerType = \"bundles\"")]
    [TestCase("collections?filter[collection_items.position]=1&filter[collection_items.implicit]=false", "some CollectionItems with (Position = 1 and Implicit = false)")]
    [TestCase("collections?filter[collection_items.position][not_eq]=1&filter[depth]=2", "(not (some CollectionItems with Position = 1) and Depth = 2)")]
    [TestCase("collections?filter[collection_items.item.name]=a", "some CollectionItems with Item.Name = \"A\"")]
    [TestCase("items?filter[collection_items.item.collection_items.position]=1&filter[archived]=true", "(Archived = true and some CollectionItems with some Item.CollectionItems with Position = 1)")]
    [TestCase("items?filter[collection_id]=" + Some, "(some CollectionItems with CollectionId = 11111111-1111-1111-1111-111111111111 and not (Archived = true))")]
    [TestCase("product_groups", "(Kind = \"product_groups\" and not (Archived = true))")]
    [TestCase("items?filter[collection_items.item.archived]=false", "(some CollectionItems with Item.Archived = false and not (Archived = true))")]
    [TestCase("product_groups?filter[archived]=false", "(Kind = \"product_groups\" and Archived = false)")]
    [TestCase("product_groups?filter[archived_at][not_eq]=null", "(Kind = \"product_groups\" and not (ArchivedAt = null))")]
    [TestCase("product_groups?filter[tag_list]=Red&filter[archived]=false", "(Kind = \"product_groups\" and (TagList = \"RED\" and Archived = false))")]
    [TestCase("bundle_items?filter[bundle.archived]=true", "(Bundle.Archived = true and not (Archived = true))")]
    [TestCase("product_groups/ID", "(Kind = \"product_groups\" and Id = 11111111-1111-1111-1111-111111111111)")]
    public void Paths_reach_through_relationships(string url, string where) => Assert.That(Planned.Line(url, "where"), Is.EqualTo(where));

    [TestCase("""{"operator":"or","attributes":[{"position":1},{"position":null}]}""", "(Position = 1 or Position = null)")]
    [TestCase("""{"operator":"and","attributes":[{"position":[1,2,null]}]}""", "Position = 1 | 2 | null")]
    [TestCase("""{"operator":"or","attributes":[{"position":{"gt":1,"lt":5},"implicit":true},{"implicit":false}]}""", "((Position > 1 and Position < 5 and Implicit = true) or Implicit = false)")]
    [TestCase("""{"operator":"and","attributes":[{"operator":"or","attributes":[{"position":1},{"position":2}]},{"implicit":true}]}""", "((Position = 1 or Position = 2) and Implicit = true)")]
    [TestCase("""{"operator":"or","attributes":[{"item.name":"a,b"},{"item.name":"null"},{"item.sku":"null"}]}""", "(Item.Name = \"A,B\" or Item.Name = \"NULL\" or Item.Sku = \"NULL\")")]
    [TestCase("""{"operator":"or","attributes":[{"position":[]}]}""", "Position = nothing")]
    public void Conditions_are_the_same_tree(string json, string where) =>
        Assert.That(Planned.Line("collection_items?filter[conditions]=" + Uri.EscapeDataString(json), "where"), Is.EqualTo(where));

    [TestCase("collection_items", "Position, CreatedAt, Id")]
    [TestCase("items", "CreatedAt, Id")]
    [TestCase("items?sort=", "CreatedAt, Id")]
    [TestCase("items?sort=name", "Name, Id")]
    [TestCase("items?sort=-name", "-Name, -Id")]
    [TestCase("items?sort=-sku,created_at", "-Sku, CreatedAt, Id")]
    [TestCase("items?sort[]=name&sort[]=-sku", "Name, -Sku, -Id")]
    [TestCase("items?sort=name,-name,name", "Name, Id")]
    [TestCase("items?sort=-id", "-Id")]
    [TestCase("items?sort=id,name", "Id, Name")]
    [TestCase("items?sort=photo_url", "Photo.LargeUrl, Id")]
    [TestCase("collection_items?sort=collection.name,-item.created_at", "Collection.Name, -Item.CreatedAt, -Id")]
    public void Orders_end_in_the_id(string url, string order) => Assert.That(Planned.Line(url, "order"), Is.EqualTo(order));

    [TestCase("items", "1 of 25 rows")]
    [TestCase("items?page[number]=3", "3 of 25 rows")]
    [TestCase("items?page%5Bsize%5D=100&page%5Bnumber%5D=2147483647", "2147483647 of 100 rows")]
    [TestCase("items?page[size]=0", "1 of 0 rows")]
    public void Pages_have_a_number_and_a_size(string url, string page) => Assert.That(Planned.Line(url, "page"), Is.EqualTo(page));

    [TestCase("items?page[after]=", "first 25 rows")]
    [TestCase("items?page%5Bbefore%5D=&page[size]=3", "last 3 rows")]
    [TestCase("items?page[after]", "first 25 rows")]
    public void An_empty_cursor_begins_at_an_end(string url, string page) => Assert.That(Planned.Print(url), Does.StartWith(page + "\n"));

    [TestCase("collection_items", "null, 2025-01-31T23:00:00.500000+00:00, 11111111-1111-1111-1111-111111111111", null, "2025-01-31T23:00:00.500000+00:00", Some)]
    [TestCase("items?sort=-name", "\"a,\\nb\", 11111111-1111-1111-1111-111111111111", "a,\\nb", Some)]
    [TestCase("bundle_items?sort=discount_percentage,archived,quantity", "-0.25, true, 9223372036854775807, 11111111-1111-1111-1111-111111111111", -0.25, 1L, long.MaxValue, Some)]
    public void A_cursor_holds_what_its_row_is_ordered_by(string url, string printed, params object?[] values)
    {
        foreach (var side in new[] { "after", "before" })
        {
            var page = $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page[size]=7&page[{side}]=";
            Assert.That(Planned.Plan(page).TryGet(out var start));
            var cursor = start!.Page!.Cursor!.Codec.Write(values);
            Assert.That(cursor, Does.Match("^[A-Za-z0-9_-]+$"));
            Assert.That(Planned.Print(page + cursor), Does.StartWith($"7 rows {side} {printed}\n"));
        }
    }

    [Test]
    public void A_cursor_s_plan_reads_what_its_rows_are_ordered_by_and_no_other_plan_does()
    {
        const string Url = "collection_items?sort=item.name,-position,id";
        var columns = Planned.Line(Url, "columns");
        Assert.That(Planned.Line(Url + "&page[after]=", "columns"), Is.EqualTo(columns + ", Item.Name"));
        Assert.That(Planned.Line(Url, "columns"), Is.EqualTo(columns));
    }

    [TestCase("stats[total]=count", "stats.total.count: Count of rows")]
    [TestCase("meta[total][]=count&meta[total][]=count", "meta.total.count: Count of rows")]
    [TestCase("stats[price_type]=count", "stats.price_type.count: CountEach of PriceType")]
    [TestCase("stats[tag_list]=count_each", "stats.tag_list.count_each: CountEach of TagList")]
    [TestCase("meta[base_price_in_cents]=average", "meta.base_price_in_cents.average: Average of BasePriceInCents")]
    public void Stats_are_where_they_were_asked_for(string query, string stat) => Assert.That(Planned.Line("product_groups?" + query, "stat"), Is.EqualTo(stat));
}
