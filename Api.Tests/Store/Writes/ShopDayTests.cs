using Api.Tests.Photos;
using NUnit.Framework;
using static Api.Tests.Store.Writes.OperationRequests;

namespace Api.Tests.Store.Writes;

/// <summary>A shop from its empty rooms in the morning to its evening, through HTTP alone; each page of it is one request.</summary>
internal sealed class ShopDayTests
{
    private const string Menu = "collections?sort=depth,position,name&fields[collections]=position,item_count&extra_fields[collections]=hierarchical_name";
    private const string MenuLine = "{position} {hierarchical_name} ({item_count})";
    private const string PageLine = "{position} {item.name}, {item.photo.alt_text} {implicit} {source_collections}";

    private ScenarioClient _shop = null!;

    [Test]
    public async Task A_day_in_the_shop()
    {
        _shop = new ScenarioClient(WriteServer.NewEmptyCompany());
        await Rooms_are_built();
        await Products_are_made_and_photographed();
        await A_bundle_is_packed_in_one_transaction();
        await Collections_are_filled();
        await Collections_are_sorted();
        await A_room_is_moved_with_all_it_holds();
        await Customers_search();
        await A_product_is_archived();
        await It_is_all_undone();
        await The_shop_is_tidied_up();
    }

    private static string Page(string collection) =>
        $"collection_items?filter[collection_id]=<{collection}>&include=item,item.photo&extra_fields[collection_items]=source_collections";

    private async Task Rooms_are_built()
    {
        await _shop.Shows(Menu, MenuLine);
        await _shop.Make("collections", "Outdoor", """{"name":"Outdoor"}""");
        await _shop.Make("collections", "Water", """{"name":"Water","parent_id":"<Outdoor>"}""");
        await _shop.Make("collections", "Boats", """{"name":"Boats","parent_id":"<Water>"}""");
        await _shop.Make("collections", "Land", """{"name":"Land","parent_id":"<Outdoor>"}""");
        await _shop.Make("collections", "Sale", """{"name":"Sale"}""");
        await _shop.Sends("POST", "collection_trees", ScenarioClient.Body("collection_trees", """
            {"collections":[{"id":"<Sale>","position":1},{"id":"<Outdoor>","position":2},{"id":"<Land>","position":1},{"id":"<Water>","position":2}]}
            """), 201);
        await _shop.Shows(Menu, MenuLine, "1 Sale (0)", "2 Outdoor (0)", "1 Outdoor+Land (0)", "2 Outdoor+Water (0)", "- Outdoor+Water+Boats (0)");
    }

    private async Task Products_are_made_and_photographed()
    {
        await _shop.Make("product_groups", "Kayak", """{"name":"Kayak","tag_list":["boat","wood"],"price_type":"fixed","flat_fee_price_in_cents":4500}""");
        await _shop.Make("product_groups", "Canoe", """{"name":"Canoe","tag_list":["boat"],"price_type":"fixed","flat_fee_price_in_cents":6000}""");
        await _shop.Make("product_groups", "Tent", """{"name":"Tent","price_type":"fixed","flat_fee_price_in_cents":2000,"properties_attributes":[{"name":"Persons","value":"2"}]}""");
        await _shop.Make("photos", "bow", """{"owner_id":"<Kayak>","owner_type":"product_groups","alt_text":"bow","remote_photo_url":"https://img.example/bow.jpg"}""");
        await _shop.Make("photos", "stern", """{"owner_id":"<Kayak>","owner_type":"product_groups","alt_text":"stern","remote_photo_url":"https://img.example/stern.jpg"}""");
        await _shop.Make("photos", "camp", $$"""{"alt_text":"camp","photo_base64":"{{Convert.ToBase64String(TestImages.Png(8, 4))}}"}""",
            """{"owner":{"data":{"type":"product_groups","id":"<Tent>"}}}""");
        await _shop.Sort("photos", "stern", "bow");
        await _shop.Shows("photos?filter[owner_id]=<Kayak>", "{position} {alt_text} {original_url}", "1 stern https://img.example/stern.jpg", "2 bow https://img.example/bow.jpg");
        await _shop.Shows("product_groups?sort=name&include=photo", "{name} {slug} {base_price_in_cents} {tag_list} {photo.alt_text} {photo.width}",
            "Canoe canoe 6000 boat - -", "Kayak kayak 4500 boat+wood stern -", "Tent tent 2000  camp 8");
    }

    private async Task A_bundle_is_packed_in_one_transaction()
    {
        await _shop.Operate(
            Add("product_groups", """{"name":"Vest"}""", "Vest"),
            Add("bundles", """{"name":"Trip","bundle_items_attributes":[{"product_group_id":"<Kayak>","quantity":2}]}""", "Trip"),
            Add("bundle_items", """{"quantity":4}""", "Trip: Vest", """
                {"bundle":{"data":{"type":"bundles","lid":"Trip"}},"product_group":{"data":{"type":"product_groups","lid":"Vest"}}}
                """),
            Add("collection_items", """{"collection_id":"<Sale>"}""", "Sale: Trip", """{"item":{"data":{"type":"bundles","lid":"Trip"}}}"""));
        await _shop.Shows("bundles/<Trip>?include=bundle_items.product_group.photo", "{name}: {bundle_items.quantity} {bundle_items.product_group.name} {bundle_items.product_group.photo.alt_text}",
            "Trip: 2+4 Kayak+Vest stern+-");
        await _shop.Change("PATCH", "bundles/<Trip>", """{"bundle_items_attributes":[{"id":"<Trip: Vest>","quantity":2}]}""");
        await _shop.Sort("bundle_items", "Trip: Vest");
        await _shop.Shows("bundle_items?filter[bundle_id]=<Trip>&include=product_group", "{position} {quantity} {product_group.name}", "1 2 Vest", "2 2 Kayak");
    }

    private async Task Collections_are_filled()
    {
        await _shop.Fill("Boats", "Kayak", "Canoe");
        await _shop.Fill("Land", "Tent");
        await _shop.Fill("Sale", "Kayak");
        await _shop.Shows(Menu, MenuLine, "1 Sale (2)", "2 Outdoor (0)", "1 Outdoor+Land (1)", "2 Outdoor+Water (0)", "- Outdoor+Water+Boats (2)");
        await _shop.Shows(Page("Outdoor"), PageLine, "- Kayak, stern true Boats", "- Canoe, - true Boats", "- Tent, camp true Land");
        await _shop.Fill("Water", "Vest");
        // An implicit item of a room becomes explicit and keeps its position.
        await _shop.Fill("Outdoor", "Tent");
        await _shop.Shows(Page("Outdoor") + "&filter[implicit]=false", PageLine, "- Tent, camp false Land");
    }

    private async Task Collections_are_sorted()
    {
        await _shop.Sort("collection_items", "Boats: Canoe", "Boats: Kayak");
        await _shop.Shows(Page("Boats"), PageLine, "1 Canoe, - false ", "2 Kayak, stern false ");
        await _shop.Sort("collection_items", "Sale: Kayak", "Sale: Trip");
        await _shop.Shows("collection_items.json?filter[collection_id]=<Sale>&include=item.photo", "{position} {item.name}, {item.photo.alt_text}", "1 Kayak, stern", "2 Trip, -");
        await _shop.Sort("collection_items", "Outdoor: Tent");
        Assert.That(await _shop.Walks(Page("Outdoor") + "&page[size]=3&page[after]=", "{position} {item.name}"), Is.EqualTo("1 Tent, - Kayak, - Canoe | - Vest"));
    }

    private async Task A_room_is_moved_with_all_it_holds()
    {
        var seen = (await _shop.Sends("GET", "collections/<Water>", null, 200)).Headers.ETag!.ToString();
        await _shop.Change("PATCH", "collections/<Water>", """{"description":"Somebody else was here"}""");
        var refused = await _shop.Change("PUT", "collections/<Water>", """{"parent_id":null}""", 412, seen);
        Assert.That(refused.Json["errors"]![0]!.Text("code"), Is.EqualTo("precondition_failed"));
        await _shop.Shows(Menu, MenuLine, "1 Sale (2)", "2 Outdoor (1)", "1 Outdoor+Land (1)", "2 Outdoor+Water (1)", "- Outdoor+Water+Boats (2)");

        var present = (await _shop.Sends("GET", "collections/<Water>", null, 200)).Headers.ETag!.ToString();
        await _shop.Change("PUT", "collections/<Water>", """{"parent_id":null,"name":"On the water"}""", ifMatch: present);
        await _shop.Shows(Menu, MenuLine, "1 Sale (2)", "2 On the water (1)", "2 Outdoor (1)", "1 Outdoor+Land (1)", "- On the water+Boats (2)");
        await _shop.Shows(Page("Outdoor"), PageLine, "1 Tent, camp false Land");
        await _shop.Shows(Page("Water"), PageLine, "- Kayak, stern true Boats", "- Canoe, - true Boats", "- Vest, - false ");
        await _shop.Change("PATCH", "collections/<Outdoor>", """{"parent_id":"<Boats>"}""", 422);
    }

    private async Task Customers_search()
    {
        await _shop.Finds("items/search", """
            {"filter":{"conditions":{"operator":"or","attributes":[
                {"operator":"and","attributes":[{"tag_list":"boat"},{"base_price_in_cents":{"lt":5000}}]},
                {"collection_items.collection.name":{"eq":"Land"}},
                {"name":{"prefix":"tri"}}]},"show_in_store":true},
             "include":"photo","sort":"-name","stats":{"total":"count"}}
            """, "{type} {name} {photo.alt_text}", "bundles Trip -", "product_groups Tent camp", "product_groups Kayak stern");
        await _shop.Shows("product_groups?filter[q]=WOOD&include=photo", "{name} {photo.alt_text}", "Kayak stern");
        await _shop.Shows("collections?filter[hierarchical_q]=water&sort=depth", "{name}", "On the water", "Boats");
    }

    private async Task A_product_is_archived()
    {
        await _shop.Delete("product_groups/<Kayak>");
        await _shop.Shows(Page("Water"), PageLine, "- Canoe, - true Boats", "- Vest, - false ");
        await _shop.Shows(Menu, MenuLine, "1 Sale (1)", "2 On the water (1)", "2 Outdoor (1)", "1 Outdoor+Land (1)", "- On the water+Boats (1)");
        await _shop.Shows("items?sort=name", "{name}", "Canoe", "Tent", "Trip", "Vest");
        await _shop.Shows("items?filter[archived]=true", "{name} {archived} {type}", "Kayak true product_groups");
        await _shop.Sends("POST", "collection_items", ScenarioClient.Body("collection_items", """{"collection_id":"<Boats>","item_id":"<Kayak>"}"""), 422);
    }

    private async Task It_is_all_undone()
    {
        await _shop.Change("PATCH", "product_groups/<Kayak>", """{"archived":false}""");
        await _shop.Shows("product_groups/<Kayak>?include=photo", "{name} {slug} {archived_at} {photo.alt_text}", "Kayak kayak - stern");
        await _shop.Shows("collection_items?filter[item_id]=<Kayak>", "{id}");
        await _shop.Operate(
            Update("collections", Id("<Water>"), """{"parent_id":"<Outdoor>","name":"Water"}"""),
            Add("collection_items", """{"collection_id":"<Boats>","item_id":"<Kayak>"}""", "Boats: Kayak again"));
        await _shop.Sort("collection_items", "Boats: Canoe", "Boats: Kayak again");
        await _shop.Shows(Menu, MenuLine, "1 Sale (1)", "2 Outdoor (1)", "1 Outdoor+Land (1)", "2 Outdoor+Water (1)", "- Outdoor+Water+Boats (2)");
        await _shop.Shows(Page("Boats"), PageLine, "1 Canoe, - false ", "2 Kayak, stern false ");
        // Made at the same time, in one transaction: in the order of their ids, which have a random part.
        var last = await _shop.Walks(Page("Outdoor") + "&page[size]=3&page[before]=", "{item.name} {source_collections}");
        Assert.That(last.Split(", "), Is.EquivalentTo(new[] { "Canoe Boats", "Kayak Boats", "Vest Water" }));
    }

    private async Task The_shop_is_tidied_up()
    {
        await _shop.Delete("photos/<stern>");
        await _shop.Delete("collections/<Water>", 422);
        await _shop.Delete("collections/<Boats>");
        await _shop.Delete("collections/<Water>");
        await _shop.Delete("collection_items/<Sale: Trip>");
        await _shop.Fill("Sale", "Kayak");
        await _shop.Shows(Menu, MenuLine, "1 Sale (1)", "2 Outdoor (1)", "1 Outdoor+Land (1)");
        await _shop.Shows(Page("Outdoor"), PageLine, "1 Tent, camp false Land");
        await _shop.Shows("collections/<Sale>?include=collection_items.item.photo", "{name}: {collection_items.item.name} {collection_items.item.photo.alt_text}", "Sale: Kayak bow");
    }
}
