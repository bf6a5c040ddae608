using Domain.Favourites;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Transactions;

namespace Persistence.Writes.Favourites;

/// <summary>A user's collections: changed and deleted by their owner alone. The default one is created with the user.</summary>
public sealed class UserCollectionWrites : ResourceWrites
{
    /// <summary>Creates a collection of the caller's; never a default one.</summary>
    protected override Result<Guid> Create(WriteTransaction transaction, WritePlan plan)
    {
        transaction.Context.Add(new UserCollection
        {
            CompanyId = transaction.Scope.CompanyId,
            Id = plan.Id,
            CreatedAt = transaction.Now,
            UpdatedAt = transaction.Now,
            UserId = transaction.Caller,
            Name = plan.Text("name")!,
            Description = Description(plan),
            Private = plan.IsTrue("private"),
        });
        transaction.Save();
        return plan.Id;
    }

    /// <summary>Changes a collection of the caller's.</summary>
    protected override Result<Guid> Update(WriteTransaction transaction, WritePlan plan)
    {
        var collection = Find(transaction, plan.Id);
        if (CheckChange(collection, transaction.Caller) is { } refusal)
            return FavouritesErrors.Of(refusal);
        collection!.Name = plan.Text("name") ?? collection.Name;
        collection.Description = plan.Sets("description") ? Description(plan) : collection.Description;
        collection.Private = plan.Sets("private") ? plan.IsTrue("private") : collection.Private;
        // Written although nothing else may have changed.
        collection.UpdatedAt = transaction.Now;
        transaction.Save();
        return plan.Id;
    }

    /// <summary>Deletes a collection of the caller's and the items in it; the default one cannot be deleted.</summary>
    protected override Result<Guid> Delete(WriteTransaction transaction, Guid id)
    {
        var collection = Find(transaction, id);
        if ((CheckChange(collection, transaction.Caller) ?? (collection!.Default ? FavouringRefusal.CollectionIsDefault : null)) is { } refusal)
            return FavouritesErrors.Of(refusal);
        // The database deletes its items: none of them is loaded.
        transaction.Context.Remove(collection!);
        transaction.Save();
        return id;
    }

    /// <summary>The description that is given; the empty text is none.</summary>
    private static string? Description(WritePlan plan) => plan.Text("description") is { Length: > 0 } description ? description : null;

    private static UserCollection? Find(WriteTransaction transaction, Guid id) =>
        transaction.Context.UserCollections.Find(transaction.Scope.CompanyId, id);

    private static FavouringRefusal? CheckChange(UserCollection? collection, Guid caller) =>
        Favouring.CheckChange(collection?.UserId, collection?.Private ?? false, caller);
}
