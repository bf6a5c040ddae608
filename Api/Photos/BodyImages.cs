using Domain.Items;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Planning;
using Persistence.Writes.Photos;

namespace Api.Photos;

/// <summary>
/// The images of one request's bodies: uploaded as base64, or by their address elsewhere.
/// </summary>
internal sealed class BodyImages(PhotoFiles files) : IImageBatch
{
    private static readonly string[] Uploads = ["photo_base64", "photo", "image_base64"];
    private static readonly string[] Addresses = ["remote_photo_url", "remote_image_url", "external_image_url"];

    private readonly List<string> _stored = [];

    /// <summary>Whether bodies of the resource may contain an image, and so be larger than others.</summary>
    internal static bool AreTakenBy(ResourceDefinition definition) => Uploads.Any(definition.Inputs.ContainsKey);

    /// <summary>The same plan, with the stored image as <see cref="PhotoWrites.Image"/>.</summary>
    public async ValueTask<Result<WritePlan>> StoreAsync(WritePlan plan, CancellationToken cancellation)
    {
        foreach (var name in Addresses)
            if (plan.Definition.Inputs.ContainsKey(name) && plan.Text(name) is { } url)
                return plan.With(name, PhotoWrites.Image, ImageFile.Elsewhere(url));
        foreach (var name in Uploads)
            if (plan.Definition.Inputs.ContainsKey(name) && plan.Text(name) is { } text)
                return await StoreAsync(plan, name, text, cancellation);
        return plan;
    }

    public void Keep() => _stored.Clear();

    public void Dispose() => _stored.ForEach(files.Delete);

    private async ValueTask<Result<WritePlan>> StoreAsync(WritePlan plan, string name, string text, CancellationToken cancellation)
    {
        var read = PhotoUpload.FromBase64(text, name);
        if (!read.TryGet(out var upload))
            return read.As<WritePlan>();
        var stored = await files.StoreAsync(upload, PhotoFileName.From(plan.Text("original_filename"), plan.Text("name")), cancellation);
        if (!stored.TryGet(out var image))
            return stored.As<WritePlan>();
        _stored.Add(image.OriginalUrl);
        return plan.With(name, PhotoWrites.Image, image);
    }
}
