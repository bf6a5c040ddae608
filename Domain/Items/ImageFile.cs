namespace Domain.Items;

/// <summary>A picture's URLs, and what is known of the file: nothing where it lies elsewhere.</summary>
/// <param name="OriginalUrl">As it was given: an absolute URL, or a path on this server.</param>
/// <param name="LargeUrl">Fits into 500 x 500.</param>
/// <param name="XlargeUrl">Fits into 2000 x 2000.</param>
/// <param name="Width">In pixels, as displayed.</param>
/// <param name="Height">In pixels, as displayed.</param>
/// <param name="Preview">A tiny picture as a data URI.</param>
public sealed record ImageFile(string OriginalUrl, string LargeUrl, string XlargeUrl, int? Width, int? Height, string? Preview)
{
    /// <summary>A picture that lies elsewhere: its one URL stands for every size.</summary>
    public static ImageFile Elsewhere(string url) => new(url, url, url, null, null, null);
}
