using Api.Http;
using JsonApi.Planning;
using JsonApi.Rendering;

namespace Api.Favourites;

/// <summary>A request to the favourites API with its parameters.</summary>
/// <param name="Context">What the middleware found out.</param>
/// <param name="Parameters">The parameters of URL and body.</param>
/// <param name="Id">The id in the path as it was written; empty where there is none.</param>
internal sealed record FavouritesRequest(ApiContext Context, Parameters Parameters, string Id)
{
    internal TenantScope Scope => Context.Caller.Scope;

    /// <summary>Who asks; null for a caller who is no user.</summary>
    internal Guid? UserId => Scope.UserId;

    /// <summary>The absolute address of the request with its parameters, as an RFC 6570 template would write them.</summary>
    internal RequestAddress Address =>
        new(Context.BaseUrl, FavouritesPaths.Root + Context.Path.TrimEnd('/')[FavouritesPaths.Root.Length..], Parameters.Query());
}
