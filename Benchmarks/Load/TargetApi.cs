using Benchmarks.Data;

namespace Benchmarks.Load;

/// <summary>Which of the two APIs is asked: by whose token, in which media type, and how its answers are compared.</summary>
/// <param name="Token">The bearer token.</param>
/// <param name="MediaType">Of bodies and answers.</param>
/// <param name="IgnoredOfReads">Members that are a page's addresses, not its rows.</param>
/// <param name="IgnoredOfWrites">Members in which each server gives its own id and time to what it creates.</param>
internal sealed record TargetApi(string Token, string MediaType, string[] IgnoredOfReads, string[] IgnoredOfWrites)
{
    internal static readonly TargetApi Store =
        new(DataSet.Token, "application/vnd.api+json", ["links"], ["links", "id", "created_at", "updated_at"]);

    // Each server has cursors of its own; the URL of an item contains its id.
    internal static readonly TargetApi Favourites =
        new(DataSet.UserToken, "application/hal+json", ["next"], ["self", "id", "created_at", "updated_at"]);
}
