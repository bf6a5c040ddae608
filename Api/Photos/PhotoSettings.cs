using Persistence.Connections;

namespace Api.Photos;

/// <summary>The section <c>Photos</c>: where uploads are stored, and whether smaller pictures are made of them.</summary>
internal sealed record PhotoSettings(string Folder, bool Shrinks = true)
{
    /// <summary>How long a worker may take for one picture.</summary>
    internal TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Another program than the worker, for tests.</summary>
    internal string[]? Worker { get; init; }

    /// <summary>Whether the server itself watches how much memory a worker takes: where the kernel does not.</summary>
    internal bool WatchesMemory { get; init; } = !OperatingSystem.IsLinux();

    internal long MaxMemory { get; init; } = PhotoWorkerLimits.MaxMemory;

    internal static PhotoSettings From(IConfiguration configuration, CatalogDatabase database)
    {
        var photos = configuration.GetSection("Photos");
        var folder = photos["Folder"] is { Length: > 0 } named
            ? named
            : Path.Combine(database.DataFolder, "photos");
        return new PhotoSettings(Path.GetFullPath(folder), photos.GetValue("Shrink", true));
    }
}
