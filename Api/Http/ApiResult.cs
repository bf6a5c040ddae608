using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Rendering;
using JsonApi.Rendering.Json;

namespace Api.Http;

/// <summary>What an endpoint returns; <see cref="ResponseWriter"/> turns it into a response and disposes the document.</summary>
/// <param name="Status">The status of an answer without errors.</param>
/// <param name="Document">The body; null for none.</param>
internal sealed record ApiResult(int Status, JsonBuffer? Document = null)
{
    /// <summary>The caller's errors, or ours.</summary>
    internal IReadOnlyList<RequestError> Errors { get; private init; } = [];

    /// <summary>Where the time went; null where nothing was read or written.</summary>
    internal StageTimes? Times { get; init; }

    /// <summary>The address of a created resource, or of the answer where it is elsewhere.</summary>
    internal string? Location { get; init; }

    /// <summary>Whether no cache may keep the answer.</summary>
    internal bool IsSecret { get; init; }

    internal static ApiResult Failed(IReadOnlyList<RequestError> errors) => new(0) { Errors = errors };

    /// <summary>What a pipeline answered.</summary>
    internal static ApiResult Of(Answer answer, int status = StatusCodes.Status200OK) =>
        answer.Document.TryGet(out var document)
            ? new ApiResult(status, document) { Times = answer.Times, Location = answer.Location }
            : Failed(answer.Document.Errors) with { Times = answer.Times };

    public static implicit operator ApiResult(RequestError error) => Failed([error]);

    public static implicit operator ApiResult(Answer answer) => Of(answer);
}
