using Domain;
using Domain.Collections;
using Domain.Items;
using Domain.Redirects;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Transactions;
using Persistence.Writes.Photos;
using Persistence.Writes.Redirects;

namespace Persistence.Writes.Collections;

/// <summary>Collections with their slug, their position in the tree and the implicit collection items above (rules I1 to I4).</summary>
/// <param name="files">Where the files of images lie.</param>
public sealed class CollectionWrites(IImageFiles files) : ResourceWrites
{
    private const string Table = "collections";

    protected override Result<Guid> Create(WriteTransaction transaction, WritePlan plan)
    {
        var slug = GivenSlug(plan);
        var errors = CheckSlug(transaction, plan.Id, slug);
        var outcome = PlanMove(transaction, plan, current: null, errors);
        if (errors.Count > 0)
            return errors;
        var collection = new Collection
        {
            CompanyId = transaction.Scope.CompanyId,
            Id = plan.Id,
            CreatedAt = transaction.Now,
            UpdatedAt = transaction.Now,
            Name = "",
            Slug = slug ?? FreeSlug.Find(transaction, Table, Slug.From(plan.Text("name")!, "collection")),
        };
        transaction.Context.Add(collection).Assign(plan, "slug", "parent_id");
        SetImage(transaction, collection, plan);
        transaction.Save();
        RedirectStatements.Move(transaction, before: null, PathOf(collection.Slug), leavesRedirect: false);
        TreeRows.Move(transaction, outcome);
        return plan.Id;
    }

    /// <summary>Sets what the plan gives. A new name leaves the slug as it is, so that links go on leading here.</summary>
    protected override Result<Guid> Update(WriteTransaction transaction, WritePlan plan)
    {
        var collection = transaction.Context.Collections.Find(transaction.Scope.CompanyId, plan.Id)!;
        if (collection.System)
            return TreeErrors.System();
        var slug = GivenSlug(plan);
        var errors = CheckSlug(transaction, plan.Id, slug);
        var outcome = PlanMove(transaction, plan, collection, errors);
        errors.AddRange(transaction.Context.Entry(collection).Assign(plan, "slug", "parent_id"));
        if (errors.Count > 0)
            return errors;
        var path = PathOf(collection.Slug);
        collection.Slug = slug ?? collection.Slug;
        SetImage(transaction, collection, plan);
        transaction.Save();
        RedirectStatements.Move(transaction, path, PathOf(collection.Slug), plan.IsTrue(UrlRedirectWrites.Input));
        TreeRows.Move(transaction, outcome);
        return plan.Id;
    }

    /// <summary>Deletes a collection and its collection items. It becomes a root before, which synchronizes the implicit items above.</summary>
    protected override Result<Guid> Delete(WriteTransaction transaction, Guid id)
    {
        var moves = new[] { new TreeMove(id, null) };
        var nodes = TreeRows.Read(transaction, moves);
        if (nodes[id].IsSystem)
            return TreeErrors.System();
        if (nodes.Values.Any(node => node.ParentId == id))
            return TreeErrors.HasChildren();
        DeleteFile(transaction, transaction.Context.Collections.Find(transaction.Scope.CompanyId, id)!.ImageUrl);
        TreeRows.Move(transaction, new CollectionTree(nodes, moves).Outcome());
        transaction.Run("DELETE FROM collection_items WHERE company_id = ?1 AND collection_id = ?2", id);
        transaction.Run("DELETE FROM collections WHERE company_id = ?1 AND id = ?2", id);
        transaction.ClearTracking();
        return id;
    }

    private static string PathOf(string slug) => StorePath.Of(StorePage.Collections, slug);

    private static string? GivenSlug(WritePlan plan) => plan.Text("slug") is { } text ? Slug.From(text, whenEmpty: "") : null;

    private static List<RequestError> CheckSlug(WriteTransaction transaction, Guid id, string? slug) =>
        slug is not null && FreeSlug.IsTaken(transaction, Table, slug, id)
            ? [RequestError.Invalid("slug", "has already been taken", "taken")]
            : [];

    /// <summary>What the parent that the plan gives comes to; a new collection is taken for a root before.</summary>
    private static TreeOutcome PlanMove(WriteTransaction transaction, WritePlan plan, Collection? current, List<RequestError> errors)
    {
        var parent = plan.Uuid("parent_id");
        if (!plan.Sets("parent_id") || parent == current?.ParentId)
            return TreeOutcome.None;
        var moves = new[] { new TreeMove(plan.Id, parent) };
        var nodes = TreeRows.Read(transaction, moves);
        nodes.TryAdd(plan.Id, new TreeNode(null, false));
        var tree = new CollectionTree(nodes, moves);
        var refusals = tree.Check();
        errors.AddRange(refusals.Select(refusal => TreeErrors.Of(refusal.Refusal, "parent_id")));
        return refusals.Count == 0 ? tree.Outcome() : TreeOutcome.None;
    }

    /// <summary>A new image instead of the old one, or none; the old one is deleted when the change is certain.</summary>
    private void SetImage(WriteTransaction transaction, Collection collection, WritePlan plan)
    {
        var image = plan.Values.GetValueOrDefault(PhotoWrites.Image) as ImageFile;
        if (image is null && !plan.IsTrue("remove_image"))
            return;
        DeleteFile(transaction, collection.ImageUrl);
        (collection.ImageUrl, collection.ImageLargeUrl) = (image?.OriginalUrl, image?.LargeUrl);
    }

    private void DeleteFile(WriteTransaction transaction, string? url)
    {
        if (url is not null)
            transaction.AfterCommit(() => files.Delete(url));
    }
}
