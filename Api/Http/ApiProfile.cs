using Api.Security;
using JsonApi.Errors;
using JsonApi.Rendering;

namespace Api.Http;

/// <summary>
/// What differs between the two APIs in HTTP: how callers authenticate, which media types there are, how errors are written.
/// </summary>
internal abstract class ApiProfile
{
    /// <summary>The paths of the API.</summary>
    internal abstract IReadOnlyList<string> Prefixes { get; }

    /// <summary>Whether a request is to the API.</summary>
    internal bool Serves(HttpRequest request)
    {
        foreach (var prefix in Prefixes)
            if (request.Path.StartsWithSegments(prefix))
                return true;
        return false;
    }

    /// <summary>Writes the errors.</summary>
    internal abstract IErrorRenderer Errors { get; }

    /// <summary>Whether OPTIONS is answered with the methods of a path.</summary>
    internal virtual bool AnswersOptions => false;

    /// <summary>Who sent the request; null at an address that is open to everybody.</summary>
    internal abstract ValueTask<Result<Caller?>> AuthenticateAsync(HttpContext http);

    /// <summary>The media type of the answer and what writes it; an error where <c>Accept</c> allows none.</summary>
    internal abstract Result<AnswerFormat> Negotiate(HttpRequest request);

    /// <summary>The media type of an error that comes before, or instead of, <see cref="Negotiate"/>.</summary>
    internal abstract string ErrorType(string path, HttpRequest request);

    /// <summary>The media type of an error with this status, where the answer would have had the given one.</summary>
    internal virtual string ErrorType(int status, string contentType) => contentType;
}

/// <summary>How an answer is written.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Renderer">What writes its resources; null where each resource has a renderer of its own.</param>
internal readonly record struct AnswerFormat(string ContentType, IRenderer? Renderer);
