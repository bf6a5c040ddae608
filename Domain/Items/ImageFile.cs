namespace Domain.Items;

/// <summary>The URLs of an image, and the properties of its file, which are null for an image on another server.</summary>
/// <param name="OriginalUrl">The original: an absolute URL, or a path on this server.</param>
/// <param name="LargeUrl">Fits into 500 x 500.</param>
/// <param name="XlargeUrl">Fits into 2000 x 2000.</param>
/// <param name="Width">In pixels, as displayed.</param>
/// <param name="Height">In pixels, as displayed.</param>
/// <param name="Preview">A tiny version of the image as a data URI.</param>
public sealed record ImageFile(string OriginalUrl, string LargeUrl, string XlargeUrl, int? Width, int? Height, string? Preview)
{
    /// <summary>An image on another server: the same URL for every size.</summary>
    public static ImageFile Elsewhere(string url) => new(url, url, url, null, null, null);
}
