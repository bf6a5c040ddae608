namespace Api.Import.Tate;

/// <summary>Picks the artists whose works are also offered as a bundle: those with the most artworks.</summary>
internal sealed class TateBundles
{
    private const int MaxBundles = 12;
    private const int MinWorks = 3;
    private const int MaxWorks = 5;

    private readonly Dictionary<int, ArtistWorks> _artists = [];

    internal void Note(TateArtwork artwork, Guid itemId)
    {
        if (!_artists.TryGetValue(artwork.ArtistId, out var works))
            _artists.Add(artwork.ArtistId, works = new ArtistWorks(artwork.ArtistId, artwork.ArtistName));
        works.Count++;
        if (works.First.Count < MaxWorks)
            works.First.Add(itemId);
        works.ThumbnailUrl ??= artwork.ThumbnailUrl;
        works.ThumbnailTitle ??= artwork.ThumbnailUrl is null ? null : artwork.Title;
    }

    internal IEnumerable<ArtistWorks> Choose() =>
        _artists.Values.Where(works => works.Count >= MinWorks)
            .OrderByDescending(works => works.Count).ThenBy(works => works.ArtistId)
            .Take(MaxBundles);
}

internal sealed class ArtistWorks(int artistId, string artistName)
{
    internal int ArtistId => artistId;

    internal string ArtistName => artistName;

    internal int Count { get; set; }

    /// <summary>The first works in the order of the file, as many as a bundle holds.</summary>
    internal List<Guid> First { get; } = [];

    /// <summary>Of the first of the artist's works that has a picture.</summary>
    internal string? ThumbnailUrl { get; set; }

    internal string? ThumbnailTitle { get; set; }
}
