namespace Api.Photos;

/// <summary>How a <see cref="PhotoWorkerProcess"/> ended.</summary>
internal enum PhotoWorkerResult
{
    /// <summary>The image cannot be decoded to its end within the limits.</summary>
    Undecodable,

    /// <summary>All variants are in the folder.</summary>
    Made,

    /// <summary>This system has no libvips, and nothing was decoded.</summary>
    Unavailable,
}
