using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Domain.Items;
using JsonApi.Errors;
using JsonApi.Execution;
using Persistence.Writes.Photos;

namespace Api.Photos;

/// <summary>
/// Uploaded photos as files: a folder per photo under a random name, with the original byte for byte (its metadata included) and
/// the variants without metadata. A photo is there as a whole or not at all, and never changes.
/// </summary>
internal sealed partial class PhotoFiles : IImageFiles, IImageStore
{
    internal const string Prefix = "/photos/";

    private const string Original = "original";

    private readonly string _folder;
    private readonly string _unfinished;
    private readonly PhotoVariants _variants;

    public PhotoFiles(PhotoSettings settings, PhotoVariants variants)
    {
        (_folder, _unfinished, _variants) = (settings.Folder, Path.Combine(settings.Folder, "unfinished"), variants);
        DropAbandoned();
    }

    /// <summary>Stores an upload; an error where it turns out not to be decodable. The caller deletes it again where its own write fails.</summary>
    /// <param name="upload">The image.</param>
    /// <param name="fileName">What its URLs end in, without the extension.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal async ValueTask<Result<ImageFile>> StoreAsync(PhotoUpload upload, string fileName, CancellationToken cancellation)
    {
        var name = RandomNumberGenerator.GetHexString(NameLength, lowercase: true);
        var draft = Path.Combine(_unfinished, name);
        Directory.CreateDirectory(draft);
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(draft, Original), upload.Bytes, cancellation);
            var made = await _variants.MakeAsync(draft, Original, upload.Attribute, cancellation);
            if (!made.TryGet(out var preview))
                return made.As<ImageFile>();
            foreach (var file in Directory.GetFiles(draft))
                using (var handle = File.OpenHandle(file, access: FileAccess.ReadWrite))
                    RandomAccess.FlushToDisk(handle);
            var final = FolderOf(name);
            Directory.CreateDirectory(Path.GetDirectoryName(final)!);
            Directory.Move(draft, final);
            var original = fileName + ImageHeader.Extension(upload.Header.Format);
            // Where no variants were made, the original is served instead of them.
            var variant = preview is null ? original : fileName + ImageHeader.Extension(ImageFormat.Webp);
            return new ImageFile(
                Url(name, Original, original), Url(name, PhotoVariants.Large, variant), Url(name, PhotoVariants.Xlarge, variant),
                upload.Header.Width, upload.Header.Height, preview);
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
    }

    public IImageBatch Begin() => new BodyImages(this);

    /// <summary>Deletes the photo with this URL, all sizes at once; does nothing where the URL is none of ours or it is gone already.</summary>
    public void Delete(string originalUrl)
    {
        if (OriginalUrl().Match(originalUrl) is not { Success: true } url)
            return;
        var name = url.Groups[1].Value;
        var removed = Path.Combine(_unfinished, $"{name}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(_unfinished);
        try
        {
            Directory.Move(FolderOf(name), removed);
        }
        catch (DirectoryNotFoundException)
        {
            return;
        }
        Directory.Delete(removed, recursive: true);
    }

    /// <summary>A picture to be served, or null. Without variants the original is served instead.</summary>
    internal FileStream? Open(string name, string variant) =>
        !Name().IsMatch(name) ? null : variant switch
        {
            Original => OpenFile(name, Original),
            PhotoVariants.Large or PhotoVariants.Xlarge => OpenFile(name, variant) ?? OpenFile(name, Original),
            _ => null,
        };

    private FileStream? OpenFile(string name, string variant)
    {
        var file = Path.Combine(FolderOf(name), variant);
        if (!File.Exists(file))
            return null;
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1, useAsync: true);
        }
        catch (IOException fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>What an earlier run left when it was ended in the middle.</summary>
    private void DropAbandoned()
    {
        if (!Directory.Exists(_unfinished))
            return;
        foreach (var draft in new DirectoryInfo(_unfinished).EnumerateDirectories())
            if (draft.LastWriteTimeUtc < DateTime.UtcNow.AddHours(-1))
                draft.Delete(recursive: true);
    }

    /// <summary>Two levels above it, so that no folder gets too many entries.</summary>
    private string FolderOf(string name) => Path.Combine(_folder, name[..2], name[2..4], name);

    private static string Url(string name, string variant, string file) => $"{Prefix}{name}/{variant}/{file}";

    /// <summary>128 random bits, in digits that file systems without a notion of case keep apart.</summary>
    private const int NameLength = 32;

    [GeneratedRegex(@"\A[0-9a-f]{32}\z")]
    private static partial Regex Name();

    // Photos of earlier versions have no file name.
    [GeneratedRegex(@"\A/photos/([0-9a-f]{32})/original(?:/[A-Za-z0-9._-]+)?\z")]
    private static partial Regex OriginalUrl();
}
