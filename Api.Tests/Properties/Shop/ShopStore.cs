using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Api.Tests.Store.Operations;
using Api.Tests.Store.Writes;
using Api.Tests.Support;
using Plain = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace Api.Tests.Properties.Shop;

/// <summary>A company of its own on a server: sends requests, and lists what is stored in the form of the model.</summary>
internal sealed class ShopStore
{
    private readonly TestCompany _company;

    /// <summary>It begins with a little of everything.</summary>
    internal ShopStore(ApiServer server, int number)
    {
        _company = new TestCompany(server, number);
        _company.Collection("system", system: true);
        _company.Collection("root");
        _company.Collection("branch", "root");
        _company.Collection("leaf", "branch");
        _company.Collection("side");
        _company.ProductGroup("first");
        _company.ProductGroup("second");
        _company.Bundle("set", ("first", 2), ("second", 1));
        _company.Photo("first", "picture");
        _company.CollectionItem("system", "first");
        _company.CollectionItem("leaf", "first");
        _company.CollectionItem("branch", "set");
        _company.Save();
    }

    /// <summary>Sends a request; a long-running operation has ended when this returns.</summary>
    internal async Task<Answer> SendAsync(ShopRequest request)
    {
        var answer = await _company.SendAsync(request.Method, request.Path, request.Body, request.Path == OperationSteps.Path ? OperationRequests.Announce : null);
        if (request.Path == BulkSteps.Path && answer.Status == 201)
            await _company.Ended(answer.Json["data"]!.Text("id"));
        return answer;
    }

    internal async Task<ShopReading> ReadAsync()
    {
        var lists = await Task.WhenAll(
            ListAsync("collections?"),
            ListAsync("items?filter[archived]=true,false&"),
            ListAsync("products?filter[archived]=true,false&"),
            ListAsync("properties?"),
            ListAsync("tags?filter[for]=ProductGroup&"),
            ListAsync("tags?filter[for]=Bundle&"),
            ListAsync("bundle_items?filter[archived]=true,false&"),
            ListAsync("photos?"),
            ListAsync("url_redirects?"),
            ListAsync("collection_items?extra_fields[collection_items]=source_collections&"));
        return new ShopReading(lists);
    }

    /// <summary>Sends back every row as it was read; returns what was not answered with the same row.</summary>
    internal async Task<List<string>> SendBackAsync()
    {
        var differences = new List<string>();
        foreach (var list in (string[])
        [
            "collections?filter[system]=false&extra_fields[collections]=all_children,all_parents,hierarchical_name&",
            "product_groups?filter[archived]=true,false&include=photo&", "bundles?filter[archived]=true,false&include=photo&",
            "products?filter[archived]=true,false&include=photo&", "bundle_items?filter[archived]=true,false&", "properties?include=owner&", "photos?",
        ])
            foreach (var row in await ListAsync(list))
            {
                var extras = row["type"]!.GetValue<string>() == "collections" ? "?extra_fields[collections]=all_children,all_parents,hierarchical_name" : "";
                var answer = await _company.SendAsync(HttpMethod.Put, $"{row["type"]}/{row["id"]}{extras}", new JsonObject { ["data"] = row.DeepClone() }.ToJsonString());
                if (answer.Status != 200 || !JsonNode.DeepEquals(answer.Json["data"]!["attributes"], row["attributes"]))
                    differences.Add($"{row.ToJsonString()}\n  answered {answer.Status} {answer.Body}");
            }
        return differences;
    }

    private async Task<List<JsonNode>> ListAsync(string path)
    {
        var rows = new List<JsonNode>();
        for (var page = 1; ; page++)
        {
            var answer = await _company.GetAsync($"{path}page[size]=100&page[number]={page}");
            var data = answer.Json["data"]!.AsArray();
            rows.AddRange(data.Select(row => row!));
            if (data.Count < 100)
                return rows;
        }
    }
}

/// <summary>What is stored: once row by row as the server answered, and once as the facts alone, from which everything else should follow.</summary>
internal sealed class ShopReading
{
    internal ShopReading(List<JsonNode>[] lists)
    {
        var (collections, items, products, properties) = (lists[0], lists[1], lists[2], lists[3]);
        var (parts, photos, redirects, collectionItems) = (lists[6], lists[7], lists[8], lists[9]);
        Facts = new ShopState
        {
            Collections = [.. collections.Select(Collection)],
            Items = [.. items.Select(Item)],
            Products = [.. products.Select(row => Product(row, items))],
            Properties = [.. properties.Select(Property)],
            Redirects = ImmutableDictionary.CreateRange(redirects.Select(row => KeyValuePair.Create(row.String("from_path")!, row.String("to_path")!))),
            Parts = [.. parts.Select(Part)],
            Photos = [.. photos.Select(Photo)],
            Explicit = [.. collectionItems.Where(item => !item.Is("implicit")).Select(Row)],
            Positions = ImmutableDictionary.CreateRange(
                from item in collectionItems
                where item.Number("position") is not null
                select KeyValuePair.Create(Row(item), item.Number("position")!.Value)),
            RowIds = ImmutableDictionary.CreateRange(collectionItems.Select(item => KeyValuePair.Create(Row(item), item.Text("id")))),
        };
        Lines =
        [
            .. collections.Select(row => Collection(row).Line(row.Number("depth")!.Value, row.Number("item_count")!.Value)),
            .. items.Select(row => Item(row).Line(row["attributes"]!["base_price_in_cents"]?.ToJsonString(), row["attributes"]!["properties"]?.ToJsonString(), row.String("photo_id"), row.String("photo_url"))),
            .. products.Select(row => Product(row, items).Line(row.String("name")!, row["attributes"]!["base_price_in_cents"]!.ToJsonString())),
            .. Facts.Redirects.Select(redirect => $"{redirect.Key} leads to {redirect.Value}"),
            .. Facts.Properties.Select(row => row.Line),
            .. lists[4].Select(row => ShopRules.TagLine(ofBundles: false, row.String("name")!, row.Number("count")!.Value)),
            .. lists[5].Select(row => ShopRules.TagLine(ofBundles: true, row.String("name")!, row.Number("count")!.Value)),
            .. Facts.Parts.Select(row => row.Line),
            .. Facts.Photos.Select(row => row.Line),
            .. collectionItems.Select(row => ShopState.CollectionItemLine(
                Row(row), row.Text("id"), row.Is("implicit"), row.Number("position"), row["attributes"]!["source_collections"]!.AsArray().Select(source => source!.Text("id")))),
        ];
    }

    internal ShopState Facts { get; }

    internal IReadOnlyList<string> Lines { get; }

    private static (string Collection, string Item) Row(JsonNode row) => (row.String("collection_id")!, row.String("item_id")!);

    private static ShopCollection Collection(JsonNode row) => new(
        row.Text("id"), row.String("parent_id"), row.Number("position"), row.String("slug")!, row.Is("system"), row.String("image_url"), Attributes(row, ShopCollection.Names));

    private static ShopItem Item(JsonNode row) => new(
        row.Text("id"), row.Text("type"), row.String("slug")!, row.String("archived_at"), Attributes(row, row.Text("type") == "bundles" ? ShopItem.Names : ShopItem.GroupNames));

    /// <summary>Prices of their own are never those of a group in these shops, so that both are known from a price.</summary>
    private static ShopProduct Product(JsonNode row, List<JsonNode> items)
    {
        var (group, price) = (row.String("product_group_id")!, row["attributes"]!["base_price_in_cents"]!.ToJsonString());
        var shared = items.Find(item => item.Text("id") == group)!["attributes"]!["base_price_in_cents"]!.ToJsonString();
        return new ShopProduct(
            row.Text("id"), row.String("created_at")!, group, row["attributes"]!["variation_values"]!.ToJsonString(), price == shared ? null : price,
            row.String("archived_at"), Attributes(row, ShopProduct.Names));
    }

    private static ShopProperty Property(JsonNode row) => new(
        row.Text("id"), row.String("created_at")!, row.String("owner_id")!, $"\"{row.String("name")}\"", row.Number("position")!.Value, Attributes(row, ShopProperty.Names));

    private static ShopPart Part(JsonNode row) => new(
        row.Text("id"), row.String("created_at")!, row.String("bundle_id")!, row.String("product_group_id")!, row.Number("position")!.Value, row.Is("archived"), Attributes(row, ShopPart.Names));

    private static ShopPhoto Photo(JsonNode row) => new(
        row.Text("id"), row.String("created_at")!, row.String("owner_id")!, row.Number("position")!.Value, row.String("large_url"), Attributes(row, ShopPhoto.Names));

    private static Plain Attributes(JsonNode row, IEnumerable<string> names) =>
        Plain.Empty.AddRange(names.Select(name => KeyValuePair.Create(name, row["attributes"]!.AsObject().TryGetPropertyValue(name, out var value) ? value?.ToJsonString() ?? "null" : "nowhere")));
}

/// <summary>Attributes of a resource.</summary>
internal static class ShopJson
{
    internal static string? String(this JsonNode row, string attribute) => row["attributes"]![attribute]?.GetValue<string>();

    internal static int? Number(this JsonNode row, string attribute) => row["attributes"]![attribute]?.GetValue<int>();

    internal static bool Is(this JsonNode row, string attribute) => row["attributes"]![attribute]!.GetValue<bool>();
}
