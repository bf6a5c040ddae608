using System.Diagnostics;
using Domain.Companies;
using JsonApi.Planning;

namespace Api.Http;

/// <summary>What a request to the store API carries besides its words: who asks, and since when.</summary>
/// <param name="Scope">The caller's company.</param>
/// <param name="Scopes">What the caller may do.</param>
/// <param name="ContentType">The media type the answer goes by.</param>
/// <param name="Start">When the request came in.</param>
internal sealed record StoreContext(TenantScope Scope, TokenScopes Scopes, string ContentType, long Start)
{
    internal TimeSpan Elapsed => Stopwatch.GetElapsedTime(Start);

    internal static StoreContext Of(HttpContext http) =>
        http.Features.Get<StoreContext>() ?? throw new InvalidOperationException("The request has not passed the guard.");
}
