namespace Persistence.Accounts;

/// <summary>What a log-in is checked against.</summary>
public sealed record KnownLogin(Guid UserId, string? PasswordHash);
