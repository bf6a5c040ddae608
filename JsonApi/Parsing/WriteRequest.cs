using System.Text.Json;

namespace JsonApi.Parsing;

/// <summary>A body as it was sent, before anything is looked up in the catalogue.</summary>
/// <param name="Type"><c>data.type</c>.</param>
/// <param name="Id"><c>data.id</c>, or null.</param>
/// <param name="Attributes"><c>data.attributes</c>, each value with its name.</param>
/// <param name="Relationships"><c>data.relationships</c>, the <c>data</c> of each with its name.</param>
/// <param name="Include">The body's own <c>include</c>, or null.</param>
public sealed record WriteRequest(
    string Type,
    string? Id,
    IReadOnlyList<(string Name, JsonElement Value)> Attributes,
    IReadOnlyList<(string Name, JsonElement Data)> Relationships,
    string? Include)
{
    /// <summary><c>data.lid</c>, a name within the request for a resource that has no id yet; used by operations only.</summary>
    public string? Lid { get; init; }
}
