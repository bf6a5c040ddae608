namespace Persistence.Accounts;

/// <summary>A user to be created, its values checked.</summary>
/// <param name="Name">Shown to others.</param>
/// <param name="Email">Seen by the company alone.</param>
/// <param name="PasswordHash">Null for a user who cannot log in with a password.</param>
public sealed record NewUser(string Name, string Email, string? PasswordHash);
