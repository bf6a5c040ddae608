namespace Domain.Items;

/// <summary>What makes a product group an artwork: who made it, of what, when and how large.</summary>
public sealed class ArtworkDetails
{
    public Guid CompanyId { get; init; }

    /// <summary>The product group's id.</summary>
    public Guid ItemId { get; init; }

    public Guid ArtistId { get; init; }

    public required string ArtistName { get; set; }

    public string? Category { get; set; }

    public string? Medium { get; set; }

    /// <summary>The date as shown, free text such as <c>c.1959</c>.</summary>
    public string? Date { get; set; }

    public double? HeightMillimetres { get; set; }

    public double? WidthMillimetres { get; set; }

    public double? DepthMillimetres { get; set; }

    public string? CreditLine { get; set; }

    public string? Permalink { get; set; }
}
