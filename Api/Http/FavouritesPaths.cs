namespace Api.Http;

/// <summary>The paths of the favourites API.</summary>
internal static class FavouritesPaths
{
    internal const string Root = "/api/v2";

    internal const string OAuth = "/oauth2";
}
