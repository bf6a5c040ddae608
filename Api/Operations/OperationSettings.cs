using Persistence.Connections;

namespace Api.Operations;

/// <summary>The section <c>Operations</c>.</summary>
/// <param name="Workers">How many operations are run at once; 0 runs none on this server.</param>
/// <param name="Folder">Where the files that operations make are stored.</param>
/// <param name="ArtifactLifetime">How long such a file is kept.</param>
internal sealed record OperationSettings(int Workers, string Folder, TimeSpan ArtifactLifetime)
{
    private const int MaxWorkers = 32;

    internal static OperationSettings From(IConfiguration configuration, CatalogDatabase database)
    {
        var section = configuration.GetSection("Operations");
        var workers = section.GetValue("Workers", 2);
        if (workers is < 0 or > MaxWorkers)
            throw new FormatException($"Operations:Workers should be from 0 to {MaxWorkers}; it is {workers}.");
        var lifetime = section.GetValue("ArtifactLifetime", TimeSpan.FromDays(1));
        if (lifetime <= TimeSpan.Zero || lifetime > TimeSpan.FromDays(365))
            throw new FormatException($"Operations:ArtifactLifetime should be a time of up to a year, such as 1.00:00:00; it is {lifetime}.");
        var folder = section["Folder"] is { Length: > 0 } named ? named : Path.Combine(database.DataFolder, "artifacts");
        return new OperationSettings(workers, Path.GetFullPath(folder), lifetime);
    }
}
