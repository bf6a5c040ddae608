using Domain.Favourites;
using JsonApi.Errors;

namespace Persistence.Writes;

/// <summary>A user's collections: changed and deleted by their owner alone. The default one is created with the user.</summary>
public static class UserCollectionWrites
{
    /// <summary>Creates a collection of the caller's; never a default one.</summary>
    public static Result<Guid> Create(WriteTransaction transaction, Guid caller, NewUserCollection collection)
    {
        var created = new UserCollection
        {
            CompanyId = transaction.Scope.CompanyId,
            Id = Guid.CreateVersion7(transaction.Now),
            CreatedAt = transaction.Now,
            UpdatedAt = transaction.Now,
            UserId = caller,
            Name = collection.Name,
            Description = collection.Description,
            Private = collection.IsPrivate,
        };
        transaction.Context.Add(created);
        transaction.Save();
        return created.Id;
    }

    /// <summary>Changes a collection of the caller's.</summary>
    public static Result<Guid> Update(WriteTransaction transaction, Guid caller, Guid id, UserCollectionChanges changes)
    {
        var collection = Find(transaction, id);
        if (CheckChange(collection, caller) is { } refusal)
            return FavouritesErrors.Of(refusal);
        collection!.Name = changes.Name ?? collection.Name;
        collection.Description = changes.Description switch
        {
            null => collection.Description,
            "" => null,
            var text => text,
        };
        collection.Private = changes.IsPrivate ?? collection.Private;
        // Written although nothing else may have changed.
        collection.UpdatedAt = transaction.Now;
        transaction.Save();
        return id;
    }

    /// <summary>Deletes a collection of the caller's and the items in it; the default one cannot be deleted.</summary>
    public static Result<Guid> Delete(WriteTransaction transaction, Guid caller, Guid id)
    {
        var collection = Find(transaction, id);
        if ((CheckChange(collection, caller) ?? (collection!.Default ? FavouringRefusal.CollectionIsDefault : null)) is { } refusal)
            return FavouritesErrors.Of(refusal);
        // The database deletes its items: none of them is loaded.
        transaction.Context.Remove(collection!);
        transaction.Save();
        return id;
    }

    private static UserCollection? Find(WriteTransaction transaction, Guid id) =>
        transaction.Context.UserCollections.Find(transaction.Scope.CompanyId, id);

    private static FavouringRefusal? CheckChange(UserCollection? collection, Guid caller) =>
        Favouring.CheckChange(collection?.UserId, collection?.Private ?? false, caller);
}
