using System.Text;
using Api.Resources;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;
using JsonApi.Planning;
using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

/// <summary>Atomic operations to operations on known resources: targets, new ids and local ids.</summary>
internal sealed class OperationsPlannerTests
{
    private const string Id = "11111111-1111-1111-1111-111111111111";

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly ResourceCatalog Catalog = StoreCatalog.Create();

    [TestCase("""{"op":"add","data":{"type":"collections","attributes":{"name":"x"}}}""", "Create collections")]
    [TestCase("""{"op":"update","data":{"type":"collections","id":"11111111-1111-1111-1111-111111111111","attributes":{}}}""", "Update collections")]
    [TestCase("""{"op":"remove","ref":{"type":"collection_items","id":"11111111-1111-1111-1111-111111111111"}}""", "Delete collection_items")]
    [TestCase("""{"op":"remove","href":"/collection_items/11111111-1111-1111-1111-111111111111"}""", "Delete collection_items")]
    public void An_operation_names_its_resource(string operation, string expected)
    {
        var planned = Plan(out var errors, operation);
        Assert.That(errors, Is.Empty);
        Assert.That(planned.Select(one => $"{one.Operation} {one.Definition.Type}"), Is.EqualTo(new[] { expected }));
        if (!operation.Contains("\"add\"", StringComparison.Ordinal))
            Assert.That(planned[0].Id, Is.EqualTo(new Guid(Id)));
    }

    [Test]
    public void Ids_of_new_resources_grow_with_the_operations()
    {
        var planned = Plan(out _, [.. Enumerable.Repeat("""{"op":"add","data":{"type":"collections","attributes":{"name":"x"}}}""", 20)]);
        Assert.That(planned.Select(one => one.Id.ToString()), Is.Ordered.And.Unique);
    }

    [Test]
    public void A_local_id_is_replaced_by_the_id_of_what_was_added()
    {
        var planned = Plan(out var errors,
            """{"op":"add","data":{"type":"collections","lid":"a","attributes":{"name":"x"}}}""",
            """{"op":"update","ref":{"type":"collections","lid":"a"},"data":{"type":"collections","lid":"a","attributes":{"name":"y"}}}""",
            $$$$$$"""{"op":"add","data":{"type":"collection_items","relationships":{"collection":{"data":{"type":"collections","lid":"a"}},"item":{"data":{"type":"bundles","id":"{{{{{{Id}}}}}}"}}}}}""");
        Assert.That(errors, Is.Empty);
        Assert.That(planned[1].Id, Is.EqualTo(planned[0].Id));
        var linked = planned[2].Body!.Relationships.Single(relationship => relationship.Name == "collection").Data;
        Assert.That(linked.GetProperty("id").GetString(), Is.EqualTo(planned[0].Id.ToString()));
    }

    [TestCase("""{"op":"remove","ref":{"type":"collections","lid":"a"}}""", "400 /atomic:operations/0/ref/lid 0")]
    [TestCase("""{"op":"remove","ref":{"type":"nope","id":"11111111-1111-1111-1111-111111111111"}}""", "400 /atomic:operations/0/ref/type 0")]
    [TestCase("""{"op":"remove","href":"/nope/11111111-1111-1111-1111-111111111111"}""", "404 /atomic:operations/0/href 0")]
    [TestCase("""{"op":"remove","ref":{"type":"collections","id":"x"}}""", "404 /atomic:operations/0/ref/id 0")]
    [TestCase("""{"op":"update","data":{"type":"collection_items","id":"11111111-1111-1111-1111-111111111111","attributes":{}}}""", "400 /atomic:operations/0/op 0")]
    public void A_wrong_target_has_a_pointer_and_the_index_of_the_operation(string operation, string expected)
    {
        Assert.That(Plan(out var errors, operation), Is.Empty);
        Assert.That(errors.Select(Text), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void A_local_id_is_unknown_before_it_is_made()
    {
        Plan(out var errors,
            """{"op":"remove","ref":{"type":"collections","lid":"a"}}""",
            """{"op":"add","data":{"type":"collections","lid":"a","attributes":{"name":"x"}}}""");
        Assert.That(errors.Select(Text), Is.EqualTo(new[] { "400 /atomic:operations/0/ref/lid 0" }));
    }

    [Test]
    public void A_local_id_is_given_once_within_its_type()
    {
        const string Collection = """{"op":"add","data":{"type":"collections","lid":"a","attributes":{"name":"x"}}}""";
        Plan(out var errors, Collection, """{"op":"add","data":{"type":"bundles","lid":"a","attributes":{"name":"x"}}}""", Collection);
        Assert.That(errors.Select(Text), Is.EqualTo(new[] { "400 /atomic:operations/2/data/lid 2" }));
    }

    [Test]
    public void Valid_operations_are_planned_beside_wrong_ones()
    {
        var planned = Plan(out var errors,
            """{"op":"nope"}""",
            """{"op":"remove","ref":{"type":"nope","id":"x"}}""",
            """{"op":"add","data":{"type":"collections","attributes":{"name":"x"}}}""");
        Assert.That(planned.Select(one => one.Index), Is.EqualTo(new[] { 2 }));
        Assert.That(errors.Select(error => error.Operation).Distinct(), Is.EquivalentTo(new[] { 0, 1 }));
    }

    private static IReadOnlyList<ResourceOperation> Plan(out List<RequestError> errors, params string[] operations)
    {
        errors = [];
        var body = Encoding.UTF8.GetBytes($$"""{"atomic:operations":[{{string.Join(',', operations)}}]}""");
        return new OperationsPlanner(Catalog).Plan(OperationsParser.Parse(body, ["/api/4"], errors), Now, errors);
    }

    private static string Text(RequestError error) => $"{error.Code.Status} {error.Pointer} {error.Operation}";
}
