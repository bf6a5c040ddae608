using System.Text.Json;
using Api.Validation;
using Domain.Items;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Parsing;
using JsonApi.Planning;
using Persistence.Writes.Operations;

namespace Api.Resources;

/// <summary>
/// The body of an operation: its data are one object, of which every part is checked, so that errors point into it. What is valid here is
/// read by <see cref="OperationTask"/>.
/// </summary>
/// <param name="resources">The resources whose attributes are set.</param>
/// <param name="writes">Their validators.</param>
internal sealed class OperationValidator(ResourceCatalog resources, WriteCatalog writes) : IBodyValidator
{
    internal const int MaxTargets = 10_000;
    internal const int MaxCollections = 100;

    private const string Attribute = "operation_data";
    private const string Groups = "product_groups";

    private static readonly string[] Types = ["update_collections", "update_tag", "update", "export", "archive"];
    private static readonly string[] Items = [Groups, "bundles"];
    private static readonly string[] Exported = [.. Items, "collections", "collection_items"];

    public IReadOnlyList<RequestError> Check(WritePlan plan)
    {
        if (plan.Text(Attribute) is not { } json)
            return [RequestError.Invalid(Attribute, "can't be blank", "blank")];
        var errors = new List<RequestError>();
        using var document = JsonDocument.Parse(json);
        var operation = new StrictObject(document.RootElement, [Attribute], errors);
        var type = operation.OneOf("type", Types);
        var data = operation.Object("data");
        operation.Close();
        if (type is not null && data is not null)
        {
            Check(type, data);
            data.Close();
        }
        return errors;
    }

    private void Check(string type, StrictObject data)
    {
        data.OneOf("target_type", type switch { "update" => [Groups], "export" => Exported, _ => Items });
        data.Uuids("target_ids", MaxTargets, isRequired: type != "export");
        switch (type)
        {
            case "update_collections":
                data.OneOf("action", "add_entities", "remove_entities");
                data.Uuids("collection_ids", MaxCollections);
                break;
            case "update_tag":
                CheckTags(data);
                break;
            case "update":
                CheckAttributes(data);
                break;
        }
    }

    private static void CheckTags(StrictObject data)
    {
        if (data.OneOf("action", [.. WireText.Names(typeof(TagAction))]) == WireText.Write(TagAction.RemoveAll))
            data.Empty("tags", "can't be given where all tags are removed");
        else
            data.Texts("tags", Item.MaxTags, IsTag, $"a tag without commas, of at most {Item.MaxTag} characters");
    }

    private static bool IsTag(string tag) => tag.Trim() != "" && tag.Length <= Item.MaxTag && !tag.Contains(',', StringComparison.Ordinal);

    /// <summary>Attributes are checked as those of an update of one product group are.</summary>
    private void CheckAttributes(StrictObject data)
    {
        if (data.Object("attributes") is not { } attributes)
            return;
        var members = attributes.Members(UpdateTask.Names);
        attributes.Close();
        if (members.Count == 0)
            attributes.Fail("can't be blank", "blank");
        var known = members.FindAll(member => UpdateTask.Names.Contains(member.Name));
        var planned = WritePlanner.PlanUpdate(resources.Find(Groups)!, new WriteRequest(Groups, null, known, [], null), Guid.Empty);
        var found = planned.TryGet(out var plan) ? writes.Check(plan) : planned.Errors;
        data.Errors.AddRange(found.Select(error => error.Within(attributes.Location) with { Code = ErrorCodes.Unprocessable }));
    }
}
