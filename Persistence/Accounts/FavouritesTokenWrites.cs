using Domain.Favourites;
using JsonApi.Errors;
using Persistence.Transactions;
using Persistence.Writes;

namespace Persistence.Accounts;

/// <summary>Stores and revokes tokens of the favourites API.</summary>
public static class FavouritesTokenWrites
{
    /// <summary>Stores a token, by its hash.</summary>
    public static Result<bool> Add(WriteTransaction transaction, FavouritesToken token)
    {
        transaction.Context.Add(token);
        transaction.Save();
        return true;
    }

    /// <summary>Revokes a token; false where the company has no such valid one.</summary>
    public static Result<bool> Revoke(WriteTransaction transaction, byte[] hash)
    {
        var token = transaction.Context.FavouritesTokens.Find(hash);
        if (token is not { RevokedAt: null } || token.CompanyId != transaction.Scope.CompanyId)
            return false;
        token.RevokedAt = transaction.Now;
        transaction.Save();
        return true;
    }
}
