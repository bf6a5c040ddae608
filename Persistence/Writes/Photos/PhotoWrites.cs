using Domain.Items;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Transactions;

namespace Persistence.Writes.Photos;

/// <summary>Pictures of items. The plan has the picture itself as <see cref="Image"/>, stored before the transaction.</summary>
/// <param name="files">Where the files of images lie.</param>
public sealed class PhotoWrites(IImageFiles files) : ResourceWrites
{
    /// <summary>The value that holds an <see cref="ImageFile"/>.</summary>
    public const string Image = "image";

    protected override Result<Guid> Create(WriteTransaction transaction, WritePlan plan)
    {
        var ownerId = plan.Uuid("owner_id")!.Value;
        if (transaction.Context.Items.Find(transaction.Scope.CompanyId, ownerId) is not { Archived: false } owner)
            return RequestError.Invalid("owner_id", "must be the id of a product group or bundle of this company that is not archived", "not_found");
        if (plan.Text("owner_type") != WireText.Write(owner.Kind))
            return RequestError.Invalid("owner_type", $"must be the type of the owner, {WireText.Write(owner.Kind)}", "not_found");
        var photos = new ItemPhotos(transaction, ownerId);
        var photo = photos.New(plan.Id, owner.Kind, (ImageFile)plan.Values[Image]!, photos.NextPosition());
        transaction.Context.Add(photo).Assign(Cleaned(plan));
        transaction.Save();
        photos.Show();
        return plan.Id;
    }

    protected override Result<Guid> Update(WriteTransaction transaction, WritePlan plan)
    {
        var photo = transaction.Context.Photos.Find(transaction.Scope.CompanyId, plan.Id)!;
        if (transaction.Context.Entry(photo).Assign(Cleaned(plan)) is { Count: > 0 } errors)
            return errors;
        if (plan.Values.GetValueOrDefault(Image) is ImageFile image)
        {
            var replaced = photo.OriginalUrl;
            transaction.AfterCommit(() => files.Delete(replaced));
            photo.Take(image);
        }
        transaction.Save();
        new ItemPhotos(transaction, photo.OwnerId).Show();
        return plan.Id;
    }

    protected override Result<Guid> Delete(WriteTransaction transaction, Guid id)
    {
        var photo = transaction.Context.Photos.Find(transaction.Scope.CompanyId, id)!;
        new ItemPhotos(transaction, photo.OwnerId).Show(leaving: id);
        transaction.Run("UPDATE products SET photo_id = NULL, updated_at = ?3 WHERE company_id = ?1 AND photo_id = ?2", id, transaction.Now);
        transaction.Context.Remove(photo);
        transaction.Save();
        transaction.AfterCommit(() => files.Delete(photo.OriginalUrl));
        return id;
    }

    private static WritePlan Cleaned(WritePlan plan) =>
        plan.Text("coordinates") is { } point ? plan.With("coordinates", FocalPoint.From(point)) : plan;
}
