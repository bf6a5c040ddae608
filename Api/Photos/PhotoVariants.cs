using JsonApi.Errors;

namespace Api.Photos;

/// <summary>
/// The smaller pictures beside an original. They are WebP whatever the original is: the one format of the web that is small for
/// photographs and keeps transparency, so that there is nothing to choose. An animation becomes its first frame.
/// </summary>
internal sealed class PhotoVariants(VipsThumbnail vips) : IDisposable
{
    internal const string Large = "large";
    internal const string Xlarge = "xlarge";

    private const int LargeSide = 500;
    private const int XlargeSide = 2000;
    private const int PreviewSide = 16;

    /// <summary>Two pictures at a time leave the other cores to the requests.</summary>
    private readonly SemaphoreSlim _turns = new(2);

    /// <summary>Makes them in a photo's folder, each from the next larger one, and gives a tiny one as data URI.</summary>
    /// <returns>The preview; null where the program is missing and nothing was made; a error where the upload is damaged.</returns>
    internal async Task<Result<string?>> MakeAsync(string folder, string original, string attribute, CancellationToken cancellation)
    {
        if (!vips.IsInstalled)
            return (string?)null;
        await _turns.WaitAsync(cancellation);
        try
        {
            if (await ShrinkAsync(folder, original, XlargeSide, 82, cancellation) is not { } xlarge)
                return RequestError.Invalid(attribute, "cannot be decoded: the image is damaged, incomplete, or takes too much time or memory", "undecodable");
            await File.WriteAllBytesAsync(Path.Combine(folder, Xlarge), xlarge, cancellation);
            var large = Made(await ShrinkAsync(folder, Xlarge, LargeSide, 82, cancellation));
            await File.WriteAllBytesAsync(Path.Combine(folder, Large), large, cancellation);
            var preview = Made(await ShrinkAsync(folder, Large, PreviewSide, 50, cancellation));
            return "data:image/webp;base64," + Convert.ToBase64String(preview);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<byte[]?> ShrinkAsync(string folder, string input, int side, int quality, CancellationToken cancellation)
    {
        const string output = "shrunk.webp";
        if (!await vips.ShrinkAsync(folder, input, $"{output}[Q={quality}]", side, cancellation))
            return null;
        var file = Path.Combine(folder, output);
        var bytes = await File.ReadAllBytesAsync(file, cancellation);
        File.Delete(file);
        return WebpFile.WithoutMetadata(bytes);
    }

    /// <summary>What was made here can be read again.</summary>
    private static byte[] Made(byte[]? picture) => picture ?? throw new InvalidOperationException("A variant could not be shrunk further; the log has the reason.");
}
