using Domain.Items;
using JsonApi.Definitions;
using Persistence.Transactions;

namespace Persistence.Writes.Photos;

/// <summary>
/// The pictures of one item, in order. The first of them is the one that the item shows: after every write <c>items.photo_id</c> is the id
/// of the first by position, creation and id, or null where there is none.
/// </summary>
internal sealed class ItemPhotos(WriteTransaction transaction, Guid itemId)
{
    private const string ShowSql = """
        UPDATE items SET updated_at = ?4, photo_id = (
            SELECT id FROM photos WHERE company_id = ?1 AND owner_id = ?2 AND id <> ?3 ORDER BY position, created_at, id LIMIT 1)
        WHERE company_id = ?1 AND id = ?2 AND photo_id IS DISTINCT FROM (
            SELECT id FROM photos WHERE company_id = ?1 AND owner_id = ?2 AND id <> ?3 ORDER BY position, created_at, id LIMIT 1)
        """;

    /// <summary>Puts a picture before all others, which makes it the one that the item shows.</summary>
    internal void AddFirst(ItemKind kind, ImageFile image)
    {
        transaction.Run("UPDATE photos SET position = position + 1 WHERE company_id = ?1 AND owner_id = ?2", itemId);
        transaction.Context.Add(New(Guid.CreateVersion7(transaction.Now), kind, image, position: 1));
        transaction.Save();
        Show();
    }

    /// <summary>A picture of the item, not yet saved.</summary>
    internal Photo New(Guid id, ItemKind kind, ImageFile image, int position)
    {
        var photo = new Photo
        {
            CompanyId = transaction.Scope.CompanyId,
            Id = id,
            CreatedAt = transaction.Now,
            UpdatedAt = transaction.Now,
            OriginalUrl = image.OriginalUrl,
            LargeUrl = image.LargeUrl,
            XlargeUrl = image.XlargeUrl,
            OwnerId = itemId,
            OwnerType = kind,
            Position = position,
        };
        photo.Take(image);
        return photo;
    }

    /// <summary>The position behind all others.</summary>
    internal int NextPosition()
    {
        var position = transaction.ReadRow(
            "SELECT coalesce(max(position), 0) + 1 FROM photos WHERE company_id = ?1 AND owner_id = ?2", row => row.Integer(0), itemId)!.Value;
        return (int)Math.Min(position, int.MaxValue);
    }

    /// <summary>Makes the item show its first picture, except the one that is about to be deleted.</summary>
    internal void Show(Guid? leaving = null) =>
        transaction.Run(ShowSql, itemId, leaving ?? Guid.Empty, transaction.Now);
}
