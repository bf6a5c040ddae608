using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Api.Tests.Contract;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>
/// A body for every documented POST and PUT, with everything at once that a client sends there, as the official client sends it: with
/// <c>headers</c> beside <c>data</c>. What was sent is read again.
/// </summary>
internal sealed partial class ExampleBodyTests
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    private const string ProductGroup = """
        "name":"iPad","sku":"IPAD_9","slug":"ipad-9","product_type":"rental","has_variations":true,"variation_fields":["colour"],"price_type":"simple",
        "price_period":"day","flat_fee_price_in_cents":1500,"structure_price_in_cents":900,"deposit_in_cents":10000,"default_purchase_cost_in_cents":30000,
        "buffer_time_before":600,"buffer_time_after":1200,"allow_shortage":true,"shortage_limit":2,"show_in_store":true,"sorting_weight":3,"discountable":false,
        "taxable":true,"tax_category_id":null,"price_ruleset_id":null,"price_structure_id":null,"excerpt":"Small","extra_information":"With a cable",
        "seo_title":"Rent an iPad","seo_description":"By the day","tag_list":["tablets","apple"],"stock_item_properties":["serial_number"],
        "weight":{"value":0.5,"unit":"kg"},"properties_attributes":[{"name":"Screen","value":"10 inch","property_type":"text_field"}]
        """;

    private const string Bundle = """
        "name":"Weekend trip","slug":"weekend-trip","discountable":true,"taxable":true,"tax_category_id":null,"show_in_store":true,"sorting_weight":1,
        "excerpt":"Two boats","extra_information":"With paddles","seo_title":"Trip","seo_description":"For two","tag_list":["trip"],
        "bundle_items_attributes":[{"product_group_id":"{Kayak}","quantity":2,"discount_percentage":10.0}]
        """;

    private const string Conditions = """
        {"fields":{"TYPE":"name,created_at"},"filter":{"conditions":{"operator":"and","attributes":[{"operator":"or","attributes":[{"name":{"match":"a"}},
        {"show_in_store":true}]},{"archived":false}]}},"sort":"-created_at","page":{"number":1,"size":2},"stats":{"total":["count"]},"include":"photo","headers":{}}
        """;

    /// <summary>Operation to attributes; <c>{label}</c> is the id of a row.</summary>
    private static readonly (string Operation, string Body)[] Examples =
    [
        ("POST /collection_items", """ "collection_id":"{Land}","item_id":"{Lamp}" """),
        ("POST /collections", """ "name":"Spring","slug":"spring-2026","parent_id":"{Outdoor}","collection_type":"static","show_in_store":true,"seo_title":"T","seo_description":"D","remote_image_url":"https://img.example/a.jpg" """),
        ("PUT /collections/{id}", """ "name":"Summer","slug":"summer-2026","create_url_redirect":true,"parent_id":null,"show_in_store":false,"seo_title":null,"seo_description":"D","remove_image":true """),
        ("POST /collection_trees", """ "collections":[{"id":"{Water}","position":2,"parent_id":null},{"id":"{Boats}","parent_id":"{Land}","position":1}] """),
        ("POST /sortings", """ "type":"collection_items","ids":["{Outdoor: Zelt}","{Outdoor: kayak}"] """),
        ("POST /product_groups", ProductGroup),
        ("PUT /product_groups/{id}", ProductGroup.Replace("\"sku\":\"IPAD_9\"", "\"create_url_redirect\":true,\"sku\":\"IPAD_9\"", StringComparison.Ordinal)),
        ("POST /product_groups/search", Conditions),
        ("POST /bundles", Bundle),
        ("PUT /bundles/{id}", Bundle.Replace("\"slug\"", "\"create_url_redirect\":true,\"slug\"", StringComparison.Ordinal)),
        ("POST /bundles/search", Conditions),
        ("POST /bundle_items", """ "bundle_id":"{Weekend set}","product_group_id":"{Kayak}","product_id":"{Kayak product}","quantity":3,"position":4,"discount_percentage":12.5,"photo_id":null """),
        ("PUT /bundle_items/{id}", """ "quantity":5,"position":1,"discount_percentage":0.0,"product_id":"{Kayak product}" """),
        ("POST /items/search", Conditions),
        ("POST /photos", $$""" "owner_id":"{Kayak}","owner_type":"product_groups","photo_base64":"{{Pixel}}","original_filename":"My boat.png","alt_text":"A boat","position":2,"coordinates":{"x":0.25,"y":0.75} """),
        ("PUT /photos/{id}", """ "alt_text":"Another boat","position":1,"coordinates":{"x":0.5,"y":0.5} """),
        ("POST /products", """ "product_group_id":"{Kayak}","variation_values":[],"sorting_weight":2,"base_price_in_cents":900,"photo_id":"{bow}","weight":{"value":12,"unit":"kg"} """),
        ("PUT /products/{id}", """ "sorting_weight":7,"base_price_in_cents":800,"photo_id":null,"weight":null """),
        ("POST /products/search", Conditions.Replace("\"name,created_at\"", "\"name\"", StringComparison.Ordinal)),
        ("POST /default_properties", """ "name":"Paper size","identifier":"paper_size","owner_type":"product_groups","property_type":"select","select_options":["A4","A3"],"position":1,"show_on":["contract","invoice"],"validation_required":false """),
        ("PUT /default_properties/{id}", """ "name":"Format","position":2,"select_options":["A4","A3","A2"],"show_on":[],"validation_required":true """),
        ("POST /properties", """ "name":"Length","identifier":"length","owner_id":"{Kayak}","owner_type":"product_groups","property_type":"text_field","value":"3 m","position":1,"show_on":["quote"],"validation_required":true """),
        ("PUT /properties/{id}", """ "value":"4 m","position":3,"show_on":[] """),
        ("POST /url_redirects", """ "from_path":"/products/old-boat","to_path":"/products/kayak" """),
        ("PUT /url_redirects/{id}", """ "to_path":"/collections/boats" """),
        ("POST /operations", """ "operation_data":{"type":"update_collections","data":{"target_type":"product_groups","target_ids":["{Kayak}","{Zelt}"],"action":"add_entities","collection_ids":["{Land}"]}} """),
        ("POST /operations", """ "operation_data":{"type":"update_tag","data":{"target_type":"product_groups","target_ids":["{Kayak}"],"action":"add","tags":["wet"]}} """),
        ("POST /operations", """ "operation_data":{"type":"update","data":{"target_type":"product_groups","target_ids":["{Kayak}"],"attributes":{"taxable":false,"discountable":true,"show_in_store":true}}} """),
        ("POST /operations", """ "operation_data":{"type":"archive","data":{"target_type":"product_groups","target_ids":["{Lamp}"]}} """),
        ("POST /operations", """ "operation_data":{"type":"export","data":{"target_type":"product_groups"}} """),
    ];

    private static readonly string[] Inputs = ["create_url_redirect", "remove_image", "original_filename", "properties_attributes", "bundle_items_attributes", "photo_base64", "remote_image_url"];

    private TestCompany _company = null!;

    private static IEnumerable<TestCaseData> Served =>
        from example in Examples
        from prefix in (string[])["/api/4/", "/api/boomerang/"]
        where ContractExceptions.IsServed(example.Operation, "operation", documented: true)
        select new TestCaseData(prefix, example.Operation, example.Body) { TestName = $"{prefix}: {example.Operation} {example.Body.Trim()[..24]}" };

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [Test]
    public void Every_documented_body_has_an_example() => Assert.That(
        Examples.Select(example => example.Operation).Distinct(),
        Is.EquivalentTo(ContractFile.Operations.Where(operation => operation.Method is "POST" or "PUT").Select(operation => operation.Name)));

    [TestCaseSource(nameof(Served))]
    public async Task A_body_as_clients_send_it_is_taken(string prefix, string operation, string example)
    {
        var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1].TrimStart('/'));
        var type = path.Split('/')[0];
        var body = Named(example);
        if (path.EndsWith("/search", StringComparison.Ordinal))
        {
            var found = await _company.SendAsync(HttpMethod.Post, prefix + path, body.Replace("TYPE", type, StringComparison.Ordinal));
            Assert.That(found.Status, Is.EqualTo(200), found.Body);
            Assert.That(found.Json["meta"]!["stats"]!["total"]!["count"], Is.Not.Null);
            return;
        }
        var target = path.Replace("{id}", method == "PUT" ? await RowAsync(type) : "", StringComparison.Ordinal);
        var answer = await _company.SendAsync(new HttpMethod(method), prefix + target, $$$"""{"data":{"type":"{{{type}}}","attributes":{{{{body}}}}},"headers":{"X-Client":"1"}}""");
        Assert.That(answer.Status, Is.EqualTo(method == "POST" ? 201 : 200), answer.Body);
        if (answer.Json["data"]!["attributes"] is not { } attributes)
            return;
        var stored = await _company.GetAsync($"{prefix}{type}/{answer.Id()}{(type == "operations" ? "?extra_fields[operations]=operation_data" : "")}");
        foreach (var (name, value) in JsonNode.Parse($"{{{body}}}")!.AsObject())
            if (!Inputs.Contains(name) && !(name == "weight" && value is null))
            {
                Assert.That(stored.Some(name), Is.EqualTo(value?.ToJsonString(JsonText.Plain) ?? "null"), name);
                if (type != "operations")
                    Assert.That(attributes[name]?.ToJsonString(JsonText.Plain) ?? "null", Is.EqualTo(value?.ToJsonString(JsonText.Plain) ?? "null"), name);
            }
    }

    /// <summary>A row that a PUT is tried on.</summary>
    private async Task<string> RowAsync(string type) => type switch
    {
        "collections" => _company["Boats"],
        "product_groups" => _company["Zelt"],
        "bundles" => _company["Weekend set"],
        "bundle_items" => _company["Weekend set with Kayak"],
        "photos" => _company["bow"],
        "products" => _company[TestCompany.ProductOf("Kayak")],
        _ => (await _company.CreateItem(type, $"{{{Named(Examples.First(example => example.Operation == $"POST /{type}").Body)}}}")).Id(),
    };

    private string Named(string body) => Label().Replace(body, match => _company[match.Groups[1].Value]);

    [GeneratedRegex("\\{([A-Za-z][A-Za-z: ]+)\\}")]
    private static partial Regex Label();
}
