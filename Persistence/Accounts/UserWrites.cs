using Domain.Favourites;
using JsonApi.Definitions;
using JsonApi.Errors;
using Microsoft.EntityFrameworkCore;
using Persistence.Transactions;
using Persistence.Writes;
using Persistence.Writes.Favourites;

namespace Persistence.Accounts;

/// <summary>Creates users.</summary>
public static class UserWrites
{
    /// <summary>Creates a user; an error where the company has one with the same e-mail, whatever its case.</summary>
    public static Result<Guid> Create(WriteTransaction transaction, NewUser user)
    {
        var (company, folded) = (transaction.Scope.CompanyId, WireText.Fold(user.Email));
        if (transaction.Context.Users.Any(known => known.CompanyId == company && EF.Property<string>(known, "EmailFolded") == folded))
            return FavouritesErrors.Parameter("email", "has already been taken");
        var created = User.Create(company, user.Name, user.Email, user.PasswordHash, transaction.Now);
        transaction.Context.Add(created);
        transaction.Save();
        return created.Id;
    }
}
