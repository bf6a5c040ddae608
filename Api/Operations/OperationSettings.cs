namespace Api.Operations;

/// <summary>The section <c>Operations</c>.</summary>
/// <param name="Workers">How many operations are run at once; 0 runs none on this server.</param>
internal sealed record OperationSettings(int Workers)
{
    private const int MaxWorkers = 32;

    internal static OperationSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Operations");
        var workers = section.GetValue("Workers", 2);
        return workers is >= 0 and <= MaxWorkers
            ? new OperationSettings(workers)
            : throw new FormatException($"Operations:Workers should be from 0 to {MaxWorkers}; it is {workers}.");
    }
}
