namespace Persistence.Writes.Photos;

/// <summary>The files of images, which lie outside the database.</summary>
public interface IImageFiles
{
    /// <summary>Deletes the files of an image by its original URL, once no row refers to it any more.</summary>
    void Delete(string originalUrl);
}
