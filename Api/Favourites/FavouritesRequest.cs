using JsonApi.Planning;
using JsonApi.Rendering;

namespace Api.Favourites;

/// <summary>A request to the favourites API that has passed the guard.</summary>
/// <param name="Scope">The company.</param>
/// <param name="UserId">Who asks; null for who is no user.</param>
/// <param name="Parameters">The parameters of URL and body.</param>
/// <param name="Id">The id in the path; empty where it is none, or there is none.</param>
/// <param name="Address">The absolute address without parameters.</param>
/// <param name="BaseUrl">The server's address, in UTF-8.</param>
/// <param name="Cancellation">Ends with the connection.</param>
internal sealed record FavouritesRequest(
    TenantScope Scope, Guid? UserId, Parameters Parameters, Guid Id, string Address, byte[] BaseUrl, CancellationToken Cancellation);

/// <summary>What a request to the favourites API is answered with.</summary>
/// <param name="Status">The status.</param>
/// <param name="Document">The document; null where the answer is elsewhere. Whoever sends it disposes it.</param>
/// <param name="Location">Where what was made is, or where the answer is.</param>
internal sealed record HalAnswer(int Status, JsonBuffer? Document, string? Location = null);
