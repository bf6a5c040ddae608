using Domain.Collections;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Planning;
using Persistence.Sql;

namespace Persistence.Writes;

/// <summary>
/// Adding an item to a collection and taking it out, with rules I1 to I3 held in the same transaction: at most one place per
/// collection and item, implicit places in the collections above, the collection's item count. A fixed number of statements,
/// each a look-up by key.
/// </summary>
public sealed class CollectionItemWrites(SessionPool sessions, TimeProvider clock)
{
    /// <summary>Adds an item explicitly; an implicit place becomes explicit and keeps its id and position.</summary>
    /// <param name="scope">Whose catalogue.</param>
    /// <param name="collectionId">The collection.</param>
    /// <param name="itemId">The item.</param>
    /// <param name="answer">The plan to answer with, by the id of the place.</param>
    /// <param name="cancellation">Gives up while waiting for earlier writers.</param>
    public ValueTask<Result<QueryResult>> AddAsync(
        TenantScope scope, Guid collectionId, Guid itemId, Func<Guid, QueryPlan> answer, CancellationToken cancellation) =>
        sessions.WriteAsync(
            session =>
            {
                var shelf = new Shelf(session, WireText.Write(scope.CompanyId), WireText.Write(collectionId), WireText.Write(itemId));
                var added = Add(shelf, WireText.Write(WireText.Now(clock)));
                return added.TryGet(out var id)
                    ? Kept(SqlPlanExecutor.Execute(session, answer(id)))
                    : (added.As<QueryResult>(), false);
            },
            cancellation);

    /// <summary>
    /// Takes an explicit item out; where a descendant still holds it, its place becomes implicit and stays. The answer shows the
    /// place as it last was.
    /// </summary>
    /// <param name="scope">Whose catalogue.</param>
    /// <param name="id">The place.</param>
    /// <param name="answer">The plan to answer with; finds no row when there is no such place.</param>
    /// <param name="cancellation">Gives up while waiting for earlier writers.</param>
    public ValueTask<Result<QueryResult>> RemoveAsync(TenantScope scope, Guid id, QueryPlan answer, CancellationToken cancellation) =>
        sessions.WriteAsync(
            session =>
            {
                var read = SqlPlanExecutor.Execute(session, answer);
                if (!read.TryGet(out var last) || last.Primary.Count == 0)
                    return (read, false);
                if (Remove(session, WireText.Write(scope.CompanyId), WireText.Write(id), WireText.Write(WireText.Now(clock))) is not { } error)
                    return (read, true);
                last.Dispose();
                return (error, false);
            },
            cancellation);

    private static Result<Guid> Add(Shelf shelf, string now)
    {
        var collection = shelf.ReadCollection();
        var item = shelf.ReadItem();
        var place = shelf.ReadPlace();
        var refusals = Placement.CheckAdd(collection?.IsSystem, item?.IsArchived, place?.IsImplicit);
        if (refusals.Count > 0)
            return refusals.Select(CollectionItemErrors.Of).ToList();
        var id = place?.Id ?? Guid.CreateVersion7();
        if (place is null)
            shelf.Insert(WireText.Write(id), shelf.CollectionId, isImplicit: false, now);
        else
            shelf.SetImplicit(WireText.Write(id), false, now);
        foreach (var above in collection!.Value.Above)
            shelf.Insert(WireText.Write(Guid.CreateVersion7()), above, isImplicit: true, now);
        if (item!.Value.ShowsInStore)
            shelf.Count(1);
        return id;
    }

    private static RequestError? Remove(SqliteSession session, string company, string id, string now)
    {
        var (collectionId, itemId, isImplicit) = Shelf.Find(session, company, id);
        var shelf = new Shelf(session, company, collectionId, itemId);
        var collection = shelf.ReadCollection()!.Value;
        var sources = shelf.ReadSources();
        if (Placement.CheckRemove(collection.IsSystem, isImplicit) is { } refusal)
            return refusal == PlacementRefusal.IsImplicit ? CollectionItemErrors.Implicit(sources) : CollectionItemErrors.Of(refusal) with { Pointer = null };
        if (sources.Count > 0)
            shelf.SetImplicit(id, true, now);
        else
            shelf.Delete(id);
        foreach (var above in collection.Above)
            shelf.DeleteUnheld(above);
        if (shelf.ReadItem()!.Value.ShowsInStore)
            shelf.Count(-1);
        return null;
    }

    private static (Result<QueryResult>, bool) Kept(Result<QueryResult> result) => (result, result.TryGet(out _));
}
