using JsonApi.Definitions;
using JsonApi.Planning;
using Persistence.Writes.Favourites;

namespace Api.Favourites;

/// <summary>What a write of the favourites API means, once its parameters are read.</summary>
/// <param name="Query">The resource: which one, and whether the caller sees it.</param>
internal sealed record FavouritesWrite(FavouritesQuery Query)
{
    /// <summary>What to set, by the names that the resource's writes read; empty for a delete.</summary>
    internal Dictionary<string, object?> Values { get; init; } = [];

    /// <summary>What the body repeats of the resource.</summary>
    internal IReadOnlyList<RepeatedValue> Repeated { get; init; } = [];

    /// <summary>What has to exist, and be seen by the caller, for a create.</summary>
    internal FavouritesQuery? Parent { get; init; }

    internal ResourceWrite Plan(FavouritesRequest request, Operation operation, ResourceWritePlanner planner)
    {
        // An id of any other form is no resource's, and neither is the empty one.
        var id = Guid.TryParseExact(Query.Id, "D", out var known) ? known : Guid.Empty;
        var body = new WritePlan(Query.Answered.Definition, id, operation == Operation.Create, Values) { Repeated = Repeated };
        return planner.Plan(body, operation, request.Scope, Query.Options) with
        {
            NotFound = FavouritesErrors.NotFound(Query.Answered.Title),
            Parent = Parent is null ? null : Parent.PlanExistence(request, planner),
        };
    }
}
