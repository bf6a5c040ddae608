using Domain.Companies;
using JsonApi.Planning;

namespace Api.Security;

/// <summary>Who sent a request, by the token.</summary>
/// <param name="Scope">The company and, for a user's token, the user.</param>
/// <param name="Scopes">What the caller may do in the store API.</param>
/// <param name="TokenHash">The token, by its hash.</param>
internal sealed record Caller(TenantScope Scope, TokenScopes Scopes, byte[] TokenHash)
{
    internal Guid? UserId => Scope.UserId;
}
