using Domain.Favourites;
using JsonApi.Definitions;
using JsonApi.Errors;

namespace Persistence.Writes;

/// <summary>A user to be made, its values checked.</summary>
/// <param name="Name">Shown to others.</param>
/// <param name="Email">Known to the company alone.</param>
/// <param name="PasswordHash">Null for who cannot log in with a password.</param>
public sealed record NewUser(string Name, string Email, string? PasswordHash);

/// <summary>Making users, each with the default collection that every user has.</summary>
public static class UserWrites
{
    private const string TakenSql = "SELECT 1 FROM users WHERE company_id = ?1 AND email_folded = ?2";

    private const string InsertSql = """
        INSERT INTO users (company_id, id, name, email, email_folded, password_hash, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
        """;

    /// <summary>Makes a user; a error where the company has one with the same e-mail, whatever its case.</summary>
    public static Result<Guid> Create(WriteTransaction transaction, NewUser user)
    {
        var folded = WireText.Fold(user.Email);
        if (transaction.Connection.ReadRow(TakenSql, _ => true, transaction.Company, folded) is not null)
            return FavouritesErrors.Parameter("email", "has already been taken");
        var id = Guid.CreateVersion7(transaction.Now);
        transaction.Run(
            InsertSql, transaction.Company, WireText.Write(id), user.Name, user.Email, folded, (object?)user.PasswordHash ?? DBNull.Value, transaction.Time);
        UserCollectionWrites.CreateDefault(transaction, id);
        return id;
    }
}
