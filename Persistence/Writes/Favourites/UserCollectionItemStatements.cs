using Domain.Favourites;
using Persistence.Queries;
using Persistence.Transactions;

namespace Persistence.Writes.Favourites;

/// <summary>An item of a user collection as the rules judge it.</summary>
internal readonly record struct UserCollectionItemRow(Guid CollectionId, long Rank, Guid Owner, bool IsPrivate, bool IsVisible);

/// <summary>
/// The statements that a user's collection takes, prepared once per connection. All are look-ups by key or by an end of an index,
/// but for those that count: the p-th artwork is found by walking p entries of the index.
/// </summary>
internal sealed class UserCollectionItemStatements(WriteTransaction transaction, Guid collectionId)
{
    private const string ArtworkSql = """
        SELECT 1 FROM items i JOIN artwork_details a ON a.company_id = ?1 AND a.item_id = i.id
        WHERE i.company_id = ?1 AND i.id = ?2 AND i.kind = 'product_groups' AND i.archived = FALSE AND i.show_in_store = TRUE
        """;

    private const string CollectionSql = "SELECT user_id, private FROM user_collections WHERE company_id = ?1 AND id = ?2";

    private const string TakenSql = "SELECT 1 FROM user_collection_items WHERE company_id = ?1 AND collection_id = ?2 AND artwork_id = ?3";

    private const string FindSql = """
        SELECT p.collection_id, p.rank, c.user_id, c.private, p.visible FROM user_collection_items p
        JOIN user_collections c ON c.company_id = ?1 AND c.id = p.collection_id
        WHERE p.company_id = ?1 AND p.id = ?2
        """;

    private const string Visible = "FROM user_collection_items WHERE company_id = ?1 AND collection_id = ?2 AND visible = TRUE";

    private const string NthSql = $"SELECT rank {Visible} AND id <> ?3 ORDER BY rank, id LIMIT 1 OFFSET ?4";

    private const string Others = "FROM user_collection_items WHERE company_id = ?1 AND collection_id = ?2 AND id <> ?3";

    private const string LastSql = $"SELECT rank {Others} ORDER BY rank DESC LIMIT 1";

    private const string BeforeSql = $"SELECT rank {Others} AND rank < ?4 ORDER BY rank DESC LIMIT 1";

    private const string InsertSql = """
        INSERT INTO user_collection_items (company_id, id, collection_id, user_id, artwork_id, rank, visible, created_at, updated_at)
        SELECT company_id, ?2, id, user_id, ?4, ?5, TRUE, ?6, ?6 FROM user_collections WHERE company_id = ?1 AND id = ?3
        """;

    private const string ShowSql = "UPDATE user_collection_items SET visible = ?3 WHERE company_id = ?1 AND artwork_id = ?2";

    private const string RebalanceSql = """
        UPDATE user_collection_items SET rank = fresh.rank
        FROM (SELECT id, row_number() OVER (ORDER BY rank, id) * ?3 AS rank FROM user_collection_items
              WHERE company_id = ?1 AND collection_id = ?2) fresh
        WHERE user_collection_items.company_id = ?1 AND user_collection_items.id = fresh.id
        """;

    /// <summary>Shows an artwork in all collections that have it, or hides it; the items keep their ranks.</summary>
    internal static void Show(WriteTransaction transaction, Guid artwork, bool isVisible) =>
        transaction.Run(ShowSql, artwork, isVisible);

    /// <summary>The same for many artworks.</summary>
    internal static void Show(WriteTransaction transaction, IEnumerable<Guid> artworks, bool isVisible) => transaction.Run(
        $"""
        UPDATE user_collection_items SET visible = ?3
        WHERE company_id = ?1 AND artwork_id IN (SELECT id FROM {transaction.Dialect.Rows(2, "named", ("id", RowType.Id))})
        """,
        JsonRows.Of(artworks), isVisible);

    internal static UserCollectionItemRow? Find(WriteTransaction transaction, Guid id) =>
        transaction.ReadRow(
            FindSql,
            row => new UserCollectionItemRow(row.Id(0), row.Integer(1), row.Id(2), row.Flag(3), row.Flag(4)),
            id);

    /// <summary>The collection's owner, and whether only its owner sees it.</summary>
    internal (Guid Owner, bool IsPrivate)? FindCollection() =>
        transaction.ReadRow(CollectionSql, row => (row.Id(0), row.Flag(1)), collectionId);

    /// <summary>Whether users see an artwork of this id.</summary>
    internal bool IsVisibleArtwork(Guid artwork) => transaction.ReadRow(ArtworkSql, _ => true, artwork) is not null;

    internal bool IsTaken(Guid artwork) => transaction.ReadRow(TakenSql, _ => true, collectionId, artwork) is not null;

    /// <summary>The highest rank but that of one item; null where there is no other.</summary>
    internal long? LastRank(Guid exceptId) => transaction.ReadRow(LastSql, row => row.Integer(0), collectionId, exceptId);

    /// <summary>Whether an item of the collection could have a position.</summary>
    internal bool HasPosition(long position, Guid id) => position == 1 || (position > 1 && NthRank(position - 1, id) is not null);

    /// <summary>
    /// The ranks on both sides of a position: that of the visible artwork there, and the next lower one, whether its artwork is
    /// visible or not, so that no two ranks are ever the same. At the last position it follows all others.
    /// </summary>
    internal (long? Before, long? After) Neighbours(long position, Guid id)
    {
        if (NthRank(position, id) is not { } after)
            return (LastRank(id), null);
        return (transaction.ReadRow(BeforeSql, row => row.Integer(0), collectionId, id, after), after);
    }

    internal long CountVisible() => transaction.ReadRow($"SELECT count(*) {Visible}", row => row.Integer(0), collectionId)!.Value;

    /// <summary>Puts an artwork that users see at a rank.</summary>
    internal void Insert(Guid id, Guid artwork, long rank) =>
        transaction.Run(InsertSql, id, collectionId, artwork, rank, transaction.Now);

    internal void Move(Guid id, long rank) =>
        transaction.Run(
            "UPDATE user_collection_items SET rank = ?3, updated_at = ?4 WHERE company_id = ?1 AND id = ?2", id, rank, transaction.Now);

    /// <summary>Gives every item of the collection a new rank in the same order, with room between all.</summary>
    internal void Rebalance() => transaction.Run(RebalanceSql, collectionId, Ranking.Gap);

    /// <summary>The rank of the visible artwork at a position, one item left out; null where there are fewer.</summary>
    private long? NthRank(long position, Guid exceptId) =>
        transaction.ReadRow(NthSql, row => row.Integer(0), collectionId, exceptId, position - 1);
}
