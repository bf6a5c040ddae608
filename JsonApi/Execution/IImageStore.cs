using JsonApi.Errors;
using JsonApi.Planning;

namespace JsonApi.Execution;

/// <summary>
/// The port to the files of images that bodies contain. Files are stored before the transaction, which does not wait for them.
/// </summary>
public interface IImageStore
{
    /// <summary>Starts to store the images of one request.</summary>
    IImageBatch Begin();
}

/// <summary>The images of one request. Disposing deletes them unless they are kept.</summary>
public interface IImageBatch : IDisposable
{
    /// <summary>Stores the image of a body, where it has one; returns the plan with the stored image in it.</summary>
    ValueTask<Result<WritePlan>> StoreAsync(WritePlan body, CancellationToken cancellation);

    /// <summary>Keeps the images: the transaction was committed.</summary>
    void Keep();
}
