using System.Text.Json.Nodes;
using Api.Tests.Support;
using Domain.Operations;

namespace Api.Tests.Contract;

/// <summary>A company that every documented operation can be tried on, again and again: what a case creates, it takes away.</summary>
internal sealed class ContractCompany(ApiServer server)
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    /// <summary>Of several ways to say what a picture is, a body has one.</summary>
    private static readonly string[] Pictures = ["photo_base64", "photo", "remote_photo_url"];

    private static readonly string[] AddressParts =
    [
        "first_name", "last_name", "address1", "address2", "city", "region", "zipcode", "country", "country_id", "province_id", "latitude", "longitude",
    ];

    private readonly TestCompany _company = TestCatalog.Add(server, 1, company =>
    {
        company.DefaultProperty("Material");
        company.DefaultProperty("Weave");
        company.Property("Kayak", "Colour", "red");
    });

    private readonly Guid _operation = AddOperation(server);

    /// <summary>Runs an operation; its path leads to a row that is there.</summary>
    /// <param name="operation">Method and path as documented.</param>
    /// <param name="query">The query, with its question mark.</param>
    /// <param name="body">The whole body, where it is not one of attributes.</param>
    /// <param name="attributes">What the body sets besides what has to be given.</param>
    internal async Task<Answer> AskAsync(string operation, string query = "", string? body = null, JsonObject? attributes = null)
    {
        var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1].TrimStart('/'));
        var resource = path.Split('/')[0];
        var id = method == "DELETE" ? await CreateAsync(resource) : RowOf(resource);
        var answer = await _company.SendAsync(
            new HttpMethod(method), path.Replace("{id}", id, StringComparison.Ordinal) + query, body ?? (method is "POST" or "PUT" ? Body(path, method == "POST", attributes) : null));
        if (method == "POST" && answer.Headers.Location is { } location)
            await _company.SendAsync(HttpMethod.Delete, location.ToString());
        else if (method == "DELETE" && answer.Status == 400)
            await _company.SendAsync(HttpMethod.Delete, $"{resource}/{id}");
        return answer;
    }

    /// <summary>The value that a row has; the row that updates are tried on.</summary>
    internal async Task<JsonNode?> ValueAsync(string resource, DocumentedField field) =>
        (await FetchAsync(resource, field)).Json["data"]! is var row && field.Name == "id" ? row["id"]!.DeepClone() : row["attributes"]![field.Name]?.DeepClone();

    /// <summary>Whether rows have the field.</summary>
    internal async Task<bool> HasAsync(string resource, DocumentedField field) => (await FetchAsync(resource, field)).Status == 200;

    /// <summary>A value that a body can give for a field.</summary>
    internal JsonNode? Suitable(string resource, DocumentedField field) => Required(resource)[field.Name] is { } required ? required.DeepClone() : (field.Name, field.Type) switch
    {
        ("archived", _) => false,
        ("slug", _) => $"slug-{Guid.NewGuid():N}",
        ("photo_id", _) when resource == "products" => _company["bow"],
        ("product_id", _) => _company[TestCompany.ProductOf("Kayak")],
        ("parent_id", _) => _company["Outdoor"],
        ("from_path" or "to_path", _) => $"/products/{Guid.NewGuid():N}",
        ("sku", _) => $"SKU-{Guid.NewGuid():N}",
        ("tracking_type", _) => "bulk",
        ("weight", _) => new JsonObject { ["value"] = 2.5, ["unit"] = "kg" },
        ("coordinates", _) => new JsonObject { ["x"] = 10, ["y"] = 100 },
        ("default_property_id", _) => _company["Weave"],
        (var name, _) when name.EndsWith("_base64", StringComparison.Ordinal) => Pixel,
        (var name, _) when name.EndsWith("_url", StringComparison.Ordinal) => "https://img.example/picture.jpg",
        (_, "carrierwave_file") => Pixel,
        (_, "string") => "x",
        (_, "uuid") => "33763613-da95-4e0a-89fd-1394814769da",
        (_, "integer") => 1,
        (_, "float") => 1.5,
        (_, "boolean") => true,
        (_, "enum") => field.Names[0],
        (_, "datetime") => "2023-01-20T16:48:01.000000+00:00",
        (_, "array") => new JsonArray(),
        (_, "hash") => new JsonObject(),
        _ => "x",
    };

    /// <summary>A value that no body can give for a field of this type.</summary>
    internal static JsonNode Unsuitable(DocumentedField field) => field.Type switch
    {
        "string" or "uuid" or "datetime" or "carrierwave_file" => 5,
        "integer" or "float" => "12",
        _ => "x",
    };

    /// <summary>Another value than the one given.</summary>
    internal static JsonNode Other(DocumentedField field, JsonNode? value) => field.Type switch
    {
        "boolean" => !value!.GetValue<bool>(),
        "enum" when field.Names.FirstOrDefault(name => name != value?.GetValue<string>()) is { } name => name,
        _ => "00000000-0000-4000-8000-00000000000a",
    };

    private Task<Answer> FetchAsync(string resource, DocumentedField field) => _company.GetAsync(
        $"{resource}/{RowOf(resource)}?{(field.Flags.Contains("extra") ? "extra_" : "")}fields[{resource}]={field.Name}");

    private async Task<string> CreateAsync(string resource)
    {
        var answer = await _company.SendAsync(HttpMethod.Post, resource, Body(resource, true, null));
        return answer.Status switch
        {
            201 => answer.Json["data"]!["id"]!.GetValue<string>(),
            404 or 405 => RowOf(resource),
            _ => throw new InvalidOperationException($"POST {resource}: {answer.Status} {answer.Body}"),
        };
    }

    private string RowOf(string resource) => resource switch
    {
        "collection_items" => _company["Boats: Kayak"],
        "bundles" => _company["Weekend set"],
        "operations" => _operation.ToString(),
        "bundle_items" => _company["Weekend set with Kayak"],
        "photos" => _company["bow"],
        "properties" => _company["Kayak: Colour"],
        "default_properties" => _company["Material"],
        "products" => _company[TestCompany.ProductOf("Kayak")],
        "collections" => _company["Boats"],
        "url_redirects" => _company["/old-raft"],
        _ => _company["Kayak"],
    };

    private string Body(string path, bool isCreate, JsonObject? attributes)
    {
        var all = isCreate ? Required(path) : [];
        if (Pictures.Any(name => attributes?.ContainsKey(name) == true))
            all.Remove("remote_photo_url");
        if (path.Split('/')[0] == "properties")
        {
            // What a case before this one made of the property: an address, or a linked one.
            all["property_type"] = AddressParts.Any(name => attributes?.ContainsKey(name) == true) ? "address" : "text_field";
            all["default_property_id"] = null;
            all["validation_required"] = false;
            if (attributes?.ContainsKey("validation_required") == true)
                all["value"] = "x";
        }
        foreach (var (name, value) in attributes ?? [])
            all[name] = value?.DeepClone();
        return new JsonObject { ["data"] = new JsonObject { ["type"] = path.Split('/')[0], ["attributes"] = all } }.ToJsonString();
    }

    private static Guid AddOperation(ApiServer server)
    {
        using var context = server.Database.CreateContext();
        var (now, id) = (DateTimeOffset.UtcNow, Guid.NewGuid());
        context.Add(new Operation
        {
            CompanyId = context.Companies.Single().Id, Id = id, CreatedAt = now, UpdatedAt = now, FinishedAt = now, Status = OperationStatus.Finished,
            Description = "Nothing", OperationType = "update_collections", OperationData = "{}",
        });
        context.SaveChanges();
        return id;
    }

    /// <summary>Adds an item to the collection that it is in: it changes nothing.</summary>
    private JsonObject Operation() => new()
    {
        ["type"] = "update_collections",
        ["data"] = new JsonObject
        {
            ["target_type"] = "product_groups",
            ["target_ids"] = new JsonArray(_company["Zelt"]),
            ["action"] = "add_entities",
            ["collection_ids"] = new JsonArray(_company["Land"]),
        },
    };

    /// <summary>What has to be given for a new resource.</summary>
    private JsonObject Required(string resource) => resource switch
    {
        "collection_items" => new JsonObject { ["collection_id"] = _company["Land"], ["item_id"] = _company["Lamp"] },
        "bundle_items" => new JsonObject { ["bundle_id"] = _company["Weekend set"], ["product_group_id"] = _company["Kayak"] },
        "products" => new JsonObject { ["product_group_id"] = _company["Kayak"] },
        "photos" => new JsonObject { ["owner_id"] = _company["Kayak"], ["owner_type"] = "product_groups", ["remote_photo_url"] = "https://img.example/new.jpg" },
        "properties" => new JsonObject { ["name"] = "New", ["owner_id"] = _company["Kayak"], ["owner_type"] = "product_groups" },
        "default_properties" => new JsonObject { ["name"] = "New", ["owner_type"] = "product_groups" },
        "url_redirects" => new JsonObject { ["from_path"] = $"/{Guid.NewGuid():N}", ["to_path"] = "/new" },
        "sortings" => new JsonObject { ["type"] = "collection_items", ["ids"] = new JsonArray(_company["Boats: Kayak"]) },
        "collection_trees" => new JsonObject { ["collections"] = new JsonArray(new JsonObject { ["id"] = _company["Land"], ["position"] = 2 }) },
        "operations" => new JsonObject { ["operation_data"] = Operation() },
        _ => new JsonObject { ["name"] = "New" },
    };
}
