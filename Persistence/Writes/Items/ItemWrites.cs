using Domain;
using Domain.Items;
using Domain.Redirects;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Transactions;
using Persistence.Writes.Favourites;
using Persistence.Writes.Photos;
using Persistence.Writes.Redirects;

namespace Persistence.Writes.Items;

/// <summary>
/// What writing a product group and writing a bundle have in common: slugs, tags, archiving and its undoing. An item's collection items are
/// moved with a fixed number of statements, so that rules I1 to I3 hold however many collections it is in.
/// </summary>
public abstract class ItemWrites : ResourceWrites
{
    private const string Table = "items";

    private const string NamelessSlug = "item";

    public override bool Archives => true;

    protected override Result<Guid> Create(WriteTransaction transaction, WritePlan plan)
    {
        var errors = new List<RequestError>();
        var slug = plan.Text("slug") is { } wanted ? TakeSlug(transaction, plan, wanted, errors) : MakeSlug(transaction, plan.Text("name")!);
        var item = New(transaction, plan, slug);
        transaction.Context.Add(item).Assign(Cleaned(item, plan), "slug", "archived");
        return Save(transaction, item, [], plan, errors);
    }

    protected override Result<Guid> Update(WriteTransaction transaction, WritePlan plan)
    {
        var item = Find(transaction, plan.Id);
        var (showed, wasVisible, counted) = (item.ShowInStore, item.IsVisible, CountedTags(item));
        var errors = transaction.Context.Entry(item).Assign(Cleaned(item, plan), "slug", "archived");
        var wanted = plan.Text("slug") is { } given && given != item.Slug ? given : null;
        if (plan.IsTrue("archived") && !item.Archived)
            Archive(transaction, item, showed);
        else
        {
            if (plan.Values.GetValueOrDefault("archived") is false && item.Archived)
            {
                RestoreParts(transaction, item);
                item.Restore(wanted is null ? MakeSlug(transaction, item.Name) : item.Slug);
            }
            if (wanted is not null && item.Archived)
                errors.Add(RequestError.Invalid("slug", "can't be changed while the item is archived", "archived"));
            else if (wanted is not null)
                item.Slug = TakeSlug(transaction, plan, wanted, errors);
            if (item.ShowInStore != showed)
                Count(transaction, item, item.ShowInStore ? 1 : -1);
        }
        ShowCollectionItems(transaction, item, wasVisible);
        return Save(transaction, item, counted, plan, errors);
    }

    protected override Result<Guid> Delete(WriteTransaction transaction, Guid id)
    {
        var item = Find(transaction, id);
        var (wasVisible, counted) = (item.IsVisible, CountedTags(item));
        if (!item.Archived)
            Archive(transaction, item, item.ShowInStore);
        ShowCollectionItems(transaction, item, wasVisible);
        SaveCounted(transaction, item, counted);
        return id;
    }

    /// <summary>A new item with nothing but what every item has to have.</summary>
    private protected abstract Item New(WriteTransaction transaction, WritePlan plan, string slug);

    /// <summary>What follows from the values for an item of this type; returns the caller's errors.</summary>
    private protected abstract List<RequestError> Synchronize(WriteTransaction transaction, Item item, WritePlan plan);

    /// <summary>What follows once the values of an item are saved.</summary>
    private protected virtual void Saved(WriteTransaction transaction, Item item, WritePlan plan)
    {
    }

    /// <summary>Archives what is archived with an item.</summary>
    private protected virtual void ArchiveParts(WriteTransaction transaction, Item item)
    {
    }

    /// <summary>Restores what was archived with an item that is still archived.</summary>
    private protected virtual void RestoreParts(WriteTransaction transaction, Item item)
    {
    }

    /// <summary>The plan with values as they are stored.</summary>
    private protected virtual WritePlan Cleaned(Item item, WritePlan plan) =>
        plan.Texts("tag_list") is { } tags ? plan.With("tag_list", Item.Tags(tags)) : plan;

    private static Item Find(WriteTransaction transaction, Guid id) => transaction.Context.Items.Find(transaction.Scope.CompanyId, id)!;

    private static string MakeSlug(WriteTransaction transaction, string name) => FreeSlug.Find(transaction, Table, Slug.From(name, NamelessSlug));

    private static string TakeSlug(WriteTransaction transaction, WritePlan plan, string wanted, List<RequestError> errors)
    {
        var slug = Slug.From(wanted, NamelessSlug);
        if (FreeSlug.IsTaken(transaction, Table, slug, plan.Id))
            errors.Add(RequestError.Invalid("slug", "has already been taken", "taken"));
        return slug;
    }

    private void Archive(WriteTransaction transaction, Item item, bool showed)
    {
        if (showed)
            Count(transaction, item, -1);
        transaction.Run("DELETE FROM collection_items WHERE company_id = ?1 AND item_id = ?2", item.Id);
        item.Archive(transaction.Now, FreeSlug.Find(transaction, Table, WireText.Write(item.Id)));
        ArchiveParts(transaction, item);
    }

    /// <summary>Saves what is free of errors. A picture in the body becomes the first of the photos, and so the one that the item shows.</summary>
    private Result<Guid> Save(WriteTransaction transaction, Item item, List<string> counted, WritePlan plan, List<RequestError> errors)
    {
        errors.AddRange(Synchronize(transaction, item, plan));
        if (errors.Count > 0)
            return errors;
        var path = PathBefore(transaction, item, plan);
        SaveCounted(transaction, item, counted);
        if (!item.Archived)
            RedirectStatements.Move(transaction, path, PathOf(item, item.Slug), plan.IsTrue(UrlRedirectWrites.Input));
        Saved(transaction, item, plan);
        if (plan.Values.GetValueOrDefault(PhotoWrites.Image) is ImageFile image)
            new ItemPhotos(transaction, item.Id).AddFirst(item.Kind, image);
        return plan.Id;
    }

    /// <summary>The path of the item in the store before the write; null where it had none.</summary>
    private static string? PathBefore(WriteTransaction transaction, Item item, WritePlan plan)
    {
        var before = transaction.Context.Entry(item).OriginalValues;
        return plan.IsCreate || before.GetValue<bool>(nameof(Item.Archived)) ? null : PathOf(item, before.GetValue<string>(nameof(Item.Slug)));
    }

    private static string PathOf(Item item, string slug) => StorePath.Of(item is Bundle ? StorePage.Bundles : StorePage.Products, slug);

    /// <summary>Saves the item and counts its tags, where they are not those that it was counted for.</summary>
    private static void SaveCounted(WriteTransaction transaction, Item item, List<string> counted)
    {
        var tags = CountedTags(item).SequenceEqual(counted) ? null : TagCounts.Before(transaction, item.Id);
        transaction.Save();
        tags?.After();
    }

    private static List<string> CountedTags(Item item) => item.Archived ? [] : item.TagList;

    /// <summary>The item is visible in users' collections where it is visible itself.</summary>
    private static void ShowCollectionItems(WriteTransaction transaction, Item item, bool wasVisible)
    {
        if (item.IsVisible != wasVisible)
            UserCollectionItemStatements.Show(transaction, item.Id, item.IsVisible);
    }

    /// <summary>Moves the counts of the collections that hold the item explicitly (rule I3).</summary>
    private static void Count(WriteTransaction transaction, Item item, long change) => transaction.Run(
        """
        UPDATE collections SET item_count = item_count + ?3 WHERE company_id = ?1 AND id IN (
            SELECT collection_id FROM collection_items WHERE company_id = ?1 AND item_id = ?2 AND implicit = FALSE)
        """,
        item.Id, change);
}
