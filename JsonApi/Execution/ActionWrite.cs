using JsonApi.Errors;
using JsonApi.Planning;

namespace JsonApi.Execution;

/// <summary>A write of many rows at once that leaves no resource of its own, such as a sorting.</summary>
/// <param name="Work">Does it; returns the caller's errors.</param>
public sealed record ActionWrite(Func<IWriteTransaction, IReadOnlyList<RequestError>> Work) : PlannedWrite;
