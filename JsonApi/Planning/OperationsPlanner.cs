using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>One of several operations, with its type and ids resolved: the same as a request for this one resource.</summary>
/// <param name="Index">Its number in the request, from 0.</param>
/// <param name="Definition">The resource's definition.</param>
/// <param name="Operation">Create, update or delete.</param>
/// <param name="Id">The resource; for a new one the id it gets.</param>
/// <param name="Body">What to set, with ids instead of local ids; null for a delete.</param>
public sealed record ResourceOperation(int Index, ResourceDefinition Definition, Operation Operation, Guid Id, WriteRequest? Body);

/// <summary>Plans operations: resolves types and ids. New resources get their ids here, because local ids are replaced by them.</summary>
/// <param name="catalog">The definitions.</param>
public sealed class OperationsPlanner(ResourceCatalog catalog)
{
    /// <summary>Plans the operations that have no errors yet.</summary>
    /// <param name="requests">The operations, in order.</param>
    /// <param name="now">The time in new ids.</param>
    /// <param name="errors">Receives the errors.</param>
    public IReadOnlyList<ResourceOperation> Plan(IReadOnlyList<OperationRequest> requests, DateTimeOffset now, List<RequestError> errors)
    {
        var newIds = new Dictionary<int, Guid>();
        var localIds = new LocalIds();
        foreach (var request in requests.Where(request => request.Code == OperationCode.Add))
        {
            // All resources of one request have the same created_at, so lists order them by id. Ids a millisecond apart keep the order of
            // the operations.
            newIds[request.Index] = Guid.CreateVersion7(now.AddMilliseconds(request.Index));
            if (localIds.Add(request, newIds[request.Index]) is { } error)
                errors.Add(error.InOperation(request.Index));
        }
        var planned = new List<ResourceOperation>(requests.Count);
        foreach (var request in requests.Where(request => request.IsSound))
        {
            var found = new List<RequestError>();
            if (PlanOne(request, newIds.GetValueOrDefault(request.Index), localIds, found) is { } operation && found.Count == 0)
                planned.Add(operation);
            errors.AddRange(found.Select(error => error.InOperation(request.Index)));
        }
        return planned;
    }

    private ResourceOperation? PlanOne(OperationRequest request, Guid newId, LocalIds localIds, List<RequestError> errors)
    {
        var operation = request.Code switch
        {
            OperationCode.Add => Operation.Create,
            OperationCode.Update => Operation.Update,
            _ => Operation.Delete,
        };
        var target = request.Target;
        var body = request.Data is { } data ? localIds.Resolve(data, request.Index, errors) : null;
        if (catalog.Find(target.Type) is not { } definition)
        {
            var code = target.Location == "/href" ? ErrorCodes.NotFound : ErrorCodes.BadRequest;
            errors.Add(new RequestError(code, $"There is no resource type '{target.Type}' here.") { Pointer = target.PointerTo("type") });
        }
        else if (!definition.Operations.ContainsKey(operation))
            errors.Add(RequestError.InBody("/op", $"{request.Code.ToString().ToLowerInvariant()} is not offered for {definition.Type}."));
        else if (FindId(request, newId, localIds) is var found && found.TryGet(out var id))
            return new ResourceOperation(request.Index, definition, operation, id, body);
        else
            errors.AddRange(found.Errors);
        return null;
    }

    private static Result<Guid> FindId(OperationRequest request, Guid newId, LocalIds localIds)
    {
        var target = request.Target;
        if (request.Code == OperationCode.Add)
            return newId;
        if (target.Lid is not null)
            return localIds.Find(target.Type, target.Lid, request.Index, target.PointerTo("lid"));
        if (Guid.TryParseExact(target.Id, "D", out var id))
            return id;
        return RequestError.NotFound(target.Type, target.Id!) with { Pointer = target.PointerTo("id") };
    }
}
