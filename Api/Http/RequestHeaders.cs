using System.Buffers;
using Microsoft.Extensions.Primitives;

namespace Api.Http;

/// <summary>Request headers, read only where their values are well-formed.</summary>
internal static class RequestHeaders
{
    private const int MaxTokenLength = 4096;

    private static readonly SearchValues<char> RequestIdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:");

    /// <summary>The caller's request id where it is well-formed, otherwise a new one.</summary>
    internal static string RequestId(HttpRequest request)
    {
        var given = request.Headers["X-Request-Id"];
        return given.Count == 1 && given[0] is { Length: > 0 and <= 128 } id && !id.AsSpan().ContainsAnyExcept(RequestIdCharacters)
            ? id
            : Guid.CreateVersion7().ToString("N");
    }

    internal static string? BearerToken(StringValues authorization)
    {
        var value = authorization.Count == 1 ? authorization[0] : null;
        return value is not null && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && value.Length is > 7 and < MaxTokenLength
            ? value[7..].Trim()
            : null;
    }

    /// <summary>
    /// A token in a header of its own: null without the header; empty, and so a wrong token, where the value cannot be one.
    /// </summary>
    internal static string? Token(StringValues header) =>
        header.Count == 0 ? null : header is [{ Length: < MaxTokenLength } token] ? token : "";
}
