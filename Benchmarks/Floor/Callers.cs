using System.Security.Cryptography;
using System.Text;
using Domain.Companies;
using Microsoft.Extensions.Primitives;
using Persistence.Sqlite;

namespace Benchmarks.Floor;

/// <summary>Whose token it is: hashed on every request, the stored row remembered after the first.</summary>
internal sealed class Callers(SqliteDatabase database)
{
    private const string Scheme = "Bearer ";

    private volatile Caller[] _known = [];

    /// <summary>The company's id as stored, or null where the token is not good for the scope.</summary>
    internal byte[]? CompanyOf(StringValues authorization, TokenScopes needed)
    {
        if (authorization.Count != 1 || authorization[0] is not { Length: < 256 } header
            || !header.StartsWith(Scheme, StringComparison.Ordinal))
            return null;
        Span<byte> token = stackalloc byte[1024];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(token[..Encoding.UTF8.GetBytes(header.AsSpan(Scheme.Length), token)], hash);
        foreach (var caller in _known)
            if (hash.SequenceEqual(caller.Hash))
                return caller.Scopes.HasFlag(needed) ? caller.Company : null;
        return Load(hash) is { } loaded && loaded.Scopes.HasFlag(needed) ? loaded.Company : null;
    }

    private Caller? Load(ReadOnlySpan<byte> hash)
    {
        var key = hash.ToArray();
        using var context = database.CreateContext();
        var row = context.AccessTokens.FirstOrDefault(token => token.Hash == key && token.RevokedAt == null);
        if (row is null)
            return null;
        var caller = new Caller(key, Encoding.UTF8.GetBytes(row.CompanyId.ToString("D")), row.Scopes);
        _known = [.. _known, caller];
        return caller;
    }

    private sealed record Caller(byte[] Hash, byte[] Company, TokenScopes Scopes);
}
