using Domain.Collections;
using JsonApi.Errors;

namespace Persistence.Writes.Collections;

/// <summary>Refused changes of collections and their tree as errors.</summary>
internal static class TreeErrors
{
    /// <param name="refusal">What is wrong.</param>
    /// <param name="attribute">The attribute that holds the parent: <c>parent_id</c>, or <c>collections/3/parent_id</c>.</param>
    internal static RequestError Of(TreeRefusal refusal, string attribute) => refusal switch
    {
        TreeRefusal.ParentMissing => RequestError.Invalid(attribute, "must be the id of a collection of this company", "not_found"),
        TreeRefusal.ParentIsSystem => RequestError.Invalid(attribute, "is a system collection, or lies below one, and takes no others in", "system"),
        TreeRefusal.Cycle => RequestError.Invalid(attribute, "is the collection itself, or lies below it", "cycle"),
        TreeRefusal.TooDeep => RequestError.Invalid(
            attribute, $"would bring a collection to depth {Collection.MaxDepth + 1} or below, where collections nest {Collection.MaxDepth} deep", "too_deep"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };

    internal static RequestError System() => Refused("The collection", "is a system collection, which cannot be changed", new ErrorMeta("system", "is a system collection, which cannot be changed", "system"));

    internal static RequestError HasChildren() =>
        Refused("The collection", "has collections below it: move or delete those first", new ErrorMeta("parent_id", "has collections below it", "has_children"));

    private static RequestError Refused(string subject, string message, ErrorMeta meta) =>
        new(ErrorCodes.Unprocessable, $"{subject} {message}.") { Meta = meta };
}
