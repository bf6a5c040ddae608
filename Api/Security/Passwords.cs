using Microsoft.AspNetCore.Identity;

namespace Api.Security;

/// <summary>Passwords, kept as the framework's salted, slow hash.</summary>
internal sealed class Passwords
{
    internal const int MinLength = 8;
    internal const int MaxLength = 1_000;

    private readonly PasswordHasher<Passwords> _hasher = new();
    private readonly Lazy<string> _nobodys;

    public Passwords() => _nobodys = new Lazy<string>(() => Hash(AccessTokens.Create()));

    internal string Hash(string password) => _hasher.HashPassword(this, password);

    /// <summary>Whether a password is the one that was hashed; where there is none, a substitute is checked, which takes as long.</summary>
    internal bool IsRight(string? hash, string password)
    {
        var substitute = _nobodys.Value;
        var isRight = _hasher.VerifyHashedPassword(this, hash ?? substitute, password) != PasswordVerificationResult.Failed;
        return isRight & hash is not null;
    }
}
