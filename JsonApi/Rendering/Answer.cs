using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering;

/// <summary>
/// What a pipeline returns: the document or the caller's errors, and where the time went. The caller disposes the document.
/// </summary>
/// <param name="Document">The document, or the errors.</param>
/// <param name="Times">How long each stage took.</param>
public sealed record Answer(Result<JsonBuffer> Document, StageTimes Times)
{
    /// <summary>The address of a created resource; null for any other answer.</summary>
    public string? Location { get; init; }

    internal static Answer Failed(IReadOnlyList<RequestError> errors, StageTimes times) => new(errors.ToList(), times);
}
