using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

/// <summary>Queries that parse but ask for something that does not exist. A caret marks the wrong parameter.</summary>
internal sealed class PlanErrorTests
{
    private const string Some = Planned.Id;

    [TestCase("collection_items?sort=id&^filter[nope]=1", "invalid filter filter[nope]: collection_items can be filtered by id, created_at, item_id")]
    [TestCase("collection_items?^filter[updated_at]=2025-01-01", "invalid filter filter[updated_at]: collection_items can be filtered by")]
    [TestCase("collection_items?^filter[company_id]=" + Some, "invalid filter filter[company_id]: collection_items can be filtered by")]
    [TestCase("collection_items?^filter[Position]=1", "invalid filter filter[Position]")]
    [TestCase("collection_items?^filter[]=1&^filter[][eq]=1", "filter should be an object")]
    [TestCase("collection_items?^filter[position][match]=1", "invalid filter filter[position][match]: position takes the operators eq, not_eq, gt, gte, lt, lte")]
    [TestCase("collection_items?^filter[position][EQ]=1", "invalid filter filter[position][EQ]: position takes the operators")]
    [TestCase("product_groups?^filter[price_type][not_eq]=simple", "invalid filter filter[price_type][not_eq]: price_type takes the operators eq")]
    [TestCase("collections?^filter[photo.width]=1", "invalid filter filter[photo.width]: collections has no relationship 'photo'")]
    [TestCase("collections?^filter[name.length]=1", "invalid filter filter[name.length]: collections has no relationship 'name'")]
    [TestCase("collections?^filter[.name]=1", "invalid filter filter[.name]: collections has no relationship ''")]
    [TestCase("items?^filter[collection_items.item.collection_items.item.photo.id]=" + Some, "invalid filter filter[collection_items.item.collection_items.item.photo.id]: a path takes 4 relationships at most")]
    public void Unknown_filters_are_refused(string url, string detail) => Planned.Refuses(url, detail);

    [TestCase("collection_items?^filter[position]=one", "failed typecasting filter[position]: 'one' is not an integer")]
    [TestCase("collection_items?^filter[position]=", "failed typecasting filter[position]: '' is not an integer")]
    [TestCase("collection_items?^filter[position]=1.0", "failed typecasting filter[position]: '1.0' is not an integer")]
    [TestCase("collection_items?^filter[position]=9223372036854775808", "failed typecasting filter[position]: '9223372036854775808' is not an integer")]
    [TestCase("collection_items?^filter[position]=1,2,", "failed typecasting filter[position]: '' is not an integer")]
    [TestCase("collection_items?^filter[position][gt]=1,2", "failed typecasting filter[position][gt]: '1,2' is not an integer")]
    [TestCase("collection_items?^filter[position][gt]=1&filter[position][gt]=2", "invalid filter filter[position][gt]: takes one value, not 2")]
    [TestCase("collection_items?^filter[position][gt]=null", "failed typecasting filter[position][gt]: 'null' is not an integer")]
    [TestCase("collection_items?^filter[item_id]=null", "failed typecasting filter[item_id]: 'null' is not a uuid")]
    [TestCase("collection_items?^filter[item_id]=11111111111111111111111111111111", "failed typecasting filter[item_id]")]
    [TestCase("collection_items?^filter[implicit]=1", "failed typecasting filter[implicit]: '1' is not true or false")]
    [TestCase("collection_items?^filter[implicit]=True", "failed typecasting filter[implicit]: 'True' is not true or false")]
    [TestCase("collection_items?^filter[created_at]=yesterday", "failed typecasting filter[created_at]: 'yesterday' is not an ISO 8601 datetime")]
    [TestCase("collection_items?^filter[created_at]=2025-02-30", "failed typecasting filter[created_at]")]
    [TestCase("collection_items?^filter[created_at]=2025-01-01T00:00:00.12345678Z", "failed typecasting filter[created_at]")]
    [TestCase("product_groups?^filter[price_type]=Simple", "failed typecasting filter[price_type]: 'Simple' is not one of structure, private_structure, fixed, simple, none")]
    [TestCase("product_groups?^filter[product_type]=bundle", "failed typecasting filter[product_type]: 'bundle' is not one of rental, sales_item, service")]
    [TestCase("bundle_items?^filter[discount_percentage]=NaN", "failed typecasting filter[discount_percentage]: 'NaN' is not a number")]
    [TestCase("bundle_items?^filter[discount_percentage]=1e999", "failed typecasting filter[discount_percentage]: '1e999' is not a number")]
    public void Values_of_another_type_are_refused(string url, string detail) => Planned.Refuses(url, detail);

    [TestCase("""{"position":true}""", "failed typecasting")]
    [TestCase("""{"item.name":5}""", "failed typecasting")]
    [TestCase("""{"item_id":null}""", "failed typecasting filter[conditions]/attributes/0/item_id: cannot be null")]
    [TestCase("""{"position":{"gt":null}}""", "failed typecasting filter[conditions]/attributes/0/position/gt: cannot be null")]
    [TestCase("""{"position":{"gt":[1,2]}}""", "invalid filter filter[conditions]/attributes/0/position/gt: takes one value, not 2")]
    [TestCase("""{"item.name":{"match":{"a":1}}}""", "failed typecasting filter[conditions]/attributes/0/item.name/match")]
    [TestCase("""{"nope":1}""", "invalid filter filter[conditions]/attributes/0/nope: collection_items can be filtered by")]
    public void Values_in_JSON_are_taken_at_their_word(string leaf, string detail) =>
        Planned.Refuses($$"""collection_items?^filter[conditions]={"operator":"and","attributes":[{{leaf}}]}""", detail);

    [TestCase("collections?page[size]=1&^sort=nope", "cannot sort by 'nope': known are id, created_at")]
    [TestCase("collections?^sort=name,-", "cannot sort by '-': known are")]
    [TestCase("collections?^sort=--name", "cannot sort by '--name': known are")]
    [TestCase("collections?^sort=collection_items.position", "cannot sort by 'collection_items.position': 'collection_items' leads to many collection_items")]
    [TestCase("collections?^sort=parent.name", "cannot sort by 'parent.name': collections has no relationship 'parent'")]
    [TestCase("product_groups?^sort=tag_list", "cannot sort by 'tag_list'")]
    [TestCase("product_groups?^sort=weight", "cannot sort by 'weight'")]
    [TestCase("photos?^sort=photo", "cannot sort by 'photo'")]
    [TestCase("collection_items?^include=photo", "cannot include 'photo'; collection_items can include collection, item, item.photo")]
    [TestCase("collections?^include=collection_items", "cannot include 'collection_items': this request does not accept any includes")]
    [TestCase("collection_items?sort=id&include=item&^include[]=Item", "cannot include 'Item'")]
    [TestCase("collection_items?^page[number]=0", "page[number] should be a whole number from 1 to 2147483647, not '0'")]
    [TestCase("collection_items?^page[after]=x", "page[after] is not a cursor of this list in this order; start with an empty one and take the others from links")]
    [TestCase("collection_items?page[size]=0&^page[before]=%20", "page[before] is not a cursor of this list")]
    [TestCase("collection_items?page[after]=&^page[before]=", "page[before] and page[after] exclude each other")]
    [TestCase("collection_items?^page[number]=1&page[after]=", "page[number] and page[after] exclude each other")]
    [TestCase("collection_items?page[before]=&^page[number]=1", "page[number] and page[before] exclude each other")]
    [TestCase("collection_items?^page[number]=1&^page[after]=x&^page[before]=", "page[number] and page[after] exclude each other")]
    [TestCase("collection_items?^sort=nope&page[after]=x", "cannot sort by 'nope'")]
    [TestCase("collection_items?^page[number]=2147483648", "page[number] should be a whole number")]
    [TestCase("collection_items?^page[size]=101", "page[size] should be a whole number from 0 to 100, not '101'")]
    [TestCase("collection_items?^page[size]=-1", "page[size] should be a whole number from 0 to 100, not '-1'")]
    [TestCase("collection_items?^page[size]=1.5", "page[size] should be a whole number")]
    [TestCase("collection_items?^page[size]=", "page[size] should be a whole number from 0 to 100, not ''")]
    [TestCase("collection_items?^stats[total]=sum", "cannot compute 'sum' of 'total': total can be counted only: count")]
    [TestCase("collection_items?^stats[nope]=count", "cannot compute 'count' of 'nope': known are total")]
    [TestCase("product_groups?^meta[name][]=count", "cannot compute 'count' of 'name': known are total")]
    [TestCase("product_groups?^stats[price_type]=sum", "cannot compute 'sum' of 'price_type': known are count, count_each")]
    [TestCase("collection_items?^fields[nope]=id", "unknown type 'nope'; known are collection_items")]
    [TestCase("collection_items?^fields[collection_items]=nope", "'nope' is an unknown attribute of collection_items; known are created_at")]
    [TestCase("collection_items?^fields[collection_items]=source_collections", "'source_collections' is an unknown attribute of collection_items, but an extra field: ask for it with extra_fields[collection_items]=source_collections")]
    [TestCase("collection_items?^extra_fields[collection_items]=position", "'position' is an unknown attribute of collection_items; known are source_collections")]
    [TestCase("photos?^extra_fields[photos]=a", "'a' is an unknown attribute of photos; it has no extra fields")]
    public void What_there_is_not_is_refused(string url, string detail) => Planned.Refuses(url, detail);

    [TestCase("collection_items/ID?^filter[position]=1", "unknown parameter 'filter[position]' for one resource; collection_items by id takes fields, extra_fields and include")]
    [TestCase("collection_items/ID?^sort=id", "unknown parameter 'sort' for one resource")]
    [TestCase("collection_items/ID?^page[size]=1", "unknown parameter 'page[size]' for one resource")]
    [TestCase("collection_items/ID?^page[after]=", "unknown parameter 'page[after]' for one resource")]
    [TestCase("collection_items/ID?^page[before]=&sort=", "unknown parameter 'page[before]' for one resource")]
    [TestCase("collection_items/ID?^page[number]=1", "unknown parameter 'page[number]' for one resource")]
    [TestCase("collection_items/ID?^stats[total]=count", "unknown parameter 'stats[total]' for one resource")]
    [TestCase("bundles/ID?^include=photos", "cannot include 'photos'; bundles can include bundle_items, bundle_items.product, bundle_items.product.photo, bundle_items.product_group")]
    public void Lists_have_more_parameters_than_one_resource(string url, string detail) => Planned.Refuses(url, detail);

    [Test]
    public void All_errors_are_returned_together() =>
        Planned.Refuses("collection_items?^include=nope&page[size]=1&^filter[nope]=1&^filter[position]=x&^sort=nope&^page[number]=0&^stats[x]=y&^fields[z]=a", "cannot sort by");

    [Test]
    public void A_filter_takes_a_thousand_values_and_no_more()
    {
        Planned.Print("collection_items?filter[position]=" + string.Join(',', Enumerable.Range(0, 1_000)));
        Planned.Refuses("collection_items?^filter[position]=" + string.Join(',', Enumerable.Range(0, 1_001)),
            "invalid filter filter[position]: takes 1000 values at most, not 1001");
    }

    [Test]
    public void A_query_takes_a_hundred_filters_and_no_more()
    {
        Planned.Print(Filters(100));
        Planned.Refuses(Filters(101) + "^nowhere", "invalid filter: a query takes 100 filters at most, not 101");

        static string Filters(int count) =>
            $$"""collection_items?filter[conditions]={"operator":"or","attributes":[{{string.Join(',', Enumerable.Repeat("""{"position":1}""", count))}}]}""";
    }

    [Test]
    public void A_query_takes_ten_sort_keys_and_no_more()
    {
        string[] keys = ["name", "slug", "description", "seo_title", "seo_description", "position", "depth", "system", "created_at", "updated_at", "id"];
        Planned.Print("collections?sort=" + string.Join(',', keys[..10]));
        Planned.Refuses("collections?^sort=" + string.Join(',', keys), "sort takes 10 keys at most");
    }
}
