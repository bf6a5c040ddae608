using System.Diagnostics;
using Domain.Companies;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using JsonApi.Rendering;

namespace Api.Http;

/// <summary>What a request to the store API carries besides its words: who asks, and since when.</summary>
/// <param name="Scope">The caller's company.</param>
/// <param name="Scopes">What the caller may do.</param>
/// <param name="Path">The path as asked for, its suffix included.</param>
/// <param name="ContentType">The media type the answer goes by.</param>
/// <param name="Renderer">The format of the answer.</param>
/// <param name="BaseUrl">The server's address as the caller sees it, for URLs kept as paths.</param>
/// <param name="Start">When the request came in.</param>
internal sealed record StoreContext(
    TenantScope Scope, TokenScopes Scopes, string Path, string ContentType, IRenderer Renderer, byte[] BaseUrl, long Start)
{
    internal TimeSpan Elapsed => Stopwatch.GetElapsedTime(Start);

    /// <summary>The error of asking for what the token does not allow, or null.</summary>
    internal RequestError? Refuse(TokenScopes scope) => Scopes.HasFlag(scope)
        ? null
        : new RequestError(ErrorCodes.Forbidden, $"The token does not have the scope '{WireText.Write(scope)}'.");

    internal static StoreContext Of(HttpContext http) =>
        http.Features.Get<StoreContext>() ?? throw new InvalidOperationException("The request has not passed the guard.");
}
