using Domain.Companies;

namespace Persistence.Accounts;

/// <summary>An access token of the store API, as a request needs it.</summary>
/// <param name="CompanyId">The company it belongs to.</param>
/// <param name="Scopes">What it allows.</param>
/// <param name="IsRevoked">Whether it was revoked.</param>
public sealed record KnownToken(Guid CompanyId, TokenScopes Scopes, bool IsRevoked);
