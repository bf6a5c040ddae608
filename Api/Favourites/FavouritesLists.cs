using System.Security.Cryptography;
using Api.Http;
using JsonApi;
using JsonApi.Rendering.Hal;
using Persistence.Writes.Favourites;

namespace Api.Favourites;

/// <summary>The answers to lists: a page or, for <c>sample=1</c>, a redirect to a random resource of the list.</summary>
internal sealed class FavouritesLists(QueryPipeline pipeline)
{
    internal async ValueTask<ApiResult> ListAsync(
        FavouritesRequest request, FavouritesQuery query, PageParameters page, CancellationToken cancellation) => page.IsSample
            ? await SampleAsync(request, query, cancellation)
            : await pipeline.RunAsync(query.List(request, page), cancellation);

    private async ValueTask<ApiResult> SampleAsync(FavouritesRequest request, FavouritesQuery query, CancellationToken cancellation)
    {
        var counted = await pipeline.ReadAsync(query.Count(request), cancellation);
        if (!counted.TryGet(out var count))
            return ApiResult.Failed(counted.Errors);
        int total;
        using (count.Rows)
            total = (int)count.Rows.Stats[0]!.Integer(0, 0);

        // The last one may be gone since it was counted.
        var skip = total > 1 ? RandomNumberGenerator.GetInt32(total) : 0;
        var read = await pipeline.ReadAsync(query.One(request, skip), cancellation);
        if (!read.TryGet(out var one))
            return ApiResult.Failed(read.Errors);
        using (one.Rows)
            return one.Rows.Primary.Count == 0
                ? FavouritesErrors.NotFound(query.Answered.Title)
                : HalResult.Redirect(query.Answered.Renderer.Self(one.Plan, one.Rows, request.Context.BaseUrl));
    }
}
