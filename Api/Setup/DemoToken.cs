using Api.Security;
using JsonApi.Definitions;
using Persistence.Accounts;

namespace Api.Setup;

/// <summary>
/// A token that every start shows: the demo company's for the store API, or the demo user's for the favourites API. A random one is kept in
/// a file; the catalogue has the hash. At most one of each is valid at a time.
/// </summary>
/// <param name="stored">The tokens of this kind in the catalogue.</param>
/// <param name="file">Where a random token is kept.</param>
/// <param name="clock">The time of changes.</param>
internal sealed class DemoToken(StartUpTokens stored, DemoTokenFile file, TimeProvider clock)
{
    /// <summary>The token that is valid now: the fixed one, or the one in the file, or a new one.</summary>
    /// <param name="fixedToken">The operator's choice, which is valid again although an earlier start revoked it; null for a random one.</param>
    /// <param name="create">The entity to store, from the hash and the time.</param>
    internal string Provide<TEntity>(string? fixedToken, Func<byte[], DateTimeOffset, TEntity> create) where TEntity : class
    {
        var valid = stored.FindValid();
        // Most starts find what they need, and write nothing.
        if (valid.Count == 1 && Find(fixedToken, valid) is { } known && AccessTokens.Hash(known).AsSpan().SequenceEqual(valid[0]))
            return known;
        var now = WireText.Now(clock);
        return stored.KeepOne(
            others => WithHash(Find(fixedToken, others) ?? file.Create()),
            hash => create(hash, now),
            now);
    }

    /// <summary>Revokes all tokens of this kind; returns how many were still valid.</summary>
    internal int Revoke() => stored.Revoke(WireText.Now(clock));

    private string? Find(string? fixedToken, IReadOnlyList<byte[]> valid) =>
        fixedToken ?? (file.Read() is { } kept && valid.Any(AccessTokens.Hash(kept).SequenceEqual) ? kept : null);

    private static (string Token, byte[] Hash) WithHash(string token) => (token, AccessTokens.Hash(token));
}
