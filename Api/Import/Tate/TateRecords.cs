namespace Api.Import.Tate;

internal sealed record TateSubject(int Id, int? ParentId, int Level, string Name, int Line);

internal sealed record TateArtwork(int Id, int ArtistId)
{
    public required string ArtistName { get; init; }

    public required string AccessionNumber { get; init; }

    public required string Title { get; init; }

    public string? Medium { get; init; }

    public string? DateText { get; init; }

    public double? Width { get; init; }

    public double? Height { get; init; }

    public double? Depth { get; init; }

    public string? CreditLine { get; init; }

    public string? ThumbnailUrl { get; init; }

    public string? Url { get; init; }
}

internal readonly record struct TateLink(int ArtworkId, int SubjectId);

/// <summary>How far one stage of an import has come, from 0 to 1.</summary>
internal readonly record struct TateProgress(string Stage, double Fraction);
