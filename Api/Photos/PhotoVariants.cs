using JsonApi.Errors;

namespace Api.Photos;

/// <summary>
/// The smaller pictures beside an original. They are WebP whatever the original is: the one format of the web that is small for
/// photographs and keeps transparency, so that there is nothing to choose. An animation becomes its first frame.
/// </summary>
internal sealed class PhotoVariants(PhotoSettings settings, PhotoWorkerProcess worker) : IDisposable
{
    internal const string Large = "large";
    internal const string Xlarge = "xlarge";

    /// <summary>Two pictures at a time leave the other cores to the requests.</summary>
    private readonly SemaphoreSlim _turns = new(2);

    /// <summary>Makes them in a photo's folder and returns a tiny one as data URI.</summary>
    /// <returns>The preview; null where nothing was made, by the settings or for want of libvips; an error where the upload is damaged.</returns>
    internal async Task<Result<string?>> MakeAsync(string folder, string original, string attribute, CancellationToken cancellation)
    {
        if (!settings.Shrinks)
            return (string?)null;
        await _turns.WaitAsync(cancellation);
        try
        {
            return await worker.RunAsync(folder, original, cancellation) switch
            {
                PhotoWorkerResult.Made => await TakePreviewAsync(Path.Combine(folder, PhotoWorker.Preview), cancellation),
                PhotoWorkerResult.Unavailable => (string?)null,
                _ => RequestError.Invalid(attribute, "cannot be decoded: the image is damaged, incomplete, or takes too much time or memory", "undecodable"),
            };
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private static async Task<string?> TakePreviewAsync(string file, CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(file, cancellation);
        File.Delete(file);
        return "data:image/webp;base64," + Convert.ToBase64String(bytes);
    }
}
