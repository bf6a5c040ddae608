using Domain.Favourites;
using JsonApi.Definitions;
using JsonApi.Errors;

namespace Persistence.Writes;

/// <summary>Handing out tokens of the favourites API and taking them back.</summary>
public static class FavouritesTokenWrites
{
    private const string InsertSql = """
        INSERT INTO favourites_tokens (hash, company_id, user_id, client_id, offline, created_at, expires_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """;

    private const string RevokeSql = "UPDATE favourites_tokens SET revoked_at = ?3 WHERE hash = ?1 AND company_id = ?2 AND revoked_at IS NULL";

    /// <summary>Keeps a token, by its hash.</summary>
    public static Result<bool> Add(WriteTransaction transaction, FavouritesToken token) =>
        transaction.Run(
            InsertSql, token.Hash, transaction.Company, token.UserId is { } user ? WireText.Write(user) : DBNull.Value, (object?)token.ClientId ?? DBNull.Value,
            token.Offline ? 1L : 0L, WireText.Write(token.CreatedAt), token.ExpiresAt is { } end ? WireText.Write(end) : DBNull.Value) > 0;

    /// <summary>Takes a token back.</summary>
    public static Result<bool> Revoke(WriteTransaction transaction, byte[] hash) =>
        transaction.Run(RevokeSql, hash, transaction.Company, transaction.Time) > 0;
}
