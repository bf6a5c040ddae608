namespace Persistence.Accounts;

/// <summary>A token of the favourites API, as a request needs it.</summary>
/// <param name="CompanyId">The company it belongs to.</param>
/// <param name="UserId">Its user; null where it is an application's own.</param>
/// <param name="IsRevoked">Whether it was revoked.</param>
public sealed record KnownFavouritesToken(Guid CompanyId, Guid? UserId, bool IsRevoked);
