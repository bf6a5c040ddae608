using Api.Favourites;
using Api.Security;

namespace Api.Http;

/// <summary>What a request to the favourites API carries besides its words.</summary>
/// <param name="Caller">Who asks; null where nobody needs to be known.</param>
/// <param name="ContentType">The media type the answer goes by.</param>
/// <param name="Links">Where everything is, as the caller sees the server.</param>
internal sealed record FavouritesContext(Caller? Caller, string ContentType, FavouritesLinks Links)
{
    internal static FavouritesContext Of(HttpContext http) =>
        http.Features.Get<FavouritesContext>() ?? throw new InvalidOperationException("The request has not passed the guard.");

    /// <summary>Who asks, at an address that has to know.</summary>
    internal static Caller CallerOf(HttpContext http) =>
        Of(http).Caller ?? throw new InvalidOperationException("The guard lets anybody pass here.");
}
