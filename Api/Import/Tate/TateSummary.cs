using Domain.Companies;

namespace Api.Import.Tate;

/// <summary>What an import has loaded and what it has refused.</summary>
internal sealed class TateSummary
{
    internal required Company Company { get; init; }

    internal int Artists { get; set; }

    internal int Artworks { get; set; }

    internal int Photos { get; set; }

    internal int Bundles { get; set; }

    /// <summary>The subjects; the system collection with all artworks comes on top.</summary>
    internal int Collections { get; set; }

    /// <summary>Collection items in subjects; the system collection has one more for each artwork.</summary>
    internal int ExplicitItems { get; set; }

    internal int ImplicitItems { get; set; }

    internal TimeSpan Elapsed { get; set; }

    internal RefusedRows Refused { get; } = new();
}
