using JsonApi.Definitions;
using Persistence.Writes.Operations;
using LongOperation = Domain.Operations.Operation;

namespace Api.Resources;

/// <summary>A long-running task: done after the request that creates it, and listed with what came of it.</summary>
internal sealed class OperationResource : ResourceDefinition<LongOperation>
{
    public OperationResource()
        : base("operations", operation => operation.Id)
    {
        Id.Filter();
        Attribute("created_at", operation => operation.CreatedAt).Filter();
        Attribute("updated_at", operation => operation.UpdatedAt).Filter();
        Attribute("status", operation => operation.Status).Filter("eq");
        Attribute("status_message", operation => operation.StatusMessage);
        Attribute("finished_at", operation => operation.FinishedAt).Filter();
        Attribute("description", operation => operation.Description);
        Hash("artifact", operation => operation.Artifact).Url();
        Attribute("error_data", operation => operation.ErrorData);
        Attribute("error_count", operation => operation.ErrorCount);
        Attribute("target_type", operation => operation.TargetType);
        Attribute("employee_id", operation => operation.EmployeeId).Filter();
        Hash("operation_data", operation => operation.OperationData).Extra().WriteOnce();

        string[] textOperators = [.. FilterOperators.Of(WireType.String).Select(op => op.Name)];
        Filter("operation_type", WireType.String, textOperators,
            (comparison, values) => Holds<LongOperation>(operation => operation.OperationType, comparison, values));

        WrittenBy<OperationWrites, OperationValidator>();

        Offer(Operation.List);
        Offer(Operation.Fetch);
        Offer(Operation.Create);
    }
}
