using Persistence;

namespace Api.Photos;

/// <summary>The section <c>Photos</c>: where uploads lie, and the program that shrinks them.</summary>
internal sealed record PhotoSettings(string Folder, string Vips)
{
    /// <summary>How long the program may work on one picture.</summary>
    internal TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    internal static PhotoSettings From(IConfiguration configuration, CatalogDatabase database)
    {
        var photos = configuration.GetSection("Photos");
        var folder = photos["Folder"] is { Length: > 0 } named
            ? named
            : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database.FilePath))!, "photos");
        return new PhotoSettings(Path.GetFullPath(folder), photos["Vips"] is { Length: > 0 } program ? program : "vips");
    }
}
