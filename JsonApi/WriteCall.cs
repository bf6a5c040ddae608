using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Planning;
using JsonApi.Rendering.Json;

namespace JsonApi;

/// <summary>A write as it came in: what differs between one resource, an action, several operations and the favourites API.</summary>
/// <param name="Scope">Whose data.</param>
public sealed record WriteCall(TenantScope Scope)
{
    /// <summary>Reads the body.</summary>
    public required Func<CancellationToken, ValueTask<Result<ReadOnlyMemory<byte>>>> Read { get; init; }

    /// <summary>What the body means; finds every error that needs no stored data, but for the rules of validators.</summary>
    public required Func<ReadOnlyMemory<byte>, PlannedWrites> Plan { get; init; }

    /// <summary>The document of what was written; the caller disposes it.</summary>
    public required Func<IReadOnlyList<WrittenResource>, JsonBuffer> Render { get; init; }

    /// <summary>The address of a created resource; null for any other write.</summary>
    public Func<WrittenResource, string>? Location { get; init; }
}
