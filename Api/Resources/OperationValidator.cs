using System.Text.Json;
using Api.Validation;
using JsonApi.Errors;
using JsonApi.Planning;

namespace Api.Resources;

/// <summary>
/// The body of an operation: its data are one object, of which every part is checked, so that errors point into it. What is valid here is
/// read by <see cref="Persistence.Writes.Operations.OperationTask"/>.
/// </summary>
internal sealed class OperationValidator : IBodyValidator
{
    internal const int MaxTargets = 10_000;
    internal const int MaxCollections = 100;

    private const string Attribute = "operation_data";

    private static readonly string[] Items = ["product_groups", "bundles"];

    private static readonly Dictionary<string, Action<StrictObject>> Types = new()
    {
        ["update_collections"] = UpdateCollections,
    };

    public IReadOnlyList<RequestError> Check(WritePlan plan)
    {
        if (plan.Text(Attribute) is not { } json)
            return [RequestError.Invalid(Attribute, "can't be blank", "blank")];
        var errors = new List<RequestError>();
        using var document = JsonDocument.Parse(json);
        var operation = new StrictObject(document.RootElement, [Attribute], errors);
        var type = operation.OneOf("type", [.. Types.Keys]);
        var data = operation.Object("data");
        operation.Close();
        if (type is not null && data is not null)
        {
            Types[type](data);
            data.Close();
        }
        return errors;
    }

    private static void UpdateCollections(StrictObject data)
    {
        data.OneOf("target_type", Items);
        data.Uuids("target_ids", MaxTargets);
        data.OneOf("action", "add_entities", "remove_entities");
        data.Uuids("collection_ids", MaxCollections);
    }
}
