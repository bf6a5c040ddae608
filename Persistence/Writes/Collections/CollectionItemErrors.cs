using Domain.Collections;
using JsonApi.Errors;

namespace Persistence.Writes.Collections;

/// <summary>Refused placements as errors. Missing, archived and foreign items and collections answer the same.</summary>
internal static class CollectionItemErrors
{
    internal static RequestError Of(PlacementRefusal refusal, string? itemType = null) => refusal switch
    {
        PlacementRefusal.CollectionMissing => RequestError.Invalid("collection_id", "must be the id of a collection of this company", "not_found"),
        PlacementRefusal.ItemMissing => RequestError.Invalid("item_id", $"must be the id of {(itemType is null ? "an item" : $"one of the {itemType}")} of this company that is not archived", "not_found"),
        PlacementRefusal.CollectionIsSystem => RequestError.Invalid("collection_id", "is a system collection, which cannot be changed", "system"),
        PlacementRefusal.AlreadyTaken => RequestError.Invalid("item_id", "has already been taken", "taken"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };

    internal static RequestError Implicit(IReadOnlyList<string> sources)
    {
        var message = $"is implicit: it is here because {string.Join(", ", sources.Select(name => $"'{name}'"))} {(sources.Count == 1 ? "holds" : "hold")} it; take it out there";
        return new RequestError(ErrorCodes.Unprocessable, $"The collection item {message}.")
        {
            Meta = new ErrorMeta("implicit", message, "implicit"),
        };
    }
}
