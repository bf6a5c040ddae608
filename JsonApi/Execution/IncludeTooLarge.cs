using JsonApi.Errors;
using JsonApi.Planning;

namespace JsonApi.Execution;

/// <summary>The only error that needs data: an include, or extra field, with too many rows.</summary>
public static class IncludeTooLarge
{
    /// <summary>Names the include, and the list to page through instead.</summary>
    public static RequestError Error(QueryPlan plan, ChildPlan child)
    {
        var limit = $"more than {plan.IncludedRows} rows, the most that one request includes";
        if (child.Relationship is not { } relationship)
            return RequestError.At(
                plan.ExtraFieldsLocation,
                -1,
                $"The extra fields asked for would bring {limit}; ask for fewer resources at a time.",
                new ErrorMeta("extra_fields", "brings too many rows", "include_too_large"));
        var key = relationship.Target.Attributes.FirstOrDefault(attribute => attribute.Paths[0].Equals(relationship.Key))?.Name ?? "id";
        return RequestError.At(plan.IncludeLocation, -1,
            $"Including {relationship.Name} would bring {limit}; page through {relationship.Target.Type}?filter[{key}]=ID instead.",
            new ErrorMeta(relationship.Name, "brings too many rows", "include_too_large"));
    }
}
