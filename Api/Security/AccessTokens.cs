using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Api.Security;

/// <summary>Random tokens: shown once, and stored as a hash only.</summary>
internal static class AccessTokens
{
    /// <summary>A fresh token of 256 random bits, 43 characters that need no escaping anywhere.</summary>
    internal static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>
    /// What is stored and looked up. A plain SHA-256 is enough, because a token is as long as the hash and cannot be guessed from it.
    /// </summary>
    internal static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
