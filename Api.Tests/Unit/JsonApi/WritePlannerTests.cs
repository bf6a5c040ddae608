using System.Text;
using Api.Resources;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;
using JsonApi.Planning;
using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

/// <summary>Bodies to write plans: which values a body sets, and which errors need no stored data.</summary>
internal sealed class WritePlannerTests
{
    private const string Id = "11111111-1111-1111-1111-111111111111";
    private const string Other = "22222222-2222-2222-2222-222222222222";

    private static readonly ResourceCatalog Catalog = StoreCatalog.Create();

    [TestCase("collections", "\"name\":\"Boats\"", "name", "Boats")]
    [TestCase("collections", "\"show_in_store\":false", "show_in_store", false)]
    [TestCase("collections", "\"parent_id\":null", "parent_id", null)]
    [TestCase("product_groups", "\"buffer_time_before\":60", "buffer_time_before", 60)]
    [TestCase("product_groups", "\"tag_list\":[\"a\",\"b\"]", "tag_list", new[] { "a", "b" })]
    [TestCase("product_groups", "\"price_type\":\"fixed\"", "price_type", "fixed")]
    [TestCase("bundle_items", "\"discount_percentage\":12.5", "discount_percentage", 12.5)]
    public void A_value_gets_the_type_of_its_attribute(string type, string attributes, string name, object? expected)
    {
        var plan = Planned(Update(type, attributes));
        Assert.That(plan.Values.Keys, Is.EqualTo(new[] { name }));
        Assert.That(plan.Values[name], Is.EqualTo(expected));
    }

    [Test]
    public void An_id_becomes_a_uuid() => Assert.That(Planned(Update("collections", $"\"parent_id\":\"{Other}\"")).Uuid("parent_id"), Is.EqualTo(new Guid(Other)));

    [Test]
    public void A_relationship_sets_the_attribute_of_its_key()
    {
        var plan = Planned(Update("collection_items", "", $$$$"""{"item":{"data":{"type":"bundles","id":"{{{{Other}}}}"}}}"""));
        Assert.That(plan.Uuid("item_id"), Is.EqualTo(new Guid(Other)));
    }

    [Test]
    public void Attributes_that_are_left_out_are_not_set()
    {
        var plan = Planned(Update("collections", "\"name\":\"Boats\""));
        Assert.That((plan.Sets("name"), plan.Sets("description"), plan.IsCreate, plan.Id), Is.EqualTo((true, false, false, new Guid(Id))));
    }

    [Test]
    public void A_new_resource_gets_the_given_id()
    {
        var planned = WritePlanner.PlanCreate(Catalog.Find("collections")!, Parsed("collections", null, "\"name\":\"Boats\""), new Guid(Other));
        Assert.That(planned.TryGet(out var plan));
        Assert.That((plan!.Id, plan.IsCreate), Is.EqualTo((new Guid(Other), true)));
    }

    [TestCase("\"nope\":1", "400 /data/attributes/nope unknown_attribute")]
    [TestCase("\"name\":1", "400 /data/attributes/name type_error")]
    [TestCase("\"show_in_store\":\"true\"", "400 /data/attributes/show_in_store type_error")]
    [TestCase("\"parent_id\":\"x\"", "400 /data/attributes/parent_id type_error")]
    [TestCase("\"collection_type\":\"nope\"", "400 /data/attributes/collection_type type_error")]
    [TestCase("\"a/b~c\":1", "400 /data/attributes/a~1b~0c unknown_attribute")]
    public void A_wrong_attribute_has_a_pointer_and_a_code(string attributes, string error) =>
        Assert.That(Errors(Update("collections", attributes)), Is.EqualTo(new[] { error }));

    [TestCase("\"item_count\":1", "400 /data/attributes/item_count unwrittable_attribute")]
    [TestCase("\"all_children\":[]", "400 /data/attributes/all_children unwrittable_attribute")]
    [TestCase("\"id\":\"x\"", "400 /data/attributes/id unwrittable_attribute")]
    public void What_cannot_be_written_is_an_error_in_a_create_and_kept_for_comparison_in_an_update(string attributes, string error)
    {
        var definition = Catalog.Find("collections")!;
        Assert.That(Errors(WritePlanner.PlanCreate(definition, Parsed("collections", null, attributes), new Guid(Id))), Is.EqualTo(new[] { error }));
        var plan = Planned(Update("collections", attributes));
        Assert.That(plan.Values, Is.Empty);
        Assert.That(plan.Repeated.Select(value => $"400 {value.Otherwise.Pointer} {value.Otherwise.Meta!.Code}"), Is.EqualTo(new[] { error }));
    }

    [Test]
    public void All_errors_of_a_body_are_returned_together() => Assert.That(
        Errors(Update("collections", "\"nope\":1,\"name\":1", """{"items":{"data":[]}}""")),
        Is.EqualTo(new[] { "400 /data/attributes/nope unknown_attribute", "400 /data/attributes/name type_error", "400 /data/relationships/items " }));

    [TestCase("""{"item":{"data":{"type":"photos","id":"22222222-2222-2222-2222-222222222222"}}}""", "400 /data/relationships/item/data ")]
    [TestCase("""{"item":{"data":{"type":"bundles","id":"x"}}}""", "400 /data/relationships/item/data ")]
    [TestCase("""{"item":{"data":[]}}""", "400 /data/relationships/item/data ")]
    [TestCase("""{"nope":{"data":null}}""", "400 /data/relationships/nope ")]
    public void A_wrong_relationship_has_a_pointer(string relationships, string error) =>
        Assert.That(Errors(Update("collection_items", "", relationships)), Is.EqualTo(new[] { error }));

    [Test]
    public void A_relationship_that_contradicts_its_attribute_is_an_error() => Assert.That(
        Errors(Update("collection_items", $"\"item_id\":\"{Id}\"", $$$$"""{"item":{"data":{"type":"bundles","id":"{{{{Other}}}}"}}}""")),
        Is.EqualTo(new[] { "400 /data/relationships/item " }));

    [Test]
    public void Another_type_is_a_conflict() => Assert.That(
        Errors(WritePlanner.PlanUpdate(Catalog.Find("collections")!, Parsed("photos", null, ""), new Guid(Id))), Is.EqualTo(new[] { "409 /data/type " }));

    [TestCase(Id, new string[0])]
    [TestCase(null, new string[0])]
    [TestCase(Other, new[] { "409 /data/id " })]
    public void An_update_has_the_addressed_id_or_none(string? id, string[] errors) =>
        Assert.That(Errors(WritePlanner.PlanUpdate(Catalog.Find("collections")!, Parsed("collections", id, ""), new Guid(Id))), Is.EqualTo(errors));

    [Test]
    public void A_client_cannot_choose_the_id_of_a_new_resource() => Assert.That(
        Errors(WritePlanner.PlanCreate(Catalog.Find("collections")!, Parsed("collections", Id, "\"name\":\"x\""), new Guid(Other))),
        Is.EqualTo(new[] { "403 /data/id " }));

    [Test]
    public void An_error_in_a_nested_resource_has_its_index_in_the_pointer() => Assert.That(
        Errors(Update("bundles", """ "bundle_items_attributes":[{"quantity":1},{"quantity":"x"}] """)),
        Is.EqualTo(new[] { "400 /data/attributes/bundle_items_attributes/1/quantity type_error" }));

    private static Result<WritePlan> Update(string type, string attributes, string relationships = "{}") =>
        WritePlanner.PlanUpdate(Catalog.Find(type)!, Parsed(type, null, attributes, relationships), new Guid(Id));

    private static WriteRequest Parsed(string type, string? id, string attributes, string relationships = "{}")
    {
        var body = $$$$"""{"data":{"type":"{{{{type}}}}",{{{{(id is null ? "" : $"\"id\":\"{id}\",")}}}}"attributes":{{{{{attributes}}}}},"relationships":{{{{relationships}}}}}}""";
        var parsed = DocumentParser.Parse(Encoding.UTF8.GetBytes(body));
        return parsed.TryGet(out var request) ? request : throw new AssertionException(body);
    }

    private static WritePlan Planned(Result<WritePlan> result) =>
        result.TryGet(out var plan) ? plan : throw new AssertionException(string.Join('\n', Errors(result)));

    private static string[] Errors(Result<WritePlan> result) =>
        [.. result.Errors.Select(error => $"{error.Code.Status} {error.Pointer} {error.Meta?.Code}")];
}
