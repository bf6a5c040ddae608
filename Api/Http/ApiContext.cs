using System.Diagnostics;
using Api.Security;
using Domain.Companies;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Rendering;

namespace Api.Http;

/// <summary>What the middleware found out about a request.</summary>
/// <param name="profile">The API.</param>
/// <param name="path">The path as the caller wrote it, a suffix included.</param>
/// <param name="format">How the answer is written.</param>
/// <param name="caller">Who sent the request; null at an address that is open to everybody.</param>
/// <param name="baseUrl">The server's address as the caller sees it: scheme and host as UTF-8, without a slash at the end.</param>
/// <param name="start">When the request came in.</param>
internal sealed class ApiContext(ApiProfile profile, string path, AnswerFormat format, Caller? caller, byte[] baseUrl, long start)
{
    internal ApiProfile Profile { get; } = profile;

    internal string Path { get; } = path;

    internal string ContentType { get; } = format.ContentType;

    internal byte[] BaseUrl { get; } = baseUrl;

    /// <summary>Compresses the answer; null where it is sent as it is.</summary>
    internal DocumentCompression? Compression { get; init; }

    internal TimeSpan Elapsed => Stopwatch.GetElapsedTime(start);

    /// <summary>Who sent the request, at an address that is not open to everybody.</summary>
    internal Caller Caller => caller ?? throw new InvalidOperationException("The request is not authenticated.");

    /// <summary>What writes resources in the format that was negotiated.</summary>
    internal IRenderer Renderer =>
        format.Renderer ?? throw new InvalidOperationException("Each resource of this API has a renderer of its own.");

    /// <summary>Whether answers may contain data; without it, a write is answered with the id and type of what was written.</summary>
    internal bool CanRead => Caller.Scopes.HasFlag(TokenScopes.Read);

    /// <summary>The error of a token without a scope, or null.</summary>
    internal RequestError? CheckScope(TokenScopes scope) => Caller.Scopes.HasFlag(scope)
        ? null
        : new RequestError(ErrorCodes.Forbidden, $"The token does not have the scope '{WireText.Write(scope)}'.");

    internal static ApiContext Of(HttpContext http) =>
        http.Features.Get<ApiContext>() ?? throw new InvalidOperationException("The request has not passed the middleware.");
}
