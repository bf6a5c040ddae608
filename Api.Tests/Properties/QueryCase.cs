namespace Api.Tests.Properties;

/// <summary>One read of a random catalogue.</summary>
/// <param name="Catalogue">Which catalogue.</param>
/// <param name="Type">The resource type.</param>
/// <param name="Id">The id, or null for a list.</param>
/// <param name="IncludedRows">How many rows may be included.</param>
/// <param name="Parameters">The query's pairs, encoded.</param>
internal sealed record QueryCase(int Catalogue, string Type, string? Id, int IncludedRows, IReadOnlyList<string> Parameters)
{
    internal string Query => string.Join('&', Parameters);

    public override string ToString() =>
        $"catalogue {Catalogue}, {IncludedRows} included rows: /{Type}{(Id is null ? "" : "/" + Id)}?{Query}";

    /// <summary>The same with one pair less.</summary>
    internal IEnumerable<QueryCase> Shrunk() =>
        Enumerable.Range(0, Parameters.Count).Select(drop => this with { Parameters = [.. Parameters.Where((_, index) => index != drop)] });
}
