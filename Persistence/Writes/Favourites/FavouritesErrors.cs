using Domain.Favourites;
using JsonApi.Errors;

namespace Persistence.Writes.Favourites;

/// <summary>What the favourites API refuses, as errors: about a parameter of the request, or about what its path names.</summary>
public static class FavouritesErrors
{
    /// <summary>An error in one parameter.</summary>
    public static RequestError Parameter(string name, string message) =>
        RequestError.InQuery(name, -1, $"{name} {message}");

    /// <summary>What the path names is not there, or hidden from the caller: <c>Collection Not Found</c>.</summary>
    public static RequestError NotFound(string what) => new(ErrorCodes.NotFound, $"{what} Not Found");

    internal static RequestError Of(FavouringRefusal refusal) => refusal switch
    {
        FavouringRefusal.CollectionMissing => NotFound("Collection"),
        FavouringRefusal.CollectionIsForeign => new RequestError(ErrorCodes.Forbidden, "Only its owner can change a collection."),
        FavouringRefusal.CollectionIsDefault => new RequestError(ErrorCodes.Forbidden, "The default collection cannot be deleted."),
        FavouringRefusal.ArtworkMissing => Parameter("artwork_id", "must be the id of an artwork"),
        FavouringRefusal.AlreadyTaken => Parameter("artwork_id", "is in the collection already"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
