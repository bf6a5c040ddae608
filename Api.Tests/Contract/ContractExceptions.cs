namespace Api.Tests.Contract;

/// <summary>One row of <c>docs/contract-exceptions.md</c>: where the server knowingly differs from the documentation.</summary>
internal sealed record ContractException(string Operation, string What, bool Served, string Reason);

/// <summary>The exceptions, read from the page that people read.</summary>
internal static class ContractExceptions
{
    internal static readonly IReadOnlyList<ContractException> All = [.. Read()];

    private static readonly Dictionary<(string, string), bool> Served = All.ToDictionary(row => (row.Operation, row.What), row => row.Served);

    /// <summary>Whether something is served: as documented, unless the page says otherwise.</summary>
    internal static bool IsServed(string operation, string what, bool documented) => Served.GetValueOrDefault((operation, what), documented);

    private static IEnumerable<ContractException> Read() =>
        from line in ContractFile.Resource("contract-exceptions.md").Split('\n')
        where line.StartsWith("| `", StringComparison.Ordinal)
        let cells = line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)
        select new ContractException(cells[0].Trim('`'), cells[1].Trim('`'), cells[2] switch
        {
            "yes" => true,
            "no" => false,
            _ => throw new FormatException($"Served is yes or no: {line}"),
        }, cells[3]);
}
