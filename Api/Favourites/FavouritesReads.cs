using System.Security.Cryptography;
using System.Text;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Parsing;
using JsonApi.Planning;
using JsonApi.Rendering;
using Persistence.Writes;

namespace Api.Favourites;

/// <summary>Reads of the favourites API: through the planner and the executor that the store API has, written as HAL.</summary>
internal sealed class FavouritesReads(IPlanExecutor executor, QueryLimits limits, CursorSigner seal)
{
    private readonly QueryPlanner _planner = new(FavouritesCatalog.Definitions, limits, seal);

    private delegate ValueTask<Result<QueryResult>> Run(QueryPlan plan);

    /// <summary>A page of a list, or a redirect to any one of it.</summary>
    internal async ValueTask<Result<HalAnswer>> ListAsync(FavouritesRequest request, FavouritesQuery query, PageParameters page)
    {
        Run run = plan => executor.ExecuteAsync(plan, request.Cancellation);
        if (page.IsSample)
            return await SampleAsync(request, query, run);
        var planned = _planner.PlanList(query.Definition, query.Page(page), query.Scope);
        if (!planned.TryGet(out var plan))
            return planned.As<HalAnswer>();
        var executed = await run(plan);
        if (!executed.TryGet(out var rows))
            return executed.As<HalAnswer>();
        using (rows)
        {
            if (rows.Primary.Count == 0 && query.Within is { } within && await FindAsync(within(), run) is { } missing)
                return missing;
            var before = page.Cursor is null ? page.Offset : await CountBeforeAsync(plan, rows, run);
            return new HalAnswer(StatusCodes.Status200OK, query.Resource.Renderer.RenderList(plan, rows, Links(request, before), request.BaseUrl));
        }
    }

    /// <summary>The one resource that a query leaves.</summary>
    internal ValueTask<Result<HalAnswer>> FetchAsync(FavouritesRequest request, FavouritesQuery query) =>
        OneAsync(request, query, StatusCodes.Status200OK, plan => executor.ExecuteAsync(plan, request.Cancellation));

    /// <summary>The same within a write transaction: what was written, or is to be deleted.</summary>
    internal Result<HalAnswer> Fetch(FavouritesRequest request, FavouritesQuery query, WriteTransaction transaction, int status = StatusCodes.Status200OK) =>
        Finished(OneAsync(request, query, status, plan => ValueTask.FromResult(transaction.Read(plan))));

    /// <summary>The resource as it last was, before it is deleted.</summary>
    internal Result<HalAnswer> FetchBefore(FavouritesRequest request, FavouritesQuery query, WriteTransaction transaction, Func<Result<Guid>> delete)
    {
        var found = Fetch(request, query, transaction);
        if (!found.TryGet(out var answer))
            return found;
        var deleted = delete();
        if (deleted.TryGet(out _))
            return answer;
        answer.Document!.Dispose();
        return deleted.As<HalAnswer>();
    }

    /// <summary>The error where a query leaves nothing, within a write transaction.</summary>
    internal RequestError? Find(FavouritesQuery query, WriteTransaction transaction) =>
        Finished(FindAsync(query, plan => ValueTask.FromResult(transaction.Read(plan))));

    private async ValueTask<Result<HalAnswer>> OneAsync(FavouritesRequest request, FavouritesQuery query, int status, Run run)
    {
        var plan = Planned(query.Definition, query.One(), query.Scope);
        var executed = await run(plan);
        if (!executed.TryGet(out var rows))
            return executed.As<HalAnswer>();
        using (rows)
        {
            if (rows.Primary.Count == 0)
                return FavouritesErrors.NotFound(query.Resource.Title);
            var number = await CountBeforeAsync(plan, rows, run) + 1;
            var renderer = query.Resource.Renderer;
            var location = status == StatusCodes.Status201Created ? renderer.Self(plan, rows, request.BaseUrl) : null;
            return new HalAnswer(status, renderer.RenderOne(plan, rows, number, request.BaseUrl), location);
        }
    }

    private async ValueTask<RequestError?> FindAsync(FavouritesQuery query, Run run)
    {
        var executed = await run(Planned(query.Definition, query.One(), query.Scope));
        if (!executed.TryGet(out var rows))
            return executed.Errors[0];
        using (rows)
            return rows.Primary.Count == 0 ? FavouritesErrors.NotFound(query.Resource.Title) : null;
    }

    private async ValueTask<Result<HalAnswer>> SampleAsync(FavouritesRequest request, FavouritesQuery query, Run run)
    {
        var total = await CountAsync(query, run);
        // It may have been the last that went since it was counted.
        var plan = Planned(query.Definition, query.One(total > 1 ? RandomNumberGenerator.GetInt32((int)total) : 0), query.Scope);
        var executed = await run(plan);
        if (!executed.TryGet(out var rows))
            return executed.As<HalAnswer>();
        using (rows)
        {
            if (rows.Primary.Count > 0)
                return new HalAnswer(StatusCodes.Status302Found, null, query.Resource.Renderer.Self(plan, rows, request.BaseUrl));
            return query.Within is { } within && await FindAsync(within(), run) is { } missing ? missing : FavouritesErrors.NotFound(query.Resource.Title);
        }
    }

    /// <summary>How many places of their collection come before the first row, where rows are numbered.</summary>
    private async ValueTask<long> CountBeforeAsync(QueryPlan plan, QueryResult rows, Run run)
    {
        var fields = plan.Rows.Root!.Variants[0].Fields;
        var rank = fields.FirstOrDefault(field => field.Attribute?.Name == "rank");
        if (rank is null || rows.Primary.Count == 0)
            return 0;
        var collection = fields.First(field => field.Attribute?.Name == "collection_id");
        return await CountAsync(
            FavouritesQuery.Before(
                Encoding.UTF8.GetString(rows.Primary.Text(0, collection.Columns[0])), rows.Primary.Integer(0, rank.Columns[0]), plan.Scope),
            run);
    }

    private async ValueTask<long> CountAsync(FavouritesQuery query, Run run)
    {
        var executed = await run(Planned(query.Definition, query.Count(), query.Scope));
        if (!executed.TryGet(out var rows))
            throw new InvalidOperationException("A count includes nothing.");
        using (rows)
            return rows.Stats[0]!.Integer(0, 0);
    }

    private static HalPage Links(FavouritesRequest request, long before) =>
        new(request.Address + request.Parameters.Query(),
            cursor => request.Address + request.Parameters.Query(PageParameters.PageNames, ("cursor", cursor)),
            before);

    /// <summary>A plan of our own words, in which nothing can be wrong.</summary>
    private QueryPlan Planned(ResourceDefinition definition, QueryRequest request, TenantScope scope) =>
        _planner.PlanList(definition, request, scope) is var planned && planned.TryGet(out var plan)
            ? plan
            : throw new InvalidOperationException(planned.Errors[0].Detail);

    /// <summary>What a transaction reads is there at once.</summary>
    private static T Finished<T>(ValueTask<T> reading) => reading.AsTask().GetAwaiter().GetResult();
}
