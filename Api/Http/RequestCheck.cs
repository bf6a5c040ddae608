using JsonApi.Errors;

namespace Api.Http;

/// <summary>What is checked of every request, to whatever path, before anything else looks at it.</summary>
internal sealed class RequestCheck(RequestDelegate next, Hosts hosts, StoreProfile store, FavouritesProfile favourites)
{
    private static readonly RequestError UnknownHost =
        new(ErrorCodes.BadRequest, "The server does not answer at this host: only at those of the settings AllowedHosts, PublicUrl and BaseDomain.")
        {
            Header = "Host",
        };

    public Task InvokeAsync(HttpContext http)
    {
        // Methods are case-sensitive (RFC 9110, 9.1), routes are not. And the HTTP server would send a body in answer to "head".
        if (http.Request.Method.AsSpan().ContainsAnyInRange('a', 'z'))
            http.Request.Method = $"'{http.Request.Method}'";
        return hosts.Allows(http.Request.Host)
            ? next(http)
            : ResponseWriter.RefuseAsync(http, favourites.Serves(http.Request) ? favourites : store, UnknownHost);
    }
}
