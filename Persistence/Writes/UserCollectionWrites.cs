using Domain.Favourites;
using JsonApi.Definitions;
using JsonApi.Errors;

namespace Persistence.Writes;

/// <summary>A collection to be made, its values checked.</summary>
public sealed record NewUserCollection(string Name, string? Description, bool IsPrivate);

/// <summary>What changes in a collection; what is null stays.</summary>
/// <param name="Name">A new name.</param>
/// <param name="Description">A new description, the empty text for none.</param>
/// <param name="IsPrivate">Whether only its owner sees it from now on.</param>
public sealed record UserCollectionChanges(string? Name, string? Description, bool? IsPrivate);

/// <summary>A user's collections: changed and deleted by their owner alone. The default one comes with the user.</summary>
public static class UserCollectionWrites
{
    private const string FindSql = "SELECT user_id, private, \"default\" FROM user_collections WHERE company_id = ?1 AND id = ?2";

    private const string InsertSql = """
        INSERT INTO user_collections (company_id, id, user_id, name, description, "default", private, created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
        """;

    private const string UpdateSql = """
        UPDATE user_collections
        SET name = coalesce(?3, name), description = CASE WHEN ?4 IS NULL THEN description ELSE nullif(?4, '') END,
            private = coalesce(?5, private), updated_at = ?6
        WHERE company_id = ?1 AND id = ?2
        """;

    /// <summary>Makes a collection of the caller's; never a default one.</summary>
    public static Result<Guid> Create(WriteTransaction transaction, Guid caller, NewUserCollection collection) =>
        Insert(transaction, caller, collection, isDefault: false);

    /// <summary>Changes a collection of the caller's.</summary>
    public static Result<Guid> Update(WriteTransaction transaction, Guid caller, Guid id, UserCollectionChanges changes)
    {
        var found = Find(transaction, WireText.Write(id));
        if (Favouring.CheckChange(found?.Owner, found?.IsPrivate ?? false, caller) is { } refusal)
            return FavouritesErrors.Of(refusal);
        transaction.Run(
            UpdateSql, transaction.Company, WireText.Write(id), (object?)changes.Name ?? DBNull.Value, (object?)changes.Description ?? DBNull.Value,
            changes.IsPrivate is { } isPrivate ? isPrivate ? 1L : 0L : DBNull.Value, transaction.Time);
        return id;
    }

    /// <summary>Deletes a collection of the caller's with what is in it, but for the default one.</summary>
    public static Result<Guid> Delete(WriteTransaction transaction, Guid caller, Guid id)
    {
        var found = Find(transaction, WireText.Write(id));
        var refusal = Favouring.CheckChange(found?.Owner, found?.IsPrivate ?? false, caller)
            ?? (found!.Value.IsDefault ? FavouringRefusal.CollectionIsDefault : null);
        if (refusal is not null)
            return FavouritesErrors.Of(refusal.Value);
        transaction.Run("DELETE FROM user_collections WHERE company_id = ?1 AND id = ?2", transaction.Company, WireText.Write(id));
        return id;
    }

    internal static void CreateDefault(WriteTransaction transaction, Guid owner) =>
        Insert(transaction, owner, new NewUserCollection(UserCollection.DefaultName, null, IsPrivate: true), isDefault: true);

    internal static (Guid Owner, bool IsPrivate, bool IsDefault)? Find(WriteTransaction transaction, string id) =>
        transaction.Connection.ReadRow(
            FindSql, row => (Guid.Parse(row.Text(0)), row.Integer(1) != 0, row.Integer(2) != 0), transaction.Company, id);

    private static Guid Insert(WriteTransaction transaction, Guid owner, NewUserCollection collection, bool isDefault)
    {
        var id = Guid.CreateVersion7(transaction.Now);
        transaction.Run(
            InsertSql, transaction.Company, WireText.Write(id), WireText.Write(owner), collection.Name, (object?)collection.Description ?? DBNull.Value,
            isDefault ? 1L : 0L, collection.IsPrivate ? 1L : 0L, transaction.Time);
        return id;
    }
}
