using Domain.Favourites;
using JsonApi.Definitions;
using JsonApi.Errors;
using Microsoft.EntityFrameworkCore;
using Persistence.Transactions;

namespace Persistence.Writes;

/// <summary>Creates users, each with the default collection that every user has.</summary>
public static class UserWrites
{
    /// <summary>Creates a user; an error where the company has one with the same e-mail, whatever its case.</summary>
    public static Result<Guid> Create(WriteTransaction transaction, NewUser user)
    {
        var (company, now, folded) = (transaction.Scope.CompanyId, transaction.Now, WireText.Fold(user.Email));
        if (transaction.Context.Users.Any(known => known.CompanyId == company && EF.Property<string>(known, "EmailFolded") == folded))
            return FavouritesErrors.Parameter("email", "has already been taken");
        var created = new User
        {
            CompanyId = company,
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            UpdatedAt = now,
            Name = user.Name,
            Email = user.Email,
            PasswordHash = user.PasswordHash,
        };
        created.Collections.Add(new UserCollection
        {
            CompanyId = company,
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            UpdatedAt = now,
            UserId = created.Id,
            Name = UserCollection.DefaultName,
            Default = true,
            Private = true,
        });
        transaction.Context.Add(created);
        transaction.Save();
        return created.Id;
    }
}
