namespace Domain.Items;

/// <summary>A photo of an item, with the URLs of its variants.</summary>
public sealed class Photo
{
    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public required string OriginalUrl { get; set; }

    public required string LargeUrl { get; set; }

    public required string XlargeUrl { get; set; }

    /// <summary>The <see cref="FocalPoint"/>.</summary>
    public string Coordinates { get; set; } = FocalPoint.Centre;

    public string? AltText { get; set; }

    public string? Preview { get; set; }

    public int Position { get; set; } = 1;

    public int? Width { get; set; }

    public int? Height { get; set; }

    public Guid OwnerId { get; init; }

    public Item? Owner { get; init; }

    public ItemKind OwnerType { get; init; }

    /// <summary>Replaces the image.</summary>
    public void Take(ImageFile image)
    {
        (OriginalUrl, LargeUrl, XlargeUrl) = (image.OriginalUrl, image.LargeUrl, image.XlargeUrl);
        (Width, Height, Preview) = (image.Width, image.Height, image.Preview);
    }
}
